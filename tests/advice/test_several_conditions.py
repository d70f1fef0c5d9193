"""People with several conditions at once: the strictest rule wins, and nothing grows milder."""

from __future__ import annotations

import pytest
from advice_examples import safety
from hypothesis import given
from hypothesis import strategies as st

from coach.advice.fitted import fit
from coach.library.library import Library
from coach.model.ruling import Topic
from coach.paths import content_root
from tests.support.gating_table import CONDITIONS, expected

SHIPPED = Library(content_root())
PEOPLE = {
    "old, with a blood pressure tablet": (
        "ace-inhibitor thiazide high-blood-pressure",
        "water-goal=reword potassium-food=ask potassium-supplement=withhold salt=withhold standing=reword",
    ),
    "weak kidneys and an ACE inhibitor": (
        "kidney-disease ace-inhibitor",
        "water-goal=ask potassium-food=ask magnesium-food=ask magnesium-supplement=withhold heat=show",
    ),
    "weak kidneys and spironolactone": (
        "kidney-disease potassium-sparing",
        "potassium-food=withhold water-goal=ask salt=withhold oral-rehydration=ask",
    ),
    "weak kidneys and trimethoprim": ("kidney-disease trimethoprim", "potassium-food=withhold water-goal=ask"),
    "dialysis and a fluid limit": (
        "dialysis fluid-limit",
        "water-goal=withhold potassium-food=withhold salt=withhold calcium-food=ask",
    ),
    "heart failure with a fluid limit": (
        "heart-failure fluid-limit",
        "water-goal=limit potassium-food=reword salt=withhold heat=reword compression=ask",
    ),
    "heart failure, water tablet and spironolactone": (
        "heart-failure diuretic potassium-sparing",
        "water-goal=ask potassium-food=withhold magnesium-supplement=ask standing=reword painkiller=withhold",
    ),
    "diabetes with numb feet": (
        "diabetes-medicine peripheral-neuropathy",
        "potassium-food=reword oral-rehydration=reword heat=withhold cold=withhold standing=reword",
    ),
    "numb feet, narrowed arteries and falls": (
        "peripheral-neuropathy pad balance-problem",
        "standing=withhold heat=withhold cold=withhold compression=withhold massage=show",
    ),
    "late pregnancy with pelvic pain": (
        "pregnancy-2nd-3rd-trimester pelvic-girdle-pain",
        "routine=ask lying-flat=withhold water-goal=reword magnesium-supplement=ask massage=ask heat=ask",
    ),
    "pregnant and under 18": (
        "pregnancy under-18",
        "targets=withhold water-goal=withhold magnesium-supplement=withhold painkiller=withhold",
    ),
    "six weeks after a birth, breastfeeding": (
        "recent-birth breastfeeding",
        "routine=ask water-goal=reword massage=ask heat=ask painkiller=ask",
    ),
    "warfarin after a clot": (
        "warfarin treated-dvt",
        "massage=withhold heat=ask painkiller=withhold potassium-food=reword routine=reword",
    ),
    "warfarin with oxalate stones": (
        "warfarin oxalate-stones",
        "potassium-food=reword magnesium-food=reword calcium-food=reword calcium-supplement=withhold",
    ),
    "lithium and an antidepressant": (
        "lithium antidepressant",
        "water-goal=reword salt=reword painkiller=ask potassium-food=show",
    ),
    "desmopressin and kidney stones": (
        "desmopressin kidney-stones",
        "water-goal=withhold calcium-supplement=withhold potassium-food=show",
    ),
    "a new hip, a sleeping tablet and a patch": (
        "hip-replacement-recent sedative-tonight medicine-patch",
        "leaning=withhold standing=withhold heat=withhold massage=ask compression=ask",
    ),
    "an eating disorder and low sodium": (
        "eating-disorder low-sodium",
        "targets=withhold water-goal=withhold potassium-food=withhold salt=reword routine=reword",
    ),
    "a possible clot on a blood thinner": (
        "suspected-dvt anticoagulant raised-clot-risk",
        "routine=withhold massage=withhold heat=withhold standing=withhold compression=withhold",
    ),
    "nothing answered, weak kidneys ticked": (
        "unanswered kidney-disease",
        "water-goal=withhold potassium-food=withhold standing=withhold massage=withhold lying-flat=show",
    ),
    "multiple sclerosis, dementia and reflux": (
        "multiple-sclerosis dementia reflux-ulcer",
        "standing=reword heat=withhold cold=withhold salt=withhold painkiller=withhold routine=reword",
    ),
    "steroids for long, brittle spine, short of breath lying down": (
        "adrenal-insufficiency spine-osteoporosis breathless-flat",
        "water-goal=ask potassium-food=withhold leaning=withhold lying-flat=withhold calcium-supplement=reword",
    ),
}


