"""What happened together with cramps, and whether that is more than bad days coming in spells.

Each possible pattern compares the days on which something was so with those on which it was not. Bad days come
in spells, and so do most habits, so that two that have nothing to do with each other often look alike: a test
that takes the days for independent finds far too much. Here the cramps are shifted round the calendar against
everything else, which keeps the spells and breaks the link, and the strongest pattern of each shift is what a
finding has to beat: one answer for all comparisons at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

import msgspec

FEWEST_DAYS = 14
"""Answered days before anything is said (facts H3)."""
FEWEST_CRAMP_DAYS = 5
LEVEL = 0.05
"""How often, at most, a diary in which nothing hangs together may show any finding."""
Z_95 = 1.959964
Known = bool | None
"""Whether something was so on a day; None when nobody knows."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Cramp days among days with something, and among days without it.

    `difference` is of the two rates, `low` and `high` its 95 % interval; `chance` is how often, were there no
    link at all, the strongest of all comparisons would look at least as strong as this one.
    """

    name: str
    with_cramps: int
    with_days: int
    without_cramps: int
    without_days: int
    difference: float
    low: float
    high: float
    chance: float

    @property
    def found(self) -> bool:
        """Whether it is more than chance, with all comparisons taken together."""
        return self.chance <= LEVEL


class Patterns(msgspec.Struct, frozen=True, kw_only=True):
    """Every comparison that could be made, the strongest first; none while there are too few days.

    `more_days` and `more_cramp_days` are how many are missing still.
    """

    answered: int
    cramp_days: int
    more_days: int
    more_cramp_days: int
    comparisons: tuple[Comparison, ...] = ()

    @property
    def enough(self) -> bool:
        return not (self.more_days or self.more_cramp_days)


def find_patterns(cramps: Sequence[Known], habits: Mapping[str, Sequence[Known]]) -> Patterns:
    """Compare the days of every habit; `cramps` and each habit tell the same days in order, one value a day."""
    answered = sum(day is not None for day in cramps)
    cramp_days = sum(day is True for day in cramps)
    missing = max(0, FEWEST_DAYS - answered), max(0, FEWEST_CRAMP_DAYS - cramp_days)
    patterns = Patterns(answered=answered, cramp_days=cramp_days, more_days=missing[0], more_cramp_days=missing[1])
    if not patterns.enough:
        return patterns
    outcome = _Days.of(cramps)
    exposures = {name: _Days.of(days) for name, days in habits.items()}
    tables = {name: _table(outcome, days) for name, days in exposures.items()}
    strengths = {name: _strength(table) for name, table in tables.items() if _is_comparable(table)}
    strongest = [
        max(_strength(_table(outcome.shifted(by), exposures[name])) for name in strengths)
        for by in range(1, len(cramps))
        if strengths
    ]
    comparisons = [
        _comparison(name, tables[name], _chance(strength, strongest)) for name, strength in strengths.items()
    ]
    comparisons.sort(key=lambda comparison: (comparison.chance, -abs(comparison.difference), comparison.name))
    return msgspec.structs.replace(patterns, comparisons=tuple(comparisons))


class _Days(msgspec.Struct, frozen=True):
    """Days as bits, so that hundreds of shifts cost nothing: those that were so, and those that are known."""

    so: int
    known: int
    count: int

    @classmethod
    def of(cls, days: Sequence[Known]) -> _Days:
        so = sum(1 << place for place, day in enumerate(days) if day)
        known = sum(1 << place for place, day in enumerate(days) if day is not None)
        return cls(so, known, len(days))

    def shifted(self, by: int) -> _Days:
        """The same days begun `by` days later, those at the end put to the front."""
        whole = (1 << self.count) - 1

        def turned(bits: int) -> int:
            return ((bits << by) | (bits >> (self.count - by))) & whole

        return _Days(turned(self.so), turned(self.known), self.count)


class _Table(msgspec.Struct, frozen=True):
    """Cramp days and days, with something and without it."""

    with_cramps: int
    with_days: int
    without_cramps: int
    without_days: int


def _table(outcome: _Days, exposure: _Days) -> _Table:
    both = outcome.known & exposure.known
    without = both & ~exposure.so
    return _Table(
        (outcome.so & exposure.so & both).bit_count(),
        (exposure.so & both).bit_count(),
        (outcome.so & without).bit_count(),
        without.bit_count(),
    )


def _is_comparable(table: _Table) -> bool:
    """Whether there were enough days of both kinds to say anything: five, our own figure."""
    return min(table.with_days, table.without_days) >= FEWEST_CRAMP_DAYS


def _strength(table: _Table) -> float:
    """The difference of the rates in units of its standard error, were there no link."""
    if not (table.with_days and table.without_days):
        return 0.0
    rate = (table.with_cramps + table.without_cramps) / (table.with_days + table.without_days)
    spread = rate * (1 - rate) * (1 / table.with_days + 1 / table.without_days)
    difference = table.with_cramps / table.with_days - table.without_cramps / table.without_days
    return abs(difference) / sqrt(spread) if spread > 0 else 0.0


def _chance(strength: float, strongest: Sequence[float]) -> float:
    """The share of shifts, the true one among them, whose strongest comparison is at least as strong."""
    as_strong = sum(other >= strength - 1e-12 for other in strongest)
    return (1 + as_strong) / (1 + len(strongest))


def _comparison(name: str, table: _Table, chance: float) -> Comparison:
    low, high = newcombe(table.with_cramps, table.with_days, table.without_cramps, table.without_days)
    return Comparison(
        name=name,
        with_cramps=table.with_cramps,
        with_days=table.with_days,
        without_cramps=table.without_cramps,
        without_days=table.without_days,
        difference=table.with_cramps / table.with_days - table.without_cramps / table.without_days,
        low=low,
        high=high,
        chance=chance,
    )


def wilson(successes: float, trials: float) -> tuple[float, float]:
    """The 95 % score interval of a rate (Wilson, J Am Stat Assoc 1927;22:209-12)."""
    rate, z2 = successes / trials, Z_95**2
    centre = (successes + z2 / 2) / (trials + z2)
    half = Z_95 * sqrt(rate * (1 - rate) / trials + z2 / (4 * trials**2)) / (1 + z2 / trials)
    return max(0.0, centre - half), min(1.0, centre + half)


def newcombe(a: float, n: float, b: float, m: float) -> tuple[float, float]:
    """The 95 % interval of a/n - b/m by the hybrid score method (Newcombe, Stat Med 1998;17:873-90, method 10).

    Days that resemble each other count as fewer, so that none of the four need be whole.
    """
    p, q = a / n, b / m
    (p_low, p_high), (q_low, q_high) = wilson(a, n), wilson(b, m)
    low = p - q - sqrt((p - p_low) ** 2 + (q_high - q) ** 2)
    high = p - q + sqrt((p_high - p) ** 2 + (q - q_low) ** 2)
    return low, high
