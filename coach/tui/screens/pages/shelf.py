"""What stands in the list of the Causes mode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.advice.links import FOODS, INTAKES, LISTS, MEDICINES, RED_FLAGS, Address, Shelf
from coach.model.cause import Reach, Urgency
from coach.service.coach import Coach
from coach.tui.widgets.cause_rows import KINDS, Entry, found_rows, page_rows
from coach.tui.widgets.row import Row

AIRY_FROM = 27
"""From so many lines on there is a free one between the groups."""
RED_FLAGS_TITLE = "When it is not a cramp"
_GROUPS = {Reach.CHANGE: "What you can change", Reach.CLINICIAN: "What to raise with a clinician"}
_URGENCY = {Urgency.EMERGENCY: "now", Urgency.TODAY: "today", Urgency.SOON: ""}
"""How soon, beside a look-alike; most can wait for an appointment, and nothing is said of those."""


def shelf_rows(coach: Coach, *, columns: int, height: int) -> list[Row]:
    """The pages of the list, in its order; every other page is reached by a word or from one of these."""
    entries = [*_causes(coach), *_not_cramps(coach), *_tried(coach)]
    concerning = {str(Address(Shelf.CAUSE, cause)) for cause in coach.knowledge.concerning()}
    return page_rows(entries, concerning, columns=columns, airy=height >= AIRY_FROM)


def word_rows(coach: Coach, word: str, *, columns: int, height: int) -> list[Row]:
    """The pages that speak of a word."""
    finds = coach.search(word)
    withheld = coach.search.withheld(found.document.address for found in finds.found)
    return found_rows(finds, withheld, word=word, columns=columns, height=height)


def kinds(coach: Coach, links: Sequence[Address]) -> list[tuple[Address, str]]:
    """Pages with their kind, and that one is about a thing withheld from this person."""
    withheld = coach.search.withheld(links)
    return [
        (link, f"{KINDS[link.shelf]}, {withheld[link].how}" if link in withheld else KINDS[link.shelf])
        for link in links
    ]


def _causes(coach: Coach) -> Iterator[Entry]:
    known = coach.knowledge
    yield Entry(str(Address(Shelf.ABOUT, known.about.id)), known.about.title)
    for reach in Reach:
        for cause in known.causes.values():
            if cause.reach is reach:
                address = Address(Shelf.CAUSE, cause.id)
                yield Entry(str(address), cause.title, _GROUPS[reach], cause.evidence)
    for advice in known.advice.values():
        yield Entry(str(Address(Shelf.ADVICE, advice.id)), advice.title, "What may help", advice.evidence)


def _not_cramps(coach: Coach) -> Iterator[Entry]:
    yield Entry(str(RED_FLAGS), LISTS[RED_FLAGS], RED_FLAGS_TITLE)
    for other in coach.search.lookalikes.values():
        address = Address(Shelf.LOOK_ALIKE, other.id)
        yield Entry(str(address), other.title, "Look-alikes", mark=_URGENCY[other.urgency])


def _tried(coach: Coach) -> Iterator[Entry]:
    for remedy in coach.search.remedies.values():
        yield Entry(str(Address(Shelf.REMEDY, remedy.id)), remedy.title, "What people try", remedy.evidence)
    for address in (MEDICINES, FOODS, INTAKES):
        yield Entry(str(address), LISTS[address], "To look up")
