"""Routines: which there are for this person, how long they take, and the sessions done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from coach.advice.safety import Fitted, fit, instead_of
from coach.diary.diary import Draft
from coach.errors import BadInputError
from coach.library.library import find
from coach.model.day import person_day
from coach.model.entry import Felt, StepDone
from coach.model.move import Move
from coach.model.routine import Routine
from coach.service.day import Done
from coach.session.timeline import Timeline, unroll

if TYPE_CHECKING:
    from coach.service.coach import Coach


class RoutineView(msgspec.Struct, frozen=True, kw_only=True):
    """A routine as this person can do it, with its length in seconds and what it needs.

    `instead` is the routine to do in the place of a withheld one, when there is one for this person.
    """

    id: str
    name: str
    seconds: float
    positions: tuple[str, ...]
    equipment: tuple[str, ...]
    moves: tuple[str, ...]
    fitted: Fitted
    instead: str | None


class SessionService:
    """Routines fitted to the person, their timelines, and the record of what was done."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    @cached_property
    def lengths(self) -> Mapping[str, float]:
        """Seconds that each routine takes, as it is written."""
        moves = self._coach.library.moves
        return MappingProxyType(
            {routine.id: unroll(routine, moves).total_s for routine in self._coach.library.routines.values()}
        )

    def routines(self) -> tuple[RoutineView, ...]:
        """Every routine, fitted; one that is withheld says so and why."""
        return tuple(self._view(routine) for routine in self._coach.library.routines.values())

    def routine(self, wanted: str) -> RoutineView:
        """One routine, fitted; raises BadInputError with the nearest ids."""
        return self._view(find(self._coach.library.routines, wanted, "routine"))

    def move(self, wanted: str) -> Move:
        """One move; raises BadInputError with the nearest ids."""
        return find(self._coach.library.moves, wanted, "move")

    def timeline(self, wanted: str) -> Timeline:
        """The routine unrolled for this person; raises BadInputError when it is withheld, with the reason."""
        view = self.routine(wanted)
        if why := view.fitted.withheld:
            hint = f"try the routine {view.instead}" if view.instead else f"ask {why.ask}"
            raise BadInputError(f"{view.name} is {why}", hint)
        return unroll(view.fitted.routine, self._coach.library.moves)

    def log(self, routine: str, started: datetime, steps: tuple[StepDone, ...], felt: Felt | None = None) -> Done:
        """Keep a session; it belongs to the day it began and counts the seconds really held."""
        title = self.routine(routine).name
        day = person_day(started, self._coach.person().day_starts_at)
        fields = {"routine": routine, "title": title, "started": started, "steps": steps, "felt": felt}
        return Done(title, tuple(self._coach.diary.add([Draft("session", day, fields, started)], title)))

    def _view(self, routine: Routine) -> RoutineView:
        moves = self._coach.library.moves
        safety = self._coach.day.safety()
        fitted = fit(routine, moves, safety)
        used = [moves[step.move] for step in fitted.routine.steps]
        return RoutineView(
            id=routine.id,
            name=routine.name,
            seconds=unroll(fitted.routine, moves).total_s,
            positions=tuple(dict.fromkeys(str(move.position) for move in used)),
            equipment=tuple(dict.fromkeys(thing for move in used for thing in move.equipment)),
            moves=tuple(move.name for move in used),
            fitted=fitted,
            instead=instead_of(routine, self._coach.library.routines, moves, safety) if fitted.withheld else None,
        )
