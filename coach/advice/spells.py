"""The difference between two times, before and after, for days that come in spells.

Days that resemble the day before say less than as many days that do not. Taken for independent, 14 days against 42
give an interval that holds the truth in two of three cases only when spells are long; counted as fewer days,
by how much each resembles the one before, it does so in more than nine of ten.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from coach.advice.patterns import Known, newcombe

FEWEST_PAIRS = 5
MOST_ALIKE = 0.9


class Difference(msgspec.Struct, frozen=True):
    """The rate after less the rate before, and its 95 % interval, each from -1 to 1."""

    difference: float
    low: float
    high: float


def difference(before: Sequence[Known], after: Sequence[Known]) -> Difference:
    """How much the rate of days changed from one series of days in order to a later one.

    By Newcombe's hybrid score method, each series counted as so many days as it is worth. Raises ValueError
    when either has no known day.
    """
    known_before, known_after = _known(before), _known(after)
    if not known_before or not known_after:
        raise ValueError("no known day before, or none after")
    worth = _worth((before, after))
    p, q = (sum(days) / len(days) for days in (known_after, known_before))
    n, m = (worth * len(days) for days in (known_after, known_before))
    low, high = newcombe(p * n, n, q * m, m)
    return Difference(p - q, low, high)


def alikeness(series: Sequence[Sequence[Known]]) -> float:
    """How much a day resembles the one before it, 0 to 0.9: the first autocorrelation within each series.

    Corrected upwards, for from few days it comes out too small; 0 when hardly two known days follow one another.
    """
    products: list[float] = []
    squares: list[float] = []
    for days in series:
        known = _known(days)
        if not known:
            continue
        mean = sum(known) / len(known)
        squares.extend((day - mean) ** 2 for day in known)
        products.extend(
            (one - mean) * (other - mean) for one, other in pairwise(days) if one is not None and other is not None
        )
    if len(products) < FEWEST_PAIRS or not any(squares):
        return 0.0
    found = (sum(products) / len(products)) / (sum(squares) / len(squares))
    found = max(0.0, found)
    return min(MOST_ALIKE, found + (1 + 3 * found) / len(squares))


def _worth(series: Sequence[Sequence[Known]]) -> float:
    """How many independent days one day is worth, above 0, at most 1."""
    alike = alikeness(series)
    return (1 - alike) / (1 + alike)


def _known(days: Sequence[Known]) -> list[bool]:
    return [day for day in days if day is not None]
