"""Patterns in words: what happened together more often, never what caused what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from coach.advice.days import HABITS, DaySeries, Habit
from coach.advice.marks import NEW_MEDICINE
from coach.advice.patterns import Comparison, Patterns, find_patterns

BEFORE = "-before"
NOT_CAUSES = (
    "That two things happened together does not say that one brought the other. "
    "The intervals take days one by one; bad days come in spells, so what is true may lie further off."
)


class PatternRow(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison: cramp days among days with `name` and among days without it.

    `difference`, `low` and `high` are of the two rates, -1 to 1; `found` means more than chance, with all
    comparisons taken together. `said` is the row as a sentence, `note` what must be said beside it.
    """

    id: str
    name: str
    days_before: int
    found: bool
    with_cramps: int
    with_days: int
    without_cramps: int
    without_days: int
    difference: float
    low: float
    high: float
    chance: float
    said: str
    note: str


class PatternsView(msgspec.Struct, frozen=True, kw_only=True):
    """What can be said of the days from `first` to `last`, the strongest first; `summary` comes before the rows.

    `compared` is how many comparisons were made, `left_out` why some were not.
    """

    first: date
    last: date
    answered: int
    cramp_days: int
    enough: bool
    compared: int
    summary: str
    rows: tuple[PatternRow, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def found(self) -> tuple[PatternRow, ...]:
        """The rows that are more than chance."""
        return tuple(row for row in self.rows if row.found)


def patterns_view(
    series: DaySeries, first: date, last: date, habits: Sequence[Habit], left_out: tuple[str, ...] = ()
) -> PatternsView:
    """The days of `series` compared by `habits`; `first` and `last` are the days that were looked at."""
    wanted = [key for habit in habits for key in (habit.id, habit.id + BEFORE)]
    patterns = find_patterns(series.cramps, {key: series.habits[key] for key in wanted if key in series.habits})
    rows = tuple(_row(comparison) for comparison in patterns.comparisons)
    return PatternsView(
        first=series.first if series.cramps else first,
        last=series.first + timedelta(days=len(series.cramps) - 1) if series.cramps else last,
        answered=patterns.answered,
        cramp_days=patterns.cramp_days,
        enough=patterns.enough,
        compared=len(rows),
        summary=_summary(patterns, rows),
        rows=rows,
        left_out=left_out,
    )


def _row(comparison: Comparison) -> PatternRow:
    before = comparison.name.endswith(BEFORE)
    habit = HABITS[comparison.name.removesuffix(BEFORE)]
    name = f"{habit.name}, the day before" if before else habit.name
    return PatternRow(
        id=comparison.name,
        name=name,
        days_before=int(before),
        found=comparison.found,
        with_cramps=comparison.with_cramps,
        with_days=comparison.with_days,
        without_cramps=comparison.without_cramps,
        without_days=comparison.without_days,
        difference=comparison.difference,
        low=comparison.low,
        high=comparison.high,
        chance=comparison.chance,
        said=_said(comparison, name),
        note=habit.note if comparison.found or habit.id == NEW_MEDICINE else "",
    )


def _said(row: Comparison, name: str) -> str:
    with_rate, without_rate = row.with_cramps / row.with_days, row.without_cramps / row.without_days
    rates = (
        f"a cramp on {row.with_cramps} of {row.with_days} such days ({percent(with_rate)}), "
        f"and on {row.without_cramps} of {row.without_days} others ({percent(without_rate)}); "
        f"difference {points(row.difference, row.low, row.high)}"
    )
    if not row.found:
        return f"Cramps and {name}: no more than chance; {rates}."
    together = "more often" if row.difference > 0 else "less often"
    return f"Cramps and {name} happened together {together}: {rates}."


def percent(rate: float) -> str:
    """`40 %`."""
    return f"{round(100 * rate)} %"


def points(difference: float, low: float, high: float) -> str:
    """`+40 points (95 % interval +14 to +60)`."""
    middle, lowest, highest = (f"{round(100 * value):+d}".replace("+0", "0") for value in (difference, low, high))
    return f"{middle} points (95 % interval {lowest} to {highest})".replace("-", "−")


def _summary(patterns: Patterns, rows: Sequence[PatternRow]) -> str:
    if not patterns.enough:
        missing = [
            _more(patterns.more_days, "answered day"),
            _more(patterns.more_cramp_days, "day with a cramp", "days with a cramp"),
        ]
        return f"Not enough to say yet: {' and '.join(part for part in missing if part)}."
    if not rows:
        return (
            "Nothing can be compared yet: drinks, stretches and breaks are needed on days with a cramp "
            "and on days without."
        )
    made = "1 comparison was" if len(rows) == 1 else f"{len(rows)} comparisons were"
    found = sum(row.found for row in rows)
    if not found:
        return f"{made} made, and none is more than chance. That does not show that nothing plays a part."
    stands = "1 of them is" if found == 1 else f"{found} of them are"
    return (
        f"{made} made; {stands} more than chance. Were nothing linked at all, 1 diary in 20 would show such "
        f"a finding. {NOT_CAUSES}"
    )


def _more(number: int, one: str, several: str = "") -> str:
    return "" if not number else f"{number} more {one if number == 1 else several or f'{one}s'}"
