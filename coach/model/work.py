"""The hours in which the person works sitting, and may be reminded to get up."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import msgspec

from coach.errors import BadInputError

DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONDAY_TO_FRIDAY = frozenset(range(5))


class WorkHours(msgspec.Struct, frozen=True):
    """From `begins` until before `ends` on `days` (0 is Monday).

    Work that goes past midnight belongs to the day on which it begins.
    """

    begins: time
    ends: time
    days: frozenset[int] = MONDAY_TO_FRIDAY

    def hold(self, now: datetime) -> bool:
        """Whether it is working time at `now` (local); never when it ends as it begins."""
        at, today = now.time(), now.weekday()
        if self.begins <= self.ends:
            return today in self.days and self.begins <= at < self.ends
        yesterday = (now - timedelta(days=1)).weekday()
        return (today in self.days and at >= self.begins) or (yesterday in self.days and at < self.ends)


def parse_day_name(text: str) -> int:
    """The day of the week (0 is Monday) called `sunday` or `sun`; raises BadInputError."""
    said = text.strip().lower()
    found = [day for day, name in enumerate(DAY_NAMES) if said in {name, name[:3]}]
    if not found:
        raise BadInputError(f"not a day of the week: {text!r}", "say monday or sunday")
    return found[0]


def parse_weekdays(text: str) -> tuple[int, ...]:
    """`mon-fri` or `mon,wed,sat`, in the order of the week; raises BadInputError."""
    found: set[int] = set()
    for part in text.lower().replace(" ", "").split(","):
        first, dash, last = part.partition("-")
        if first not in WEEKDAYS or (dash and last not in WEEKDAYS):
            raise BadInputError(f"not days of the week: {text!r}", "say it like mon-fri or mon,wed,sat")
        begin, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        found |= {day % 7 for day in range(begin, end + 1 + 7 * (end < begin))}
    return tuple(sorted(found))
