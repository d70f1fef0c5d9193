"""The safety questions, a clinician's yes, and what runs out, as they are kept in the diary."""

from __future__ import annotations

import pytest

from coach.errors import BadInputError
from coach.model.ruling import Ruling, Topic
from coach.service.coach import Coach
from tests.support.clock import FakeClock

DAY = 86400


def test_the_answers_are_one_action_and_unlock_what_nothing_speaks_against(coach: Coach) -> None:
    assert not coach.day.today().answered
    coach.profile.answer({"condition.kidney-disease": "yes", "age": "65-plus"})
    view = coach.day.today()
    assert view.answered
    assert coach.profile.get("answered") == "2026-11-22"
    assert coach.day.safety().held == {"kidney-disease"}
    undone = coach.entries.undo()
    assert undone is not None
    assert coach.profile.settings() == {}


def test_nobody_ticks_anything_is_an_answer_too(coach: Coach) -> None:
    coach.profile.answer({})
    assert coach.day.safety().held == frozenset()


def test_answers_are_all_checked_before_any_is_written(coach: Coach) -> None:
    with pytest.raises(BadInputError) as refusal:
        coach.profile.answer({"condition.balance-problem": "yes", "condition.dialisis": "yes"})
    assert "dialysis" in refusal.value.hint
    assert coach.profile.settings() == {}


def test_until_they_are_answered_the_questions_come_next_and_nothing_is_pushed(coach: Coach) -> None:
    coach.profile.set("water.goal_ml", "2000")
    view = coach.day.today()
    assert view.next is not None
    assert (view.next.action, view.next.text) == ("questions", "Answer a few questions about your health")
    assert (view.water.goal_ml, view.water.pace_ml) == (None, None)
    assert {item.id for item in view.items if item.withheld} == {
        "potassium-food",
        "calcium-food",
        "magnesium-food",
    }
    after = coach.day.today(declined=frozenset({"questions"})).next
    assert after is not None
    assert after.action == "routine:bedtime"
    moves = {segment.move for segment in coach.sessions.timeline("bedtime").segments}
    assert moves == {"hamstring-chair", "toe-pull-chair"}
    with pytest.raises(BadInputError, match="Answer a few questions"):
        coach.day.tick("potassium-food")
    coach.profile.answer({})
    answered = coach.day.today()
    assert (answered.water.goal_ml, any(item.withheld for item in answered.items)) == (2000, False)


@pytest.mark.usefixtures("answered")
def test_a_yes_is_noted_for_all_who_ask_as_one_action_and_runs_out_after_a_year(
    coach: Coach, clock: FakeClock
) -> None:
    coach.profile.set_all({"condition.kidney-disease": "yes", "condition.cardiac-uncleared": "yes"})
    with pytest.raises(BadInputError, match="withheld until a clinician says yes"):
        coach.day.tick("potassium-food")
    said = coach.profile.clinician_said_yes(Topic.POTASSIUM_FOOD)
    assert set(said) == {"kidney-disease", "cardiac-uncleared"}
    assert coach.profile.get("cleared.kidney-disease.potassium-food") == "2026-11-22"
    assert coach.day.tick("potassium-food").entries
    clock.advance(364 * DAY)
    assert coach.day.safety().verdict(Topic.POTASSIUM_FOOD).ruling is Ruling.SHOW
    clock.advance(DAY)
    assert coach.day.safety().verdict(Topic.POTASSIUM_FOOD).ruling is Ruling.ASK
    coach.profile.clinician_said_yes(Topic.POTASSIUM_FOOD)
    assert coach.day.safety().verdict(Topic.POTASSIUM_FOOD).ruling is Ruling.SHOW
    undone = coach.entries.undo()
    assert undone is not None
    assert undone.taken_back == 2


@pytest.mark.usefixtures("answered")
def test_a_yes_can_be_taken_back(coach: Coach) -> None:
    coach.profile.set("condition.kidney-disease", "yes")
    coach.profile.clinician_said_yes(Topic.WATER_GOAL)
    assert coach.profile.take_back_yes(Topic.WATER_GOAL) == ("kidney-disease",)
    assert coach.day.safety().verdict(Topic.WATER_GOAL).ruling is Ruling.ASK
    assert coach.profile.take_back_yes(Topic.WATER_GOAL) == ()


