"""The entries of one day."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from coach.model.entry import Entry

E = TypeVar("E", bound="Entry")


class DayEntries(tuple["Entry", ...]):
    """The entries of a day, in the order they happened.

    They are sorted by kind once, and that is kept with them: at each tick the rules ask six weeks of days, all
    but one of which are as they were (tests.bench.daily --only tick).
    """

    @cached_property
    def _by_kind(self) -> dict[type[Entry], tuple[Any, ...]]:
        kinds = dict.fromkeys(map(type, self))
        return {kind: tuple(one for one in self if type(one) is kind) for kind in kinds}

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """Those of a kind, in their order."""
        return self._by_kind.get(kind, ())
