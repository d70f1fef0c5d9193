"""Patterns of a real diary."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

import pytest

from coach.diary.diary import Draft
from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.ninety_days import keep_ninety_days

TODAY = date(2026, 11, 22)


def write(coach: Coach, clock: FakeClock, days: int = 120) -> None:
    """Wine on half of the days; on days with wine six nights of ten have a cramp, else two of ten."""
    rng = random.Random(8)
    drafts = []
    for back in range(days, 0, -1):
        day, next_day = TODAY - timedelta(days=back), TODAY - timedelta(days=back - 1)
        wine = rng.random() < 0.5
        drafts.append(Draft("drink", day, {"ml": 200 + 50 * rng.randrange(4), "what": "water"}))
        if wine:
            drafts.append(Draft("drink", day, {"ml": 150, "what": "wine"}))
        if rng.random() < (0.6 if wine else 0.2):
            at = clock.local(datetime.combine(next_day, time(3)))
            drafts.append(Draft("cramp", day, {"triggers": ["heat"]}, at))
        else:
            drafts.append(Draft("night", next_day, {"cramps": 0}))
    coach.diary.add(drafts, "days")


@pytest.mark.usefixtures("answered")
def test_wine_that_goes_with_cramps_is_found_on_the_same_day(coach: Coach, clock: FakeClock) -> None:
    write(coach, clock)
    view = coach.patterns.view()
    assert [row.id for row in view.found] == ["alcohol"]
    assert (view.first, view.last, view.answered) == (TODAY - timedelta(days=120), TODAY - timedelta(days=1), 120)
    assert {row.id for row in view.rows} >= {"alcohol", "alcohol-before", "less-to-drink", "less-to-drink-before"}
    assert "heat" not in {row.id for row in view.rows}, "it was only ever logged together with a cramp"
    assert view.compared == len(view.rows)


@pytest.mark.usefixtures("answered")
def test_what_lies_further_back_than_a_year_is_not_looked_at(coach: Coach, clock: FakeClock) -> None:
    write(coach, clock)
    before = coach.patterns.view()
    old = TODAY - timedelta(days=400)
    coach.diary.add([Draft("cramp", old + timedelta(days=n), {}) for n in range(20)], "old")
    assert coach.patterns.view() == before


def test_who_has_not_answered_the_questions_is_not_told_to_drink_more(coach: Coach, clock: FakeClock) -> None:
    write(coach, clock)
    view = coach.patterns.view()
    assert not {row.id for row in view.rows} & {"less-to-drink", "less-to-drink-before"}
    assert view.left_out == ("Less to drink than usual, not compared: the safety questions are not answered yet.",)


def test_an_empty_diary_says_how_many_days_are_missing(coach: Coach) -> None:
    view = coach.patterns.view()
    assert view.summary == "Not enough to say yet: 14 more answered days and 5 more days with a cramp."


def test_ninety_days_as_somebody_keeps_them(coach: Coach, clock: FakeClock) -> None:
    keep_ninety_days(coach, clock)
    view = coach.patterns.view()
    assert view.enough
    assert view.compared >= 8