@pytest.mark.parametrize("person", PEOPLE)
def test_the_strictest_wins(person: str) -> None:
    conditions, cells = PEOPLE[person]
    who = safety(*conditions.split(), among=SHIPPED.conditions)
    said = dict(cell.split("=") for cell in cells.split())
    assert {topic: str(who.verdict(Topic(topic)).ruling) for topic in said} == said
    assert {topic: who.verdict(topic).ruling for topic in Topic} == expected(*conditions.split())


@pytest.mark.parametrize(
    ("conditions", "topic", "reason"),
    [
        ("ace-inhibitor kidney-disease", Topic.POTASSIUM_SUPPLEMENT, "kidney-disease"),
        ("dialysis potassium-sparing", Topic.POTASSIUM_FOOD, "dialysis"),
        ("medicine-patch suspected-dvt", Topic.HEAT, "suspected-dvt"),
        ("unanswered kidney-disease", Topic.POTASSIUM_SUPPLEMENT, "kidney-disease"),
        ("unanswered kidney-disease", Topic.WATER_GOAL, "unanswered"),
        ("balance-problem cannot-stand-safely", Topic.STANDING, "cannot-stand-safely"),
    ],
)
def test_of_equally_strict_rules_the_gravest_is_said(conditions: str, topic: Topic, reason: str) -> None:
    assert safety(*conditions.split(), among=SHIPPED.conditions).verdict(topic).condition == reason


def test_all_that_rewords_is_said() -> None:
    text = safety("ace-inhibitor", "diabetes", among=SHIPPED.conditions).verdict(Topic.POTASSIUM_FOOD).text
    assert "Ordinary fruit, vegetables and beans are fine" in text
    assert "sugar" in text
    twice = safety("antidepressant", "carbamazepine", among=SHIPPED.conditions).verdict(Topic.WATER_GOAL).text
    assert twice.count("Drink to thirst") == 1


@given(st.sets(st.sampled_from(CONDITIONS), max_size=6), st.sampled_from(CONDITIONS))
def test_one_more_condition_never_makes_anything_milder(conditions: set[str], more: str) -> None:
    before = safety(*conditions, among=SHIPPED.conditions)
    after = safety(*conditions, more, among=SHIPPED.conditions)
    for topic in Topic:
        assert after.verdict(topic).ruling.strictness >= before.verdict(topic).ruling.strictness
    for move in SHIPPED.moves.values():
        assert after.why_no_move(move) is not None or before.why_no_move(move) is None
    for routine in SHIPPED.routines.values():
        if fit(routine, SHIPPED.moves, before).withheld:
            assert fit(routine, SHIPPED.moves, after).withheld
    assert before.held <= after.held


@given(st.sets(st.sampled_from(CONDITIONS), max_size=6))
def test_any_profile_has_the_verdicts_of_the_table(conditions: set[str]) -> None:
    who = safety(*conditions, among=SHIPPED.conditions)
    assert {topic: who.verdict(topic).ruling for topic in Topic} == expected(*conditions)