@pytest.mark.usefixtures("answered")
def test_no_yes_is_noted_where_nothing_asks_or_something_stricter_stands(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="nothing asks for a clinician's yes"):
        coach.profile.clinician_said_yes(Topic.WATER_GOAL)
    coach.profile.set("condition.dialysis", "yes")
    with pytest.raises(BadInputError, match="a yes does not change that") as refusal:
        coach.profile.clinician_said_yes(Topic.WATER_GOAL)
    assert refusal.value.hint == "Ask your dialysis unit."
    assert coach.profile.now().cleared == {}


@pytest.mark.parametrize("word", ["today", "yes", "Today", "2026-11-22"])
def test_days_are_told_as_today_or_as_a_date(coach: Coach, word: str) -> None:
    coach.profile.set_all(
        {"condition.kidney-disease": "yes", "answered": word, "cleared.kidney-disease.water-goal": word}
    )
    assert coach.day.safety().verdict(Topic.WATER_GOAL).ruling is Ruling.SHOW
    assert coach.profile.set("answered", "none") is None
    assert not coach.day.safety().answered


@pytest.mark.parametrize(
    ("key", "said", "hint"),
    [
        ("answered", "2026-11-23", "a day that has been"),
        ("answered", "soon", "a day like"),
        ("cleared.kidney-disease.water-goal", "2027-01-01", "a day that has been"),
        ("cleared.kidny-disease.water-goal", "today", "kidney-disease"),
        ("cleared.kidney-disease.salt", "today", "it asks about water-goal"),
        ("cleared.quinine.salt", "today", "it asks about nothing"),
        ("since.hip-replacement-rescent", "today", "hip-replacement-recent"),
        ("condition.under-18", "yes", "profile"),
        ("condition.unanswered", "no", "profile"),
        ("condition.calf-cramp-today", "yes", "profile"),
        ("region", "atlantis", ""),
        ("age", "42", "18-49"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(coach: Coach, key: str, said: str, hint: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        coach.profile.set(key, said)
    assert hint in refusal.value.hint
    assert coach.profile.settings() == {}


@pytest.mark.usefixtures("answered")
def test_what_is_recent_is_noted_with_its_day_and_holds_anew_when_told_again(
    coach: Coach, clock: FakeClock
) -> None:
    coach.profile.set("condition.hip-replacement-recent", "yes")
    assert coach.profile.get("since.hip-replacement-recent") == "2026-11-22"
    clock.advance(84 * DAY)
    assert "hip-replacement-recent" not in coach.day.safety().held
    upcoming = coach.day.today().next
    assert upcoming is not None
    assert upcoming.action == "profile"
    assert (
        upcoming.text == "Does this still hold: a hip replacement in the last 12 weeks (you said so 12 weeks ago)?"
    )
    coach.profile.set("condition.hip-replacement-recent", "yes")
    assert "hip-replacement-recent" in coach.day.safety().held
    coach.profile.set("condition.hip-replacement-recent", "no")
    assert coach.profile.get("since.hip-replacement-recent") is None
    upcoming = coach.day.today().next
    assert upcoming is None or upcoming.action != "profile"


@pytest.mark.usefixtures("answered")
def test_what_does_not_run_out_has_no_day(coach: Coach) -> None:
    coach.profile.set("condition.kidney-disease", "yes")
    assert coach.profile.get("since.kidney-disease") is None


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("settings", [{"condition.eating-disorder": "yes"}, {"age": "under-18"}])
def test_nothing_is_counted_for_whom_counting_is_wrong(coach: Coach, settings: dict[str, str]) -> None:
    coach.profile.set_all({**settings, "water.goal_ml": "2000", "item.sitting-break.target": "9"})
    coach.day.eat("banana")
    view = coach.day.today()
    assert (view.has_targets, view.kept.of, view.water.goal_ml) == (False, 0, None)
    assert (view.logged.potassium_mg, {item.target for item in view.items}) == (0, {1})


@pytest.mark.usefixtures("answered")
def test_the_clot_question_answered_with_no_frees_rubbing_and_warmth(coach: Coach) -> None:
    coach.profile.set("condition.raised-clot-risk", "yes")
    assert len(coach.cramps.relief("calf").left_out) == 2
    assert coach.cramps.relief("calf", clot_ruled_out=True).left_out == ()
