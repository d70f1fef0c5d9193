"""What happened together with cramps, as a page to read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content

from coach.advice.pattern_view import PatternsView
from coach.tui.widgets.diary_words import span_words
from coach.tui.widgets.prose import BLANK, Line, Prose, paragraph, section
from coach.tui.widgets.reading import Reading


def pattern_lines(view: PatternsView) -> tuple[Line, ...]:
    """What can be said, then every comparison that was made, the strongest first, and those that were not."""
    found = [line for row in view.found for line in (*_row(row.said, row.note, "✓"), BLANK)]
    chance = [line for row in view.rows if not row.found for line in (*_row(row.said, row.note, "·"), BLANK)]
    return (
        paragraph(view.summary),
        *section("More than chance", found[:-1]),
        *section("No more than chance", chance[:-1]),
        *section("Left out", [paragraph(why, "muted") for why in view.left_out]),
    )


def pattern_title(view: PatternsView) -> Content:
    """Which days were compared: two lines."""
    answered = f"{view.answered} answered days, {view.cramp_days} of them with a cramp"
    return Content.assemble(
        ("What happened together", "bold"), (f"   {span_words(view.first, view.last)}\n{answered}", "$muted")
    )


def looking_title() -> Content:
    """What stands there while the days are compared: two lines."""
    return Content.assemble(("What happened together", "bold"), ("\nlooking …", "$muted"))


class PatternsPage(Reading):
    """Shows the patterns, scrolled with the keys."""

    DEFAULT_CSS = """
    PatternsPage { padding: 0 0 0 3; max-width: 82; }
    """

    def compose(self) -> ComposeResult:
        yield Prose()

    def show(self, view: PatternsView) -> None:
        """Show what can be said now."""
        self.query_one(Prose).lines = pattern_lines(view)


def _row(said: str, note: str, mark: str) -> tuple[Line, ...]:
    tones = ("primary", "text") if mark == "✓" else ("faint", "muted")
    row = Line(((said, tones[1]),), f"{mark} ", tones[0])
    return (row, Line(((note, "muted"),), "  ")) if note else (row,)
