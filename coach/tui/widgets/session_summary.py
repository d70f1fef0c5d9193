"""What was done in a session, and how it felt, as the calm page at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len

from coach.model.entry import Felt, Session, Side, StepDone
from coach.model.move import Move
from coach.tui.text import one_line
from coach.tui.widgets.dose_words import clock_time
from coach.tui.widgets.prose import BLANK, Line, bars, paragraph, section

FELT_KEYS = {
    Felt.EASIER: ("e", "easier"),
    Felt.SAME: ("s", "the same"),
    Felt.HARDER: ("h", "harder"),
    Felt.PAIN: ("p", "it hurt"),
}
_PAIN = (
    "Pain is no part of a stretch. Let the leg rest, and leave out what hurt until it has settled.",
    "If it was sharp or sudden, or the leg is swollen, cold, numb or weak, read the warning signs: key !.",
)
_GENTLER = "Next time, the key g in Stretch starts the gentler way of this routine."
_WIDEST_NAME = 34


def summary_lines(
    session: Session, moves: Mapping[str, Move], ticked: Iterable[str], *, gentler: bool = False
) -> tuple[Line, ...]:
    """The page: what was held for each move and side, the items it counts for, and the question how it felt.

    `gentler` says that the routine will be offered in a gentler way after it hurt.
    """
    held_s = sum(step.held_s for step in session.steps)
    planned_s = sum(step.planned_s for step in session.steps)
    title = f"{session.title} is done" if session.finished else f"{session.title}: kept, not to the end"
    return (
        paragraph(title, "strong"),
        paragraph(f"{clock_time(round(held_s))} held of {clock_time(round(planned_s))} planned", "muted"),
        *section("What was done", _steps(session.steps, moves)),
        *section("For today", [Line(((label, "text"),), "✓ ", "good") for label in ticked]),
        BLANK,
        paragraph("Beside the last time, how did it feel?", "muted"),
        *_felt(session.felt, gentler),
    )


def _steps(steps: Sequence[StepDone], moves: Mapping[str, Move]) -> list[Line]:
    """One line a move, with the seconds of each side; a move that comes twice is added up."""
    held: dict[str, dict[Side, float]] = {}
    for step in steps:
        sides = held.setdefault(step.move, {})
        sides[step.side] = sides.get(step.side, 0.0) + step.held_s
    names = {move: moves[move].name if move in moves else move for move in held}
    width = min(_WIDEST_NAME, max((cell_len(name) for name in names.values()), default=0))
    return [
        Line(
            (
                (one_line(names[move], width) + " ", "text" if any(sides.values()) else "faint"),
                _held(sides),
            )
        )
        for move, sides in held.items()
    ]


def _held(sides: Mapping[Side, float]) -> tuple[str, str]:
    if not any(sides.values()):
        return "  not done", "faint"
    return "".join(_side(side, seconds) for side, seconds in sides.items()), "muted"


def _side(side: Side, seconds: float) -> str:
    name = "" if side is Side.BOTH else f"{side} "
    return f"  {name}{clock_time(round(seconds))}"


def _felt(felt: Felt | None, gentler: bool) -> list[Line]:
    spans: list[tuple[str, str]] = []
    for one, (key, said) in FELT_KEYS.items():
        chosen = one is felt
        spans += [(f"{key} ", "primary"), (f"{'✓ ' if chosen else ''}{said}   ", "strong" if chosen else "muted")]
    if felt is not Felt.PAIN:
        return [Line(tuple(spans))]
    return [Line(tuple(spans)), BLANK, *bars((*_PAIN, _GENTLER) if gentler else _PAIN)]
