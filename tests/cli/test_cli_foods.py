"""Foods and reference intakes, from the command line."""

from __future__ import annotations

import pytest

from tests.support.commands import Commands

KIDNEY = ("condition.kidney-disease", "yes")
OFFERS_NONE = (KIDNEY, ("condition.dialysis", "yes"), ("condition.potassium-sparing", "yes"), ("age", "under-18"))


@pytest.fixture
def well(run: Commands, answered: None) -> Commands:  # noqa: ARG001
    """Commands of someone who answered the safety questions."""
    return run


def test_foods_tell_milligrams_of_a_portion_and_no_share_of_anything(well: Commands) -> None:
    text = well.out("foods", "banana")
    assert "banana  Banana  1 medium, 118 g  422 mg     6 mg     32 mg      1 mg" in text
    assert "From: USDA SR28, NDB 09040" in text
    assert "%" not in text
    (food,) = well.json("foods", "banana")
    assert food["portion"]["potassium_mg"] == 422
    assert food["tags"] == ["vegan", "highK"]
    assert food["caution"] is None


def test_the_plain_list_stands_by_name(well: Commands) -> None:
    names = [food["name"].casefold() for food in well.json("foods")]
    assert len(names) == 109
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("order", "first"), [("potassium", "baked-potato"), ("calcium", "firm-tofu"), ("name", "almonds")]
)
def test_the_list_is_sorted_as_wanted(well: Commands, order: str, first: str) -> None:
    assert well.json("foods", "--sort", order)[0]["id"] == first
    assert well.out("foods", "--sort", order).splitlines()[1].startswith(f"{first} ")


def test_by_sodium_the_least_comes_first(well: Commands) -> None:
    sodium = [food["portion"]["sodium_mg"] for food in well.json("foods", "--sort", "sodium")]
    assert sodium == sorted(sodium)


def test_spinach_is_no_source_of_calcium(well: Commands) -> None:
    ranked = [food["id"] for food in well.json("foods", "--sort", "calcium")]
    assert set(ranked[-4:]) == {"raw-spinach", "spinach", "chard", "beet-greens"}


def test_what_to_mind_about_a_food_is_said_with_it(well: Commands) -> None:
    assert "Kidney beans, boiled: Boil dried ones hard for 10 minutes, or use tinned." in well.out(
        "foods", "kidney"
    )
    assert "at most four cans of tuna a week (NHS, fish)" in " ".join(well.out("foods", "tuna").split())
    assert "150 ml" in well.out("foods", "orange-juice")


@pytest.mark.parametrize(
    ("setting", "order"),
    [
        *((setting, "potassium") for setting in OFFERS_NONE),
        *((setting, order) for setting in (KIDNEY, ("age", "under-18")) for order in ("calcium", "magnesium")),
    ],
)
def test_no_ranking_for_those_it_is_not_for(well: Commands, setting: tuple[str, str], order: str) -> None:
    well.out("profile", *setting)
    told = well.refused("foods", "--sort", order)
    assert f"no list sorted by {order}: " in told
    assert "coach foods lists them by name" in told


@pytest.mark.parametrize("setting", OFFERS_NONE)
def test_the_plain_list_is_neutral_then_and_says_so(well: Commands, setting: tuple[str, str]) -> None:
    well.out("profile", *setting)
    text = " ".join(well.out("foods").split())
    assert text.startswith("By name, and nothing here is a suggestion. Not by potassium")
    foods = well.json("foods")
    assert [food["name"] for food in foods] == sorted((food["name"] for food in foods), key=str.casefold)
    assert [food["id"] for food in foods if "highK" in food["tags"]] == []
    assert all(food["caution"].startswith("By name") for food in foods)
    assert well.out("foods", "banana").startswith("By name")


def test_until_the_questions_are_answered_nothing_is_ranked(run: Commands) -> None:
    assert "questions are not answered" in run.refused("foods", "--sort", "potassium")
    assert run.out("foods", "banana").startswith("By name, and nothing here is a suggestion.")
    assert "422 mg" in run.out("foods", "banana"), "a food looked up by name keeps its numbers"


def test_reference_intakes_say_who_says_so(well: Commands) -> None:
    text = well.out("foods", "--intakes")
    assert "  EU, EFSA: food; not for anyone whose body gets rid of potassium poorly" in text
    assert "    3400 mg  AI  men\n" in text
    assert "400–420 mg  RDA  men" in text
    assert "6–8 cups or glasses" in text
    assert "(EFSA 2010, water)" in text
    intakes = {one["id"]: one for one in well.json("foods", "--intakes")}
    assert intakes["water-eu-women"]["amount"] == 2000
    assert intakes["water-eu-women"]["unit"] == "ml"
    assert all(one["withheld"] is None and one["sources"] and one["name"] for one in intakes.values())


@pytest.mark.parametrize(
    ("setting", "withheld"),
    [
        (KIDNEY, {"water", "potassium", "calcium", "magnesium"}),
        (("water.limit_ml", "1500"), {"water"}),
        (("age", "under-18"), {"water", "potassium", "calcium", "magnesium", "sodium"}),
        (("condition.ace-inhibitor", "yes"), set()),
    ],
)
def test_reference_intakes_are_withheld_with_the_reason(
    well: Commands, setting: tuple[str, str], withheld: set[str]
) -> None:
    well.out("profile", *setting)
    intakes = well.json("foods", "--intakes")
    assert {one["nutrient"] for one in intakes if one["withheld"]} == withheld
    assert all((one["amount"] is None) == bool(one["withheld"]) for one in intakes)
    text = well.out("foods", "--intakes")
    assert ("3400 mg" in text) == ("potassium" not in withheld)
    assert ("2.7 l" in text) == ("water" not in withheld)


@pytest.mark.parametrize("args", [("banana",), ("--sort", "calcium")])
def test_intakes_go_alone(well: Commands, args: tuple[str, ...]) -> None:
    assert "it goes alone" in well.refused("foods", "--intakes", *args)


def test_an_order_there_is_not_is_refused(well: Commands) -> None:
    assert "'zinc' is not one of" in well.refused("foods", "--sort", "zinc")


@pytest.mark.parametrize(("key", "value"), [("age", "under-18"), ("condition.eating-disorder", "yes")])
def test_who_is_to_have_no_targets_is_shown_no_milligrams(well: Commands, key: str, value: str) -> None:
    well.out("profile", key, value)
    text = well.out("foods", "banana")
    assert "Banana" in text
    assert " mg" not in text
