"""What happened together with cramps, in the diary of the last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import msgspec

from coach.advice.checklist import counting_alike
from coach.advice.days import Habit, day_at, day_series, habits_for
from coach.advice.pattern_view import PatternsView, patterns_view
from coach.model.checklist import Checklist
from coach.model.entry import Entry
from coach.model.food import DrinkKind

if TYPE_CHECKING:
    from coach.service.coach import Coach

SPAN_DAYS = 365
"""Always the same days: who may choose them finds something in the end."""


AT_ONCE_DAYS = 28


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """All that the days are compared from, as values: that needs no diary, so it may be done in a thread."""

    entries: Sequence[Entry]
    first: date
    last: date
    awake_from: time
    kinds: Mapping[str, DrinkKind]
    checklist: Checklist
    habits: Sequence[Habit]
    left_out: tuple[str, ...]

    def compared(self) -> PatternsView:
        """What can be said of these days, in words for this person."""
        series = day_series(
            self.entries,
            self.first,
            self.last,
            awake_from=self.awake_from,
            kinds=self.kinds,
            checklist=self.checklist,
        )
        return patterns_view(series, self.first, self.last, self.habits, self.left_out)


class PatternService:
    """Compares the days of the diary; nothing is stored."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def view(self) -> PatternsView:
        """What can be said of the last 365 days that are over, in words for this person."""
        *_, gathered = self.gather()
        assert gathered is not None
        return gathered.compared()

    def gather(self) -> Iterator[Gathered | None]:
        """Read the last 365 days that are over, four weeks at a time: None as long as there is more to read."""
        coach = self._coach
        awake_from = coach.person().awake_from
        last = day_at(coach.now(), awake_from) - timedelta(days=1)
        first = last - timedelta(days=SPAN_DAYS - 1)
        entries: list[Entry] = []
        begins = first - timedelta(days=1)
        while begins <= last + timedelta(days=1):
            ends = min(begins + timedelta(days=AT_ONCE_DAYS - 1), last + timedelta(days=1))
            entries += coach.diary.entries(begins, ends)
            begins = ends + timedelta(days=1)
            yield None
        habits, left_out = habits_for(coach.day.safety())
        yield None
        yield Gathered(
            entries=entries,
            first=first,
            last=last,
            awake_from=awake_from,
            kinds=coach.library.drinks,
            checklist=counting_alike(coach.library.checklist, coach.library.routines.values()),
            habits=habits,
            left_out=left_out,
        )
