from __future__ import annotations

import pytest
from hypothesis import given
from session_examples import move, moves, options, routine, timeline, timelines, untimed

from coach.errors import ContentError
from coach.model.dose import SegmentKind
from coach.model.entry import Side
from coach.model.move import Move
from coach.model.order import Order
from coach.model.routine import Step
from coach.session.timeline import Kind, Segment, Timeline, dose_of, unroll

_SIGNS = {Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: "B"}


def in_words(unrolled: Timeline) -> str:
    """Like `prepare 10 L1, hold 10 L1`."""
    return ", ".join(
        f"{segment.kind.value} {segment.seconds:g} {_SIGNS[segment.side]}{segment.repetition}"
        for segment in unrolled.segments
    )


def rests_of_legs(unrolled: Timeline) -> list[float]:
    """How long each side rested between two pieces of work of one step."""
    ended: dict[tuple[int, Side], float] = {}
    rests = []
    for segment in unrolled.segments:
        if segment.is_work:
            key = segment.step, segment.side
            if key in ended:
                rests.append(segment.start_s - ended[key])
            ended[key] = segment.end_s
    return rests


def test_leg_by_leg_gives_each_leg_its_holds_and_rests() -> None:
    assert in_words(timeline(move())) == (
        "prepare 10 L1, hold 10 L1, rest 10 L2, hold 10 L2, rest 10 L3, hold 10 L3, "
        "change side 5 R1, hold 10 R1, rest 10 R2, hold 10 R2, rest 10 R3, hold 10 R3"
    )


def test_alternating_legs_rest_while_the_other_holds() -> None:
    assert in_words(timeline(move(), order=Order.ALTERNATE)) == (
        "prepare 10 L1, hold 10 L1, change side 5 R1, hold 10 R1, change side 5 L2, hold 10 L2, "
        "change side 5 R2, hold 10 R2, change side 5 L3, hold 10 L3, change side 5 R3, hold 10 R3"
    )


def test_alternating_adds_only_the_rest_a_leg_still_lacks() -> None:
    unrolled = timeline(move(rest_s=27, repetitions=2), order=Order.ALTERNATE)
    assert in_words(unrolled) == (
        "prepare 10 L1, hold 10 L1, change side 5 R1, hold 10 R1, "
        "rest 7 L2, change side 5 L2, hold 10 L2, change side 5 R2, hold 10 R2"
    )


def test_a_rest_of_a_rounding_error_is_none() -> None:
    unrolled = timeline(move(hold_s=10.1, rest_s=20.1), order=Order.ALTERNATE)
    assert Kind.REST not in {segment.kind for segment in unrolled.segments}


def test_both_legs_at_once_have_no_change_of_side() -> None:
    unrolled = timeline(move("butterfly", repetitions=2, per_side=False), order=Order.ALTERNATE)
    assert in_words(unrolled) == "prepare 10 B1, hold 10 B1, rest 10 B2, hold 10 B2"


def test_no_rest_leaves_no_segment() -> None:
    unrolled = timeline(move(repetitions=2, rest_s=0, per_side=False))
    assert in_words(unrolled) == "prepare 10 B1, hold 10 B1, hold 10 B2"


@pytest.mark.parametrize("order", Order)
def test_repetitions_flow_and_stay_leg_by_leg(order: Order) -> None:
    circles = move("ankle-circles", SegmentKind.REPETITIONS, hold_s=3, repetitions=8, rest_s=0)
    assert in_words(timeline(circles, order=order)) == (
        "prepare 10 L1, repetitions 24 L1, change side 5 R1, repetitions 24 R1"
    )


def test_repetitions_with_a_rest_between_them_are_apart() -> None:
    raises = move("heel-raise", SegmentKind.REPETITIONS, hold_s=8, repetitions=2, rest_s=4, per_side=False)
    assert in_words(timeline(raises)) == "prepare 10 B1, repetitions 8 B1, rest 4 B2, repetitions 8 B2"


@pytest.mark.parametrize("order", Order)
def test_steady_moves_are_whole_and_stay_leg_by_leg(order: Order) -> None:
    march = move("march", SegmentKind.STEADY, hold_s=60, repetitions=1, rest_s=0, per_side=False)
    swing = move("swing", SegmentKind.STEADY, hold_s=20, repetitions=2, rest_s=5)
    assert in_words(timeline(march, swing, order=order)) == (
        "prepare 10 B1, steady 60 B1, prepare 10 L1, steady 20 L1, rest 5 L2, steady 20 L2, "
        "change side 5 R1, steady 20 R1, rest 5 R2, steady 20 R2"
    )


@pytest.mark.parametrize(
    ("made", "seconds"),
    [
        (move(hold_s=10, repetitions=3, rest_s=10), 105),
        (move(hold_s=30, repetitions=2, rest_s=10), 145),
        (move(hold_s=30, repetitions=1, rest_s=10), 65),
        (move(hold_s=15, repetitions=3, rest_s=5), 115),
        (move(hold_s=10, repetitions=5, rest_s=5), 145),
        (move("ankle-pumps", SegmentKind.REPETITIONS, hold_s=4, repetitions=10, rest_s=0, per_side=False), 40),
        (move("ankle-circles", SegmentKind.REPETITIONS, hold_s=3, repetitions=8, rest_s=0), 53),
        (move("march", SegmentKind.STEADY, hold_s=60, repetitions=1, rest_s=0, per_side=False), 60),
    ],
)
def test_a_move_takes_as_long_as_the_sources_say(made: Move, seconds: float) -> None:
    assert timeline(made).total_s == 10 + seconds


