"""In what order foods may be listed, for whom, and what is said beside them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from coach.advice.foods import FoodList, FoodOrder, food_list, intake_views, why_not_offered
from coach.advice.safety import Safety
from coach.library.library import Library
from coach.model.condition import Condition
from coach.model.food import Food, Mineral, Minerals
from coach.model.intake import Area, Intake, Nutrient
from coach.paths import content_root
from tests.advice.advice_examples import condition, safety

CONDITIONS: Mapping[str, Condition] = {
    one.id: one
    for one in (
        condition("kidney", POTASSIUM_FOOD="ask", MAGNESIUM_FOOD="ask", CALCIUM_FOOD="withhold"),
        condition("ace", POTASSIUM_FOOD="reword"),
        condition("child", TARGETS="withhold"),
        condition("limit", WATER_GOAL="limit"),
    )
}


def held(*conditions: str) -> Safety:
    return safety(*conditions, among=CONDITIONS)


def food(
    name: str, *tags: str, k: float = 0, ca: float = 0, mg: float = 0, na: float | None = 0, poor: str = ""
) -> Food:
    minerals = Minerals(potassium_mg=k, calcium_mg=ca, magnesium_mg=mg, sodium_mg=na)
    return Food(
        id=name.lower(),
        name=name,
        portion_g=100,
        measure="1 cup",
        portion=minerals,
        per_100g=minerals,
        tags=tags,
        poorly_absorbed=(Mineral(poor),) if poor else (),
        row="row",
    )


FOODS = (
    food("Milk", "highCa", "vegetarian", k=320, ca=276, mg=24, na=105),
    food("banana", "highK", k=422, ca=6, mg=32, na=1),
    food("Spinach", "highK", "highMg", k=419, ca=122, mg=78, na=63, poor="calcium"),
    food("Apple", k=134, ca=8, mg=6, na=None),
)


def listed(order: FoodOrder = FoodOrder.NAME, *conditions: str) -> FoodList:
    return food_list(FOODS, order, held(*conditions))


def names(view: FoodList) -> list[str]:
    return [one.name for one in view.foods]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (FoodOrder.NAME, ["Apple", "banana", "Milk", "Spinach"]),
        (FoodOrder.POTASSIUM, ["banana", "Spinach", "Milk", "Apple"]),
        (FoodOrder.MAGNESIUM, ["Spinach", "banana", "Milk", "Apple"]),
        (FoodOrder.CALCIUM, ["Milk", "Apple", "banana", "Spinach"]),
        (FoodOrder.SODIUM, ["banana", "Spinach", "Milk", "Apple"]),
    ],
)
def test_the_most_comes_first_and_of_sodium_the_least(order: FoodOrder, expected: list[str]) -> None:
    """What the body takes up little of, and what is not known, comes last."""
    view = listed(order)
    assert names(view) == expected
    assert (view.order, view.refused, view.caution, view.brief) == (order, None, None, None)
    assert [one.tags for one in view.foods if one.name == "banana"] == [("highK",)]


@pytest.mark.parametrize("order", [FoodOrder.POTASSIUM, FoodOrder.CALCIUM, FoodOrder.MAGNESIUM])
def test_what_is_not_offered_is_not_ranked_and_not_praised(order: FoodOrder) -> None:
    view = listed(order, "kidney")
    assert names(view) == ["Apple", "banana", "Milk", "Spinach"]
    assert view.order is FoodOrder.NAME
    assert view.refused is not None
    assert view.refused.condition == "kidney"
    assert {tag for one in view.foods for tag in one.tags} == {"vegetarian"}


def test_the_caution_stands_beside_every_list_and_gives_each_reason_once() -> None:
    for order in (FoodOrder.NAME, FoodOrder.SODIUM):
        view = listed(order, "kidney")
        assert view.order is order
        assert view.refused is None
        assert view.caution is not None
        assert view.caution.startswith("By name, and nothing here is a suggestion. Not by ")
        assert view.caution.count("Not by ") == 2, "one for what is asked about, one for what is withheld"
        assert "Not by potassium or magnesium: kidney. Why. Ask about kidney; when they say yes" in view.caution
        assert view.brief is not None
        assert "Why." not in view.brief


def test_other_words_are_said_and_nothing_is_refused() -> None:
    view = listed(FoodOrder.POTASSIUM, "ace")
    assert names(view)[0] == "banana"
    assert (view.refused, view.caution) == (None, "Why.")


def test_who_has_no_targets_gets_no_ranking() -> None:
    for mineral in Mineral:
        assert why_not_offered(mineral, held("child")) is not None
        assert why_not_offered(mineral, held()) is None


def intake(nutrient: Nutrient) -> Intake:
    return Intake(id=nutrient, nutrient=nutrient, area=Area.EU, by="EFSA", people="adults", kind="AI", amount=1)


def withheld_figures(*conditions: str) -> set[Nutrient]:
    views = intake_views([intake(nutrient) for nutrient in Nutrient], held(*conditions))
    return {view.intake.nutrient for view in views if view.withheld}


def test_figures_are_withheld_from_those_they_are_not_for() -> None:
    minerals = {Nutrient.POTASSIUM, Nutrient.CALCIUM, Nutrient.MAGNESIUM}
    assert withheld_figures() == set()
    assert withheld_figures("ace") == set()
    assert withheld_figures("limit") == {Nutrient.WATER}
    assert withheld_figures("kidney") == minerals
    assert withheld_figures("child") == set(Nutrient)


def test_every_shipped_condition_that_does_not_offer_potassium_is_shown_no_food_praised_for_it() -> None:
    library = Library(content_root())
    found = 0
    for one in library.conditions:
        told = safety(one, among=library.conditions)
        view = food_list(library.foods.values(), FoodOrder.POTASSIUM, told)
        if view.refused is None:
            continue
        found += 1
        assert [one.name for one in view.foods if "highK" in one.tags] == [], one
        assert names(view) == sorted(names(view), key=str.casefold), one
        assert view.caution, one
    assert found >= 8
