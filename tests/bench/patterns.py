"""What the statistics of patterns and experiments are worth: `python -m tests.bench.patterns`, or `--quick`.

Simulates diaries and prints what was found beside what must hold; ends with 1 when something does not.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterable

from coach.advice.experiment import BASELINE_DAYS, TRYING_DAYS
from coach.advice.patterns import Comparison, find_patterns, newcombe
from coach.advice.spells import difference
from tests.bench.simulated import UNANSWERED, Simulated, linked, tried, unlinked

DAYS = 120
HABITS = 8
RATES = (0.6, 0.2)
MOST_FALSE, LEAST_FOUND, COVERAGE = 0.065, 0.90, (0.93, 0.97)
LEAST_FOUND_OF_FEWER = 0.75
"""Of 84 answered days no test that keeps to one false finding in twenty diaries finds as much as of 120."""
LEAST_COVERED_IN_SPELLS = 0.90
PERSISTENCES = (0.0, 0.5, 0.7)


def say(line: str = "") -> None:
    """A line on standard output."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def verdict(what: str, found: int, of: int, least: float, most: float) -> bool:
    """Say a share beside the range it must lie in, and whether it does."""
    holds = least <= found / of <= most
    must = f"{100 * least:g} to {100 * most:g} %"
    say(
        f"{what:<62}{found:>6} of {of:<6}{100 * found / of:>7.1f} %   must be {must:<14}{'yes' if holds else 'NO'}"
    )
    return holds


def comparisons(diary: Simulated) -> tuple[Comparison, ...]:
    """What the coach finds in it."""
    return find_patterns(diary.cramps, diary.habits).comparisons


def false_findings(rng: random.Random, runs: int) -> Iterable[bool]:
    """Diaries in which nothing hangs together: how many show anything at all."""
    for persistence in PERSISTENCES:
        shown = sum(
            any(one.found for one in comparisons(unlinked(rng, DAYS, persistence, HABITS))) for _ in range(runs)
        )
        yield verdict(
            f"no link, 30 % unanswered, persistence {persistence:g}: any finding", shown, runs, 0, MOST_FALSE
        )


def true_findings(rng: random.Random, runs: int) -> Iterable[bool]:
    """Diaries with a strong link: how many show it, and how often its interval holds the truth."""
    for unanswered, least in ((0.0, LEAST_FOUND), (UNANSWERED, LEAST_FOUND_OF_FEWER)):
        found = covered = 0
        for _ in range(runs):
            diary = linked(rng, DAYS, RATES, 2 * HABITS - 1, unanswered)
            planted = next(one for one in comparisons(diary) if one.name == "planted")
            found += planted.found
            covered += planted.low <= RATES[0] - RATES[1] <= planted.high
        what = f"planted, rates .6 and .2, {100 * unanswered:g} % unanswered"
        yield verdict(f"{what}: found", found, runs, least, 1)
        yield verdict(f"{what}: interval", covered, runs, *COVERAGE)


def before_and_after(rng: random.Random, runs: int) -> Iterable[bool]:
    """Experiments: how often the interval holds the truth, and what days taken for independent would give."""
    say(f"\nbefore and after, {BASELINE_DAYS} days and {TRYING_DAYS}")
    for persistence in PERSISTENCES:
        for rates in ((0.3, 0.3), (0.6, 0.3)):
            covered = plain = 0
            for _ in range(runs):
                before, after = tried(rng, rates, persistence, (BASELINE_DAYS, TRYING_DAYS))
                truth = rates[1] - rates[0]
                allowing = difference(before, after)
                covered += allowing.low <= truth <= allowing.high
                known = [[day for day in days if day is not None] for days in (after, before)]
                low, high = newcombe(sum(known[0]), len(known[0]), sum(known[1]), len(known[1]))
                plain += low <= truth <= high
            what = f"rates {rates[0]:g} and {rates[1]:g}, persistence {persistence:g}"
            yield verdict(f"{what}: interval", covered, runs, LEAST_COVERED_IN_SPELLS, 1)
            say(f"{'    days taken for independent':<62}{plain:>6} of {runs:<6}{100 * plain / runs:>7.1f} %")


def main() -> int:
    """Simulate all; 1 when something does not hold."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.patterns")
    asked.add_argument(
        "--quick", action="store_true", help="a tenth of it, for while you work; chance may spoil it"
    )
    share = 10 if asked.parse_args().quick else 1
    rng = random.Random(2026)
    say(f"{DAYS} days, {2 * HABITS} comparisons ({HABITS} habits, same day and day before)\n")
    held = [*false_findings(rng, 1000 // share), *true_findings(rng, 2000 // share)]
    held += before_and_after(rng, 2000 // share)
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
