"""Searching everything coach knows, and what each page leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from coach.advice.fitted import fit
from coach.advice.foods import why_not_offered
from coach.advice.links import FOODS, INTAKES, LISTS, MEDICINES, RED_FLAGS, Address, Shelf, links, titles
from coach.advice.safety import Withheld
from coach.advice.search import Document, Finds, Index, held_back
from coach.library.check import CITATION
from coach.model.cause import LookAlike, Remedy
from coach.model.food import Mineral

if TYPE_CHECKING:
    from coach.service.coach import Coach

_PLAIN_IDS = (Shelf.ABOUT, Shelf.CAUSE, Shelf.ADVICE, Shelf.LOOK_ALIKE, Shelf.REMEDY, Shelf.ITEM, Shelf.RED_FLAG)
"""The shelves of which a page is meant by its id alone; of two with one id, that of the first."""
_ON_LISTS = {
    RED_FLAGS: "Red flags: emergency, today, soon.",
    MEDICINES: "Drugs, tablets, side effects; show this page to your pharmacist.",
    FOODS: "Food and drink: minerals, nutrition, milligrams in a portion.",
    INTAKES: "Recommended daily amounts of water, potassium, calcium, magnesium and sodium.",
}


class SearchService:
    """Finds any page by a word, by its id, or from another page."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._library = coach.library

    def __call__(self, said: str) -> Finds:
        """What speaks of the words said, the best first; what is not offered to this person is never first."""
        finds = self._index.search(said)
        if not any(found.document.address.shelf in {Shelf.ITEM, Shelf.FOOD} for found in finds.found):
            return finds
        return held_back(finds, _Reasons(self._coach).is_held_back, Document(FOODS, LISTS[FOODS], ""))

    @property
    def lookalikes(self) -> Mapping[str, LookAlike]:
        return self._library.lookalikes

    @property
    def remedies(self) -> Mapping[str, Remedy]:
        return self._library.remedies

    def __contains__(self, address: Address) -> bool:
        """Whether there is a page at that address."""
        return address in self._titles

    def title(self, address: Address) -> str:
        """The title of a page that is there."""
        return self._titles[address]

    def related(self, address: Address) -> tuple[Address, ...]:
        """The pages that a page leads to; none from a page that is not there."""
        return self._links.get(address, ())

    def named(self, wanted: str) -> Address | None:
        """The page that is meant by an id alone; None when it is the id of none."""
        addresses = (Address(shelf, wanted) for shelf in _PLAIN_IDS)
        return next((address for address in addresses if address in self._titles), None)

    def withheld(self, addresses: Iterable[Address]) -> Mapping[Address, Withheld]:
        """Those of the pages that are about something this person should not do now, each with why."""
        reasons = _Reasons(self._coach)
        return {address: why for address in addresses if (why := reasons.why_not(address)) is not None}

    @cached_property
    def _titles(self) -> Mapping[Address, str]:
        return titles(self._library)

    @cached_property
    def _links(self) -> Mapping[Address, tuple[Address, ...]]:
        return links(self._library)

    @cached_property
    def _index(self) -> Index:
        return Index(chain(self._pages(), self._things()))

    def _pages(self) -> Iterator[Document]:
        library = self._library
        yield self._document(Shelf.ABOUT, library.about.id, library.about.text)
        for cause in library.causes.values():
            yield self._document(
                Shelf.CAUSE, cause.id, cause.summary, cause.text, *cause.at_risk, *cause.see_clinician
            )
        for advice in library.advice.values():
            yield self._document(Shelf.ADVICE, advice.id, advice.text)
        for other in library.lookalikes.values():
            yield self._document(Shelf.LOOK_ALIKE, other.id, other.clue, other.text)
        for remedy in library.remedies.values():
            yield self._document(Shelf.REMEDY, remedy.id, remedy.text)
        for flag in library.red_flags.values():
            yield self._document(Shelf.RED_FLAG, flag.id, flag.signs)
        for address, text in _ON_LISTS.items():
            yield self._document(address.shelf, address.id, text)

    def _things(self) -> Iterator[Document]:
        library = self._library
        for routine in library.routines.values():
            yield self._document(Shelf.ROUTINE, routine.id, routine.when, routine.why, routine.note)
        for move in library.moves.values():
            muscles = f"Muscles: {', '.join(move.muscles)}."
            yield self._document(Shelf.MOVE, move.id, move.purpose, muscles, move.start, *move.cues, move.caution)
        for item in library.items.values():
            yield self._document(Shelf.ITEM, item.id, item.why)
        for one in library.medicines.values():
            yield self._document(Shelf.MEDICINE, one.id, one.found, one.warning, one.exception, names=one.examples)
        for food in sorted(library.foods.values(), key=lambda food: food.name.casefold()):
            yield self._document(Shelf.FOOD, food.id)

    def _document(self, shelf: Shelf, id_: str, *texts: str, names: tuple[str, ...] = ()) -> Document:
        address = Address(shelf, id_)
        text = re.sub(rf"\s*{CITATION.pattern}", "", "\n".join(texts)).replace("**", "")
        return Document(address, self._titles[address], text, names)


class _Reasons:
    """What speaks against the things that pages are about, for this person and now."""

    def __init__(self, coach: Coach) -> None:
        self._library = coach.library
        self._safety = coach.day.safety()
        self._no_potassium = why_not_offered(Mineral.POTASSIUM, self._safety) is not None

    def why_not(self, address: Address) -> Withheld | None:
        """Why an item, a routine or a move is not for this person; None for every other kind of page."""
        library, safety = self._library, self._safety
        match address.shelf:
            case Shelf.ITEM:
                item = library.items[address.id]
                return safety.why_withheld(item.withhold_if, item.topics)
            case Shelf.MOVE:
                return safety.why_no_move(library.moves[address.id])
            case Shelf.ROUTINE:
                return fit(library.routines[address.id], library.moves, safety).withheld
            case _:
                return None

    def is_held_back(self, address: Address) -> bool:
        """Whether a page stands behind the others: it is about something to eat that is not offered."""
        if address.shelf is Shelf.FOOD:
            return self._no_potassium
        return address.shelf is Shelf.ITEM and self.why_not(address) is not None
