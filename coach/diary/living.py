"""The entries of a month that count and are not deleted, day by day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from coach.diary.version import Version, newest
from coach.model.entry import Entry

Days = Mapping[date, tuple[Entry, ...]]
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
        best = {**self.best, **newest([*before, *new])}
        changed = {version.head.day for version in (*before, *new)}
        of_changed: dict[date, list[Entry]] = {day: [] for day in changed}
        for version in best.values():
            if version.head.day in changed and not version.head.gone and (entry := version.entry) is not None:
                of_changed[version.head.day].append(entry)
        days = {**self.days, **{day: tuple(sorted(found, key=when)) for day, found in of_changed.items()}}
        return Living(versions, best, {day: found for day, found in days.items() if found})


NOTHING = Living((), {}, {})


def when(entry: Entry) -> tuple[datetime, datetime, str]:
    """What puts entries into the order they happened."""
    return entry.moment, entry.logged, entry.id
