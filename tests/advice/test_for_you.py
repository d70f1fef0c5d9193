"""What people try, and what holds of it for one person."""

from __future__ import annotations

import pytest

from coach.advice.for_you import ForYou, for_you
from coach.advice.safety import Safety
from coach.model.cause import Remedy
from coach.model.condition import UNANSWERED, Condition, ConditionGroup
from coach.model.evidence import Evidence
from coach.model.ruling import Rule, Ruling, Topic


def condition(id_: str, ruling: Ruling | None = None, text: str = "") -> Condition:
    rules = {Topic.HEAT: Rule(ruling=ruling, text=text)} if ruling else {}
    return Condition(id=id_, name=f"a {id_}", group=ConditionGroup.OTHER, why="Why.", ask="a nurse", rules=rules)


KNOWN = {
    one.id: one
    for one in (
        condition("burn", Ruling.WITHHOLD),
        condition("limit", Ruling.LIMIT, "At most a little."),
        condition("graft", Ruling.ASK),
        condition("fair", Ruling.REWORD, "Only lukewarm."),
        condition("numb"),
        condition(UNANSWERED, Ruling.WITHHOLD),
    )
}


def yours(
    *held: str, topic: Topic | None = Topic.HEAT, asks: tuple[str, ...] = ("graft", "numb")
) -> ForYou | None:
    remedy = Remedy(id="x", title="X", order=1, topic=topic, evidence=Evidence.WEAK, text="", conditions=asks)
    return for_you(remedy, Safety(frozenset(held), KNOWN))


@pytest.mark.parametrize(
    ("held", "ruling", "said"),
    [
        ((), Ruling.SHOW, "nothing you told coach changes what this page says"),
        (("fair",), Ruling.REWORD, "because of a fair: Only lukewarm."),
        (("graft",), Ruling.ASK, "ask first: a graft. Why. Ask a nurse"),
        (("limit",), Ruling.LIMIT, "your own limit: At most a little."),
        (("burn",), Ruling.WITHHOLD, "withheld: a burn. Why. Ask a nurse"),
        (("graft", "burn"), Ruling.WITHHOLD, "withheld: a burn."),
        ((UNANSWERED,), Ruling.WITHHOLD, "withheld: a unanswered."),
    ],
)
def test_the_rule_on_its_topic_decides(held: tuple[str, ...], ruling: Ruling, said: str) -> None:
    found = yours(*held)
    assert found is not None
    assert found.ruling is ruling
    assert found.text.startswith(said)


def test_a_condition_that_the_page_names_asks_first_where_no_rule_speaks() -> None:
    found = yours("numb")
    assert found == ForYou(Ruling.ASK, "ask first: a numb. Why. Ask a nurse.")
    assert yours("numb", "fair") == found, "asking is stricter than other words"


def test_a_clinicians_yes_is_not_asked_for_again() -> None:
    remedy = Remedy(
        id="x", title="X", order=1, topic=Topic.HEAT, evidence=Evidence.WEAK, text="", conditions=("graft",)
    )
    cleared = Safety(frozenset({"graft"}), KNOWN, frozenset({("graft", Topic.HEAT)}))
    found = for_you(remedy, cleared)
    assert found is not None
    assert found.ruling is Ruling.SHOW


def test_what_is_a_matter_of_nobodys_health_says_nothing_and_without_a_topic_the_conditions_ask() -> None:
    assert yours("burn", topic=None, asks=()) is None
    found = yours("numb", topic=None)
    assert found is not None
    assert found.ruling is Ruling.ASK


def test_not_answered_is_not_cleared_even_without_a_rule() -> None:
    found = yours(UNANSWERED, topic=None)
    assert found is not None
    assert "not answered is not cleared" in found.text
