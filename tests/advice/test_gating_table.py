"""Every row of the gating table, as content and as the facts have it."""

from __future__ import annotations

import pytest
from advice_examples import safety

from coach.library.library import Library
from coach.model.ruling import Ruling, Topic
from coach.paths import content_root
from tests.support.gating_table import CONDITIONS, expected, held

SHIPPED = Library(content_root()).conditions


def test_the_table_has_a_line_for_every_condition() -> None:
    assert set(CONDITIONS) == set(SHIPPED)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_person_with_one_condition(condition: str) -> None:
    person = safety(condition, among=SHIPPED)
    assert person.held == held(condition)
    assert {topic: person.verdict(topic).ruling for topic in Topic} == expected(condition)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_whatever_is_not_simply_shown_has_words_and_whom_to_ask(condition: str) -> None:
    person = safety(condition, among=SHIPPED)
    for topic in Topic:
        verdict = person.verdict(topic)
        if verdict.ruling is Ruling.SHOW:
            assert (verdict.text, verdict.condition) == ("", "")
            continue
        assert verdict.text.endswith("."), topic
        assert verdict.condition in person.held
        assert (verdict.withheld is None) == (verdict.ruling is Ruling.REWORD)
        if why := verdict.withheld:
            assert SHIPPED[verdict.condition].name in str(why)
            assert (verdict.ruling is Ruling.ASK) == ("when they say yes, note it in your profile" in str(why))
            assert SHIPPED[verdict.condition].ask in str(why) or condition == "unanswered"


@pytest.mark.parametrize("condition", CONDITIONS)
def test_what_waits_for_a_yes_is_what_asks_and_names_who_asks(condition: str) -> None:
    person = safety(condition, among=SHIPPED)
    assert [verdict.topic for verdict in person.waiting] == [
        topic for topic, ruling in expected(condition).items() if ruling is Ruling.ASK
    ]
    for verdict in person.waiting:
        assert verdict.asking
        assert all(SHIPPED[one].rules[verdict.topic].ruling is Ruling.ASK for one in verdict.asking)


def test_nothing_speaks_against_anything_for_who_answered_and_ticked_nothing() -> None:
    person = safety(among=SHIPPED)
    assert person.held == frozenset()
    assert {person.verdict(topic).ruling for topic in Topic} == {Ruling.SHOW}


def test_no_yes_unlocks_potassium_tablets_or_a_leg_in_danger() -> None:
    for condition, known in SHIPPED.items():
        potassium = known.rules.get(Topic.POTASSIUM_SUPPLEMENT)
        assert potassium is None or potassium.ruling is Ruling.WITHHOLD, condition
    for condition in ("suspected-dvt", "red-flag-active"):
        assert {rule.ruling for rule in SHIPPED[condition].rules.values()} == {Ruling.WITHHOLD}


def test_the_first_questions_are_few_and_can_be_ticked() -> None:
    asked = [known for known in SHIPPED.values() if known.asked]
    assert 20 <= len(asked) <= 30
    assert not any(known.derived for known in asked)


@pytest.mark.parametrize(
    ("condition", "days"),
    [
        ("sedative-tonight", 1),
        ("illness-or-heat", 7),
        ("recent-birth", 42),
        ("recent-injury-or-surgery-same-leg", 84),
        ("hip-replacement-recent", 84),
        ("knee-replacement-recent", 84),
        ("achilles-repair-recent", 84),
        ("acute-calf-tear", 84),
        ("recent-heart-event", 84),
        ("fluoroquinolone", 180),
        ("pregnancy-2nd-3rd-trimester", 238),
        ("pregnancy", 322),
        ("suspected-dvt", None),
        ("kidney-disease", None),
    ],
)
def test_what_is_recent_runs_out(condition: str, days: int | None) -> None:
    assert SHIPPED[condition].lasts_days == days
