"""Diaries made by chance: days that come in spells, some of them unanswered, with a link planted or none."""

from __future__ import annotations

import random
from dataclasses import dataclass

from coach.advice.patterns import Known

UNANSWERED = 0.3


@dataclass(frozen=True)
class Simulated:
    """The cramps and the habits of the same days."""

    cramps: list[Known]
    habits: dict[str, list[Known]]


def spells(rng: random.Random, days: int, rate: float, persistence: float) -> list[bool]:
    """Days that stay as the day before with `persistence`, or else are drawn anew at `rate`."""
    drawn = [rng.random() < rate]
    while len(drawn) < days:
        drawn.append(drawn[-1] if rng.random() < persistence else rng.random() < rate)
    return drawn


def unlinked(rng: random.Random, days: int, persistence: float, habits: int) -> Simulated:
    """Nothing hangs together: cramps on 3 days of 10, each habit on 2 to 6 of 10, same day and day before."""
    known: dict[str, list[Known]] = {}
    for number in range(habits):
        drawn = spells(rng, days + 1, rng.uniform(0.2, 0.6), persistence)
        known[f"{number}"], known[f"{number}-before"] = [*drawn[1:]], [*drawn[:-1]]
    return Simulated(_answered(rng, spells(rng, days, 0.3, persistence)), known)


def linked(
    rng: random.Random, days: int, rates: tuple[float, float], habits: int, unanswered: float = UNANSWERED
) -> Simulated:
    """Cramps at the first rate on days with `planted`, at the second without it, which is on half of the days."""
    planted = spells(rng, days, 0.5, 0)
    cramps = [rng.random() < rates[0 if so else 1] for so in planted]
    others: dict[str, list[Known]] = {f"{number}": [*spells(rng, days, 0.4, 0)] for number in range(habits)}
    return Simulated(_answered(rng, cramps, unanswered), {"planted": [*planted], **others})


def tried(
    rng: random.Random, rates: tuple[float, float], persistence: float, days: tuple[int, int]
) -> tuple[list[Known], list[Known]]:
    """The days before a change and the days with it, at two rates."""
    before, after = (
        _answered(rng, spells(rng, count, rate, persistence)) for count, rate in zip(days, rates, strict=True)
    )
    return before, after


def _answered(rng: random.Random, days: list[bool], unanswered: float = UNANSWERED) -> list[Known]:
    return [day if rng.random() >= unanswered else None for day in days]
