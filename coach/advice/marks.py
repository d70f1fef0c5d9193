"""What is said about a day: heat, hard activity, long sitting, alcohol, a new medicine; and if it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from coach.advice.water import counts
from coach.model.checklist import DAY_MARKS, Mark
from coach.model.day_entries import DayEntries
from coach.model.entry import Drink, Entry, Tick
from coach.model.food import DrinkKind

ALCOHOL = "alcohol"
HARD_ACTIVITY = "hard-activity"
HEAT = "heat"
LONG_SITTING = "long-sitting"
NEW_MEDICINE = "new-medicine"
MARKS = frozenset({ALCOHOL, HARD_ACTIVITY, HEAT, LONG_SITTING, NEW_MEDICINE, DAY_MARKS.id})


class MarksView(msgspec.Struct, frozen=True):
    """The marks that were so; with `looked` the others were not, without it nobody knows of them."""

    so: tuple[Mark, ...]
    looked: bool

    @property
    def said(self) -> str:
        """The marks by name; empty when nothing was said."""
        nothing = "none of heat, hard activity, long sitting …" if self.looked else ""
        return ", ".join(mark.name for mark in self.so) or nothing


def marks_of(of_day: DayEntries, marks: Iterable[Mark], kinds: Mapping[str, DrinkKind]) -> MarksView:
    """What the entries of one day say; a drink with alcohol says it without a tick."""
    drank = drank_alcohol(of_day, kinds)
    so = [mark for mark in marks if is_marked(of_day, mark.id) or (mark.id == ALCOHOL and drank)]
    return MarksView(tuple(so), was_looked_through(of_day))


def is_mark(entry: Entry) -> bool:
    """Whether an entry says something about the day, or that the day was looked through."""
    return isinstance(entry, Tick) and entry.item in MARKS


def is_marked(of_day: DayEntries, mark: str) -> bool:
    """Whether that was said of the day."""
    return any(tick.item == mark for tick in of_day.of(Tick))


def was_looked_through(of_day: DayEntries) -> bool:
    """Whether the person looked through the marks of the day."""
    return is_marked(of_day, DAY_MARKS.id)


def drank_alcohol(of_day: DayEntries, kinds: Mapping[str, DrinkKind]) -> bool:
    """Whether a drink with alcohol was logged."""
    return any(not counts(drink, kinds) for drink in of_day.of(Drink))
