from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from coach.cues.cue import Cue
from coach.cues.due import cues_between
from coach.model.dose import SegmentKind
from coach.model.options import Options
from coach.model.order import Order
from coach.model.routine import Step
from coach.session.session import Session, State
from coach.session.timeline import Timeline, unroll
from tests.cues.cue_walk import BEGIN, LONGEST_GAP, CueWalk, Event, Heard, listen
from tests.session.session_examples import EVENTS, UNIT_S, move, routine, timeline, untimed

LAST = [(Cue.THREE, 3.0), (Cue.TWO, 2.0), (Cue.ONE, 1.0)]
WITHOUT_STOP = [name for name in EVENTS if name != "stop"]
ONE_HOLD = timeline(move(hold_s=12, repetitions=1, per_side=False))
TWO_LEGS = timeline(move(hold_s=10, repetitions=2, rest_s=6))
PREPARED = [(0.0, "tick"), *[(1.0, "tick")] * 10]

_units = st.integers(1, 110).map(lambda units: units * UNIT_S)
_moves = st.builds(
    move,
    st.sampled_from(["calf-wall", "march"]),
    st.sampled_from(SegmentKind),
    hold_s=_units,
    repetitions=st.integers(1, 3),
    rest_s=st.just(0.0) | _units,
    per_side=st.booleans(),
)


@st.composite
def long_timelines(draw: st.DrawFn) -> Timeline:
    """Segments from an eighth of a second to some that have every cue."""
    known = draw(st.lists(_moves, min_size=1, max_size=2, unique_by=lambda each: each.id))
    steps = [Step(move=each.id) for each in known]
    made = routine(*steps, order=draw(st.sampled_from(Order)), position_s=draw(_units), side_s=draw(_units))
    return unroll(made, {each.id: each for each in known})


events = st.lists(
    st.tuples(st.integers(0, LONGEST_GAP + 2), st.sampled_from([*WITHOUT_STOP, *["tick", "resume"] * 4])),
    max_size=100,
)


def all_cues(unrolled: Timeline) -> Heard:
    """What an undisturbed session has."""
    heard: Heard = []
    for place, segment in enumerate(unrolled.segments):
        heard.append((BEGIN.get(segment.kind, Cue.START), place, segment.seconds))
        if segment.is_work and segment.seconds >= 10:
            heard.append((Cue.HALFWAY, place, segment.seconds / 2))
        if segment.seconds >= 6:
            heard += [(cue, place, left_s) for cue, left_s in LAST]
    return [*heard, (Cue.DONE, len(unrolled.segments), 0.0)]


@untimed
@given(long_timelines(), events)
@example(TWO_LEGS, [(1, "tick")] * 500)
@example(TWO_LEGS, [(16, "tick")] * 40)
def test_whatever_happens_it_sounds_as_a_naive_walk_says(unrolled: Timeline, happening: list[Event]) -> None:
    walk = CueWalk(unrolled)
    for units, event in happening:
        walk.happen(units, event)
    assert listen(unrolled, [(units * UNIT_S, event) for units, event in happening]) == walk.heard


@untimed
@given(
    long_timelines(),
    st.floats(0, 1e7),
    st.lists(st.tuples(st.floats(0.01, 1.99), st.sampled_from(["tick", "tick", "pause"])), min_size=1),
    st.floats(0, 1e5),
)
def test_without_skips_every_cue_comes_once_whatever_the_ticks_and_pauses(
    unrolled: Timeline, start_s: float, rounds: list[tuple[float, str]], away_s: float
) -> None:
    once = [
        each
        for wait_s, event in rounds
        for each in ((wait_s, event), (away_s if event == "pause" else 0.0, "resume"))
    ]
    # A hair less than the sum of the parts may remain, for the clock's numbers are rounded.
    enough = int((unrolled.total_s + 1) / sum(wait_s for wait_s, _ in rounds)) + 1
    assert listen(unrolled, once * enough, start_s) == all_cues(unrolled)


def test_a_hold_is_heard_from_getting_ready_to_the_end() -> None:
    assert [cue for cue, _, _ in listen(ONE_HOLD, [(0.5, "tick")] * 50)] == [
        *(Cue.READY, Cue.THREE, Cue.TWO, Cue.ONE),
        *(Cue.START, Cue.HALFWAY, Cue.THREE, Cue.TWO, Cue.ONE),
        Cue.DONE,
    ]


def test_the_end_of_a_hold_tells_what_follows() -> None:
    begins = [(cue, place) for cue, place, left_s in all_cues(TWO_LEGS) if left_s > 5 or cue is Cue.CHANGE_SIDE]
    assert begins == [
        (Cue.READY, 0),
        (Cue.START, 1),
        (Cue.END, 2),
        (Cue.START, 3),
        (Cue.CHANGE_SIDE, 4),
        (Cue.START, 5),
        (Cue.END, 6),
        (Cue.START, 7),
    ]
    heard = listen(TWO_LEGS, [(1.0, "tick")] * 80)
    assert heard == all_cues(TWO_LEGS)


