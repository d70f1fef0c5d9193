"""Nights, and how cramps come and go over weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

import msgspec

from coach.model.entry import Cramp, Entry, Night
from coach.model.profile import Profile

Local = Callable[[datetime], datetime]


class NightView(msgspec.Struct, frozen=True):
    """What is known of the night before a day; an unanswered night has no view."""

    cramps: int


class Trend(msgspec.Struct, frozen=True):
    """Cramps in the last 14 days, and in the 14 days before them."""

    last: int
    before: int


def night_before(day: date, entries: Iterable[Entry], profile: Profile, local: Local) -> NightView | None:
    """The night that ended on the morning of `day`: the answer given, or the cramps logged in it."""
    ends = local(datetime.combine(day, profile.awake_from))
    begins = local(datetime.combine(day, profile.awake_until))
    if begins >= ends:
        begins = local(datetime.combine(day - timedelta(days=1), profile.awake_until))
    answers = [entry.cramps for entry in entries if isinstance(entry, Night) and entry.day == day]
    logged = sum(isinstance(entry, Cramp) and begins <= entry.moment < ends for entry in entries)
    if not answers and not logged:
        return None
    return NightView(max([*answers[-1:], logged]))


def trend(day: date, entries: Iterable[Entry]) -> Trend:
    """How many cramps the two fortnights up to `day` had."""
    ages = [(day - entry.day).days for entry in entries if isinstance(entry, Cramp)]
    return Trend(sum(0 <= age < 14 for age in ages), sum(14 <= age < 28 for age in ages))


def nights_with_cramps(entries: Iterable[Entry], first: date, last: date, *, woke: bool = False) -> int:
    """On how many days from `first` to `last` a cramp was logged (that woke, when `woke`)."""
    return len(
        {
            entry.day
            for entry in entries
            if first <= entry.day <= last
            and (
                (isinstance(entry, Cramp) and (entry.woke or not woke))
                or (isinstance(entry, Night) and entry.cramps and not woke)
            )
        }
    )
