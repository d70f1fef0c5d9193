"""Before and after, for days that come in spells."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from coach.advice.patterns import Known, newcombe
from coach.advice.spells import alikeness, difference


def days(pattern: str) -> list[Known]:
    return [{"x": True, ".": False}.get(day) for day in pattern]


def test_days_that_resemble_nothing_give_newcombes_interval() -> None:
    before, after = days("?x?.?x?.?x?x?x?"), days("?.?.?x?.?.?x?.")
    found = difference(before, after)
    low, high = newcombe(2, 7, 5, 7)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))
    assert found.difference == pytest.approx(2 / 7 - 5 / 7)


def test_the_same_days_in_spells_say_less() -> None:
    scattered = difference(days("x.x.x.x.x.x.x."), days(".x..x...x..x" * 3))
    in_spells = difference(days("xxxxxxx......."), days("............" + "xxxxxxxxxxxx" + "............"))
    assert in_spells.high - in_spells.low > scattered.high - scattered.low


def test_how_alike_days_are_worked_out_by_hand() -> None:
    # xxxx....: mean .5, every square .25; six alike pairs and one unlike: (6 - 1)/7 = .714, + (1 + 3 · .714)/8.
    assert alikeness([days("xxxx....")]) == pytest.approx(0.9)
    found = [1, 1, 0, 1, 1, 1, 0, 0]
    mean = sum(found) / 8
    rho = (sum((a - mean) * (b - mean) for a, b in pairwise(found)) / 7) / (
        sum((a - mean) ** 2 for a in found) / 8
    )
    assert alikeness([days("xx.xxx..")]) == pytest.approx(max(0, rho) + (1 + 3 * max(0, rho)) / 8)


def test_too_few_pairs_and_days_that_never_differ_are_not_alike() -> None:
    assert alikeness([days("x.x.")]) == 0
    assert alikeness([days("x" * 30), days("." * 30)]) == 0
    assert alikeness([days("????"), []]) == 0


def test_nothing_known_is_refused() -> None:
    with pytest.raises(ValueError, match="no known day"):
        difference(days("??"), days("x."))


def spells(rng: random.Random, count: int, rate: float, persistence: float) -> list[Known]:
    drawn = [rng.random() < rate]
    while len(drawn) < count:
        drawn.append(drawn[-1] if rng.random() < persistence else rng.random() < rate)
    return [day if rng.random() > 0.3 else None for day in drawn]


@pytest.mark.parametrize(("persistence", "least"), [(0.0, 185), (0.5, 183), (0.7, 178)])
def test_the_interval_holds_the_truth_although_days_come_in_spells(persistence: float, least: int) -> None:
    # Of 200; days taken for independent would reach about 188, 158 and 132.
    rng = random.Random(7)
    held = 0
    for _ in range(200):
        found = difference(spells(rng, 14, 0.6, persistence), spells(rng, 42, 0.3, persistence))
        held += found.low <= -0.3 <= found.high
    assert held >= least
