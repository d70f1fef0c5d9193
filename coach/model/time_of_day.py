"""Times of day as they are shown and typed: by a clock of 24 hours, or of twice 12."""

from __future__ import annotations

import re
from datetime import datetime, time
from enum import StrEnum

from coach.errors import BadInputError

_TIME = r"(\d{1,2})(?:[:.]([0-5]\d))? ?(?:([ap])\.? ?m\.?)?"


class HourClock(StrEnum):
    """How times of day are shown; both ways can be typed whichever it is."""

    H24 = "24h"
    H12 = "12h"

    @property
    def width(self) -> int:
        """The columns that the longest time takes."""
        return len("12:30 pm") if self is HourClock.H12 else len("14:30")


def time_of_day(at: datetime | time, clock: HourClock) -> str:
    """`14:30`, or `2:30 pm`; midnight is `12:00 am`. The only place that writes a time of day for people."""
    if clock is HourClock.H24:
        return f"{at:%H:%M}"
    return f"{at.hour % 12 or 12}:{at:%M} {'pm' if at.hour >= 12 else 'am'}"


def time_cell(at: datetime | time, clock: HourClock) -> str:
    """The time for a column: as wide as the longest, so that the minutes stand under each other."""
    return time_of_day(at, clock).rjust(clock.width)


def is_time_of_day(text: str) -> bool:
    """Whether `text` says a time of day."""
    return _read(text) is not None


def parse_time(text: str) -> time:
    """`7:05`, `07:05`, `7:05 pm` or `7pm`; a time without am or pm is by 24 hours. Raises BadInputError."""
    found = _read(text)
    if found is None:
        raise BadInputError(f"not a time of day: {text!r}", "say it like 07:30, 22:00 or 10:00 pm")
    return found


def _read(text: str) -> time | None:
    match = re.fullmatch(_TIME, text.strip().lower())
    if match is None or not (match[2] or match[3]):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        return time(hour % 12 + 12 * (match[3] == "p"), minute) if 1 <= hour <= 12 else None
    return time(hour, minute) if hour < 24 else None
