"""The rows of the Stretch mode: routines with their length, position and equipment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from coach.advice.fitted import Fitted
from coach.model.options import Options
from coach.tui.widgets.dose_words import minutes
from coach.tui.widgets.row import Cell, Row

_ONE_LINE_FROM = 50
_NAME = 22


class Offered(Protocol):
    """A routine as this person can do it."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def seconds(self) -> float: ...
    @property
    def positions(self) -> tuple[str, ...]: ...
    @property
    def equipment(self) -> tuple[str, ...]: ...
    @property
    def fitted(self) -> Fitted: ...
    @property
    def options(self) -> Options: ...
    @property
    def hurt(self) -> bool: ...


def routine_rows(routines: Iterable[Offered], *, columns: int, airy: bool) -> list[Row]:
    """Each routine with what it needs: beside it, or beneath it when the list is too narrow for that.

    `airy` leaves a line free between those of two lines.
    """
    if columns >= _ONE_LINE_FROM:
        return [
            Row((_name(routine, _NAME), _needs(routine, columns - _NAME - 16), _length(routine)), routine.id)
            for routine in routines
        ]
    rows: list[Row] = []
    for routine in routines:
        rows.extend([Row()] if airy and rows else [])
        rows.append(Row((_name(routine, 0), _length(routine)), routine.id))
        rows.append(Row((_needs(routine, columns - 4),)))
    return rows


def _name(routine: Offered, width: int) -> Cell:
    if routine.fitted.withheld is not None:
        return Cell(f"– {routine.name}", "faint", width)
    return Cell(routine.name, "text", width)


def _length(routine: Offered) -> Cell:
    withheld = routine.fitted.withheld is not None
    said = "withheld" if withheld else minutes(routine.seconds)
    return Cell(said, "warning" if withheld else "muted", len(said))


def _needs(routine: Offered, room: int) -> Cell:
    """Positions and equipment, as many as there is room for, or else why it is withheld."""
    if (why := routine.fitted.withheld) is not None:
        return Cell(why.name, "faint")
    changed = "fitted to you  " if routine.fitted.replacements else ""
    needs = [*routine.positions, *routine.equipment]
    told = ", ".join(needs)
    while needs and len(changed) + len(told) > room:
        needs.pop()
        told = f"{', '.join(needs)} …" if needs else ""
    return Cell(((changed, "warning"), (told, "faint")), "faint")
