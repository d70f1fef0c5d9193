"""Drinks and foods, through the service, on a diary in a temporary folder."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.advice.checklist import ItemView
from coach.errors import BadInputError
from coach.model.entry import Drink, Eat, Entry
from coach.service.coach import Coach
from tests.support.clock import FakeClock

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)


def logged(coach: Coach, day: date = TODAY) -> list[Entry]:
    return coach.diary.entries(day, day)


def item(coach: Coach, wanted: str, day: date | None = None) -> ItemView:
    return next(view for view in coach.day.today(day).items if view.id == wanted)


def test_a_drink_as_people_say_it(coach: Coach, clock: FakeClock) -> None:
    done = coach.day.drink("8oz", what="Tea")
    (entry,) = done.entries
    assert isinstance(entry, Drink)
    assert (entry.ml, entry.what, entry.said, entry.at, entry.day) == (236.6, "tea", "8oz", clock.now(), TODAY)
    assert (done.said, done.warnings) == ("237 ml tea", ())
    assert coach.day.today().water.ml == 236.6


def test_a_drink_without_an_amount_is_the_usual_vessel(coach: Coach) -> None:
    assert coach.day.drink().said == "250 ml water"
    coach.profile.set_all({"vessel.flask": "750", "usual_vessel": "flask", "units": "l"})
    assert coach.day.drink().said == "0.75 l water"
    assert coach.day.drink("flask").said == "0.75 l water"


@pytest.mark.parametrize("said", ["0", "-250", "nan", "2001", "5l", "much", "", "1,500", "1.5"])
def test_a_drink_that_is_refused_writes_nothing(coach: Coach, said: str) -> None:
    with pytest.raises(BadInputError):
        coach.day.drink(said)
    assert logged(coach) == []
    assert not coach.places.diary.exists()


def test_a_drink_of_an_unknown_kind_is_refused_with_the_nearest(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="no drink 'coffe'") as refusal:
        coach.day.drink("250", what="coffe")
    assert "coffee" in refusal.value.hint
    assert logged(coach) == []


def test_much_at_once_and_within_an_hour_is_written_and_answered(coach: Coach, clock: FakeClock) -> None:
    assert "More than 1 l at once" in coach.day.drink("1.5l").warnings[0]
    clock.advance(3600)
    assert coach.day.drink("600").warnings == ()
    clock.advance(1800)
    assert "1200 ml within an hour" in coach.day.drink("600").warnings[0]
    assert coach.day.today().water.ml == 2700


def test_much_within_an_hour_on_both_sides_of_the_days_end(coach: Coach, clock: FakeClock) -> None:
    clock.advance(7 * 3600 + 1800)
    coach.day.drink("600")
    clock.advance(3000)
    done = coach.day.drink("600")
    assert {entry.day for entry in done.entries} == {date(2026, 11, 23)}
    assert "1200 ml within an hour" in done.warnings[0]


def test_drinks_of_a_past_day_were_not_drunk_within_an_hour(coach: Coach) -> None:
    for _ in range(4):
        done = coach.day.drink("500", day=YESTERDAY)
        assert done.warnings == ()
        assert done.entries[0].at is None
    assert coach.day.today(YESTERDAY).water.ml == 2000
    assert coach.day.today().water.ml == 0


def test_over_ones_own_limit_soup_and_alcohol_count(coach: Coach) -> None:
    coach.profile.set("water.limit_ml", "1000")
    assert coach.day.drink("500", what="soup").warnings == ()
    assert coach.day.drink("500", what="beer").warnings == ()
    assert "250 ml over your limit" in " ".join(coach.day.drink("250").warnings)
    assert coach.day.today().water.why == "250 ml over your own limit"


def test_the_last_drink_can_be_taken_off(coach: Coach, clock: FakeClock) -> None:
    coach.day.drink("500")
    clock.advance(60)
    coach.day.drink("250", at=clock.now() - timedelta(hours=5))
    assert coach.day.undrink().said == "250 ml off"
    assert coach.day.today().water.ml == 500
    coach.day.undrink()
    assert coach.day.undrink().said == "no drink to take off"


def test_a_food_by_its_id_or_name_with_what_it_holds(coach: Coach) -> None:
    done = coach.day.eat("banana", portions=1.5)
    (entry,) = done.entries
    assert isinstance(entry, Eat)
    food = coach.library.foods["banana"]
    assert (entry.food, entry.label, entry.portions) == ("banana", food.name, 1.5)
    assert entry.potassium_mg == round(food.portion.potassium_mg * 1.5, 1)
    assert item(coach, "potassium-food").amount == 1.5
    assert coach.day.today().logged.potassium_mg == round(entry.potassium_mg)
    assert coach.day.food(food.name.upper()) is food


def test_a_word_that_several_foods_have_is_refused_with_their_ids(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="'potato' matches several foods") as refusal:
        coach.day.eat("potato")
    assert "baked-potato" in refusal.value.hint
    assert "sweet-potato" in refusal.value.hint
    assert logged(coach) == []


@pytest.mark.parametrize("wanted", ["bananna", "xyzzy", "", " ", "[/]"])
def test_an_unknown_food_is_refused(coach: Coach, wanted: str) -> None:
    with pytest.raises(BadInputError, match="no food") as refusal:
        coach.day.eat(wanted)
    assert refusal.value.hint
    assert logged(coach) == []


@pytest.mark.parametrize("portions", [0, -1, 21, float("nan"), float("inf")])
def test_an_absurd_number_of_portions_is_refused(coach: Coach, portions: float) -> None:
    with pytest.raises(BadInputError, match="cannot eat"):
        coach.day.eat("banana", portions=portions)
