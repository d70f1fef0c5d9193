"""The entries of a month that count and are not deleted, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from coach.diary.version import Version, newest
from coach.model.day_entries import DayEntries
from coach.model.entry import Entry

Days = Mapping[date, DayEntries]
"""The entries of each day that has any, in the order they happened."""


class Living(NamedTuple):
    """What counts of `versions`: the `best` one of each id, and the entries of those that live, by day."""

    versions: tuple[Version, ...]
    best: Mapping[str, Version]
    days: Days

    def grown(self, versions: tuple[Version, ...]) -> Living:
        """What counts of other versions of the same month; where only some were added, other days stay the same.

        A tick adds one to some hundreds (tests.bench.daily --only tick).
        """
        known = len(self.versions)
        if versions[:known] != self.versions:
            return NOTHING.grown(versions)
        new = versions[known:]
        before = [self.best[version.id] for version in new if version.id in self.best]
        better = newest([*before, *new])
        changed: dict[date, dict[str, Entry]] = {
            day: {entry.id: entry for entry in self.days.get(day, ()) if entry.id not in better}
            for day in {version.head.day for version in (*before, *new)}
        }
        for version in better.values():
            if not version.head.gone and (entry := version.entry) is not None:
                changed[version.head.day][version.id] = entry
        days = {
            **self.days,
            **{day: DayEntries(sorted(found.values(), key=when)) for day, found in changed.items()},
        }
        return Living(versions, {**self.best, **better}, {day: found for day, found in days.items() if found})


NOTHING = Living((), {}, {})


def between(months: Iterable[Days], first: date, last: date) -> Days:
    """The days of `months` from `first` to `last`."""
    found: dict[date, DayEntries] = {}
    for days in months:
        for day, entries in days.items():
            if first <= day <= last:
                # In the volumes of two months it stands only where somebody else put it there.
                found[day] = DayEntries(sorted((*found[day], *entries), key=when)) if day in found else entries
    return found


def when(entry: Entry) -> tuple[datetime, datetime, str]:
    """What puts entries into the order they happened."""
    return entry.moment, entry.logged, entry.id
