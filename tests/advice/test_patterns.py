from __future__ import annotations

import random

import pytest

from coach.advice.patterns import LEVEL, Known, find_patterns, newcombe, wilson


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        # Newcombe, Stat Med 1998;17:873-90, table II, method 10, and the 2x2 counts it gives them for.
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0000),
        ((10, 10, 0, 10), 0.6075, 1.0000),
    ],
)
def test_the_interval_of_a_difference_is_the_published_one(
    counts: tuple[int, int, int, int], low: float, high: float
) -> None:
    assert newcombe(*counts) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_the_interval_of_a_rate_worked_out_by_hand() -> None:
    # 7 of 10, z² = 3.8415: centre (7 + 1.92073) / 13.84146, half 1.95996·√(.021 + .0096036) / 1.384146.
    assert wilson(7, 10) == (pytest.approx(0.39678, abs=1e-5), pytest.approx(0.89221, abs=1e-5))


def habit(pattern: str) -> list[Known]:
    """Days written as `x` (so), `.` (not so) and `?` (unknown)."""
    return [{"x": True, ".": False}.get(day) for day in pattern]


def test_counts_are_of_days_on_which_both_are_known() -> None:
    cramps = habit("xx..?x" * 4)
    water = habit("x.x.x?" * 4)
    (found,) = find_patterns(cramps, {"water": water}).comparisons
    assert (found.with_cramps, found.with_days, found.without_cramps, found.without_days) == (4, 8, 4, 8)
    assert found.difference == 0
    assert not found.found


@pytest.mark.parametrize(
    ("cramps", "more_days", "more_cramp_days"),
    [("", 14, 5), ("x" * 5 + "." * 8, 1, 0), ("x" * 4 + "." * 30, 0, 1), ("?" * 99, 14, 5)],
)
def test_too_few_days_say_how_many_are_missing_and_nothing_else(
    cramps: str, more_days: int, more_cramp_days: int
) -> None:
    patterns = find_patterns(habit(cramps), {"water": habit("x." * 50)[: len(cramps)]})
    assert (patterns.more_days, patterns.more_cramp_days) == (more_days, more_cramp_days)
    assert patterns.comparisons == ()


def test_what_was_so_on_hardly_any_day_or_on_nearly_all_is_not_compared() -> None:
    cramps = habit("x..." * 10)
    rare, common = habit("x" * 4 + "." * 36), habit("." * 4 + "x" * 36)
    assert find_patterns(cramps, {"rare": rare, "common": common}).comparisons == ()
    assert find_patterns(cramps, {}).comparisons == ()


def test_a_strong_link_is_found_and_stands_first() -> None:
    rng = random.Random(3)
    sat = [rng.random() < 0.5 for _ in range(120)]
    cramps = [rng.random() < (0.7 if day else 0.1) for day in sat]
    others: dict[str, list[Known]] = {str(n): [rng.random() < 0.5 for _ in range(120)] for n in range(6)}
    first, *rest = find_patterns(cramps, {**others, "sat long": list(sat)}).comparisons
    assert first.name == "sat long"
    assert first.found
    assert first.low > 0.3
    assert not any(other.found for other in rest)


def test_two_long_spells_that_happen_to_meet_are_not_a_finding() -> None:
    # Day by day they look as linked as can be; as spells they met once.
    cramps, heat = habit("x" * 30 + "." * 90), habit("x" * 30 + "." * 90)
    (found,) = find_patterns(cramps, {"heat": heat}).comparisons
    assert found.difference == 1
    assert found.chance == pytest.approx(1 / 120)
    half = habit("." * 15 + "x" * 30 + "." * 75)
    (found,) = find_patterns(cramps, {"heat": half}).comparisons
    assert found.difference > 0.3
    assert found.chance > LEVEL


def spells(rng: random.Random, days: int, rate: float, persistence: float) -> list[bool]:
    """Days that stay as the day before with `persistence`, or else are drawn anew."""
    drawn = [rng.random() < rate]
    while len(drawn) < days:
        drawn.append(drawn[-1] if rng.random() < persistence else rng.random() < rate)
    return drawn


@pytest.mark.parametrize("persistence", [0.0, 0.7])
def test_diaries_in_which_nothing_hangs_together_seldom_show_a_finding(persistence: float) -> None:
    rng = random.Random(11)
    showing = 0
    for _ in range(200):
        cramps = [day if rng.random() > 0.3 else None for day in spells(rng, 120, 0.3, persistence)]
        habits: dict[str, list[Known]] = {str(n): [*spells(rng, 120, 0.4, persistence)] for n in range(6)}
        showing += any(found.found for found in find_patterns(cramps, habits).comparisons)
    # 200 draws at one in twenty: more than 20 would come up once in a thousand times.
    assert showing <= 20
