"""Links are read from the content both ways, so that nothing is written down twice."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from coach.advice.links import FOODS, INTAKES, MEDICINES, RED_FLAGS, Address, Shelf, links, titles
from coach.library.library import Library
from coach.paths import content_root
from tests.library.library_examples import content


@pytest.fixture(scope="module")
def shipped() -> Mapping[Address, tuple[Address, ...]]:
    return links(Library(content_root()))


def at(text: str) -> Address:
    return Address.read(text)


def test_every_link_leads_back(shipped: Mapping[Address, tuple[Address, ...]]) -> None:
    for address, others in shipped.items():
        for other in others:
            assert address in shipped[other], f"{address} leads to {other}, which does not lead back"


def test_no_page_leads_to_itself_or_twice_to_another(shipped: Mapping[Address, tuple[Address, ...]]) -> None:
    for address, others in shipped.items():
        assert address not in others
        assert len(set(others)) == len(others)


def test_links_stand_shelf_by_shelf(shipped: Mapping[Address, tuple[Address, ...]]) -> None:
    for others in shipped.values():
        shelves = [other.shelf.place for other in others]
        assert shelves == sorted(shelves)


def test_only_what_nothing_in_the_content_names_leads_nowhere(
    shipped: Mapping[Address, tuple[Address, ...]],
) -> None:
    library = Library(content_root())
    in_routines = {step.move for routine in library.routines.values() for step in routine.steps}
    for address, others in shipped.items():
        if not others:
            assert address.shelf in {Shelf.ABOUT, Shelf.REMEDY, Shelf.MOVE}
            assert address.id not in in_routines
            assert not (address.shelf is Shelf.REMEDY and library.remedies[address.id].causes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cause:overuse", "routine:before-run"),
        ("cause:overuse", "move:leg-swing-forward"),
        ("cause:posture", "item:covers-loose"),
        ("cause:medicines", "red flag:new-medicine"),
        ("cause:medicines", "medicine:statins"),
        ("cause:medicines", "remedy:quinine"),
        ("cause:dehydration", "advice:drink"),
        ("advice:good-posture", "routine:desk-break"),
        ("routine:bedtime", "move:calf-wall"),
        ("routine:bedtime", "routine:bedtime-in-bed"),
        ("routine:bedtime", "item:stretch-before-bed"),
        ("move:calf-wall", "move:toe-pull-chair"),
        ("medicine:statins", "red flag:dark-urine"),
        ("look-alike:clot", "red flag:swollen-leg"),
        ("look-alike:clot", "medicine:raloxifene"),
        ("look-alike:claudication", "cause:conditions"),
        ("remedy:quinine", "medicine:quinine"),
        ("remedy:potassium-foods", "item:potassium-food"),
        ("item:magnesium-food", str(FOODS)),
        (str(FOODS), str(INTAKES)),
        (str(MEDICINES), "medicine:lithium"),
        (str(RED_FLAGS), "red flag:stroke"),
    ],
)
def test_what_belongs_together_is_linked(
    shipped: Mapping[Address, tuple[Address, ...]], one: str, other: str
) -> None:
    assert at(other) in shipped[at(one)]
    assert at(one) in shipped[at(other)]


def test_what_names_a_thing_that_is_not_there_leads_nowhere(tmp_path: Path) -> None:
    library = Library(content(tmp_path))
    assert "water" in library.causes["age"].items
    assert at("item:water") not in links(library)[at("cause:age")]


def test_a_cause_and_the_moves_of_its_routines_name_each_other(tmp_path: Path) -> None:
    found = links(Library(content(tmp_path)))
    assert at("move:calf-wall") in found[at("cause:age")]
    assert at("cause:age") in found[at("move:calf-wall")]
    assert at("cause:age") not in found[at("move:toe-pull")], "no routine of that cause has it"


def test_the_same_condition_links_a_look_alike_with_causes_and_medicines(tmp_path: Path) -> None:
    found = links(Library(content(tmp_path)))
    assert {at("cause:age"), at("medicine:statin")} <= set(found[at("look-alike:strain")])


def test_every_page_has_a_title_and_an_address_that_can_be_read() -> None:
    for address, title in titles(Library(content_root())).items():
        assert title
        assert Address.read(str(address)) == address


@pytest.mark.parametrize("text", ["", "bedtime", "attic:bedtime"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Shelf"):
        Address.read(text)
