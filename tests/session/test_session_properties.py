from __future__ import annotations

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st
from session_examples import EVENTS, UNIT_S, move, options, timeline, timelines, untimed

from coach.model.entry import Side
from coach.model.options import Options
from coach.session.session import Session, State
from coach.session.timeline import Kind, Timeline

START_S = 5000.0
LONGEST_GAP = round(2 / UNIT_S)
Event = tuple[int, str]
WITHOUT_STOP = [name for name in EVENTS if name != "stop"]
events = st.lists(
    st.tuples(st.integers(0, LONGEST_GAP + 2), st.sampled_from([*WITHOUT_STOP, *["tick", "resume"] * 4])),
    max_size=80,
)


class Walk:
    """The session told naively, one unit of time after the other: what the real one is held against."""

    def __init__(self, unrolled: Timeline) -> None:
        self.segments = unrolled.segments
        self.waits = unrolled.waits
        self.index = 0
        self.spent = 0
        self.extra = 0
        self.state = State.RUNNING
        self.held: Counter[tuple[int, Side]] = Counter()

    def enter(self, index: int) -> None:
        self.index, self.spent, self.extra = index, 0, 0
        if index == len(self.segments):
            self.state = State.DONE
        elif self.state in {State.RUNNING, State.WAITING}:
            prepares = index > 0 and self.segments[index].kind is Kind.PREPARE
            self.state = State.WAITING if self.waits and prepares else State.RUNNING

    def wait(self, units: int) -> None:
        if self.state is State.RUNNING and units > LONGEST_GAP:
            self.state = State.PAUSED_BY_GAP
        for _ in range(units):
            if self.state is State.RUNNING:
                segment = self.segments[self.index]
                self.spent += 1
                self.held[segment.step, segment.side] += segment.is_work
                if self.spent == segment.seconds / UNIT_S + self.extra:
                    self.enter(self.index + 1)

    def do(self, event: str) -> None:
        if self.state in {State.DONE, State.STOPPED}:
            return
        match event:
            case "pause" if self.state is State.RUNNING:
                self.state = State.PAUSED
            case "resume":
                self.state = State.RUNNING
            case "next":
                self.enter(self.index + 1)
            case "back" if self.spent > LONGEST_GAP:
                self.enter(self.index)
            case "back":
                self.enter(max(self.index - 1, 0))
            case "more":
                self.extra += round(10 / UNIT_S)
            case "stop":
                self.state = State.STOPPED


@untimed
@given(timelines(options), events, st.booleans())
@example(timeline(move()), [(8, "tick")] * 200, False)
@example(
    timeline(move(repetitions=1), move("march"), options=Options(wait=True, rounds=2)),
    [*[(16, "tick")] * 30, (16, "back"), *[(16, "tick")] * 20, (16, "next"), *[(16, "tick")] * 40],
    True,
)
def test_whatever_happens_it_is_as_a_naive_walk_says(
    unrolled: Timeline, happening: list[Event], stop: bool
) -> None:
    session, walk, at = Session.start(unrolled, START_S), Walk(unrolled), START_S
    for units, event in [*happening, (1, "stop" if stop else "tick")]:
        at += units * UNIT_S
        walk.wait(units)
        walk.do(event)
        session = EVENTS[event](session, at)
        view = session.view(at)
        assert (view.state, view.index) == (walk.state, walk.index)
        if view.state is not State.DONE:
            assert view.elapsed_s == walk.spent * UNIT_S
            assert view.remaining_s == view.segment.seconds + walk.extra * UNIT_S - view.elapsed_s
        assert [step.held_s for step in session.result()] == [
            walk.held[planned.step, planned.side] * UNIT_S for planned in unrolled.planned
        ]


moments = st.lists(st.floats(0, 2.5), max_size=60)


@untimed
@given(timelines(options), st.floats(0, 1e7), moments, st.lists(st.sampled_from(WITHOUT_STOP), min_size=1))
def test_nothing_shown_is_ever_out_of_range(
    unrolled: Timeline, at: float, waits: list[float], happening: list[str]
) -> None:
    session = Session.start(unrolled, at)
    for number, wait_s in enumerate(waits):
        at += wait_s
        session = EVENTS[happening[number % len(happening)]](session, at)
        view = session.view(at)
        assert min(view.elapsed_s, view.remaining_s, view.held_s) >= 0
        assert view.remaining_total_s >= view.remaining_s
        assert 0 <= view.segment_progress <= 1
        assert 0 <= view.total_progress <= 1
        assert 1 <= view.repetition <= view.segment.repetitions


@untimed
@given(timelines(options), st.floats(0, 1e6), moments, st.lists(st.floats(0, 1), max_size=20))
def test_many_ticks_show_the_same_as_one(
    unrolled: Timeline, at: float, waits: list[float], parts: list[float]
) -> None:
    session = Session.start(unrolled, at)
    for wait_s in waits:
        at += wait_s
        session = session.resume(at)
    often = session
    for part in sorted(parts):
        often = often.tick(at + part * 1.75)
    assert often.view(at + 1.75) == session.view(at + 1.75)
    assert often.tick(at + 1.75) == session.tick(at + 1.75)


@untimed
@given(
    timelines(options),
    st.floats(0, 1e6),
    st.lists(
        st.tuples(st.floats(0.5, 2.5), st.sampled_from(["tick", "pause"]), st.floats(0, 1e4)),
        min_size=1,
        max_size=10,
    ),
)
def test_without_skips_every_side_gets_its_full_time(
    unrolled: Timeline, at: float, rounds: list[tuple[float, str, float]]
) -> None:
    session = Session.start(unrolled, at)
    while not session.view(at).state.is_over:
        for wait_s, event, away_s in rounds:
            session = EVENTS[event](session, at + wait_s)
            at += wait_s + (away_s if session.view(at + wait_s).state.is_paused else 0)
            session = session.resume(at)
        at += 1
        session = session.tick(at)
    for step in session.result():
        assert step.held_s == step.planned_s


@untimed
@given(timelines(options), moments, st.floats(2.001, 1e6))
def test_a_gap_credits_nothing(unrolled: Timeline, waits: list[float], gap_s: float) -> None:
    session, at = Session.start(unrolled, START_S), START_S
    for wait_s in waits:
        at += wait_s
        session = session.resume(at)
    state = session.view(at).state
    assert session.tick(at + gap_s).result() == session.result()
    assert session.view(at + gap_s).state is (State.PAUSED_BY_GAP if state is State.RUNNING else state)
