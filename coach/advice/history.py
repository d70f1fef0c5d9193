"""What the diary says day by day: cramps, nights that were answered and nights that were not, water, stretching.

A day here goes on through the night that follows it, so that the cramp of 03:10 and the answer "no cramp last
night" stand with the day before that night, which may have had to do with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

import msgspec

from coach.advice.days import day_of_cramp
from coach.advice.night import Local, cramps_of_night
from coach.advice.recent import Recent
from coach.advice.water import counts
from coach.model.checklist import Item
from coach.model.day_entries import DayEntries
from coach.model.entry import Cramp, Drink, Entry, Night, Session, Side, Site, Tick
from coach.model.food import DrinkKind
from coach.model.notation import MONDAY
from coach.model.profile import Profile

WATER_STEPS_ML = (500, 1000, 2000)
STRETCH_STEPS_MIN = (5, 10, 20)


class Measure(StrEnum):
    """What a picture of the diary shows."""

    CRAMPS = "cramps"
    WATER = "water"
    STRETCHING = "stretching"


class DayHistory(msgspec.Struct, frozen=True, kw_only=True):
    """A day and the night that follows it.

    `cramps` is None where the night was not answered and no cramp is known. `water_ml` is None where nothing was
    logged; `stretched_s` are the seconds held in sessions, `stretches` counts sessions and ticks of stretching.
    """

    day: date
    cramps: int | None = None
    logged: tuple[Cramp, ...] = ()
    water_ml: float | None = None
    stretched_s: float = 0
    stretches: int = 0


class WeekHistory(msgspec.Struct, frozen=True, kw_only=True):
    """A week, as far as it has been; `opens` is its first day with a cramp, else the first.

    `answered` are the days of which it is known whether there was a cramp. Medians are over the cramps that say
    so, `water_ml` is the mean of the days with a drink logged; None where there is nothing to take one of.
    """

    first: date
    opens: date
    days: int
    answered: int
    cramp_days: int
    cramps: int
    pain: float | None
    minutes: float | None
    water_ml: float | None
    stretched_s: float
    stretches: int

    @classmethod
    def unread(cls, first: date) -> WeekHistory:
        """A week of which nothing is known."""
        return _week(first, ())


class SiteHistory(msgspec.Struct, frozen=True, kw_only=True):
    """The cramps of one site; `sides` counts them by side, None being a side that was not said."""

    site: Site
    sides: Mapping[Side | None, int]
    pain: float | None
    minutes: float | None

    @property
    def cramps(self) -> int:
        return sum(self.sides.values())

    def in_leg(self, side: Side) -> int:
        """How many of them that leg had; a cramp in both legs counts for each."""
        return self.sides.get(side, 0) + self.sides.get(Side.BOTH, 0)


class Known(msgspec.Struct, frozen=True):
    """What entries alone do not say: kinds of drinks, items done by stretching, the person, and local time."""

    drinks: Mapping[str, DrinkKind]
    stretches: frozenset[str]
    profile: Profile
    local: Local


def day_histories(first: date, last: date, entries: Iterable[Entry], known: Known) -> tuple[DayHistory, ...]:
    """Every day from `first` to `last`, oldest first; `entries` reach a day further both ways."""
    recent = Recent.among(entries)
    cramps: dict[date, list[Cramp]] = defaultdict(list)
    for cramp in recent.of(Cramp):
        cramps[day_of_cramp(cramp, known.profile.awake_from)].append(cramp)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return tuple(_day(day, cramps[day], recent.on(day), recent.on(day + timedelta(days=1)), known) for day in days)


def stretching_items(items: Iterable[Item]) -> frozenset[str]:
    """The items done by stretching once; a break from sitting, several times a day, is none."""
    return frozenset(item.id for item in items if item.routines and item.target == 1)


def weeks_of(days: Sequence[DayHistory], today: date, week_starts: int = MONDAY) -> tuple[WeekHistory, ...]:
    """The weeks that `days` belong to, oldest first; days after `today` count for nothing."""
    weeks: dict[date, list[DayHistory]] = {}
    for day in days:
        if day.day <= today:
            weeks.setdefault(first_of_week(day.day, week_starts), []).append(day)
    return tuple(_week(first, of_week) for first, of_week in sorted(weeks.items()))


def sites_of(days: Iterable[DayHistory]) -> tuple[SiteHistory, ...]:
    """The cramps by site, the most frequent first."""
    by_site: dict[Site, list[Cramp]] = defaultdict(list)
    for day in days:
        for cramp in day.logged:
            by_site[cramp.site].append(cramp)
    found = [
        SiteHistory(
            site=site,
            sides={
                side: sum(one.side == side for one in cramps) for side in dict.fromkeys(c.side for c in cramps)
            },
            pain=_median(cramp.pain for cramp in cramps),
            minutes=_median(cramp.minutes for cramp in cramps),
        )
        for site, cramps in by_site.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.cramps, one.site)))


def first_of_week(day: date, week_starts: int) -> date:
    """The first day of the week of `day`; `week_starts` is its day of the week, 0 being Monday."""
    return day - timedelta(days=(day.weekday() - week_starts) % 7)


def level_of(day: DayHistory, measure: Measure) -> int | None:
    """How much of `measure` a day had, in five steps from 0 to 4; None where nobody knows.

    0 is an answered night without a cramp. Cramps: 2 for one, 3 for two, 4 for more. Water: 1 for less than
    half a litre, 2 up to one litre, 3 up to two, 4 for more. Stretching: 1 for less than five minutes or a mere
    tick, 2 up to ten, 3 up to twenty, 4 for more.
    """
    match measure:
        case Measure.CRAMPS:
            return None if day.cramps is None else min(4, day.cramps + 1) if day.cramps else 0
        case Measure.WATER:
            return None if day.water_ml is None else 1 + sum(day.water_ml >= ml for ml in WATER_STEPS_ML)
        case Measure.STRETCHING:
            return 1 + sum(day.stretched_s >= 60 * step for step in STRETCH_STEPS_MIN) if day.stretches else None


def amount_of_week(week: WeekHistory, measure: Measure) -> float | None:
    """How high the bar of a week is: cramps, mean ml of a day, or minutes stretched; None where nobody knows."""
    match measure:
        case Measure.CRAMPS:
            return week.cramps if week.answered else None
        case Measure.WATER:
            return week.water_ml
        case Measure.STRETCHING:
            return week.stretched_s / 60 if week.stretches else None


def _day(day: date, logged: Sequence[Cramp], of_day: DayEntries, of_next: DayEntries, known: Known) -> DayHistory:
    drinks = of_day.of(Drink)
    limited = known.profile.limit_ml is not None
    sessions = of_day.of(Session)
    held_s = sum(step.held_s for session in sessions for step in session.steps)
    ticked = sum(tick.item in known.stretches for tick in of_day.of(Tick))
    return DayHistory(
        day=day,
        cramps=_cramps(day, logged, of_next, known),
        logged=tuple(logged),
        water_ml=sum(drink.ml for drink in drinks if limited or counts(drink, known.drinks)) if drinks else None,
        stretched_s=held_s,
        stretches=len(sessions) + ticked,
    )


def _cramps(day: date, logged: Sequence[Cramp], of_next: DayEntries, known: Known) -> int | None:
    """The cramps logged, and those that only the answer about the night tells of."""
    answers = of_next.of(Night)
    if not answers:
        return len(logged) or None
    at_night = len(cramps_of_night(day + timedelta(days=1), logged, known.profile, known.local))
    answer = max(answers, key=lambda entry: entry.logged).cramps
    return len(logged) + max(0, answer - at_night)


def _week(first: date, days: Sequence[DayHistory]) -> WeekHistory:
    cramps = [cramp for day in days for cramp in day.logged]
    water = [day.water_ml for day in days if day.water_ml is not None]
    return WeekHistory(
        first=first,
        opens=next((day.day for day in days if day.cramps), first),
        days=len(days),
        answered=sum(day.cramps is not None for day in days),
        cramp_days=sum(bool(day.cramps) for day in days),
        cramps=sum(day.cramps or 0 for day in days),
        pain=_median(cramp.pain for cramp in cramps),
        minutes=_median(cramp.minutes for cramp in cramps),
        water_ml=sum(water) / len(water) if water else None,
        stretched_s=sum(day.stretched_s for day in days),
        stretches=sum(day.stretches for day in days),
    )


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None
