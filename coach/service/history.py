"""The diary's days over months and years, read a month at a time so that an open screen stays awake."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.advice.history import DayHistory, Known, day_histories, stretching_items
from coach.model.entry import Entry

if TYPE_CHECKING:
    from coach.service.coach import Coach

_ONE_DAY = timedelta(days=1)


class HistoryService:
    """What the pictures of the diary are made from; a month is worked out anew only when it has changed."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._months: dict[date, tuple[object, tuple[DayHistory, ...]]] = {}

    def month(self, day: date) -> tuple[DayHistory, ...]:
        """Every day of the month of `day`, oldest first; days that are still to come are empty."""
        first, last = _month(day)
        marks = self.marks(first, last)
        before = self._months.get(first)
        if before is None or before[0] != marks:
            entries = self._coach.diary.entries(first - _ONE_DAY, last + _ONE_DAY)
            self._months[first] = before = marks, day_histories(first, last, entries, self.known())
        return before[1]

    def around(self, day: date) -> list[Entry]:
        """The entries of a day, of the two before it, and of the day after, oldest first."""
        return self._coach.diary.entries(day - 2 * _ONE_DAY, day + _ONE_DAY)

    def day(self, day: date) -> DayHistory:
        """One day and the night after it."""
        return day_histories(day, day, self.around(day), self.known())[0]

    def marks(self, first: date, last: date) -> object:
        """A value that changes when anyone writes to these days, or to those around them."""
        return self._coach.diary.marks(first - _ONE_DAY, last + _ONE_DAY)

    def known(self) -> Known:
        """What entries alone do not say, as it stands now."""
        coach = self._coach
        stretches = stretching_items(coach.library.items.values())
        return Known(coach.library.drinks, stretches, coach.person(), coach.clock.local)


def months_between(first: date, last: date) -> list[date]:
    """The first days of the months from that of `first` to that of `last`, newest first."""
    months = []
    month = last.replace(day=1)
    while month >= first.replace(day=1):
        months.append(month)
        month = (month - timedelta(days=1)).replace(day=1)
    return months


def year_to(day: date) -> tuple[date, date]:
    """The 366 days up to `day`: all that patterns may be made from."""
    return day - timedelta(days=365), day


def _month(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
