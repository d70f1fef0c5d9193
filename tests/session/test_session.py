from __future__ import annotations

import math

import msgspec
import pytest
from session_examples import EVENTS, move, timeline

from coach.model.dose import SegmentKind
from coach.model.entry import Side, StepDone
from coach.session.session import Session, State, View
from coach.session.timeline import Kind, Timeline

START_S = 5000.0
BEDTIME = timeline(move())
"""One move, 10 s each: prepare, hold, rest, hold, rest, hold; change side (5 s), hold, rest, hold, rest, hold."""


def ticked(session: Session, at: float, until: float) -> Session:
    """`session` at `until`, ticked every second."""
    while at < until and not session.view(at).state.is_over:
        at = min(at + 1, until)
        session = session.tick(at)
    return session


def after(seconds: float, unrolled: Timeline = BEDTIME) -> Session:
    return ticked(Session.start(unrolled, START_S), START_S, START_S + seconds)


def held(session: Session) -> list[float]:
    return [step.held_s for step in session.result()]


def test_it_begins_with_the_time_to_get_into_position() -> None:
    view = Session.start(BEDTIME, START_S).view(START_S)
    assert (view.state, view.segment.kind, view.elapsed_s, view.remaining_s) == (
        State.RUNNING,
        Kind.PREPARE,
        0,
        10,
    )
    assert view.next == BEDTIME.segments[1]
    assert (view.remaining_total_s, view.total_progress, view.held_s) == (115, 0, 0)


def test_a_view_in_the_middle_of_a_hold() -> None:
    assert after(33).view(START_S + 34) == View(
        state=State.RUNNING,
        index=3,
        segment=BEDTIME.segments[3],
        next=BEDTIME.segments[4],
        repetition=2,
        elapsed_s=4,
        remaining_s=6,
        remaining_total_s=81,
        segment_progress=0.4,
        total_progress=34 / 115,
        held_s=14,
    )


def test_the_end_is_reached_once_and_for_all() -> None:
    session = after(115)
    view = session.view(START_S + 115)
    assert (view.state, view.index, view.next, view.state.is_over) == (State.DONE, 12, None, True)
    assert (view.segment, view.repetition) == (BEDTIME.segments[-1], 3)
    assert (view.remaining_s, view.remaining_total_s, view.segment_progress, view.total_progress) == (0, 0, 1, 1)
    assert session.result() == (
        StepDone(move="calf-wall", side=Side.LEFT, planned_s=30, held_s=30),
        StepDone(move="calf-wall", side=Side.RIGHT, planned_s=30, held_s=30),
    )
    for event in EVENTS.values():
        assert event(session, START_S + 116) == session
    assert after(114.5).tick(START_S + 116) == session


def test_a_pause_is_not_held() -> None:
    paused = after(14).pause(START_S + 14)
    assert paused.view(START_S + 500).state is State.PAUSED
    assert paused.view(START_S + 500).elapsed_s == 4
    resumed = paused.resume(START_S + 500).tick(START_S + 501)
    assert resumed.view(START_S + 501).elapsed_s == 5
    assert held(resumed) == [5, 0]


def test_a_segment_that_rounding_completes_is_over() -> None:
    session = Session.start(BEDTIME, 0.0)
    for at in (2.0, 4.0, 6.0, 8.0, math.nextafter(10.0, 0.0)):
        session = session.tick(at)
    assert session.index == 0
    assert session.pause(math.nextafter(10.0, 0.0)).resume(1e6).index == 1


def test_a_gap_pauses_as_of_the_last_tick_and_stays_a_gap() -> None:
    before = after(14)
    assert before.view(START_S + 16).state is State.RUNNING
    slept = before.tick(START_S + 16.125)
    view = slept.view(START_S + 16.125)
    assert (view.state, view.state.is_paused, view.elapsed_s, view.held_s) == (State.PAUSED_BY_GAP, True, 4, 4)
    assert slept.pause(START_S + 17).view(START_S + 17) == view
    assert before.resume(START_S + 100).view(START_S + 100).elapsed_s == 4


def test_a_clock_that_goes_back_is_a_gap() -> None:
    assert after(14).tick(START_S).view(START_S).state is State.PAUSED_BY_GAP
    assert after(14).tick(START_S).resume(3.0).tick(4.0).view(4.0).elapsed_s == 5


def test_next_skips_the_rest_of_the_segment() -> None:
    session = after(14).next(START_S + 14)
    view = session.view(START_S + 14)
    assert (view.index, view.elapsed_s, view.held_s) == (2, 0, 4)


