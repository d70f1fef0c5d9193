"""Routines: which there are for this person, how long they take, and the sessions done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from coach.advice.fitted import Fitted, fit, instead_of
from coach.advice.gentler import REMEMBERED, gentler_way, hurt_last
from coach.advice.safety import Safety
from coach.diary.diary import Draft
from coach.errors import BadInputError
from coach.library.library import find
from coach.model.day import person_day
from coach.model.entry import Felt, StepDone
from coach.model.move import Move
from coach.model.on_demand import OnDemand
from coach.model.options import Options
from coach.model.profile import Profile
from coach.model.routine import Routine
from coach.service.day import Done
from coach.session.options import with_options
from coach.session.timeline import Timeline, unroll

if TYPE_CHECKING:
    from coach.service.coach import Coach


class RoutineView(msgspec.Struct, frozen=True, kw_only=True):
    """A routine as this person can do it and wants it guided, with its length in seconds and what it needs.

    `instead` is the routine to do in the place of a withheld one, when there is one for this person; `own`
    is one that they made; `hurt` is one that hurt the last time and can be done in a gentler way.
    """

    id: str
    name: str
    seconds: float
    positions: tuple[str, ...]
    equipment: tuple[str, ...]
    moves: tuple[str, ...]
    fitted: Fitted
    instead: str | None
    options: Options
    own: bool
    hurt: bool


class SessionService:
    """Routines fitted to the person, their timelines, and the record of what was done."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    @property
    def lengths(self) -> Mapping[str, float]:
        """Seconds that each routine takes, as it is written but for the person's options."""
        library, person = self._coach.library, self._coach.person()

        def length(routine: str) -> float:
            return _unrolled(library.routines[routine], library.moves, person.options(routine)).total_s

        return OnDemand(library.routines.keys(), length)

    def routines(self) -> tuple[RoutineView, ...]:
        """Every routine, fitted; one that is withheld says so and why."""
        known = self._known()
        return tuple(self._view(routine, known) for routine in self._coach.library.routines.values())

    def routine(self, wanted: str) -> RoutineView:
        """One routine, fitted; raises BadInputError with the nearest ids."""
        return self._view(self.written(wanted), self._known())

    def gentler(self, wanted: str) -> RoutineView:
        """One routine with its moves replaced by gentler ones, fitted; one that has none is as it is.

        Raises BadInputError with the nearest ids.
        """
        routine = self.written(wanted)
        way = gentler_way(routine, self._coach.library.moves)
        return self._view(replace(way, name=f"{routine.name}, gentler") if way else routine, self._known())

    def written(self, wanted: str) -> Routine:
        """One routine as its file says; raises BadInputError with the nearest ids."""
        return find(self._coach.library.routines, wanted, "routine")

    def measure(self, wanted: str) -> Callable[[Options], float]:
        """How to tell the seconds that the routine, fitted to the person, takes with any options.

        Raises BadInputError with the nearest ids.
        """
        moves = self._coach.library.moves
        fitted = fit(self.written(wanted), moves, self._coach.day.safety()).routine
        return lambda options: _unrolled(fitted, moves, options).total_s

    def move(self, wanted: str) -> Move:
        """One move; raises BadInputError with the nearest ids."""
        return find(self._coach.library.moves, wanted, "move")

    def timeline(self, wanted: str, *, gentler: bool = False) -> Timeline:
        """The routine unrolled for this person; raises BadInputError when it is withheld, with the reason."""
        view = self.gentler(wanted) if gentler else self.routine(wanted)
        if why := view.fitted.withheld:
            hint = f"try the routine {view.instead}" if view.instead else f"ask {why.ask}"
            raise BadInputError(f"{view.name} is {why}", hint)
        return unroll(view.fitted.routine, self._coach.library.moves, view.options)

    def log(self, routine: str, started: datetime, steps: tuple[StepDone, ...], felt: Felt | None = None) -> Done:
        """Keep a session; it belongs to the day it began and counts the seconds really held.

        A routine that was deleted meanwhile is kept under its id.
        """
        known = self._coach.library.routines.get(routine)
        title = known.name if known else routine
        day = person_day(started, self._coach.person().day_starts_at)
        fields = {"routine": routine, "title": title, "started": started, "steps": steps, "felt": felt}
        return Done(title, tuple(self._coach.diary.add([Draft("session", day, fields, started)], title)))

    def _known(self) -> _Known:
        today = self._coach.current_day()
        entries = self._coach.diary.entries(today - REMEMBERED, today)
        return _Known(self._coach.person(), self._coach.day.safety(), hurt_last(entries, today))

    def _view(self, routine: Routine, known: _Known) -> RoutineView:
        library = self._coach.library
        moves = library.moves
        options = known.person.options(routine.id)
        fitted = fit(routine, moves, known.safety)
        fitted = replace(fitted, routine=with_options(fitted.routine, moves, options))
        used = [moves[step.move] for step in fitted.routine.steps]
        return RoutineView(
            id=routine.id,
            name=routine.name,
            seconds=unroll(fitted.routine, moves, options).total_s,
            positions=tuple(dict.fromkeys(str(move.position) for move in used)),
            equipment=tuple(dict.fromkeys(thing for move in used for thing in move.equipment)),
            moves=tuple(move.name for move in used),
            fitted=fitted,
            instead=instead_of(routine, library.routines, moves, known.safety) if fitted.withheld else None,
            options=options,
            own=library.is_own(library.routines[routine.id]),
            hurt=routine.id in known.hurt and gentler_way(routine, moves) is not None,
        )


class _Known(NamedTuple):
    """What of the person a view of a routine is made from."""

    person: Profile
    safety: Safety
    hurt: frozenset[str]


def _unrolled(routine: Routine, moves: Mapping[str, Move], options: Options) -> Timeline:
    return unroll(with_options(routine, moves, options), moves, options)
