"""Times and doses as people say them."""

from __future__ import annotations

from coach.model.dose import Dose, SegmentKind
from coach.model.move import Move
from coach.model.order import Order


def minutes(seconds: float) -> str:
    """A length for a list: `5 min`; what is shorter than a minute counts as one."""
    return f"{max(1, round(seconds / 60))} min"


def clock_time(seconds: float) -> str:
    """A length or what is left of it, as a clock shows it: `0:07`, `12:30`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def seconds_said(seconds: float) -> str:
    """`10 s`, `2 min`, `90 s`."""
    return f"{seconds / 60:g} min" if seconds >= 120 and seconds % 60 == 0 else f"{seconds:g} s"


def dose_said(dose: Dose, move: Move, order: Order) -> str:
    """`3 × 10 s each leg, legs in turn`, `10 times, 4 s each`, `2 min`."""
    each = " each leg" if move.per_side else ""
    one = seconds_said(dose.hold_s)
    if move.segment is SegmentKind.REPETITIONS:
        return f"{dose.repetitions} times{each}, {one} a time"
    if dose.repetitions == 1:
        return f"{one}{each}"
    turns = ", legs in turn" if move.per_side and order is Order.ALTERNATE and _is_hold(move) else ""
    return f"{dose.repetitions} × {one}{each}{turns}"


def _is_hold(move: Move) -> bool:
    return move.segment is SegmentKind.HOLD
