"""What a clinician's yes unlocks and for how long, what runs out, and what holds before the questions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from advice_examples import TODAY, ago, move, told

from coach.advice.relief import plan_relief
from coach.advice.safety import Safety, expired, run_out, safety_now, topics_of
from coach.library.library import Library
from coach.model.position import Position
from coach.model.profile import Profile
from coach.model.ruling import Ruling, Topic
from coach.model.setting import AgeBand
from coach.paths import content_root

SHIPPED = Library(content_root())


def who(profile: Profile, today: date = TODAY) -> Safety:
    return safety_now(profile, (), SHIPPED.conditions, today)


def cleared(day: date, topic: Topic = Topic.WATER_GOAL, condition: str = "kidney-disease") -> Safety:
    return who(told(condition, cleared={(condition, topic): day}))


@pytest.mark.parametrize(("days", "ruling"), [(0, "show"), (364, "show"), (365, "ask"), (800, "ask"), (-1, "ask")])
def test_a_yes_holds_for_365_days_from_its_day(days: int, ruling: str) -> None:
    assert cleared(ago(days)).verdict(Topic.WATER_GOAL).ruling == ruling


def test_a_yes_unlocks_only_what_it_was_said_to() -> None:
    person = cleared(TODAY)
    assert person.verdict(Topic.POTASSIUM_FOOD).ruling is Ruling.ASK
    assert [verdict.topic for verdict in person.waiting][:2] == [Topic.POTASSIUM_FOOD, Topic.MAGNESIUM_FOOD]


def test_a_yes_unlocks_nothing_that_is_withheld_or_limited() -> None:
    assert cleared(TODAY, Topic.SALT).verdict(Topic.SALT).ruling is Ruling.WITHHOLD
    assert cleared(TODAY, Topic.WATER_GOAL, "fluid-limit").verdict(Topic.WATER_GOAL).ruling is Ruling.LIMIT
    unanswered = who(Profile(cleared={("unanswered", Topic.WATER_GOAL): TODAY}))
    assert unanswered.verdict(Topic.WATER_GOAL).ruling is Ruling.WITHHOLD


def test_all_who_ask_must_have_said_yes() -> None:
    both = ("kidney-disease", "cardiac-uncleared")
    one = told(*both, cleared={("kidney-disease", Topic.WATER_GOAL): TODAY})
    verdict = who(one).verdict(Topic.WATER_GOAL)
    assert (verdict.ruling, verdict.asking) == (Ruling.ASK, ("cardiac-uncleared",))
    every = told(*both, cleared={(condition, Topic.WATER_GOAL): TODAY for condition in both})
    assert who(every).verdict(Topic.WATER_GOAL).ruling is Ruling.SHOW


def test_what_is_reworded_beside_a_yes_is_still_said() -> None:
    person = who(told("diuretic", "ace-inhibitor", cleared={("diuretic", Topic.POTASSIUM_FOOD): TODAY}))
    verdict = person.verdict(Topic.POTASSIUM_FOOD)
    assert (verdict.ruling, verdict.condition) == (Ruling.REWORD, "ace-inhibitor")


@pytest.mark.parametrize(("days", "holds"), [(0, True), (83, True), (84, False), (400, False)])
def test_an_operation_runs_out_after_twelve_weeks(days: int, holds: bool) -> None:
    profile = told("hip-replacement-recent", since={"hip-replacement-recent": ago(days)})
    assert ("hip-replacement-recent" in who(profile).held) is holds
    assert ("raised-clot-risk" in who(profile).held) is holds
    assert (expired(profile, SHIPPED.conditions, TODAY) == frozenset()) is holds


def test_a_tablet_tonight_is_gone_tomorrow_and_nothing_is_said_of_it() -> None:
    profile = told("sedative-tonight", since={"sedative-tonight": TODAY})
    assert "sedative-tonight" in who(profile).held
    tomorrow = TODAY + timedelta(days=1)
    assert "sedative-tonight" not in who(profile, tomorrow).held
    assert run_out(profile, SHIPPED.conditions, tomorrow) is None


def test_what_was_told_at_an_unknown_time_goes_on_and_what_does_not_run_out_goes_on() -> None:
    assert "hip-replacement-recent" in who(told("hip-replacement-recent")).held
    assert "kidney-disease" in who(told("kidney-disease", since={"kidney-disease": ago(3000)})).held


@pytest.mark.parametrize(("days", "said"), [(83, False), (84, True), (97, True), (98, False)])
def test_what_has_run_out_is_spoken_of_for_two_weeks(days: int, said: bool) -> None:
    profile = told("hip-replacement-recent", since={"hip-replacement-recent": ago(days)})
    words = run_out(profile, SHIPPED.conditions, TODAY)
    assert (words is not None) is said
    assert words is None or words.startswith("a hip replacement in the last 12 weeks (you said so 1")


def test_a_pregnancy_and_what_follows_from_it_run_out_each_in_its_time() -> None:
    late = told("pregnancy-2nd-3rd-trimester", since={"pregnancy-2nd-3rd-trimester": ago(238)})
    assert who(late).held == frozenset()
    both = told(
        "pregnancy",
        "pregnancy-2nd-3rd-trimester",
        since={"pregnancy-2nd-3rd-trimester": ago(238), "pregnancy": ago(321)},
    )
    assert who(both).held == {"pregnancy", "raised-clot-risk"}


def test_until_the_questions_are_answered_nothing_is_pushed() -> None:
    nobody = who(Profile())
    assert not nobody.answered
    open_still = {Topic.TARGETS, Topic.ROUTINE, Topic.LYING_FLAT, Topic.LEANING}
    assert {topic for topic in Topic if nobody.verdict(topic).ruling.offers} == open_still
    why = nobody.why_withheld(topics=(Topic.MASSAGE,))
    assert why is not None
    assert str(why).endswith("Answer a few questions about your health first.")


def test_who_is_under_18_and_who_has_a_limit_need_tick_nothing() -> None:
    child = who(told(age=AgeBand.UNDER_18))
    assert child.held == {"under-18"}
    assert child.verdict(Topic.WATER_GOAL).ruling is Ruling.WITHHOLD
    assert who(told(age=AgeBand.OLDER)).held == frozenset()
    assert who(told(limit_ml=1500)).held == {"fluid-limit"}


def test_the_answer_no_to_the_clot_question_frees_rubbing_and_warmth_and_no_more() -> None:
    calf = SHIPPED.reliefs["calf"]
    for condition, freed in (
        ("raised-clot-risk", 2),
        ("pregnancy", 2),
        ("treated-dvt", 0),
        ("acute-calf-tear", 0),
    ):
        person = who(told(condition))
        before, after = plan_relief(calf, person), plan_relief(calf, person, clot_ruled_out=True)
        assert len(after.steps) - len(before.steps) == freed, condition
    assert (
        "Warm, not hot, and no hot tub." in plan_relief(calf, who(told("pregnancy")), clot_ruled_out=True).cautions
    )


def test_topics_of_a_move_follow_from_its_position_and_what_it_takes() -> None:
    assert topics_of(move("any")) == (Topic.STANDING,)
    assert topics_of(SHIPPED.moves["sit-to-stand"]) == (Topic.STANDING,)
    assert SHIPPED.moves["sit-to-stand"].position is Position.SEATED
    assert topics_of(SHIPPED.moves["legs-up"]) == (Topic.LYING_FLAT,)
    assert topics_of(SHIPPED.moves["side-rest"]) == ()
    assert topics_of(SHIPPED.moves["march-seated"]) == ()
