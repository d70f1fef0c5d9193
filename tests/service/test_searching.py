"""Everything coach knows can be found, in an order that is safe for the person."""

from __future__ import annotations

import pytest

from coach.advice.links import FOODS, Address, Shelf, titles
from coach.service.coach import Coach

OWN = """
name = "Flamingo [/]"
when = "Mornings"
why = "Mine."
evidence = "weak"

[[steps]]
move = "toe-pull-chair"
"""
answered = pytest.mark.usefixtures("answered")


def found(coach: Coach, said: str) -> list[str]:
    return [str(one.document.address) for one in coach.search(said).found]


@answered
def test_every_page_is_found_by_its_title(coach: Coach) -> None:
    for address, title in titles(coach.library).items():
        assert str(address) in found(coach, title), f"{address} is not found by {title!r}"


@answered
@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("statin", "medicine:statins"),
        ("magnesum", "cause:deficiency"),
        ("hamsting", "move:hamstring-chair"),
        ("clot", "look-alike:clot"),
        ("quinine", "remedy:quinine"),
        ("salmeterol", "medicine:laba"),
        ("banana", "food:banana"),
        ("age", "cause:age"),
        ("chest pain", "red flag:chest-pain"),
        ("numb thighs", "red flag:saddle-numbness"),
    ],
)
def test_the_best_find_is_the_first(coach: Coach, said: str, first: str) -> None:
    assert found(coach, said)[0] == first


@answered
@pytest.mark.parametrize(
    "condition", ["kidney-disease", "dialysis", "past-high-potassium", "potassium-sparing", "red-flag-active"]
)
def test_no_food_and_no_item_of_it_is_first_for_whom_potassium_is_not_offered(
    coach: Coach, condition: str
) -> None:
    coach.profile.set(f"condition.{condition}", "yes")
    words = {word for food in coach.library.foods.values() for word in (food.id, food.name)}
    for word in {*words, "potassium-rich food", "potassium food", "a potassium-rich"}:
        first = Address.read(found(coach, word)[0])
        assert first.shelf is not Shelf.FOOD
        assert first != Address(Shelf.ITEM, "potassium-food")


@answered
def test_foods_stand_by_name_and_not_by_what_they_hold(coach: Coach) -> None:
    foods = [one.document for one in coach.search("b").found if one.document.address.shelf is Shelf.FOOD]
    names = [food.title.casefold() for food in foods]
    assert len(names) > 10
    assert names == sorted(names)
    assert all(food.text == "" for food in foods), "what it holds would be found too"


def test_until_the_questions_are_answered_foods_stand_behind_their_list(coach: Coach) -> None:
    assert found(coach, "baked potato")[0] == str(FOODS)


def test_an_id_alone_means_what_is_read(coach: Coach) -> None:
    assert coach.search.named("quinine") == Address(Shelf.REMEDY, "quinine")
    assert coach.search.named("medicines") == Address(Shelf.CAUSE, "medicines")
    assert coach.search.named("bleeding-muscle") == Address(Shelf.LOOK_ALIKE, "bleeding-muscle")
    assert coach.search.named("covers-loose") == Address(Shelf.ITEM, "covers-loose")
    assert coach.search.named("banana") is None


@answered
def test_what_is_withheld_is_told_with_the_reason(coach: Coach) -> None:
    coach.profile.set("condition.balance-problem", "yes")
    pages = [
        Address.read(text) for text in ("move:calf-wall", "routine:bedtime", "cause:age", "move:toe-pull-chair")
    ]
    withheld = coach.search.withheld(pages)
    assert set(withheld) == set(pages[:2])
    assert withheld[pages[0]].condition == "balance-problem"


def test_own_content_is_found_as_soon_as_it_is_there(coach: Coach) -> None:
    assert found(coach, "flamingo") == []
    folder = coach.places.own_content / "routines"
    folder.mkdir(parents=True)
    (folder / "flamingo.toml").write_text(OWN, encoding="utf-8")
    coach.forget_content()
    assert found(coach, "flamingo") == ["routine:flamingo"]
    own = Address(Shelf.ROUTINE, "flamingo")
    assert own in coach.search
    assert coach.search.title(own) == "Flamingo [/]"
    assert own in coach.search.related(Address(Shelf.MOVE, "toe-pull-chair"))
    assert coach.search.related(Address(Shelf.ROUTINE, "gone")) == ()
