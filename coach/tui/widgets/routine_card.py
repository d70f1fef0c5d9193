"""What a routine is: its steps with their doses, what is left out for this person, why it may help."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.reactive import reactive

from coach.advice.fitted import Replacement
from coach.advice.safety import Withheld
from coach.model.move import Move
from coach.session.timeline import dose_of
from coach.tui.widgets.dose_words import dose_said, minutes
from coach.tui.widgets.evidence import evidence_line
from coach.tui.widgets.option_rows import options_said
from coach.tui.widgets.prose import BLANK, Line, Prose, paragraph, points, section
from coach.tui.widgets.reading import Reading
from coach.tui.widgets.routine_rows import Offered


def card_lines(
    routine: Offered,
    moves: Mapping[str, Move],
    cited: Callable[[str], str],
    instead: str | None,
    gentler: str = "g",
) -> tuple[Line, ...]:
    """The card of a routine; `cited` names the sources, `instead` is the routine in its place, if withheld.

    `gentler` is the key that starts the gentler way.
    """
    content = routine.fitted.routine
    head = [paragraph(routine.name, "strong"), paragraph(content.when, "muted")]
    if why := routine.fitted.withheld:
        return (*head, *_withheld(why, instead), *_reasons(routine, cited))
    return (
        head[0],
        *_hurt(routine, gentler),
        *head[1:],
        paragraph(f"{minutes(routine.seconds)}: {', '.join(routine.positions)}", "muted"),
        *((paragraph(f"You need: {', '.join(routine.equipment)}", "muted"),) if routine.equipment else ()),
        *_way(routine),
        *section("Steps", _steps(routine, moves)),
        *section("Changed for you", _changes(routine.fitted.replacements, moves)),
        *section("Take care", _cautions(routine, moves, cited)),
        *_reasons(routine, cited),
    )


def _hurt(routine: Offered, key: str) -> tuple[Line, ...]:
    """That there is a gentler way, when it hurt the last time."""
    if not routine.hurt:
        return ()
    said = (("Last time it hurt: ", "warning"), (key, "primary"), (" starts the gentler way.", "text"))
    return (Line(said, "▌ ", "accent", lead_again=True),)


def _way(routine: Offered) -> tuple[Line, ...]:
    """How the person wants it guided, where that is not as written."""
    said = options_said(routine.options)
    return (Line((("Your way: ", "primary"), (f"{said}.", "muted"))),) if said else ()


def _steps(routine: Offered, moves: Mapping[str, Move]) -> list[Line]:
    lines = []
    content = routine.fitted.routine
    for number, step in enumerate(content.steps, start=1):
        move = moves[step.move]
        lead = f"{number}  "
        dose = dose_said(dose_of(step, move), move, content.order)
        lines.append(Line(((move.name, "text"),), lead, "primary"))
        lines.append(Line(((dose, "muted"), (f" · {move.purpose}", "faint")), " " * len(lead)))
    return lines


def _withheld(why: Withheld, instead: str | None) -> tuple[Line, ...]:
    return (
        BLANK,
        Line(((f"Withheld: {why.name}", "warning"),), "–  ", "faint"),
        Line(((f"{why.why} Ask {why.ask}.", "text"),), "   "),
        *((Line((("Instead: ", "muted"), (instead, "primary")), "   "),) if instead else ()),
    )


def _changes(replacements: tuple[Replacement, ...], moves: Mapping[str, Move]) -> list[Line]:
    """Each move that is left out, with the gentler one; a reason that holds for several is given once."""
    lines = []
    told: set[str] = set()
    for left_out in replacements:
        instead = moves[left_out.instead].name if left_out.instead else "rest"
        lines.append(
            Line(((moves[left_out.move].name, "faint"), (f"   instead: {instead}", "text")), "–  ", "faint")
        )
        why = left_out.why
        if why.condition not in told:
            told.add(why.condition)
            lines.append(Line(((f"{why.name}: ", "warning"), (f"{why.why} Ask {why.ask}.", "muted")), "   "))
    return lines


def _cautions(routine: Offered, moves: Mapping[str, Move], cited: Callable[[str], str]) -> list[Line]:
    steps = routine.fitted.routine.steps
    cautions = [moves[step.move].caution for step in steps]
    note = routine.fitted.routine.note
    texts = [cited(text) for text in dict.fromkeys([*routine.fitted.cautions, note, *cautions]) if text]
    return list(points(texts))


def _reasons(routine: Offered, cited: Callable[[str], str]) -> tuple[Line, ...]:
    content = routine.fitted.routine
    return section("Why", (evidence_line(content.evidence), paragraph(cited(content.why))))


class RoutineCard(Reading):
    """The card of the routine under the cursor, scrolled with the keys when it has the focus."""

    lines: reactive[tuple[Line, ...]] = reactive[tuple[Line, ...]](())

    def compose(self) -> ComposeResult:
        yield Prose()

    def watch_lines(self, lines: tuple[Line, ...]) -> None:
        self.query_one(Prose).lines = lines
