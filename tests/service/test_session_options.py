from __future__ import annotations

import pytest

from coach.errors import BadInputError
from coach.model.entry import Felt, Session, Side, StepDone
from coach.model.options import Options
from coach.model.order import Order
from coach.service.coach import Coach
from coach.session.timeline import Kind
from tests.support.clock import FakeClock

pytestmark = pytest.mark.usefixtures("answered")

STEP = StepDone(move="calf-wall", side=Side.LEFT, planned_s=30, held_s=30)
DAY_S = 86_400


def test_the_timeline_and_every_length_heed_the_options(coach: Coach) -> None:
    before = coach.sessions.routine("bedtime").seconds
    coach.profile.set_all(
        {"routine.bedtime.rounds": "2", "routine.bedtime.wait": "yes", "routine.bedtime.start_side": "right"}
    )
    timeline = coach.sessions.timeline("bedtime")
    assert (timeline.total_s, timeline.waits) == (2 * before, True)
    assert timeline.segments[0].side is Side.RIGHT
    assert coach.sessions.routine("bedtime").seconds == timeline.total_s
    assert coach.sessions.lengths["bedtime"] == timeline.total_s
    assert coach.sessions.timeline("chair").waits is False


def test_the_view_has_the_routine_as_it_will_be_guided(coach: Coach) -> None:
    coach.profile.set("routine.bedtime.order", "leg by leg")
    coach.profile.set("routine.bedtime.dose", "flexibility")
    view = coach.sessions.routine("bedtime")
    assert view.fitted.routine.order is Order.LEG_BY_LEG
    assert view.fitted.routine.steps[0].hold_s is None
    assert coach.sessions.written("bedtime").steps[0].hold_s == 10


def test_how_long_it_would_take(coach: Coach) -> None:
    measure = coach.sessions.measure("bedtime")
    written = coach.sessions.routine("bedtime").seconds
    assert (measure(Options()), measure(Options(lead_in_s=30))) == (written, written + 20)


def test_options_of_a_routine_that_is_not_there_are_refused(coach: Coach) -> None:
    with pytest.raises(BadInputError) as refusal:
        coach.profile.set("routine.bedtme.rounds", "2")
    assert "bedtime" in refusal.value.hint
    assert set(coach.profile.settings()) == {"answered"}


def test_options_are_among_the_keys_that_hold_and_can_be_undone(coach: Coach) -> None:
    coach.profile.set_all({"routine.bedtime.rounds": "2", "routine.bedtime.wait": "yes"})
    assert coach.profile.effective()["routine.bedtime.rounds"] == 2
    assert coach.profile.get("routine.bedtime.wait") is True
    assert coach.entries.undo() is not None
    assert coach.sessions.routine("bedtime").options == Options()


def test_after_pain_the_gentler_way_is_offered_until_it_felt_well(coach: Coach, clock: FakeClock) -> None:
    assert not coach.sessions.routine("bedtime").hurt
    coach.sessions.log("bedtime", clock.now(), (STEP,), Felt.PAIN)
    clock.advance(DAY_S)
    assert [view.id for view in coach.sessions.routines() if view.hurt] == ["bedtime"]
    coach.sessions.log("bedtime", clock.now(), (STEP,))
    assert coach.sessions.routine("bedtime").hurt
    clock.advance(DAY_S)
    coach.sessions.log("bedtime", clock.now(), (STEP,), Felt.EASIER)
    assert not coach.sessions.routine("bedtime").hurt


def test_after_six_weeks_it_is_not_offered_any_more(coach: Coach, clock: FakeClock) -> None:
    coach.sessions.log("bedtime", clock.now(), (STEP,), Felt.PAIN)
    clock.advance(42 * DAY_S)
    assert coach.sessions.routine("bedtime").hurt
    clock.advance(DAY_S)
    assert not coach.sessions.routine("bedtime").hurt


def test_the_gentler_way_is_a_routine_of_the_same_id_with_gentler_moves(coach: Coach) -> None:
    coach.profile.set("routine.bedtime.dose", "trial")
    gentler = coach.sessions.timeline("bedtime", gentler=True)
    assert (gentler.routine, gentler.name) == ("bedtime", "Bedtime, gentler")
    moves = [segment.move for segment in gentler.segments if segment.kind is Kind.PREPARE]
    assert moves == ["hamstring-chair", "toe-pull-chair"]
    assert {segment.seconds for segment in gentler.segments if segment.is_work} == {10}
    assert coach.sessions.gentler("bedtime").moves == ("Chair hamstring stretch", "Chair toe pull")


def test_the_gentler_way_of_a_withheld_routine_is_withheld_too(coach: Coach) -> None:
    coach.profile.set("condition.suspected-dvt", "yes")
    with pytest.raises(BadInputError, match="signs of a clot"):
        coach.sessions.timeline("bedtime", gentler=True)


def test_a_gentler_move_that_is_withheld_gives_way_in_its_turn(coach: Coach) -> None:
    coach.profile.set("condition.acute-sciatica", "yes")
    timeline = coach.sessions.timeline("bedtime", gentler=True)
    assert {segment.move for segment in timeline.segments} == {"toe-pull-chair"}


def test_a_session_of_a_routine_that_was_deleted_meanwhile_is_kept(coach: Coach, clock: FakeClock) -> None:
    (entry,) = coach.sessions.log("bedtime-mine", clock.now(), (STEP,)).entries
    assert isinstance(entry, Session)
    assert (entry.routine, entry.title) == ("bedtime-mine", "bedtime-mine")
