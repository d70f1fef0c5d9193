"""Every row of the tables the content was made from is in it, with its numbers."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from coach.library.library import Library
from coach.model.food import Mineral
from coach.model.order import Order
from coach.paths import content_root
from coach.session.timeline import dose_of, unroll

LIBRARY = Library(content_root())
ALLERGENS_ADDED = {"hummus": {"has:sesame"}}
"""An allergen that the table left out; a tag may be added to warn, never taken away."""


def rows(table: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / "facts" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def tags_of(row: dict[str, str], column: str) -> set[str]:
    return set(row[column].split())


FOODS, MOVES, ROUTINES = rows("foods"), rows("moves"), rows("routines")


def test_the_tables_are_whole() -> None:
    assert (len(FOODS), len(MOVES), len(ROUTINES)) == (109, 41, 14)


def test_there_is_no_food_but_those_of_the_table() -> None:
    assert list(LIBRARY.foods) == [row["id"] for row in FOODS]


@pytest.mark.parametrize("row", FOODS, ids=[row["id"] for row in FOODS])
def test_a_food_is_as_its_row_says(row: dict[str, str]) -> None:
    food = LIBRARY.foods[row["id"]]
    assert (food.name, food.measure, food.row) == (row["name"], row["measure"], row["row"])
    assert food.portion_g == float(row["portion_g"])
    for mineral in Mineral:
        assert food.portion.of(mineral) == float(row[f"{mineral}_mg"]), mineral
        assert food.per_100g.of(mineral) == float(row[f"{mineral}_100g"]), mineral
    assert food.portion.sodium_mg == float(row["sodium_mg"])
    assert set(food.tags) == tags_of(row, "tags") | ALLERGENS_ADDED.get(food.id, set())
    assert food.sources[0] == ("S75" if "SR28" in row["row"] else "S75b")


@pytest.mark.parametrize("row", FOODS, ids=[row["id"] for row in FOODS])
def test_a_portion_holds_what_its_weight_says(row: dict[str, str]) -> None:
    """The table rounds both numbers to a whole milligram, so they may differ by half a milligram of each."""
    food = LIBRARY.foods[row["id"]]
    for mineral in Mineral:
        by_weight = food.per_100g.of(mineral) * food.portion_g / 100
        rounding = 0.5 + 0.5 * food.portion_g / 100
        assert abs(food.portion.of(mineral) - by_weight) <= rounding + 1e-9, mineral


@pytest.mark.parametrize(
    ("tag", "amount", "least"),
    [
        ("highK", "potassium_mg", 300),
        ("highCa", "calcium_mg", 200),
        ("highMg", "magnesium_mg", 50),
        ("highNa", "sodium_mg", 300),
    ],
)
def test_a_food_is_tagged_as_holding_much_exactly_when_it_does(tag: str, amount: str, least: float) -> None:
    tagged = {food.id for food in LIBRARY.foods.values() if tag in food.tags}
    assert tagged == {food.id for food in LIBRARY.foods.values() if getattr(food.portion, amount) >= least}


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("juice150", "150 ml"),
        ("fish", "In pregnancy"),
        ("highNa", "Salty"),
        ("vitK", "warfarin"),
        ("oxalate", "stones"),
    ],
)
def test_a_food_with_something_to_mind_has_a_note_of_it(tag: str, said: str) -> None:
    tagged = [food for food in LIBRARY.foods.values() if tag in food.tags]
    assert tagged
    assert [food.id for food in tagged if said not in food.note] == []


def test_other_things_to_mind_are_noted_too() -> None:
    notes = {food.id: food.note for food in LIBRARY.foods.values()}
    assert "Boil" in notes["kidney-beans"]
    for cheese in ("cheddar", "swiss-cheese", "feta"):
        assert "rennet" in notes[cheese]
    poor = {food.id for food in LIBRARY.foods.values() if Mineral.CALCIUM in food.poorly_absorbed}
    assert poor == {"raw-spinach", "spinach", "chard", "beet-greens"}


@pytest.mark.parametrize("row", MOVES, ids=[row["id"] for row in MOVES])
def test_a_move_is_as_its_row_says(row: dict[str, str]) -> None:
    move = LIBRARY.moves[row["id"]]
    assert (move.segment, move.position, move.gentler) == (row["segment"], row["position"], row["gentler"])
    assert move.dose.hold_s == float(row["hold_s"])
    assert move.dose.repetitions == int(row["repetitions"])
    assert move.dose.rest_s == float(row["rest_s"])
    assert move.per_side == (row["sides"] == "2")
    assert tags_of(row, "withhold_if") - set(move.withhold_if) == set(), "a tag was lost"


@pytest.mark.parametrize("row", ROUTINES, ids=[row["id"] for row in ROUTINES])
def test_a_routine_is_as_its_row_says(row: dict[str, str]) -> None:
    routine = LIBRARY.routines[row["id"]]
    doses = [(step.move, dose_of(step, LIBRARY.moves[step.move])) for step in routine.steps]
    said = [f"{move}:{dose.hold_s:g}x{dose.repetitions}+{dose.rest_s:g}" for move, dose in doses]
    assert said == row["steps"].split()
    assert routine.order == row["order"]
    assert tags_of(row, "withhold_if") - set(routine.withhold_if) == set(), "a tag was lost"


@pytest.mark.parametrize("row", ROUTINES, ids=[row["id"] for row in ROUTINES])
def test_a_routine_done_leg_by_leg_takes_the_time_its_row_says(row: dict[str, str]) -> None:
    leg_by_leg = replace(LIBRARY.routines[row["id"]], order=Order.LEG_BY_LEG)
    assert unroll(leg_by_leg, LIBRARY.moves).total_s == float(row["total_s"])


def test_every_tag_of_a_row_is_a_condition() -> None:
    tags = {tag for row in (*MOVES, *ROUTINES) for tag in tags_of(row, "withhold_if")}
    assert tags - set(LIBRARY.conditions) == set()


def test_every_source_names_who_what_and_where() -> None:
    for source in LIBRARY.sources.values():
        assert source.short, source.id
        assert source.title, source.id
        assert source.by, source.id
        assert source.identifier or source.address, source.id
        assert source.read in {"V", "V2", "V part"}, source.id


def test_no_source_came_from_nowhere() -> None:
    """The numbers of the list of sources, and those that were added after it for telephone numbers."""
    known = {f"S{number}" for number in range(1, 105)} | {"S1b", "S66b", "S66c", "S75b"}
    assert set(LIBRARY.sources) <= known - {"S33", "S84", "S88", "S89"}
    assert all(re.fullmatch(r"S\d+[a-c]?", source) for source in LIBRARY.sources)