def test_one_jump_over_several_cues_loses_none_and_keeps_their_order() -> None:
    heard = listen(ONE_HOLD, [*PREPARED, *[(1.0, "tick")] * 8, (0.75, "tick"), (2.0, "tick"), (1.5, "tick")])
    assert heard[-4:] == [(Cue.THREE, 1, 3.0), (Cue.TWO, 1, 2.0), (Cue.ONE, 1, 1.0), (Cue.DONE, 2, 0.0)]


def test_what_is_skipped_is_not_heard_though_the_skip_comes_near_the_end() -> None:
    heard = listen(TWO_LEGS, [*PREPARED, *[(1.0, "tick")] * 7, (0.5, "tick"), (0.1, "next")])
    assert [cue for cue, place, _ in heard if place == 1] == [Cue.START, Cue.HALFWAY, Cue.THREE]
    assert heard[-1] == (Cue.END, 2, 6.0)


def test_a_hold_done_again_is_heard_again() -> None:
    heard = listen(ONE_HOLD, [*PREPARED, *[(1.0, "tick")] * 7, (0.0, "back"), *[(1.0, "tick")] * 7])
    assert [cue for cue, place, _ in heard if place == 1] == [Cue.START, Cue.HALFWAY] * 2


def test_ten_seconds_more_in_the_last_ones_count_them_again_and_move_the_middle() -> None:
    heard = listen(ONE_HOLD, [*PREPARED, *[(1.0, "tick")] * 10, (0.0, "more"), *[(1.0, "tick")] * 12])
    assert [(cue, left_s) for cue, place, left_s in heard if place == 1] == [
        (Cue.START, 12.0),
        (Cue.HALFWAY, 6.0),
        *LAST[:2],
        (Cue.HALFWAY, 11.0),
        *LAST,
    ]


def test_a_session_that_stands_still_is_silent_and_begins_when_it_goes_on() -> None:
    still = [*PREPARED, (0.5, "pause"), (9.0, "tick"), (0.0, "next"), (9.0, "tick"), (0.0, "back"), (1.0, "next")]
    heard = listen(TWO_LEGS, still)
    assert heard[-1] == (Cue.START, 1, 10.0)
    assert listen(TWO_LEGS, [*still, (5.0, "resume")]) == [*heard, (Cue.END, 2, 6.0)]


def test_a_pause_at_the_moment_of_a_cue_does_not_bring_it_again() -> None:
    uneven = timeline(move(hold_s=8.1, repetitions=1, per_side=False))
    for number in range(100):
        paused = [*PREPARED, *[(1.7, "tick")] * 3, (0.0, "pause"), (7.3, "resume"), (0.5, "tick")]
        heard = listen(uneven, paused, 1000.1 + 0.37 * number)
        assert heard[-2:] == [(Cue.START, 1, 8.1), (Cue.THREE, 1, 3.0)]


def test_a_gap_is_silent() -> None:
    heard = listen(ONE_HOLD, [*PREPARED, (5.0, "tick"), (1.0, "tick")])
    assert heard[-1] == (Cue.START, 1, 12.0)


def test_a_session_taken_up_again_says_nothing_of_what_was() -> None:
    session = Session.start(ONE_HOLD, 0.0)
    for at in range(18):
        session = session.tick(float(at))
    kept = session.restored()
    resumed = kept.resume(900.0)
    assert cues_between(None, kept) == ()
    assert cues_between(kept, resumed) == ()
    assert [event.cue for event in cues_between(resumed, resumed.tick(902.0))] == [Cue.THREE]


def test_stopped_is_silent_and_done_is_said_once() -> None:
    going = [*PREPARED, *[(1.0, "tick")] * 8]
    assert listen(ONE_HOLD, [*going, (1.0, "stop"), (1.0, "tick")]) == listen(ONE_HOLD, going)
    assert listen(ONE_HOLD, [*going, (1.0, "tick")])[-1] == (Cue.THREE, 1, 3.0)
    heard = listen(ONE_HOLD, [(0.5, "next"), (0.5, "next"), (0.5, "tick"), (0.5, "next")])
    assert heard[-1] == (Cue.DONE, 2, 0.0)
    assert [cue for cue, _, _ in heard].count(Cue.DONE) == 1


def test_a_move_that_waits_is_announced_when_the_wait_begins_and_not_again() -> None:
    waiting = timeline(move(hold_s=10), move("march", hold_s=10), options=Options(wait=True))
    session = Session.start(waiting, 0.0)
    first = next(index for index, segment in enumerate(waiting.segments) if segment.step == 2)
    for _ in range(first):
        before, session = session, session.next(0.0)
    assert session.state is State.WAITING
    assert [event.cue for event in cues_between(before, session)] == [Cue.READY]
    assert cues_between(session, session.resume(0.0)) == ()
