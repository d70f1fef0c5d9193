"""Thousands of interruptions in one session: what was held is exactly what a ledger of the events says."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session_examples import EVENTS, move, timeline, timelines, untimed

from coach.model.dose import SegmentKind
from coach.model.entry import Side
from coach.model.order import Order
from coach.session.session import Session, State
from coach.session.timeline import Timeline

TICKS_A_SECOND = 64
"""Times are whole numbers of 1/64 s, which floats add without error."""
LONGEST_GAP = RESTART_AFTER = 2 * TICKS_A_SECOND
MORE = 10 * TICKS_A_SECOND
START_S = 86400.0
INTERRUPTIONS = 10_000
ENOUGH_BUT_NOT_THE_END = 0.8


class Ledger:
    """Books every interval to the segment it fell in; knows lengths and kinds, and nothing of clocks."""

    def __init__(self, unrolled: Timeline) -> None:
        self.lengths = [round(segment.seconds * TICKS_A_SECOND) for segment in unrolled.segments]
        self.booked = [0] * len(self.lengths)
        self.place = self.into = self.added = 0
        self.counts = True

    @property
    def over(self) -> bool:
        return self.place == len(self.lengths)

    def pass_time(self, ticks: int) -> None:
        """An interval of which either all counts or nothing."""
        if not self.counts or self.over:
            return
        if ticks > LONGEST_GAP:
            self.counts = False
            return
        while ticks and not self.over:
            left = self.lengths[self.place] + self.added - self.into
            spent = min(ticks, left)
            self.booked[self.place] += spent
            self.into += spent
            ticks -= spent
            if spent == left:
                self.enter(self.place + 1)

    def enter(self, place: int) -> None:
        self.place, self.into, self.added = place, 0, 0

    def interrupt(self, event: str) -> None:
        if self.over:
            return
        if event in {"pause", "resume"}:
            self.counts = event == "resume"
        elif event == "more":
            self.added += MORE
        elif event == "next":
            self.enter(self.place + 1)
        elif event == "back":
            self.enter(self.place if self.into > RESTART_AFTER else max(0, self.place - 1))

    def held_s(self, unrolled: Timeline) -> dict[tuple[int, Side], float]:
        """Seconds of work by step and side."""
        held: Counter[tuple[int, Side]] = Counter()
        for segment, ticks in zip(unrolled.segments, self.booked, strict=True):
            if segment.is_work:
                held[segment.step, segment.side] += ticks
        return {share: ticks / TICKS_A_SECOND for share, ticks in held.items()}


class Both:
    """The session and the ledger, told the same."""

    def __init__(self, unrolled: Timeline) -> None:
        self.unrolled = unrolled
        self.session = Session.start(unrolled, START_S)
        self.ledger = Ledger(unrolled)
        self.now = round(START_S * TICKS_A_SECOND)

    def happen(self, ticks: int, event: str) -> None:
        """`event` after so many 64ths of a second."""
        self.now += ticks
        self.ledger.pass_time(ticks)
        self.ledger.interrupt(event)
        self.session = EVENTS[event](self.session, self.now / TICKS_A_SECOND)

    def agree(self) -> None:
        steps = {(planned.step, planned.side): 0.0 for planned in self.unrolled.planned}
        for share, step in zip(steps, self.session.result(), strict=True):
            steps[share] = step.held_s
        # To the millisecond: that is what a session says, and a 64th has more decimals.
        booked = {share: round(held_s, 3) for share, held_s in self.ledger.held_s(self.unrolled).items()}
        assert steps == booked
        assert (self.session.state is State.DONE) == self.ledger.over


def a_quarter_of_an_hour(order: Order) -> Timeline:
    """Every kind of segment, for both legs and for one, with rests and without."""
    made = timeline(
        move("calf-wall", hold_s=30, repetitions=3),
        move("march", SegmentKind.REPETITIONS, hold_s=2.5, repetitions=24, rest_s=0, per_side=False),
        move("hamstring", hold_s=20.5, repetitions=4, rest_s=7.25),
        move("brisk-walk", SegmentKind.STEADY, hold_s=160, repetitions=1, rest_s=0, per_side=False),
        move("ankle-circles", SegmentKind.REPETITIONS, hold_s=3, repetitions=8, rest_s=1.5),
        move("soleus", hold_s=25, repetitions=1, rest_s=0),
        move("heel-raise", SegmentKind.REPETITIONS, hold_s=2, repetitions=20, rest_s=0, per_side=False),
        order=order,
    )
    assert 14 * 60 <= made.total_s <= 16 * 60
    return made


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_ten_thousand_interruptions_of_a_quarter_of_an_hour(order: Order, seed: int) -> None:
    unrolled = a_quarter_of_an_hour(order)
    both, chance, happened = Both(unrolled), Random(seed), Counter[str]()
    wandering = "next"
    for number in range(INTERRUPTIONS):
        if both.session.index == 0:
            wandering = "next"
        elif both.session.index > ENOUGH_BUT_NOT_THE_END * len(unrolled.segments):
            wandering = "back"
        ways = ["resume"] * 3 if both.session.state.is_paused else ["pause", "tick", "tick", "tick"]
        event = chance.choice([*ways, "next", "back", "more", *[wandering] * (2 if wandering == "back" else 1)])
        # Most waits are short of the gap that pauses, some are just beyond it, and some are a lunch break.
        ticks = chance.choice(
            [chance.randint(0, LONGEST_GAP), LONGEST_GAP, LONGEST_GAP + 1, 3600 * TICKS_A_SECOND]
        )
        ticks = chance.choice([ticks, chance.randint(0, LONGEST_GAP)])
        gap = ticks > LONGEST_GAP and both.session.state is State.RUNNING
        both.happen(ticks, event)
        happened[event] += 1
        happened["gap"] += gap
        if number % 50 == 0:
            both.agree()
    assert both.session.state is not State.DONE
    assert min(happened[event] for event in ("pause", "resume", "next", "back", "more", "gap")) > 500
    both.agree()
    while not both.ledger.over:
        both.happen(LONGEST_GAP, "resume")
    both.agree()
    assert min(both.ledger.booked) > 0


waits = st.integers(0, LONGEST_GAP + 2)
interruptions = st.lists(
    st.tuples(waits, st.sampled_from(["tick", "tick", "pause", "resume", "resume", "next", "back", "more"])),
    max_size=60,
)


@untimed
@given(timelines(), interruptions)
def test_any_interruptions_of_any_small_routine(unrolled: Timeline, happening: list[tuple[int, str]]) -> None:
    both = Both(unrolled)
    for ticks, event in happening:
        both.happen(ticks, event)
        both.agree()
