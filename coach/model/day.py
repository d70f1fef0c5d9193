"""The person's day: it ends when they say it ends, not at midnight."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from coach.errors import BadInputError
from coach.model.time_of_day import is_time_of_day, parse_time

_DAY_ALONE = r"\d{4}-?\d{2}-?\d{2}|\d{4}-?w\d{2}(-?\d)?"
EARLIEST = date(1900, 1, 1)
"""Nobody logs a day before this; years of fewer than four digits have no volume in the diary."""


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


def parse_day(text: str, today: date) -> date:
    """`today`, `yesterday`, `2026-11-20` or `-2`.

    Raises BadInputError for anything else, for the future and for days before 1900.
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
    if day < EARLIEST:
        raise BadInputError(f"{day} is too long ago", hint)
    return day


def parse_moment(text: str, now: datetime, local: Callable[[datetime], datetime]) -> datetime:
    """`14:30` or `2:30pm` (the latest such time that is not in the future), `yesterday 22:00` or an ISO time.

    Raises BadInputError for anything else, for a day without a time, for the future and for times before 1900.
    """
    said = text.strip().lower()
    hint = "say 14:30, 2:30pm, yesterday 22:00 or 2026-11-20T22:00"
    yesterday = now.date() - timedelta(days=1)
    try:
        if is_time_of_day(said):
            moment = _latest(parse_time(said), now, local)
        elif said.startswith("yesterday "):
            moment = local(datetime.combine(yesterday, parse_time(said.removeprefix("yesterday "))))
        elif re.fullmatch(_DAY_ALONE, said):
            raise BadInputError(f"{text.strip()} is a day without a time", hint)
        else:
            moment = datetime.fromisoformat(text.strip())
            moment = local(moment) if moment.tzinfo is None else _here(moment, now, local)
    except (ValueError, OverflowError):
        raise BadInputError(f"not a time: {text.strip()!r}", hint) from None
    if moment > now:
        raise BadInputError(f"{text.strip()} is in the future", hint)
    if moment.date() < EARLIEST:
        raise BadInputError(f"{text.strip()} is too long ago", hint)
    return moment


def said_moment(
    text: str, day: date | None, now: datetime, starts_at: time, local: Callable[[datetime], datetime]
) -> datetime:
    """When something happened, as typed; a time of day with a day named is the one within that day.

    Raises BadInputError for what is no time, for a time that is not on `day`, and for the future.
    """
    if day is None:
        return parse_moment(text, now, local)
    if is_time_of_day(text.strip().lower()):
        moment = first_at(parse_time(text), start_of(day, starts_at, local), local)
        if moment > now:
            raise BadInputError(f"{text.strip()} on {day} is in the future", "say a time that has been")
        return moment
    moment = parse_moment(text, now, local)
    belongs_to = person_day(moment, starts_at)
    if belongs_to != day:
        raise BadInputError(f"that time is on {belongs_to}, not on {day}", f"name the day {belongs_to} too")
    return moment


def _latest(at: time, now: datetime, local: Callable[[datetime], datetime]) -> datetime:
    """The latest moment not after `now` whose wall time is `at`; an hour that comes twice counts twice."""
    days = (now.date(), now.date() - timedelta(days=1))
    moments = [local(datetime.combine(day, at.replace(fold=fold))) for day in days for fold in (1, 0)]
    # With fold=1 an hour that is skipped comes out an hour early; then the other reading is meant.
    possible = [moment for moment in moments if moment <= now and moment.time() == at]
    return max(possible, default=moments[-1])


def _here(moment: datetime, now: datetime, local: Callable[[datetime], datetime]) -> datetime:
    """An aware `moment` with the offset that holds here at that time, not the one that holds now."""
    wall = moment.astimezone(now.tzinfo).replace(tzinfo=None)
    return moment.astimezone(local(wall).tzinfo)
