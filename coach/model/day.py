"""The person's day: it ends when they say it ends, not at midnight."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from coach.errors import BadInputError

_CLOCK_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def person_day(moment: datetime, starts_at: time) -> date:
    """The day that `moment` (local) belongs to: with `starts_at` 04:00, 03:10 belongs to the day before."""
    return moment.date() - timedelta(days=moment.time() < starts_at)


def start_of(day: date, starts_at: time, local: Callable[[datetime], datetime]) -> datetime:
    """When `day` begins; `local` makes a wall time aware, so that 23- and 25-hour days come out right."""
    return local(datetime.combine(day, starts_at))


def end_of(day: date, starts_at: time, local: Callable[[datetime], datetime]) -> datetime:
    """When `day` ends, which is when the next one begins."""
    return start_of(day + timedelta(days=1), starts_at, local)


def first_at(at: time, after: datetime, local: Callable[[datetime], datetime]) -> datetime:
    """The first moment from `after` on whose wall time is `at`."""
    moment = local(datetime.combine(after.date(), at))
    return moment if moment >= after else local(datetime.combine(after.date() + timedelta(days=1), at))


def parse_time(text: str) -> time:
    """`7:05` or `07:05`; raises BadInputError."""
    match = _CLOCK_TIME.fullmatch(text.strip())
    if match is None:
        raise BadInputError(f"not a time of day: {text!r}", "say it like 07:30 or 22:00")
    return time(int(match[1]), int(match[2]))


def parse_day(text: str, today: date) -> date:
    """`today`, `yesterday`, `2026-11-20` or `-2`.

    Raises BadInputError for anything else and for the future.
    """
    said = text.strip().lower()
    hint = "say today, yesterday, -2 or 2026-11-20"
    try:
        if said in {"today", "0"}:
            day = today
        elif said == "yesterday":
            day = today - timedelta(days=1)
        elif re.fullmatch(r"-\d{1,5}", said):
            day = today + timedelta(days=int(said))
        else:
            day = date.fromisoformat(said)
    except (ValueError, OverflowError):
        raise BadInputError(f"not a day: {text!r}", hint) from None
    if day > today:
        raise BadInputError(f"{day} has not come yet", hint)
    return day


def parse_moment(text: str, now: datetime, local: Callable[[datetime], datetime]) -> datetime:
    """`14:30` (the latest such time that is not in the future), `yesterday 22:00` or an ISO time.

    Raises BadInputError for anything else and for the future.
    """
    said = text.strip().lower()
    hint = "say 14:30, yesterday 22:00 or 2026-11-20T22:00"
    try:
        if _CLOCK_TIME.fullmatch(said):
            moment = local(datetime.combine(now.date(), parse_time(said)))
            if moment > now:
                moment = local(datetime.combine(now.date() - timedelta(days=1), parse_time(said)))
        elif said.startswith("yesterday "):
            yesterday = now.date() - timedelta(days=1)
            moment = local(datetime.combine(yesterday, parse_time(said.removeprefix("yesterday "))))
        else:
            moment = datetime.fromisoformat(text.strip())
            moment = local(moment) if moment.tzinfo is None else moment.astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        raise BadInputError(f"not a time: {text!r}", hint) from None
    if moment > now:
        raise BadInputError(f"{text.strip()} is in the future", hint)
    return moment
