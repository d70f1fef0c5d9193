"""The steps of a routine that is being edited, as rows."""

from __future__ import annotations

from collections.abc import Container, Mapping

from coach.model.dose import Dose
from coach.model.move import Move
from coach.model.routine import Routine
from coach.session.timeline import dose_of
from coach.tui.widgets.dose_words import seconds_said
from coach.tui.widgets.row import Cell, Row, heading

_DOSE = 19
_WIDE = 76


def editor_rows(
    routine: Routine, moves: Mapping[str, Move], withheld: Container[str], *, columns: int
) -> list[Row]:
    """Every step with its dose; the id of its row is its index. `withheld` are moves not for this person."""
    rows = [heading("Steps")]
    for place, step in enumerate(routine.steps):
        move = moves[step.move]
        dose = dose_of(step, move)
        rest = f"{seconds_said(dose.rest_s)} rest" if dose.rest_s and dose.repetitions > 1 else ""
        cells = [
            Cell(str(place + 1), "primary", 2, right=True),
            Cell(move.name, "text"),
            Cell(_dose(dose, move), "muted", _DOSE),
        ]
        if columns >= _WIDE:
            cells.append(Cell("withheld" if move.id in withheld else rest, "muted", 9))
        rows.append(Row(tuple(cells), str(place)))
    if not routine.steps:
        rows.append(Row((Cell("nothing yet: a adds a move", "faint"),)))
    return rows


def _dose(dose: Dose, move: Move) -> str:
    """`3 × 10 s each leg`."""
    times = f"{dose.repetitions} × " if dose.repetitions > 1 else ""
    return f"{times}{seconds_said(dose.hold_s)}{' each leg' if move.per_side else ''}"