def test_next_after_the_last_segment_is_the_end() -> None:
    session = after(108).next(START_S + 108)
    assert session.view(START_S + 108).state is State.DONE
    assert held(session) == [30, 23]


def test_next_while_paused_stays_paused() -> None:
    view = after(14).pause(START_S + 14).next(START_S + 90).view(START_S + 95)
    assert (view.state, view.index, view.elapsed_s) == (State.PAUSED, 2, 0)


def test_back_restarts_a_hold_and_keeps_what_was_held() -> None:
    session = after(14).back(START_S + 14)
    view = session.view(START_S + 14)
    assert (view.index, view.elapsed_s, view.held_s) == (1, 0, 4)
    again = ticked(session, START_S + 14, START_S + 24)
    assert (again.view(START_S + 24).index, held(again)) == (2, [14, 0])


def test_back_at_the_beginning_of_a_segment_goes_to_the_one_before() -> None:
    session = after(22).back(START_S + 22)
    assert (session.view(START_S + 22).index, session.view(START_S + 22).elapsed_s) == (1, 0)
    assert Session.start(BEDTIME, START_S).back(START_S + 1).view(START_S + 1).index == 0


def test_more_lengthens_this_visit_only_and_leaves_the_plan() -> None:
    session = after(14).more(START_S + 14)
    view = session.view(START_S + 14)
    assert (view.remaining_s, view.remaining_total_s, view.segment_progress) == (16, 111, 0.2)
    assert view.total_progress == 12 / 115
    assert session.back(START_S + 14).view(START_S + 14).remaining_s == 10
    longer = ticked(session, START_S + 14, START_S + 30)
    assert (longer.view(START_S + 30).index, longer.view(START_S + 30).remaining_s) == (2, 10)
    assert [(step.planned_s, step.held_s) for step in longer.result()] == [(30, 20), (30, 0)]


def test_more_adds_up() -> None:
    assert after(14).more(START_S + 14).more(START_S + 15, 5.0).view(START_S + 15).remaining_s == 20


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan")])
def test_more_of_nothing_is_refused(seconds: float) -> None:
    with pytest.raises(ValueError, match="cannot add"):
        after(14).more(START_S + 14, seconds)


def test_stop_keeps_what_was_held() -> None:
    session = after(14).stop(START_S + 15)
    view = session.view(START_S + 900)
    assert (view.state, view.state.is_over, view.elapsed_s) == (State.STOPPED, True, 5)
    assert held(session) == [5, 0]
    for event in EVENTS.values():
        assert event(session, START_S + 16) == session


def test_a_tick_may_pass_several_segments() -> None:
    short = timeline(move(hold_s=0.5, repetitions=2, rest_s=0.25, per_side=False))
    session = after(9.875, short)
    before, now = session.view(START_S + 9.875), session.view(START_S + 11)
    began = short.segments[before.index + 1 : now.index + 1]
    assert [(segment.kind, segment.repetition) for segment in began] == [
        (Kind.HOLD, 1),
        (Kind.REST, 2),
        (Kind.HOLD, 2),
    ]
    assert (now.elapsed_s, now.held_s) == (0.25, 0.75)
    assert session.view(START_S + 11.25).state is State.DONE


def test_the_repetition_is_counted_while_it_flows() -> None:
    circles = timeline(move("ankle-circles", SegmentKind.REPETITIONS, hold_s=3, repetitions=8, rest_s=0))
    assert after(10 + 7, circles).view(START_S + 17).repetition == 3


def test_one_move_twice_is_two_steps() -> None:
    march = move("march", SegmentKind.STEADY, hold_s=4, repetitions=1, rest_s=0, per_side=False)
    assert held(after(25, timeline(march, march))) == [4, 1]


def test_it_can_be_written_down_and_taken_up_on_another_clock() -> None:
    written = msgspec.json.encode(after(14))
    session = msgspec.json.decode(written, type=Session)
    assert session == after(14)
    restored = session.restored()
    assert restored.view(START_S + 15).state is State.TAKEN_UP
    assert restored.view(START_S + 15).held_s == 4
    assert held(restored.resume(3.0).tick(4.0)) == [5, 0]


def test_taken_up_again_it_stands_still_whatever_it_stood_still_for_before() -> None:
    for session in (after(14).pause(START_S + 14), after(14).tick(START_S + 99), after(14).restored()):
        restored = session.restored()
        assert (restored.state, restored.result()) == (State.TAKEN_UP, session.result())
        assert restored.pause(START_S).state is State.TAKEN_UP
        assert restored.next(START_S).state is State.TAKEN_UP


def test_restoring_changes_nothing_that_is_over() -> None:
    for session in (after(14).stop(START_S + 14), after(115)):
        assert session.restored() == session
