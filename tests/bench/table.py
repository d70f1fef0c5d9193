"""What was measured, beside what must hold."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 57


@dataclass(frozen=True)
class Row:
    """One measurement: what was found beside what, as text, and the value that must and should not be exceeded."""

    what: str
    found: str
    beside: str
    value: float
    must: float
    aim: float
    unit: str = "x"

    @property
    def holds(self) -> bool:
        return self.value <= self.must

    @property
    def verdict(self) -> str:
        """Whether the aim is met, the must, or neither."""
        return "aim" if self.value <= self.aim else "must" if self.holds else "NO"


def say(line: str = "") -> None:
    """A line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def head() -> None:
    """The names of the columns."""
    say(f"{'':<{WIDTH}}{'coach':>12}{'beside':>12}{'value':>11}{'must':>9}{'aim':>8}  met")


def show(rows: Iterable[Row]) -> bool:
    """Print rows as they are measured; whether all that must hold does."""
    held = True
    for row in rows:
        value, must, aim = (_figure(figure, row.unit) for figure in (row.value, row.must, row.aim))
        say(f"{row.what:<{WIDTH}}{row.found:>12}{row.beside:>12}{value:>11}{must:>9}{aim:>8}  {row.verdict}")
        held = row.holds and held
    return held


def ms(seconds: float) -> str:
    """A time in words."""
    return f"{1000 * seconds:.1f} ms"


def median_ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of what was measured one after the other: a busy machine slows both alike."""
    return statistics.median(our / their for our, their in zip(ours, theirs, strict=True))


def p95(values: Iterable[float]) -> float:
    """The value that one in twenty exceeds."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def _figure(figure: float, unit: str) -> str:
    return f"{figure:.2f}" if unit == "x" else f"{figure:.0f} {unit}"
