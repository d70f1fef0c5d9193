"""What each page leads to: the references that stand in the content, read both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import chain
from typing import NamedTuple, Protocol, Self

from coach.model.cause import About, Advice, Cause, LookAlike, RedFlag, Remedy
from coach.model.checklist import Item
from coach.model.food import Food
from coach.model.medicine import Medicine
from coach.model.move import Move
from coach.model.routine import Routine


class Shelf(StrEnum):
    """What a page is about, in the order in which pages of equal rank are given."""

    ABOUT = "about"
    CAUSE = "cause"
    ADVICE = "advice"
    LOOK_ALIKE = "look-alike"
    REMEDY = "remedy"
    RED_FLAG = "red flag"
    ROUTINE = "routine"
    MOVE = "move"
    ITEM = "item"
    MEDICINE = "medicine"
    LIST = "list"
    FOOD = "food"

    @property
    def place(self) -> int:
        """Where the shelf stands among the others, from 0."""
        return _PLACES[self]


_PLACES = {shelf: place for place, shelf in enumerate(Shelf)}


class Address(NamedTuple):
    """Where a page stands: an id names one thing on its shelf, but may stand on several shelves."""

    shelf: Shelf
    id: str

    def __str__(self) -> str:
        return f"{self.shelf}:{self.id}"

    @classmethod
    def read(cls, text: str) -> Self:
        """The address that `str` made; raises ValueError when it names no shelf."""
        shelf, _, id_ = text.partition(":")
        return cls(Shelf(shelf), id_)


RED_FLAGS = Address(Shelf.LIST, "red-flags")
MEDICINES = Address(Shelf.LIST, "medicines")
FOODS = Address(Shelf.LIST, "foods")
INTAKES = Address(Shelf.LIST, "intakes")
LISTS: Mapping[Address, str] = {
    RED_FLAGS: "Warning signs, by urgency",
    MEDICINES: "Medicines linked with cramps",
    FOODS: "Foods and what a portion holds",
    INTAKES: "Reference intakes",
}
"""The pages that hold all of a kind, and their titles."""


class Shelves(Protocol):
    """What there is to read, by id and in its order."""

    @property
    def about(self) -> About: ...
    @property
    def causes(self) -> Mapping[str, Cause]: ...
    @property
    def advice(self) -> Mapping[str, Advice]: ...
    @property
    def lookalikes(self) -> Mapping[str, LookAlike]: ...
    @property
    def remedies(self) -> Mapping[str, Remedy]: ...
    @property
    def red_flags(self) -> Mapping[str, RedFlag]: ...
    @property
    def routines(self) -> Mapping[str, Routine]: ...
    @property
    def moves(self) -> Mapping[str, Move]: ...
    @property
    def items(self) -> Mapping[str, Item]: ...
    @property
    def medicines(self) -> Mapping[str, Medicine]: ...
    @property
    def foods(self) -> Mapping[str, Food]: ...


def titles(known: Shelves) -> Mapping[Address, str]:
    """Every page there is, with its title; shelf by shelf, each in its own order."""
    shelves: Mapping[Shelf, Mapping[str, str]] = {
        Shelf.ABOUT: {known.about.id: known.about.title},
        Shelf.CAUSE: {id_: cause.title for id_, cause in known.causes.items()},
        Shelf.ADVICE: {id_: advice.title for id_, advice in known.advice.items()},
        Shelf.LOOK_ALIKE: {id_: other.title for id_, other in known.lookalikes.items()},
        Shelf.REMEDY: {id_: remedy.title for id_, remedy in known.remedies.items()},
        Shelf.RED_FLAG: {id_: flag.problem for id_, flag in known.red_flags.items()},
        Shelf.ROUTINE: {id_: routine.name for id_, routine in known.routines.items()},
        Shelf.MOVE: {id_: move.name for id_, move in known.moves.items()},
        Shelf.ITEM: {id_: item.label for id_, item in known.items.items()},
        Shelf.MEDICINE: {id_: medicine.name for id_, medicine in known.medicines.items()},
        Shelf.LIST: {address.id: title for address, title in LISTS.items()},
        Shelf.FOOD: {id_: food.name for id_, food in known.foods.items()},
    }
    return {Address(shelf, id_): title for shelf, named in shelves.items() for id_, title in named.items()}


def links(known: Shelves) -> Mapping[Address, tuple[Address, ...]]:
    """For every page the pages it leads to, in the order of `titles`; what one names, names it too."""
    pages = {address: place for place, address in enumerate(titles(known))}
    leading: dict[Address, set[Address]] = {address: set() for address in pages}
    for one, other in _pairs(known):
        if one in pages and other in pages and one != other:
            leading[one].add(other)
            leading[other].add(one)
    return {address: tuple(sorted(others, key=pages.__getitem__)) for address, others in leading.items()}


def _pairs(known: Shelves) -> Iterator[tuple[Address, Address]]:
    """What belongs together, said once."""
    yield from chain(_of_causes(known), _of_movement(known), _of_the_rest(known), _of_conditions(known))
    yield from _of_the_same_name(known)


def _of_causes(known: Shelves) -> Iterator[tuple[Address, Address]]:
    """What causes and advice name; a cause also has to do with the moves of its routines."""
    for cause in known.causes.values():
        here = Address(Shelf.CAUSE, cause.id)
        named = [known.routines[routine] for routine in cause.routines if routine in known.routines]
        yield from _each(here, Shelf.ROUTINE, cause.routines)
        yield from _each(here, Shelf.MOVE, (step.move for routine in named for step in routine.steps))
        yield from _each(here, Shelf.ITEM, cause.items)
        yield from _each(here, Shelf.RED_FLAG, cause.red_flags)
    for advice in known.advice.values():
        here = Address(Shelf.ADVICE, advice.id)
        yield from _each(here, Shelf.ROUTINE, advice.routines)
        yield from _each(here, Shelf.ITEM, advice.items)
        yield from _each(here, Shelf.CAUSE, advice.causes)


def _of_movement(known: Shelves) -> Iterator[tuple[Address, Address]]:
    for routine in known.routines.values():
        here = Address(Shelf.ROUTINE, routine.id)
        yield from _each(here, Shelf.MOVE, (step.move for step in routine.steps))
        yield from _each(here, Shelf.ROUTINE, (routine.instead, routine.counts_as))
    for move in known.moves.values():
        yield Address(Shelf.MOVE, move.id), Address(Shelf.MOVE, move.gentler)
    for item in known.items.values():
        here = Address(Shelf.ITEM, item.id)
        yield from _each(here, Shelf.ROUTINE, item.routines)
        yield from _each(here, Shelf.CAUSE, item.causes)
        if item.mineral is not None:
            yield from ((here, FOODS), (here, INTAKES))


def _of_the_rest(known: Shelves) -> Iterator[tuple[Address, Address]]:
    for other in known.lookalikes.values():
        yield from _each(Address(Shelf.LOOK_ALIKE, other.id), Shelf.RED_FLAG, other.red_flags)
    for remedy in known.remedies.values():
        here = Address(Shelf.REMEDY, remedy.id)
        yield from _each(here, Shelf.CAUSE, remedy.causes)
        yield from _each(here, Shelf.RED_FLAG, remedy.red_flags)
        alike = (item.id for item in known.items.values() if remedy.topic in item.topics)
        yield from _each(here, Shelf.ITEM, alike)
    for medicine in known.medicines.values():
        here = Address(Shelf.MEDICINE, medicine.id)
        yield here, MEDICINES
        yield from _each(here, Shelf.CAUSE, medicine.causes)
        yield from _each(here, Shelf.RED_FLAG, medicine.red_flags)
    yield from ((RED_FLAGS, Address(Shelf.RED_FLAG, flag)) for flag in known.red_flags)
    yield from ((FOODS, Address(Shelf.FOOD, food)) for food in known.foods)
    yield FOODS, INTAKES


def _of_conditions(known: Shelves) -> Iterator[tuple[Address, Address]]:
    """A look-alike has to do with the causes and medicines that the same people are told about."""
    told = {Address(Shelf.CAUSE, cause.id): cause.conditions for cause in known.causes.values()}
    told |= {Address(Shelf.MEDICINE, medicine.id): medicine.conditions for medicine in known.medicines.values()}
    for other in known.lookalikes.values():
        for address, conditions in told.items():
            if not set(other.conditions).isdisjoint(conditions):
                yield Address(Shelf.LOOK_ALIKE, other.id), address


def _of_the_same_name(known: Shelves) -> Iterator[tuple[Address, Address]]:
    """What has one id on two shelves is about one thing, as quinine the medicine and quinine against cramps."""
    named: dict[str, list[Address]] = {}
    for address in titles(known):
        named.setdefault(address.id, []).append(address)
    for first, *others in named.values():
        yield from ((first, other) for other in others)


def _each(here: Address, shelf: Shelf, ids: Iterable[str]) -> Iterator[tuple[Address, Address]]:
    return ((here, Address(shelf, id_)) for id_ in ids)
