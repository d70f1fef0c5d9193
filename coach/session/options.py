"""A routine as the person chose to have it guided."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from coach.model.dose import Dose, SegmentKind
from coach.model.move import Move
from coach.model.options import DoseChoice, Options
from coach.model.routine import Routine, Step

TRIAL = Dose(hold_s=10, repetitions=3, rest_s=10)
"""The dose of the one trial of stretching against night cramps that found fewer of them (S1)."""


def with_options(routine: Routine, moves: Mapping[str, Move], options: Options) -> Routine:
    """The routine with the order, the times to change and the dose of holds that were chosen.

    Lead-in, start side, rounds and waiting are not part of a routine: `unroll` takes them.
    """
    return replace(
        routine,
        steps=tuple(_step(step, moves, options.dose) for step in routine.steps),
        order=routine.order if options.order is None else options.order,
        change_position_s=_or(options.change_position_s, routine.change_position_s),
        change_side_s=_or(options.change_side_s, routine.change_side_s),
    )


def _or(chosen: float | None, written: float) -> float:
    return written if chosen is None else chosen


def _step(step: Step, moves: Mapping[str, Move], dose: DoseChoice | None) -> Step:
    """The step with another dose, if it is a hold: how often something is repeated has no such choice."""
    move = moves.get(step.move)
    if move is None or move.segment is not SegmentKind.HOLD:
        return step
    match dose:
        case DoseChoice.TRIAL:
            return Step(move=step.move, hold_s=TRIAL.hold_s, repetitions=TRIAL.repetitions, rest_s=TRIAL.rest_s)
        case DoseChoice.FLEXIBILITY:
            return Step(move=step.move)
        case _:
            return step
