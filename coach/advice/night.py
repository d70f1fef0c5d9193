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
    """The night that ended on the morning of `day`: the last answer given, or the cramps logged in it."""
    known = list(entries)
    answers = [entry for entry in known if isinstance(entry, Night) and entry.day == day]
    logged = len(cramps_of_night(day, known, profile, local))
    if not answers:
        return NightView(logged) if logged else None
    return NightView(max(max(answers, key=lambda answer: answer.logged).cramps, logged))


def cramps_of_night(day: date, entries: Iterable[Entry], profile: Profile, local: Local) -> list[Cramp]:
    """The cramps logged between going to bed and getting up on the morning of `day`.

    One whose time nobody knows belongs to no night.
    """
    ends = local(datetime.combine(day, profile.awake_from))
    begins = local(datetime.combine(day, profile.awake_until))
    if begins >= ends:
        begins = local(datetime.combine(day - timedelta(days=1), profile.awake_until))
    return [e for e in entries if isinstance(e, Cramp) and e.at is not None and begins <= e.at < ends]


def trend(day: date, entries: Iterable[Entry]) -> Trend:
    """How many cramps the two fortnights up to `day` had."""
    ages = [(day - entry.day).days for entry in entries if isinstance(entry, Cramp)]
    return Trend(sum(0 <= age < 14 for age in ages), sum(14 <= age < 28 for age in ages))


def nights_with_cramps(entries: Iterable[Entry], *, woke: bool = False) -> set[date]:
    """The nights in which there was a cramp (that woke, when `woke`), by the day on whose noon they begin.

    A night here goes from noon to noon, so that cramps before and after a new day begins are not two nights.
    """
    return {
        _night_of(entry)
        for entry in entries
        if (isinstance(entry, Cramp) and (entry.woke or not woke))
        or (isinstance(entry, Night) and entry.cramps and not woke)
    }


def _night_of(entry: Cramp | Night) -> date:
    """The day on whose noon the night of a cramp, or of an answer, begins."""
    if isinstance(entry, Night):
        return entry.day - timedelta(days=1)
    return entry.day if entry.at is None else (entry.at - timedelta(hours=12)).date()
