"""The entries of the last weeks, found by day and by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from coach.model.entry import Entry

E = TypeVar("E", bound="Entry")


class Recent:
    """Entries in the order given; each is looked at once, however many rules ask about them.

    A tick is shown once they are all asked, with hundreds of entries behind it (tests.bench.daily --only tick).
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_day: dict[date, list[Entry]] = defaultdict(list)
        self._by_kind: dict[type[Entry], list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by_day[entry.day].append(entry)
            self._by_kind[type(entry)].append(entry)

    def on(self, day: date) -> Sequence[Entry]:
        """Those of a day."""
        return self._by_day.get(day, ())

    def of(self, kind: type[E]) -> Sequence[E]:
        """Those of a kind."""
        return cast("Sequence[E]", self._by_kind.get(kind, ()))
