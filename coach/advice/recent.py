"""The entries of some days, found by day and by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from coach.model.day_entries import DayEntries

if TYPE_CHECKING:
    from coach.model.entry import Entry

E = TypeVar("E", bound="Entry")


class Recent:
    """Entries `by_day`; those of a kind are looked for when a rule asks for them first."""

    def __init__(self, by_day: Mapping[date, DayEntries]) -> None:
        self._by_day = by_day
        self._by_kind: dict[type[Entry], list[Any]] = {}

    @classmethod
    def among(cls, entries: Iterable[Entry]) -> Recent:
        """Entries of any days, in their order."""
        by_day: dict[date, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_day[entry.day].append(entry)
        return cls({day: DayEntries(of_day) for day, of_day in by_day.items()})

    def on(self, day: date) -> DayEntries:
        """Those of a day."""
        return self._by_day.get(day, _NONE)

    def of(self, kind: type[E]) -> Sequence[E]:
        """Those of a kind, day by day."""
        if kind not in self._by_kind:
            self._by_kind[kind] = [one for of_day in self._by_day.values() for one in of_day.of(kind)]
        return self._by_kind[kind]


_NONE = DayEntries()
