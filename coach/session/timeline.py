"""A routine unrolled in time: what happens when, for how long and on which side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import product

import msgspec

from coach.errors import ContentError
from coach.model.dose import Dose, SegmentKind
from coach.model.entry import Side
from coach.model.move import Move
from coach.model.options import Options
from coach.model.order import Order
from coach.model.routine import Routine, Step

LEGS = (Side.LEFT, Side.RIGHT)
"""The order in which legs begin, unless the person chose the right one."""
AS_WRITTEN = Options()


class Kind(StrEnum):
    """What is done during a segment: a move's own three kinds, and what lies between them."""

    PREPARE = "prepare"
    HOLD = SegmentKind.HOLD.value
    REPETITIONS = SegmentKind.REPETITIONS.value
    STEADY = SegmentKind.STEADY.value
    REST = "rest"
    CHANGE_SIDE = "change side"


WORK = frozenset({Kind.HOLD, Kind.REPETITIONS, Kind.STEADY})


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time with one thing to do.

    `step` of `steps`, `repetition` of `repetitions` and `round` of `rounds` count from 1. One that is no work
    names the move, side and repetition it leads to. `repetition_s` is the dose's hold_s, `start_s` the offset
    from the beginning of the routine; seconds all.
    """

    kind: Kind
    move: str
    name: str
    side: Side
    step: int
    steps: int
    repetition: int
    repetitions: int
    repetition_s: float
    seconds: float
    start_s: float
    round: int = 1
    rounds: int = 1

    @property
    def end_s(self) -> float:
        """Seconds from the beginning of the routine to the end of this segment."""
        return self.start_s + self.seconds

    @property
    def is_work(self) -> bool:
        """Whether its seconds count as held."""
        return self.kind in WORK

    def repetition_at(self, elapsed_s: float) -> int:
        """The repetition that is on after `elapsed_s`; the last one goes on while time is added."""
        if not self.is_work:
            return self.repetition
        last = round(self.seconds / self.repetition_s) - 1
        return self.repetition + min(int(elapsed_s // self.repetition_s), last)


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """The work that one step (counted from 1) has for one side, in all rounds together.

    `segments` are indices in the timeline.
    """

    step: int
    move: str
    name: str
    side: Side
    seconds: float
    segments: tuple[int, ...]


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The segments of a routine in order, each beginning where the one before ends; never empty.

    `waits` means that every move but the first waits for the person before it begins.
    """

    routine: str
    name: str
    segments: tuple[Segment, ...]
    waits: bool = False

    @property
    def total_s(self) -> float:
        """Seconds the whole routine takes when nobody pauses."""
        return self.segments[-1].end_s

    @property
    def planned(self) -> tuple[Planned, ...]:
        """The work of every step and side, in the order in which they begin."""
        shares: dict[tuple[int, Side], list[int]] = {}
        for index, segment in enumerate(self.segments):
            if segment.is_work:
                shares.setdefault((segment.step, segment.side), []).append(index)
        return tuple(self._planned(tuple(share)) for share in shares.values())

    def _planned(self, share: tuple[int, ...]) -> Planned:
        first = self.segments[share[0]]
        return Planned(
            step=first.step,
            move=first.move,
            name=first.name,
            side=first.side,
            seconds=sum(self.segments[index].seconds for index in share),
            segments=share,
        )


def dose_of(step: Step, move: Move) -> Dose:
    """The step's dose, with the move's own where the step says nothing."""
    return Dose(
        hold_s=move.dose.hold_s if step.hold_s is None else step.hold_s,
        repetitions=move.dose.repetitions if step.repetitions is None else step.repetitions,
        rest_s=move.dose.rest_s if step.rest_s is None else step.rest_s,
    )


def unroll(routine: Routine, moves: Mapping[str, Move], options: Options = AS_WRITTEN) -> Timeline:
    """The timeline of `routine`, both legs with equal shares.

    Of the options it heeds lead-in, start side, rounds and waiting; `with_options` made the others part of
    the routine. Raises ContentError when the routine has no steps or names a move that is not in `moves`.
    """
    if not routine.steps:
        raise ContentError(f"routine {routine.id!r} has no steps")
    segments: list[Segment] = []
    start_s = 0.0
    rounds = options.rounds or routine.rounds
    first = options.start_side or routine.start_side
    for round_, (number, step) in product(range(1, rounds + 1), enumerate(routine.steps, start=1)):
        move = moves.get(step.move)
        if move is None:
            raise ContentError(f"routine {routine.id!r} names a move that is not there: {step.move!r}")
        dose = dose_of(step, move)
        for kind, side, repetition, planned_s in _pieces(routine, move, dose, first):
            seconds = planned_s if segments or options.lead_in_s is None else options.lead_in_s
            segments.append(
                Segment(
                    kind=kind,
                    move=move.id,
                    name=move.name,
                    side=side,
                    step=number,
                    steps=len(routine.steps),
                    repetition=repetition,
                    repetitions=dose.repetitions,
                    repetition_s=dose.hold_s,
                    seconds=seconds,
                    start_s=start_s,
                    round=round_,
                    rounds=rounds,
                )
            )
            start_s += seconds
    return Timeline(routine=routine.id, name=routine.name, segments=tuple(segments), waits=options.wait or False)


def _pieces(routine: Routine, move: Move, dose: Dose, start_side: Side) -> Iterator[tuple[Kind, Side, int, float]]:
    """One step's segments: kind, side, repetition and seconds of each."""
    kind = Kind(move.segment)
    # Repetitions without a rest between them flow: they are one segment, counted by the elapsed time.
    flows = kind is Kind.REPETITIONS and not dose.rest_s
    work_s = dose.hold_s * dose.repetitions if flows else dose.hold_s
    turns = _turns(routine, move, 1 if flows else dose.repetitions, start_side)
    previous, first = turns[0]
    yield Kind.PREPARE, previous, first, routine.change_position_s
    now_s = 0.0
    ended_s: dict[Side, float] = {}
    for side, repetition in turns:
        change_s = 0.0 if side is previous else routine.change_side_s
        rest_s = 0.0
        if side in ended_s:
            # A leg rests while the other works. Rounded, so that no rest of a rounding error is left over.
            rested_s = now_s + change_s - ended_s[side]
            rest_s = max(0.0, round(dose.rest_s - rested_s, 3))
        if rest_s:
            yield Kind.REST, side, repetition, rest_s
        if change_s:
            yield Kind.CHANGE_SIDE, side, repetition, change_s
        yield kind, side, repetition, work_s
        now_s += rest_s + change_s + work_s
        ended_s[side] = now_s
        previous = side


def _turns(routine: Routine, move: Move, repetitions: int, start_side: Side) -> list[tuple[Side, int]]:
    """Which side works when. Only holds alternate: changing sides would break the rhythm of the others."""
    numbers = range(1, repetitions + 1)
    legs = LEGS[::-1] if start_side is Side.RIGHT else LEGS
    sides = legs if move.per_side else (Side.BOTH,)
    if routine.order is Order.ALTERNATE and move.segment is SegmentKind.HOLD:
        return [(side, number) for number in numbers for side in sides]
    return [(side, number) for side in sides for number in numbers]
