"""Moves, routines and events for the tests of the guided session."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from coach.model.dose import Dose, SegmentKind
from coach.model.entry import Side
from coach.model.evidence import Evidence
from coach.model.move import Move
from coach.model.options import Options
from coach.model.order import Order
from coach.model.position import Position
from coach.model.routine import Routine, Step
from coach.session.session import Session
from coach.session.timeline import AS_WRITTEN, Timeline, unroll

UNIT_S = 0.125
"""Times that are multiples of this add up exactly."""

untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no fault of what is tested."""

EVENTS: dict[str, Callable[[Session, float], Session]] = {
    "tick": Session.tick,
    "pause": Session.pause,
    "resume": Session.resume,
    "next": Session.next,
    "back": Session.back,
    "more": Session.more,
    "stop": Session.stop,
}


def move(
    move_id: str = "calf-wall",
    segment: SegmentKind = SegmentKind.HOLD,
    *,
    hold_s: float = 10,
    repetitions: int = 3,
    rest_s: float = 10,
    per_side: bool = True,
) -> Move:
    return Move(
        id=move_id,
        name=move_id.capitalize(),
        purpose="",
        segment=segment,
        muscles=(),
        position=Position.STANDING,
        equipment=(),
        start="",
        cues=(),
        dose=Dose(hold_s=hold_s, repetitions=repetitions, rest_s=rest_s),
        per_side=per_side,
    )


def routine(*steps: Step, order: Order = Order.LEG_BY_LEG, position_s: float = 10, side_s: float = 5) -> Routine:
    return Routine(
        id="bedtime",
        name="Bedtime",
        when="",
        why="",
        evidence=Evidence.WEAK,
        steps=steps,
        order=order,
        change_position_s=position_s,
        change_side_s=side_s,
    )


def timeline(*moves: Move, order: Order = Order.LEG_BY_LEG, options: Options = AS_WRITTEN) -> Timeline:
    steps = (Step(move=each.id) for each in moves)
    return unroll(routine(*steps, order=order), {each.id: each for each in moves}, options)


_seconds = st.integers(1, 40).map(lambda units: units * UNIT_S)
moves = st.builds(
    move,
    st.sampled_from(["calf-wall", "march", "ankle-circles"]),
    st.sampled_from(SegmentKind),
    hold_s=_seconds,
    repetitions=st.integers(1, 4),
    rest_s=st.just(0.0) | _seconds,
    per_side=st.booleans(),
)


options = st.builds(
    Options,
    lead_in_s=st.none() | _seconds,
    start_side=st.sampled_from([None, Side.LEFT, Side.RIGHT]),
    wait=st.sampled_from([None, True, False]),
    rounds=st.sampled_from([None, 1, 2, 3]),
)
"""Choices that `unroll` heeds."""


@st.composite
def timelines(draw: st.DrawFn, guided: st.SearchStrategy[Options] | None = None) -> Timeline:
    """Any small routine, unrolled, with `guided` options if any.

    Some of its segments are shorter than two ticks are apart.
    """
    known = draw(st.lists(moves, min_size=1, max_size=3, unique_by=lambda each: each.id))
    steps = draw(st.lists(st.sampled_from([Step(move=each.id) for each in known]), min_size=1, max_size=4))
    order = draw(st.sampled_from(Order))
    made = routine(*steps, order=order, position_s=draw(_seconds), side_s=draw(_seconds))
    return unroll(made, {each.id: each for each in known}, AS_WRITTEN if guided is None else draw(guided))
