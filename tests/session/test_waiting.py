from __future__ import annotations

import pytest
from session_examples import move, timeline

from coach.model.dose import SegmentKind
from coach.model.options import Options
from coach.session.session import Session, State
from coach.session.timeline import Kind

START_S = 5000.0
CALF = move(repetitions=1, per_side=False)
MARCH = move("march", SegmentKind.STEADY, hold_s=5, repetitions=1, rest_s=0, per_side=False)
WAITS = timeline(CALF, MARCH, options=Options(wait=True, rounds=2))
"""Prepare 10, hold 10, prepare 10, steady 5; and all of it again."""


def after(seconds: float) -> Session:
    """The session so many seconds after its start, ticked every second."""
    session = Session.start(WAITS, START_S)
    for second in range(1, round(seconds) + 1):
        session = session.tick(START_S + second)
    return session


def held(session: Session) -> list[float]:
    return [step.held_s for step in session.result()]


def test_the_first_move_does_not_wait() -> None:
    assert after(5).state is State.RUNNING


def test_the_next_move_waits_and_nothing_is_credited() -> None:
    session = after(21).tick(START_S + 500)
    view = session.view(START_S + 500)
    assert (view.state, view.state.is_paused, view.state.is_over) == (State.WAITING, True, False)
    assert (view.segment.kind, view.segment.move, view.elapsed_s) == (Kind.PREPARE, "march", 0)
    assert held(session) == [10, 0]


def test_resume_goes_on_with_all_the_time_to_get_ready() -> None:
    session = after(21).resume(START_S + 500)
    assert session.state is State.RUNNING
    view = session.tick(START_S + 501).view(START_S + 501)
    assert (view.segment.kind, view.elapsed_s, view.remaining_s) == (Kind.PREPARE, 1, 9)


def test_every_further_round_waits_too() -> None:
    session, at = after(21).resume(START_S + 21), START_S + 21
    while session.state is State.RUNNING:
        at += 1
        session = session.tick(at)
    view = session.view(at)
    assert (view.state, view.segment.move, view.segment.round, at) == (State.WAITING, "calf-wall", 2, START_S + 36)


def test_pause_leaves_it_waiting() -> None:
    assert after(21).pause(START_S + 22).state is State.WAITING


def test_skipping_to_a_move_waits_there_and_skipping_on_begins_it() -> None:
    waiting = after(12).next(START_S + 12)
    assert (waiting.state, waiting.index) == (State.WAITING, 2)
    begun = waiting.next(START_S + 90)
    view = begun.tick(START_S + 91).view(START_S + 91)
    assert (view.state, view.segment.kind, view.elapsed_s) == (State.RUNNING, Kind.STEADY, 1)


def test_going_back_from_it_does_the_last_hold_again() -> None:
    again = after(21).back(START_S + 90)
    assert (again.state, again.index) == (State.RUNNING, 1)
    assert held(again.tick(START_S + 91)) == [11, 0]


def test_what_is_paused_by_hand_stays_so_when_it_comes_to_a_move() -> None:
    paused = after(12).pause(START_S + 12).next(START_S + 13)
    assert paused.state is State.PAUSED
    assert paused.resume(START_S + 14).state is State.RUNNING


@pytest.mark.parametrize("seconds", [21, 12])
def test_it_is_read_back_as_it_stood(seconds: float) -> None:
    session = after(seconds)
    expected = State.WAITING if session.state is State.WAITING else State.TAKEN_UP
    assert session.restored().state is expected
