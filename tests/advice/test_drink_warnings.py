from __future__ import annotations

import pytest
from advice_examples import drink

from coach.advice.water import drink_warnings, fullest_hour
from coach.model.entry import Drink
from coach.model.profile import Profile


def warned(*drinks: Drink, limit_ml: float | None = None) -> str:
    """The warnings on logging the last of `drinks`."""
    total = sum(each.ml for each in drinks)
    profile = Profile(limit_ml=limit_ml)
    return " ".join(drink_warnings(fullest_hour(drinks, drinks[-1]), total, drinks[-1], profile))


@pytest.mark.parametrize(("ml", "at_once"), [(1000, False), (1000.1, True), (2000, True)])
def test_more_than_a_litre_at_once(ml: float, *, at_once: bool) -> None:
    assert ("More than 1 l at once" in warned(drink(ml, at="12:00"))) is at_once
    assert ("More than 1 l at once" in warned(drink(ml))) is at_once


def test_a_litre_within_an_hour_is_enough() -> None:
    assert warned(drink(500, at="12:00"), drink(500, at="12:59")) == ""
    assert "1001 ml within an hour" in warned(drink(500, at="12:00"), drink(501, at="12:59"))


def test_drinks_an_hour_apart_are_not_within_an_hour() -> None:
    assert warned(drink(800, at="12:00"), drink(800, at="13:00")) == ""


def test_an_hour_is_an_hour_not_one_each_way() -> None:
    assert warned(drink(600, at="12:00"), drink(600, at="13:50"), drink(100, at="12:55")) == ""
    assert "1100 ml within" in warned(drink(600, at="12:00"), drink(600, at="13:20"), drink(500, at="12:55"))


def test_a_full_hour_without_the_drink_that_is_logged_is_no_matter_of_its() -> None:
    assert warned(drink(600, at="13:30"), drink(600, at="13:40"), drink(100, at="12:00")) == ""
    assert warned(drink(600, at="13:00"), drink(600, at="13:00"), drink(100, at="12:00")) == ""


def test_an_hour_may_go_past_midnight() -> None:
    assert "within an hour" in warned(drink(600, at="2026-11-22T23:40"), drink(600, at="2026-11-23T00:10"))


def test_drinks_whose_time_nobody_knows_are_in_no_hour() -> None:
    assert warned(drink(600), drink(600)) == ""
    assert warned(drink(600), drink(600, at="12:00")) == ""
    assert warned(drink(600, at="12:00"), drink(600)) == ""


def test_alcohol_and_soup_are_drinks_too() -> None:
    assert "within an hour" in warned(drink(600, "soup", at="12:00"), drink(600, "beer", at="12:10"))


def test_over_the_persons_own_limit() -> None:
    assert warned(drink(500), drink(500), limit_ml=1000) == ""
    assert "That is 250 ml over your limit" in warned(drink(500), drink(750), limit_ml=1000)


def test_both_warnings_together() -> None:
    said = warned(drink(1500, at="12:00"), limit_ml=1000)
    assert "More than 1 l at once" in said
    assert "That is 500 ml over your limit" in said
