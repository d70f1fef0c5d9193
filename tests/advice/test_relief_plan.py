from __future__ import annotations

import pytest
from advice_examples import safety

from coach.advice.relief import CLOT_QUESTION, QUESTION, by_urgency, plan_relief
from coach.library.library import Library
from coach.model.cause import RedFlag, Relief, ReliefStep, Urgency
from coach.paths import content_root


def step(text: str, *withhold_if: str, after: bool = False) -> ReliefStep:
    return ReliefStep(text=text, seconds=30, after_question=after, withhold_if=withhold_if)


CALF = Relief(
    id="calf",
    name="Calf",
    order=1,
    steps=(
        step("toes up"),
        step("stand", "balance-problem", after=True),
        step("straighten", "suspected-dvt"),
        step("rub", "raised-clot-risk", "suspected-dvt", after=True),
    ),
    follow_up=("rest",),
    never="never point",
)


def texts(*told: str) -> list[str]:
    return [kept.text for kept in plan_relief(CALF, safety(*told)).steps]


def test_what_waits_for_the_question_comes_after_it() -> None:
    plan = plan_relief(CALF, safety())
    assert texts() == ["toes up", "straighten", "stand", "rub"]
    assert [kept.after_question for kept in plan.steps] == [False, False, True, True]
    assert (plan.site, plan.name, plan.follow_up, plan.never) == ("calf", "Calf", ("rest",), "never point")
    assert (plan.question, plan.ask_first, plan.left_out) == (QUESTION, False, ())


def test_what_is_left_out_is_named_with_the_reason() -> None:
    plan = plan_relief(CALF, safety("cannot-stand-safely"))
    assert texts("cannot-stand-safely") == ["toes up", "straighten", "rub"]
    assert [(left.text, left.why.condition) for left in plan.left_out] == [("stand", "balance-problem")]


def test_with_a_raised_clot_risk_the_clot_question_comes_before_anything_else() -> None:
    for told in ("raised-clot-risk", "late-pregnancy"):
        plan = plan_relief(CALF, safety(told))
        assert (plan.ask_first, plan.question) == (True, CLOT_QUESTION)
        assert [left.text for left in plan.left_out] == ["rub"]


def test_a_leg_that_may_hold_a_clot_is_not_touched() -> None:
    assert texts("suspected-dvt", "balance-problem") == ["toes up"]


SHIPPED = Library(content_root())


@pytest.mark.parametrize("site", ["calf", "foot", "hamstring", "quadriceps"])
def test_in_the_shipped_content_the_first_step_is_there_for_everyone(site: str) -> None:
    everything = safety(*SHIPPED.conditions, among=SHIPPED.conditions)
    relief = SHIPPED.reliefs[site]
    plan = plan_relief(relief, everything)
    assert plan.steps[0] == relief.steps[0]
    assert "bed or sit" in plan.steps[0].text
    assert len(plan.steps) + len(plan.left_out) == len(relief.steps)


@pytest.mark.parametrize("word", ["stand up", "stand,", "walk", "Rub", "warm"])
@pytest.mark.parametrize("site", ["calf", "foot", "hamstring", "quadriceps"])
def test_in_the_shipped_content_standing_rubbing_and_warmth_wait_for_the_question(site: str, word: str) -> None:
    for each in SHIPPED.reliefs[site].steps:
        assert each.after_question or word not in each.text, each.text


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("balance-problem", ("stand", "walk")),
        ("sedative-tonight", ("stand", "walk")),
        ("raised-clot-risk", ("Rub", "warm")),
        ("anticoagulant", ("Rub",)),
        ("medicine-patch", ("warm",)),
        ("peripheral-neuropathy", ("warm",)),
        ("suspected-dvt", ("stand", "walk", "Rub", "warm", "Straighten", "Hold")),
    ],
)
@pytest.mark.parametrize("site", ["calf", "foot", "hamstring", "quadriceps"])
def test_in_the_shipped_content_what_could_harm_is_left_out(site: str, told: str, words: tuple[str, ...]) -> None:
    plan = plan_relief(SHIPPED.reliefs[site], safety(told, among=SHIPPED.conditions))
    for each in plan.steps[1:]:
        assert not any(word in each.text for word in words), each.text


def test_red_flags_come_in_three_lists_the_most_urgent_first() -> None:
    flags = {
        name: RedFlag(id=name, level=level, signs="", problem="", action="")
        for name, level in (("c", Urgency.SOON), ("a", Urgency.EMERGENCY), ("b", Urgency.EMERGENCY))
    }
    lists = by_urgency(flags)
    assert [(level, [flag.id for flag in listed]) for level, listed in lists] == [
        (Urgency.EMERGENCY, ["a", "b"]),
        (Urgency.TODAY, []),
        (Urgency.SOON, ["c"]),
    ]
