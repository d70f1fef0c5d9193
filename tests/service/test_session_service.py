from __future__ import annotations

from datetime import date

import pytest

from coach.errors import BadInputError
from coach.model.entry import Felt, Session, StepDone
from coach.model.entry import Side as LegSide
from coach.service.coach import Coach
from coach.session.timeline import unroll
from tests.support.clock import FakeClock

pytestmark = pytest.mark.usefixtures("answered")

TODAY = date(2026, 11, 22)


def step(held_s: float = 30) -> StepDone:
    return StepDone(move="calf-wall", side=LegSide.LEFT, planned_s=30, held_s=held_s)


def test_every_routine_with_its_length_and_what_it_needs(coach: Coach) -> None:
    views = {view.id: view for view in coach.sessions.routines()}
    assert set(views) == set(coach.library.routines)
    bedtime = views["bedtime"]
    assert bedtime.seconds == unroll(coach.library.routines["bedtime"], coach.library.moves).total_s
    assert bedtime.positions[0] == "standing"
    assert "wall" in bedtime.equipment
    assert (bedtime.fitted.withheld, bedtime.instead) == (None, None)
    assert coach.sessions.lengths["bedtime"] == bedtime.seconds


def test_the_order_of_a_routine_names_its_moves(coach: Coach) -> None:
    bedtime = coach.sessions.routine("Bedtime")
    assert bedtime.moves[0] == coach.sessions.move("calf-wall").name


@pytest.mark.parametrize(("wanted", "near"), [("bedtme", "bedtime"), ("run", "before-run"), ("xyzzy", "chair")])
def test_an_unknown_routine_is_refused_with_the_nearest(coach: Coach, wanted: str, near: str) -> None:
    with pytest.raises(BadInputError, match=f"no routine '{wanted}'") as refusal:
        coach.sessions.timeline(wanted)
    assert near in refusal.value.hint


def test_an_unknown_move_is_refused_with_the_nearest(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="no move 'calfwall'") as refusal:
        coach.sessions.move("calfwall")
    assert "calf-wall" in refusal.value.hint


def test_a_routine_is_unrolled_as_this_person_can_do_it(coach: Coach) -> None:
    assert "march" in {segment.move for segment in coach.sessions.timeline("desk-break").segments}
    coach.profile.set("condition.balance-problem", "yes")
    moves = {segment.move for segment in coach.sessions.timeline("desk-break").segments}
    assert "march" not in moves
    assert "march-seated" in moves


def test_a_withheld_routine_is_refused_with_the_reason_and_one_to_do_instead(coach: Coach) -> None:
    coach.profile.set("condition.cannot-stand-safely", "yes")
    with pytest.raises(BadInputError, match="withheld: not being able to stand safely") as refusal:
        coach.sessions.timeline("bedtime")
    assert refusal.value.hint == "try the routine bedtime-in-bed"
    assert coach.sessions.routine("bedtime").instead == "bedtime-in-bed"


def test_with_a_leg_in_danger_no_other_routine_is_offered(coach: Coach) -> None:
    coach.profile.set("condition.suspected-dvt", "yes")
    with pytest.raises(BadInputError, match="signs of a clot") as refusal:
        coach.sessions.timeline("bedtime")
    assert refusal.value.hint.startswith("ask a doctor")
    assert coach.sessions.routine("bedtime").instead is None


def test_a_session_is_kept_with_the_seconds_really_held(coach: Coach, clock: FakeClock) -> None:
    started = clock.now()
    clock.advance(240)
    (entry,) = coach.sessions.log("bedtime", started, (step(), step(28)), Felt.EASIER).entries
    assert isinstance(entry, Session)
    assert (entry.routine, entry.title, entry.started, entry.at) == ("bedtime", "Bedtime", started, started)
    assert [done.held_s for done in entry.steps] == [30, 28]
    assert (entry.felt, entry.finished, entry.day) == (Felt.EASIER, True, TODAY)
    (view,) = coach.day.today().sessions
    assert (view.name, view.held_s, view.finished) == ("Bedtime", 58, True)


def test_a_session_cut_short_is_kept_and_ticks_nothing(coach: Coach, clock: FakeClock) -> None:
    coach.sessions.log("bedtime", clock.now(), (step(), step(10)))
    view = coach.day.today()
    assert [session.finished for session in view.sessions] == [False]
    assert not next(item for item in view.items if item.id == "stretch-before-bed").done


def test_a_desk_break_counts_as_one_break_from_sitting(coach: Coach, clock: FakeClock) -> None:
    coach.sessions.log("desk-break", clock.now(), (step(),))
    assert next(item.amount for item in coach.day.today().items if item.id == "sitting-break") == 1