def test_the_step_has_the_last_word_on_the_dose() -> None:
    known = move(hold_s=30, repetitions=2, rest_s=10)
    dose = dose_of(Step(move=known.id, hold_s=12, rest_s=0), known)
    assert (dose.hold_s, dose.repetitions, dose.rest_s) == (12, 2, 0)
    unrolled = unroll(routine(Step(move=known.id, repetitions=1), Step(move=known.id)), {known.id: known})
    assert [(planned.step, planned.side, planned.seconds) for planned in unrolled.planned] == [
        (1, Side.LEFT, 30),
        (1, Side.RIGHT, 30),
        (2, Side.LEFT, 60),
        (2, Side.RIGHT, 60),
    ]


def test_the_routine_says_how_long_changes_take() -> None:
    made = routine(Step(move="calf-wall", repetitions=1), position_s=3, side_s=8)
    assert in_words(unroll(made, {"calf-wall": move()})) == (
        "prepare 3 L1, hold 10 L1, change side 8 R1, hold 10 R1"
    )


def test_the_repetition_follows_the_elapsed_time() -> None:
    circles = move("ankle-circles", SegmentKind.REPETITIONS, hold_s=3, repetitions=8, rest_s=0)
    prepare, left, change, _ = timeline(circles).segments
    assert [left.repetition_at(elapsed_s) for elapsed_s in (0, 2.9, 3, 23.9, 24, 34)] == [1, 1, 2, 8, 8, 8]
    assert prepare.repetition_at(9) == 1
    assert change.repetition_at(4) == 1


def test_a_second_hold_is_the_second_however_long_it_lasts() -> None:
    second = timeline(move()).segments[3]
    assert (second.repetition, second.repetitions) == (2, 3)
    assert second.repetition_at(25) == 2


def test_an_unknown_move_is_named() -> None:
    with pytest.raises(ContentError, match="'bedtime' names a move that is not there: 'moonwalk'"):
        unroll(routine(Step(move="moonwalk")), {"calf-wall": move()})


def test_a_routine_without_steps_is_refused() -> None:
    with pytest.raises(ContentError, match="no steps"):
        unroll(routine(), {})


@untimed
@given(timelines(options))
def test_segments_follow_one_another_without_a_hole(unrolled: Timeline) -> None:
    start_s = 0.0
    for segment in unrolled.segments:
        assert segment.start_s == start_s
        assert segment.seconds > 0
        start_s += segment.seconds
    assert unrolled.total_s == start_s


@untimed
@given(timelines(options))
def test_every_step_begins_with_a_change_of_position(unrolled: Timeline) -> None:
    first = unrolled.segments[0]
    steps = [(segment.round, segment.step) for segment in unrolled.segments if segment.kind is Kind.PREPARE]
    assert steps == [(a, b) for a in range(1, first.rounds + 1) for b in range(1, first.steps + 1)]
    assert unrolled.segments[0].kind is Kind.PREPARE


@untimed
@given(timelines(options))
def test_what_is_no_work_leads_to_work_of_its_own_side_and_repetition(unrolled: Timeline) -> None:
    def named(segment: Segment) -> tuple[int, int, str, Side, int]:
        return segment.round, segment.step, segment.move, segment.side, segment.repetition

    for before, after in zip(unrolled.segments, unrolled.segments[1:], strict=False):
        if not before.is_work:
            assert named(before) == named(after)
    assert unrolled.segments[-1].is_work


@untimed
@given(moves)
def test_both_legs_get_the_full_dose(made: Move) -> None:
    for order in Order:
        shares = {planned.side: planned.seconds for planned in timeline(made, order=order).planned}
        dose_s = made.dose.hold_s * made.dose.repetitions
        assert shares == ({Side.LEFT: dose_s, Side.RIGHT: dose_s} if made.per_side else {Side.BOTH: dose_s})


@untimed
@given(moves)
def test_no_leg_works_again_before_its_rest(made: Move) -> None:
    for order in Order:
        assert all(rest_s >= made.dose.rest_s for rest_s in rests_of_legs(timeline(made, order=order)))
    assert set(rests_of_legs(timeline(made))) <= {made.dose.rest_s}


@untimed
@given(timelines(options))
def test_the_planned_work_is_all_the_work(unrolled: Timeline) -> None:
    indices = [index for planned in unrolled.planned for index in planned.segments]
    assert sorted(indices) == [index for index, segment in enumerate(unrolled.segments) if segment.is_work]
    for planned in unrolled.planned:
        works = [unrolled.segments[index] for index in planned.segments]
        assert {(work.step, work.move, work.side) for work in works} == {
            (planned.step, planned.move, planned.side)
        }
        assert planned.seconds == sum(work.seconds for work in works)
