from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from session_examples import move, moves, options, routine, timeline, untimed

from coach.model.dose import SegmentKind
from coach.model.entry import Side
from coach.model.move import Move
from coach.model.options import DoseChoice, Options
from coach.model.order import Order
from coach.model.routine import Step
from coach.session.options import with_options
from coach.session.timeline import Kind, Timeline, dose_of, unroll

CALF = move(hold_s=30, repetitions=2, rest_s=5)
MARCH = move("march", SegmentKind.STEADY, hold_s=60, repetitions=1, rest_s=0, per_side=False)
KNOWN = {CALF.id: CALF, MARCH.id: MARCH}
WRITTEN = routine(Step(move="calf-wall", hold_s=12, repetitions=4), Step(move="march", hold_s=20))


@pytest.mark.parametrize(
    ("dose", "hold", "steady"),
    [
        (None, (12, 4, 5), 20),
        (DoseChoice.ROUTINE, (12, 4, 5), 20),
        (DoseChoice.FLEXIBILITY, (30, 2, 5), 20),
        (DoseChoice.TRIAL, (10, 3, 10), 20),
    ],
)
def test_the_dose_of_holds_is_chosen_and_nothing_else_changes(
    dose: DoseChoice | None, hold: tuple[float, int, float], steady: float
) -> None:
    first, second = with_options(WRITTEN, KNOWN, Options(dose=dose)).steps
    chosen = dose_of(first, CALF)
    assert (chosen.hold_s, chosen.repetitions, chosen.rest_s) == hold
    assert dose_of(second, MARCH).hold_s == steady


def test_order_and_changes_become_part_of_the_routine() -> None:
    chosen = Options(order=Order.ALTERNATE, change_position_s=20, change_side_s=7)
    made = with_options(WRITTEN, KNOWN, chosen)
    assert (made.order, made.change_position_s, made.change_side_s) == (Order.ALTERNATE, 20, 7)
    assert with_options(WRITTEN, KNOWN, Options()) == WRITTEN


def test_the_lead_in_is_the_first_time_to_get_ready_and_no_other() -> None:
    unrolled = timeline(CALF, MARCH, options=Options(lead_in_s=30))
    ready = [segment.seconds for segment in unrolled.segments if segment.kind is Kind.PREPARE]
    assert ready == [30, 10]
    assert unrolled.total_s == timeline(CALF, MARCH).total_s + 20


def test_the_right_leg_can_begin_every_move() -> None:
    unrolled = timeline(CALF, options=Options(start_side=Side.RIGHT))
    sides = [segment.side for segment in unrolled.segments if segment.is_work]
    assert sides == [Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT]
    assert unrolled.segments[0].side is Side.RIGHT
    in_turn = timeline(CALF, order=Order.ALTERNATE, options=Options(start_side=Side.RIGHT))
    sides = [segment.side for segment in in_turn.segments if segment.is_work]
    assert sides == [Side.RIGHT, Side.LEFT, Side.RIGHT, Side.LEFT]


def test_rounds_do_all_of_it_again() -> None:
    once, twice = timeline(CALF, MARCH), timeline(CALF, MARCH, options=Options(rounds=2))
    assert twice.total_s == 2 * once.total_s
    assert [(segment.round, segment.rounds) for segment in twice.segments] == [
        (round_, 2) for round_ in (1, 2) for _ in once.segments
    ]
    assert [segment.kind for segment in twice.segments] == 2 * [segment.kind for segment in once.segments]
    assert [(share.step, share.side, share.seconds) for share in twice.planned] == [
        (share.step, share.side, 2 * share.seconds) for share in once.planned
    ]


@untimed
@given(moves, options)
def test_both_legs_have_equal_shares_however_it_is_guided(made: Move, chosen: Options) -> None:
    for order in Order:
        unrolled = timeline(made, order=order, options=chosen)
        dose_s = made.dose.hold_s * made.dose.repetitions * (chosen.rounds or 1)
        assert {share.seconds for share in unrolled.planned} == {dose_s}
        assert len(unrolled.planned) == (2 if made.per_side else 1)


def test_a_timeline_of_an_older_coach_is_read_with_one_round_and_no_waiting() -> None:
    made = timeline(CALF)
    document = msgspec.to_builtins(made)
    del document["waits"]
    for segment in document["segments"]:
        del segment["round"], segment["rounds"]
    assert msgspec.convert(document, Timeline) == made == unroll(routine(Step(move=CALF.id)), KNOWN)


def test_a_routine_may_say_itself_how_often_and_which_leg_first_and_the_person_has_the_last_word() -> None:
    written = msgspec.structs.replace(routine(Step(move="calf-wall")), rounds=2, start_side=Side.RIGHT)
    as_written = unroll(written, KNOWN)
    assert {segment.rounds for segment in as_written.segments} == {2}
    assert next(segment.side for segment in as_written.segments if segment.is_work) is Side.RIGHT
    chosen = unroll(written, KNOWN, Options(rounds=1, start_side=Side.LEFT))
    assert {segment.rounds for segment in chosen.segments} == {1}
    assert next(segment.side for segment in chosen.segments if segment.is_work) is Side.LEFT
