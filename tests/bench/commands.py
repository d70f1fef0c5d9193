"""Commands from their start to their end, each beside a yardstick run right before it."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.table import Row, median_ratio, ms
from tests.bench.watched import CHECKOUT, as_installed

NOTHING = ("-c", "pass")
COACH = ("-c", "from coach.__main__ import main; main()")
"""What the installed `coach` runs."""
IMPORTS = ("-c", "import click, tinydb, msgspec, filelock")


def taken_s(arguments: Sequence[str]) -> float:
    """Seconds that the interpreter takes with these arguments, from start to end."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=CHECKOUT, env=as_installed(), capture_output=True, check=True)
    return time.perf_counter() - began


def interleaved(*commands: Sequence[str], rounds: int) -> list[list[float]]:
    """The seconds that each command takes, in rounds of one after the other, after one that does not count."""
    taken = [[taken_s(command) for command in commands] for _ in range(rounds + 1)][1:]
    return [list(of_one) for of_one in zip(*taken, strict=True)]


def beside(
    what: str, yardstick: Sequence[str], command: Sequence[str], rounds: int, bounds: tuple[float, float]
) -> Row:
    """A command beside its yardstick."""
    theirs, ours = interleaved(yardstick, command, rounds=rounds)
    medians = ms(statistics.median(ours)), ms(statistics.median(theirs))
    return Row(what, *medians, median_ratio(ours, theirs), *bounds)


def drink(ten_years: Path, rounds: int) -> Iterator[Row]:
    """A drink acknowledged, with ten years of diary."""
    command = (*COACH, "--data", str(ten_years), "drink", "250", "--what", "tea")
    yield beside("coach drink 250 / importing what it needs", IMPORTS, command, rounds, (1.5, 1.2))


def status(ten_years: Path, rounds: int) -> Iterator[Row]:
    """The line for a prompt, with ten years of diary."""
    command = (*COACH, "--data", str(ten_years), "status")
    yield beside("coach status / python -c pass", NOTHING, command, rounds, (8, 6.5))
