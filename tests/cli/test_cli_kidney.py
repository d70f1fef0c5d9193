"""With kidney disease nothing high in potassium is offered, by any command."""

from __future__ import annotations

import re

import pytest

from coach.service.coach import Coach
from tests.support.commands import Commands

HIGH_MG = 400
"""What the facts call high in potassium: mg in a portion."""
TEN_COMMANDS = (
    ("today",),
    ("today", "--json"),
    ("status", "--format", "{water} {goal} {due} {kept} {night}"),
    ("routines",),
    ("moves",),
    ("now", "--plain"),
    ("red-flags",),
    ("causes",),
    ("medicines",),
    ("log",),
)


@pytest.fixture
def ill(run: Commands, answered: None) -> Commands:  # noqa: ARG001
    """Commands of someone with kidney disease who had set a water goal before."""
    run.out("profile", "water.goal_ml", "2000")
    run.out("profile", "condition.kidney-disease", "yes")
    return run


@pytest.fixture
def high(coach: Coach) -> list[str]:
    """The first words of the names of all foods that are high in potassium."""
    foods = coach.knowledge.foods()
    names = [food.name.lower() for food in foods if food.portion.potassium_mg >= HIGH_MG]
    assert len(names) > 15
    return names


@pytest.mark.parametrize("command", TEN_COMMANDS)
def test_no_command_names_a_food_high_in_potassium(
    ill: Commands, high: list[str], command: tuple[str, ...]
) -> None:
    text = ill.out(*command).lower()
    assert [name for name in high if name in text] == []


def test_no_page_offers_one(ill: Commands, high: list[str], coach: Coach) -> None:
    for cause in coach.knowledge.causes:
        text = ill.out("causes", cause).lower()
        assert "coach tick potassium-food" not in text
        assert [name for name in high if name in text] == [], cause


def test_the_items_and_the_goal_are_withheld_with_whom_to_ask(ill: Commands) -> None:
    view = ill.json("today")
    (potassium,) = [item for item in view["items"] if item["id"] == "potassium-food"]
    assert "kidney" in potassium["withheld"]
    assert not potassium["done"]
    assert view["water"]["goal_ml"] is None
    assert view["water"]["pace_ml"] is None
    assert view["next"] is None or view["next"]["action"] != "drink"


@pytest.mark.parametrize("word", ["potassium", "rich", "banana", "potato", "spinach", "high potassium"])
def test_no_search_gives_a_food_first(ill: Commands, word: str) -> None:
    result = ill("causes", word, "--json")
    if result.exit_code == 0:
        assert ill.json("causes", word)[0]["kind"] != "food"


def test_foods_stay_neutral_with_a_line_of_warning(ill: Commands) -> None:
    foods = ill.json("foods")
    names = [food["name"].casefold() for food in foods]
    assert names == sorted(names)
    assert all("highK" not in food["tags"] for food in foods)
    assert "kidney" in foods[0]["caution"]
    assert "kidney" in ill.out("foods", "banana")
    refused = ill("foods", "--sort", "potassium")
    assert refused.exit_code == 2


def test_the_reference_intake_of_potassium_is_withheld(ill: Commands) -> None:
    text = ill.out("foods", "--intakes")
    assert not re.search(r"3500|3,500|3400|2600", text)
