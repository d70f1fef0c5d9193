"""Patterns in words."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from coach.advice.days import HABITS, DaySeries
from coach.advice.pattern_view import PatternsView, patterns_view, points
from coach.advice.patterns import Known

FIRST = date(2026, 1, 1)


def view(cramps: list[Known], **habits: list[Known]) -> PatternsView:
    series = DaySeries(
        FIRST, tuple(cramps), {name.replace("_", "-"): tuple(days) for name, days in habits.items()}
    )
    return patterns_view(series, FIRST, FIRST + timedelta(days=364), tuple(HABITS.values()))


def planted(seed: int = 3) -> tuple[list[Known], list[Known]]:
    rng = random.Random(seed)
    alcohol: list[Known] = [rng.random() < 0.5 for _ in range(120)]
    return [rng.random() < (0.7 if day else 0.1) for day in alcohol], alcohol


def test_a_finding_says_together_and_never_caused() -> None:
    cramps, alcohol = planted()
    found = view(cramps, alcohol=alcohol)
    (row,) = found.found
    assert row.said.startswith("Cramps and alcohol happened together more often: a cramp on ")
    assert f"on {row.with_cramps} of {row.with_days} such days" in row.said
    assert f"on {row.without_cramps} of {row.without_days} others" in row.said
    assert "95 % interval" in row.said
    assert row.note.startswith("If you drink every day, do not stop all at once")
    assert "1 comparison was made; 1 of them is more than chance" in found.summary
    assert "does not say that one brought the other" in found.summary
    assert "caus" not in f"{found.summary} {row.said} {row.note}".lower()


def test_the_counts_of_a_diary_are_said_as_they_come_out_by_hand() -> None:
    # 7 of 10 days against 2 of 10. Wilson: .39678 to .89221 and .05668 to .50984. Newcombe's method 10:
    # .5 - √(.30322² + .30984²) = .0665 and .5 + √(.19221² + .14332²) = .7398.
    beer: list[Known] = [True, False] * 10
    cramps: list[Known] = [True, False] * 5 + [True, True] * 2 + [False, False] * 3
    (row,) = view(cramps, alcohol=beer).rows
    assert (row.with_cramps, row.with_days, row.without_cramps, row.without_days) == (7, 10, 2, 10)
    assert (row.low, row.high) == (pytest.approx(0.0665, abs=5e-5), pytest.approx(0.7398, abs=5e-5))
    assert row.said.endswith(
        "a cramp on 7 of 10 such days (70 %), and on 2 of 10 others (20 %); "
        "difference +50 points (95 % interval +7 to +74)."
    )


def test_less_often_is_said_too() -> None:
    cramps, alcohol = planted()
    (row,) = view(cramps, alcohol=[not day for day in alcohol]).rows
    assert row.said.startswith("Cramps and alcohol happened together less often: ")
    assert row.difference < 0


def test_the_day_before_is_named() -> None:
    cramps, alcohol = planted()
    (row,) = view(cramps, alcohol_before=alcohol).rows
    assert (row.name, row.days_before) == ("alcohol, the day before", 1)


def test_no_finding_is_no_proof_of_nothing() -> None:
    rng = random.Random(5)
    cramps: list[Known] = [rng.random() < 0.3 for _ in range(60)]
    heat: list[Known] = [rng.random() < 0.5 for _ in range(60)]
    found = view(cramps, heat=heat)
    assert found.found == ()
    assert found.summary == (
        "1 comparison was made, and none is more than chance. That does not show that nothing plays a part."
    )
    assert found.rows[0].said.startswith("Cramps and heat: no more than chance; ")


@pytest.mark.parametrize(
    ("cramps", "said"),
    [
        ([], "Not enough to say yet: 14 more answered days and 5 more days with a cramp."),
        ([True] * 4 + [False] * 9, "Not enough to say yet: 1 more answered day and 1 more day with a cramp."),
        ([True] * 4 + [False] * 20, "Not enough to say yet: 1 more day with a cramp."),
        ([True] * 6 + [None] * 20, "Not enough to say yet: 8 more answered days."),
    ],
)
def test_too_few_days_say_how_many_are_missing(cramps: list[Known], said: str) -> None:
    found = view(cramps, heat=[True] * len(cramps))
    assert found.summary == said
    assert (found.enough, found.rows) == (False, ())


def test_days_on_which_nothing_was_logged_cannot_be_compared() -> None:
    found = view([True, False] * 10, heat=[None] * 20)
    assert found.enough
    assert found.summary.startswith("Nothing can be compared yet")


def test_a_medicine_carries_its_sentence_whether_it_is_a_finding_or_not() -> None:
    cramps, taken = planted()
    for days in (taken, [True, False] * 60):
        (row,) = view(cramps, new_medicine=days).rows
        assert row.note.startswith("Do not stop it; show this to your pharmacist.")


def test_what_is_not_asked_for_is_not_compared() -> None:
    cramps, alcohol = planted()
    series = DaySeries(FIRST, tuple(cramps), {"alcohol": tuple(alcohol)})
    assert patterns_view(series, FIRST, FIRST, (HABITS["heat"],)).compared == 0


def test_points_have_signs() -> None:
    assert points(0.4, 0.138, 0.604) == "+40 points (95 % interval +14 to +60)"
    assert points(-0.4, -0.6, 0.001) == "−40 points (95 % interval −60 to 0)"
    assert points(0.05, -0.001, 0.2) == "+5 points (95 % interval 0 to +20)"
