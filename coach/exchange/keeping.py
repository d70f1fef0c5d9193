"""Which automatic backups are kept: 7 daily, 12 monthly, and no more than a bounded size in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

DAILY, MONTHLY = 7, 12
LARGEST_IN_ALL = 200_000_000
"""Bytes of all automatic backups together; the newest stays whatever its size."""
_NAME = re.compile(r"coach-(\d{4}-\d{2}-\d{2})\.zip|coach-(\d{4}-\d{2})\.zip")


def daily_name(day: date) -> str:
    """The automatic backup of a day."""
    return f"coach-{day.isoformat()}.zip"


def monthly_name(day: date) -> str:
    """The automatic backup of the month that `day` is in, which is the first of its daily ones."""
    return f"coach-{day.isoformat()[:7]}.zip"


def in_order(names: Iterable[str], today: date) -> list[str]:
    """The automatic backups among `names`, newest first.

    One dated after today, by a clock that was wrong then, stands behind all others.
    """

    def rank(name: str) -> tuple[bool, str, bool]:
        match = _NAME.fullmatch(name)
        day, month = match.groups() if match else ("", "")
        said = day or f"{month}-00"
        return said <= today.isoformat(), said, bool(day)

    return sorted((name for name in names if _NAME.fullmatch(name)), key=rank, reverse=True)


def superfluous(sizes: Mapping[str, int], today: date) -> list[str]:
    """The automatic backups to let go of, given the size of every file by name."""
    ordered = in_order(sizes, today)
    daily = [name for name in ordered if len(name) == len(daily_name(today))]
    monthly = [name for name in ordered if name not in daily]
    kept = {*daily[:DAILY], *monthly[:MONTHLY]}
    total = 0
    for place, name in enumerate([name for name in ordered if name in kept]):
        total += sizes[name]
        if place and total > LARGEST_IN_ALL:
            kept.discard(name)
    return [name for name in ordered if name not in kept]
