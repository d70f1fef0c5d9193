"""A routine: moves in order, with doses."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from coach.model.dose import Repetitions, RestSeconds, Seconds
from coach.model.entry import Side
from coach.model.evidence import Content, Evidence
from coach.model.order import MOST_ROUNDS, Order

Rounds = Annotated[int, Meta(ge=1, le=MOST_ROUNDS)]


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A move in a routine; what is not given is the move's own dose."""

    move: str
    hold_s: Seconds | None = None
    repetitions: Repetitions | None = None
    rest_s: RestSeconds | None = None


class Routine(Content, frozen=True, kw_only=True):
    """Moves in order, its length computed and never stored; routines of lower `rank` stand first.

    One that `counts_as` another ticks what that one ticks.
    """

    name: str
    when: str
    why: str
    evidence: Evidence
    steps: tuple[Step, ...]
    rank: int = 100
    order: Order = Order.LEG_BY_LEG
    start_side: Side = Side.LEFT
    rounds: Rounds = 1
    change_position_s: Seconds = 10
    change_side_s: Seconds = 5
    note: str = ""
    withhold_if: tuple[str, ...] = ()
    instead: str = ""
    counts_as: str = ""


def with_step(routine: Routine, place: int, step: Step) -> Routine:
    """The routine with one more step, which has the index `place` then."""
    return replace(routine, steps=(*routine.steps[:place], step, *routine.steps[place:]))


def without_step(routine: Routine, place: int) -> Routine:
    """The routine without the step of the index `place`."""
    return replace(routine, steps=(*routine.steps[:place], *routine.steps[place + 1 :]))


def with_dose(routine: Routine, place: int, step: Step) -> Routine:
    """The routine with `step` in the place of the one with the index `place`."""
    return with_step(without_step(routine, place), place, step)


def with_step_moved(routine: Routine, place: int, by: int) -> tuple[Routine, int]:
    """The routine with a step moved by so many places, no further than to an end, and its index then."""
    there = max(0, min(len(routine.steps) - 1, place + by))
    return with_step(without_step(routine, place), there, routine.steps[place]), there
