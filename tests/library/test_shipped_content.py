"""The content as it is shipped: whole, and of the extent that was promised."""

from __future__ import annotations

import re

import pytest

from coach.library.check import check_content
from coach.library.library import Library
from coach.model.evidence import Content
from coach.model.food import Mineral
from coach.model.setting import ID
from coach.paths import content_root
from coach.session.timeline import unroll

LIBRARY = Library(content_root())
CHANGES_NOTHING = {"stable-arrhythmia"}
"""It stands there so that nobody ticks a heart problem that is not cleared in its place."""


def test_the_shipped_content_has_no_fault() -> None:
    assert [fault.message for fault in check_content(LIBRARY)] == []


def test_the_seven_causes_are_there() -> None:
    assert list(LIBRARY.causes) == [
        "dehydration",
        "overuse",
        "deficiency",
        "posture",
        "conditions",
        "medicines",
        "age",
    ]


def test_the_fourteen_routines_are_there_the_everyday_ones_first() -> None:
    assert list(LIBRARY.routines) == [
        "bedtime",
        "bedtime-in-bed",
        "desk-break",
        "chair",
        "before-run",
        "after-run",
        "gentle-start",
        "morning",
        "evening-easy",
        "after-cramp",
        "feet",
        "travel",
        "lower-body",
        "pregnancy",
    ]


def test_there_is_relief_for_six_muscles() -> None:
    assert list(LIBRARY.reliefs) == ["calf", "foot", "hamstring", "quadriceps", "shin", "inner-thigh"]


def test_there_are_five_pieces_of_advice() -> None:
    assert len(LIBRARY.advice) == 5


def test_the_checklist_is_the_promised_one() -> None:
    targets = {item.id: item.target for item in LIBRARY.items.values()}
    assert targets == {
        "stretch-before-bed": 1,
        "sitting-break": 6,
        "warm-up": 1,
        "uncrossed-legs": 1,
        "potassium-food": 2,
        "calcium-food": 2,
        "magnesium-food": 1,
        "varied-plate": 1,
        "covers-loose": 1,
        "clear-path": 1,
        "evening-easy": 1,
    }
    assert [item.id for item in LIBRARY.items.values() if item.core] == ["stretch-before-bed"]


def test_there_are_at_least_thirty_foods_and_some_rich_in_each_mineral() -> None:
    assert len(LIBRARY.foods) >= 30
    items = {item.mineral: item.portion_mg for item in LIBRARY.items.values() if item.mineral}
    for mineral in Mineral:
        rich = [food for food in LIBRARY.foods.values() if food.portion.of(mineral) >= items[mineral]]
        assert len(rich) >= 5, mineral


def test_a_food_holds_by_the_portion_what_it_holds_by_weight() -> None:
    for food in LIBRARY.foods.values():
        for mineral in Mineral:
            by_weight = food.per_100g.of(mineral) * food.portion_g / 100
            assert abs(food.portion.of(mineral) - by_weight) <= 1 + by_weight * 0.02, (food.id, mineral)


def test_water_is_a_drink_and_alcohol_does_not_count() -> None:
    assert LIBRARY.drinks["water"].counts
    assert {name for name, drink in LIBRARY.drinks.items() if not drink.counts} == {"beer", "wine", "spirits"}


@pytest.mark.parametrize("name", sorted(LIBRARY.routines))
def test_a_routine_can_be_done_in_a_quarter_of_an_hour(name: str) -> None:
    assert 60 <= unroll(LIBRARY.routines[name], LIBRARY.moves).total_s <= 900


@pytest.mark.parametrize("name", sorted(LIBRARY.routines))
def test_every_routine_stops_for_a_clot_and_for_a_warning_sign(name: str) -> None:
    assert {"suspected-dvt", "red-flag-active"} <= set(LIBRARY.routines[name].withhold_if)


def test_what_counts_as_another_routine_stands_in_a_tick_of_the_list() -> None:
    ticking = {routine for item in LIBRARY.items.values() for routine in item.routines}
    counting = {routine.counts_as for routine in LIBRARY.routines.values() if routine.counts_as}
    assert counting
    assert counting <= ticking


def test_ids_can_be_typed_and_stored() -> None:
    shelves: list[list[Content]] = [
        list(LIBRARY.causes.values()),
        list(LIBRARY.moves.values()),
        list(LIBRARY.routines.values()),
        list(LIBRARY.reliefs.values()),
        list(LIBRARY.items.values()),
        list(LIBRARY.foods.values()),
        list(LIBRARY.drinks.values()),
        list(LIBRARY.conditions.values()),
        list(LIBRARY.red_flags.values()),
        list(LIBRARY.lookalikes.values()),
        list(LIBRARY.remedies.values()),
    ]
    for shelf in shelves:
        assert shelf
        assert [thing.id for thing in shelf if not re.fullmatch(ID, thing.id)] == []


def test_no_page_has_the_id_of_another() -> None:
    """They stand in one list, and a word finds them by it."""
    pages = [*LIBRARY.causes, *LIBRARY.advice, *LIBRARY.lookalikes, *LIBRARY.remedies]
    assert sorted(pages) == sorted(set(pages))


def test_no_gentler_move_is_withheld_whenever_its_harder_one_is() -> None:
    """Otherwise it could never take its place."""
    for move in LIBRARY.moves.values():
        if move.gentler:
            gentler = LIBRARY.moves[move.gentler]
            assert not set(move.withhold_if) <= set(gentler.withhold_if), move.id


def test_every_condition_changes_something() -> None:
    tags = {
        tag
        for shelf in (LIBRARY.moves, LIBRARY.routines, LIBRARY.items)
        for thing in shelf.values()
        for tag in thing.withhold_if
    }
    tags |= {tag for relief in LIBRARY.reliefs.values() for step in relief.steps for tag in step.withhold_if}
    tags |= {tag for cause in LIBRARY.causes.values() for tag in cause.conditions}
    tags |= {implied for condition in LIBRARY.conditions.values() for implied in condition.implies}
    tags |= {condition.id for condition in LIBRARY.conditions.values() if condition.rules or condition.implies}
    assert set(LIBRARY.conditions) - tags == CHANGES_NOTHING
