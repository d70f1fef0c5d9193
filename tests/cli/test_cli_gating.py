"""Every row of the gating table from the command line: what is shown, asked about and withheld."""

from __future__ import annotations

import pytest

from coach.model.ruling import Ruling, Topic
from tests.support.clock import START
from tests.support.commands import Commands
from tests.support.gating_table import CONDITIONS, expected, held
from tests.support.questions import answer_questions

FOODS = {
    "potassium-food": Topic.POTASSIUM_FOOD,
    "magnesium-food": Topic.MAGNESIUM_FOOD,
    "calcium-food": Topic.CALCIUM_FOOD,
}
STEPS = {"Rub gently": Topic.MASSAGE, "Something warm": Topic.HEAT, "Only if steady": Topic.STANDING}
CRAMPED = {"calf-cramp-today": "calf", "foot-cramp-today": "foot"}


def with_only(run: Commands, condition: str) -> None:
    """Make the person at home one with this condition and no other, who answered the questions."""
    told = {"water.goal_ml": "2000"}
    if condition == "unanswered":
        run.out("profile", "water.goal_ml", "2000")
        return
    if condition == "under-18":
        told["age"] = "under-18"
    elif condition not in CRAMPED:
        told[f"condition.{condition}"] = "yes"
    answer_questions(run.home, START, **told)
    if condition in CRAMPED:
        run.out("cramp", "--site", CRAMPED[condition])


def offered(condition: str, topic: Topic) -> bool:
    return expected(condition)[topic] in {Ruling.SHOW, Ruling.REWORD}


def reason(condition: str, topic: Topic, words: str) -> bool:
    """Whether `words` say how firmly a topic is withheld and what to do about it."""
    asks = expected(condition)[topic] is Ruling.ASK
    way_on = "Answer a few questions" if condition == "unanswered" else "Ask "
    return words.startswith("withheld until a clinician says yes: " if asks else "withheld: ") and way_on in words


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_person_with_one_condition(run: Commands, condition: str) -> None:
    with_only(run, condition)
    today(run, condition)
    cramp_now(run, condition)
    in_bed(run, condition)


def today(run: Commands, condition: str) -> None:
    """What the day shows, asks about and withholds."""
    view = run.json("today")
    water, items = view["water"], {item["id"]: item for item in view["items"]}
    if offered(condition, Topic.WATER_GOAL):
        assert (water["goal_ml"], water["withheld"]) == (2000, None)
    else:
        assert (water["goal_ml"], water["pace_ml"]) == (None, None)
        assert reason(condition, Topic.WATER_GOAL, water["withheld"])
    for item, topic in FOODS.items():
        words = items[item]["withheld"]
        assert words is None if offered(condition, topic) else reason(condition, topic, words)
        assert items[item]["asks_about"] == (topic if expected(condition)[topic] is Ruling.ASK else None)
    assert view["kept"]["of"] == (14 if offered(condition, Topic.TARGETS) else 0)


def cramp_now(run: Commands, condition: str) -> None:
    """What relief leaves out, and why."""
    text = " ".join(run.out("now", "calf", "--plain").split())
    shown, _, left_out = text.partition("Left out for you")
    assert ("Before anything else:" in text) == ("raised-clot-risk" in held(condition))
    assert "1. Light on. Stay in bed or sit down." in shown
    for words, topic in STEPS.items():
        if not offered(condition, topic):
            assert words not in shown
            assert words in left_out
    assert ("Rub gently" in shown) == offered(condition, Topic.MASSAGE)
    assert ("Something warm" in shown) == offered(condition, Topic.HEAT)
    assert not left_out or "withheld" in left_out


def in_bed(run: Commands, condition: str) -> None:
    """The gentlest routine is done, or withheld with the reason."""
    routine = run.json("routines", "bedtime-in-bed")
    resting = "recent-injury-or-surgery-same-leg" in held(condition)
    if offered(condition, Topic.ROUTINE) and not resting:
        assert routine["withheld"] is None
        assert run.out("stretch", "bedtime-in-bed", "--dry-run").endswith("  the end\n")
    else:
        assert routine["withheld"].startswith("withheld")
        assert resting or reason(condition, Topic.ROUTINE, routine["withheld"])
        assert "withheld" in run.refused("stretch", "bedtime-in-bed", "--dry-run")
