"""The one change that is tried: how far it is, how often it was done, and what came of it, as a page to read."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content

from coach.advice.experiment import BASELINE_DAYS, TRYING_DAYS, Phase
from coach.advice.experiment_view import ExperimentView, Period, progress_words
from coach.tui.text import plain
from coach.tui.widgets.prose import BLANK, Line, Prose, bars, paragraph, section
from coach.tui.widgets.reading import Reading

_BAR = 28
_FIRST, _COLUMN = 17, 12
HOW = (
    "Does anything you do help? Try one thing for six weeks and let your diary answer.",
    f"First come {BASELINE_DAYS} days of doing as always, then {TRYING_DAYS} days with the change.",
    "Then before and after are compared, and how sure one can be is said.",
    "Answer for every night, also the good ones, and change nothing else meanwhile.",
    "Never a medicine, a supplement, extra water or salt: those are for your pharmacist or doctor.",
)


def experiment_lines(views: Sequence[ExperimentView]) -> tuple[Line, ...]:
    """The newest experiment whole, the earlier ones in short; how it works when there is none."""
    if not views:
        return tuple(line for said in HOW for line in (paragraph(said), BLANK))[:-1]
    newest, *earlier = views
    over = newest.phase in {Phase.OVER, Phase.STOPPED}
    asked = [paragraph(newest.reminder)] if newest.reminder else []
    lines = (
        *section("Today", asked),
        *section("Done", _done(newest)),
        *section("Mind", bars(newest.warnings)),
        *section("Before and after", _compared(newest) if over else ()),
        *section("What can be said", [paragraph(newest.verdict)]),
        *section("Before this one", _earlier(earlier)),
    )
    return lines[1:]  # No air above the first heading.


def experiment_title(views: Sequence[ExperimentView]) -> Content:
    """What is tried and how far it is: two lines."""
    if not views:
        return Content.assemble(("One change, for six weeks", "bold"), ("\nnothing is being tried", "$muted"))
    return Content.assemble(
        plain(views[0].name).stylize("bold"), "\n", plain(progress_words(views[0])).stylize("$muted")
    )


class ExperimentPage(Reading):
    """Shows the experiments, scrolled with the keys."""

    DEFAULT_CSS = """
    ExperimentPage { padding: 0 0 0 3; max-width: 82; }
    """

    def compose(self) -> ComposeResult:
        yield Prose()

    def show(self, views: Sequence[ExperimentView]) -> None:
        """Show how each stands, the newest first."""
        self.query_one(Prose).lines = experiment_lines(views)


def _done(view: ExperimentView) -> list[Line]:
    """On how many of the days that are over the change was done, as a bar with its numbers."""
    rows = (("before", view.before), ("with it", view.after))
    return [_share(name, period) for name, period in rows if period.of]


def _share(name: str, period: Period) -> Line:
    full = round(_BAR * period.done / period.of)
    said = f"  {period.done} of {period.of} days"
    return Line(((f"{name:<9}", "muted"), ("█" * full, "good"), ("·" * (_BAR - full), "faint"), (said, "text")))


def _compared(view: ExperimentView) -> list[Line]:
    def row(name: str, before: str, after: str, tone: str = "text") -> Line:
        return Line(((f"{name:<{_FIRST}}", "muted"), (f"{before:<{_COLUMN}}{after}", tone)))

    before, after = view.before, view.after
    return [
        row("", "before", "with it", "muted"),
        row("days answered", f"{before.answered} of {before.days}", f"{after.answered} of {after.days}"),
        row("with a cramp", str(before.cramp_days), str(after.cramp_days)),
        row("in seven days", _number(before.per_week), _number(after.per_week)),
        row("pain, median", _number(before.pain), _number(after.pain)),
        row("minutes, median", _number(before.minutes), _number(after.minutes)),
    ]


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def _earlier(views: Sequence[ExperimentView]) -> list[Line]:
    lines: list[Line] = []
    for view in views:
        lines += [paragraph(f"{view.name}: {progress_words(view)}."), paragraph(view.verdict, "muted"), BLANK]
    return lines[:-1]
