from __future__ import annotations

import pytest
from advice_examples import (
    CHECKLIST,
    COVERS,
    POTASSIUM,
    SITTING,
    STRETCH,
    TODAY,
    ago,
    drink,
    eat,
    safety,
    session,
    tick,
)

from coach.advice.checklist import ItemView, amount_of, item_views
from coach.advice.recent import Recent
from coach.model.checklist import Item
from coach.model.day_entries import DayEntries
from coach.model.entry import Entry
from coach.model.profile import Profile


def view(item: Item, *entries: Entry, profile: Profile | None = None, told: tuple[str, ...] = ()) -> ItemView:
    views = item_views(Recent.among(entries).on(TODAY), CHECKLIST, profile or Profile(), safety(*told))
    return next(view for view in views if view.id == item.id)


def test_ticks_add_up_to_the_target() -> None:
    five = [tick("sitting-break") for _ in range(5)]
    assert (view(SITTING, *five).amount, view(SITTING, *five).done) == (5, False)
    six = view(SITTING, *five, tick("sitting-break", 1.5))
    assert (six.amount, six.target, six.done) == (6.5, 6, True)


def test_tenths_add_up_without_a_rounding_error() -> None:
    assert view(COVERS, *(tick("covers-loose", 0.1) for _ in range(10))).done


def test_what_was_ticked_on_another_day_or_for_another_item_does_not_count() -> None:
    assert view(COVERS, tick("covers-loose", day=ago(1)), tick("clear-path"), drink(250)).amount == 0


@pytest.mark.parametrize(("held", "amount"), [(1.0, 1), (0.9, 1), (0.89, 0), (0, 0)])
def test_a_session_counts_when_it_was_finished(held: float, amount: int) -> None:
    assert view(STRETCH, session("bedtime", held)).amount == amount


def test_any_of_the_items_routines_counts_and_no_other() -> None:
    assert view(STRETCH, session("bedtime-in-bed")).done
    assert not view(STRETCH, session("desk-break")).done
    assert view(SITTING, session("desk-break"), tick("sitting-break")).amount == 2


@pytest.mark.parametrize(
    ("portions", "potassium_mg", "amount"),
    [
        (1, 422, 1),
        (1, 300, 1),
        (1, 299.9, 0),
        (2, 600, 2),
        (2, 599, 0),
        (0.5, 150, 0.5),
        (0.5, 211, 0.5),
        (1 / 3, 100, 0.33),
        (3, 300, 0),
    ],
)
def test_a_food_counts_by_what_a_portion_of_it_holds(portions: float, potassium_mg: float, amount: float) -> None:
    assert view(POTASSIUM, eat("Banana", portions, potassium_mg=potassium_mg)).amount == amount


def test_what_was_rounded_down_when_it_was_stored_is_not_poorer_for_it() -> None:
    portions = 0.333
    eaten = eat("Just rich", portions, potassium_mg=round(300 * portions, 1))
    assert amount_of(POTASSIUM, DayEntries([eaten])) == 0.33


def test_a_food_rich_in_another_mineral_does_not_count() -> None:
    assert view(POTASSIUM, eat("Milk", potassium_mg=200, calcium_mg=300)).amount == 0
    assert view(COVERS, eat("Banana", potassium_mg=422)).amount == 0


def test_foods_and_ticks_count_together_and_the_note_names_the_foods() -> None:
    both = view(
        POTASSIUM, eat("Banana", potassium_mg=422), eat("Banana", potassium_mg=422), tick("potassium-food")
    )
    assert (both.amount, both.done, both.note) == (3, True, "banana")
    assert view(POTASSIUM, eat("Banana", potassium_mg=422), eat("Kiwi", potassium_mg=301)).note == "banana, kiwi"


def test_the_note_says_when_it_was_done_last_and_nothing_when_nobody_knows() -> None:
    assert view(COVERS, tick("covers-loose", at="21:05"), tick("covers-loose", at="22:40")).note == "22:40"
    assert view(COVERS, tick("covers-loose")).note == ""
    assert view(COVERS).note == ""


def test_a_target_of_ones_own() -> None:
    profile = Profile(targets={"sitting-break": 2, "covers-loose": 3})
    assert view(SITTING, tick("sitting-break", 2), profile=profile).done
    assert not view(COVERS, tick("covers-loose"), profile=profile).done
    assert view(COVERS, profile=profile).target == 3


def test_items_off_the_list_are_not_shown() -> None:
    profile = Profile(listed={"covers-loose": False, "sitting-break": True})
    shown = [view.id for view in item_views(DayEntries(), CHECKLIST, profile, safety())]
    assert shown == ["stretch-before-bed", "sitting-break", "potassium-food"]


def test_items_stand_in_the_order_of_their_groups() -> None:
    shown = [(view.group, view.id) for view in item_views(DayEntries(), CHECKLIST, Profile(), safety())]
    assert shown == [
        ("night", "stretch-before-bed"),
        ("night", "sitting-break"),
        ("night", "covers-loose"),
        ("food", "potassium-food"),
    ]


def test_a_withheld_item_says_why_and_whom_to_ask_and_keeps_what_was_done() -> None:
    withheld = view(POTASSIUM, eat("Banana", potassium_mg=422), told=("kidney-disease",))
    assert withheld.withheld == "withheld: kidney disease. Why. Ask about kidney-disease."
    assert withheld.amount == 1
    assert view(POTASSIUM, told=("heart-failure",)).withheld is None
