"""Seven-segment digits as large as there is room for, to be read from across the room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from coach.figure.cells import BLANK, Cell, Grid
from coach.figure.easel import Easel
from coach.figure.palette import Ink, Palette
from coach.figure.raster import Capsule, Shape, Slab, View
from coach.figure.tiers import Tier

SEGMENTS: Mapping[str, str] = MappingProxyType(
    {
        "0": "abcdef",
        "1": "bc",
        "2": "abged",
        "3": "abgcd",
        "4": "fgbc",
        "5": "afgcd",
        "6": "afgedc",
        "7": "abc",
        "8": "abcdefg",
        "9": "abcdfg",
        "-": "g",
        " ": "",
    }
)
"""The lit segments: a on top, then clockwise b, c, d, e, f, and g across the middle."""
COLON = ":"
LEAST_HEIGHT = 5
"""Pixels below which no digit can be told from another."""


class Measure(NamedTuple):
    """Pixels: the height of a digit, the width of one, of a stroke and of the gap between two."""

    height: int
    width: int
    stroke: int
    gap: int

    def of(self, text: str) -> int:
        """The width of a text."""
        return sum(self.advance(char) for char in text) - self.gap

    def advance(self, char: str) -> int:
        """From the beginning of a character to that of the next."""
        return (self.stroke if char == COLON else self.width) + self.gap


def digit_cells(text: str, columns: int, rows: int, tier: Tier, palette: Palette) -> Grid:
    """`text` (digits, colon, minus, space) in the middle of `columns` × `rows` cells.

    Plain text where there is no room for segments; any other character is blank.
    """
    measure = _largest(text, columns, rows * 2)
    if measure is None:
        return _plain(text, columns, rows)
    view = View(0, rows * 2, 1, columns, rows * 2)
    left = (columns - measure.of(text)) // 2
    bottom = (rows * 2 - measure.height) // 2
    return Easel(view, tier, palette).draw(_strokes(text, left, bottom, measure))


def _largest(text: str, width: int, height: int) -> Measure | None:
    for high in range(height, LEAST_HEIGHT - 1, -1):
        stroke = max(1, round(high * 0.14))
        # The middle stroke lies on whole pixels only when what is above and below it is even.
        if (high - stroke) % 2 == 0:
            measure = Measure(high, max(stroke * 2 + 1, round(high * 0.56)), stroke, max(1, round(high * 0.17)))
            if measure.of(text) <= width:
                return measure
    return None


def _strokes(text: str, left: int, bottom: int, measure: Measure) -> Iterator[Shape]:
    for char in text:
        if char == COLON:
            yield from _colon(left, bottom, measure)
        else:
            ends = _ends(left, bottom, measure)
            for segment in SEGMENTS.get(char, ""):
                yield _stroke(*ends[segment], measure)
        left += measure.advance(char)


def _ends(left: int, bottom: int, measure: Measure) -> Mapping[str, tuple[float, float, float, float]]:
    """Where the segments of a digit begin and end: x, y, x, y."""
    half = measure.stroke / 2
    west, east = left + half, left + measure.width - half
    low, middle, high = bottom + half, bottom + measure.height / 2, bottom + measure.height - half
    return {
        "a": (west, high, east, high),
        "b": (east, high, east, middle),
        "c": (east, middle, east, low),
        "d": (west, low, east, low),
        "e": (west, middle, west, low),
        "f": (west, high, west, middle),
        "g": (west, middle, east, middle),
    }


def _colon(left: int, bottom: int, measure: Measure) -> Iterator[Slab]:
    """Two square dots: small circles would be grey."""
    for share in (0.3, 0.7):
        low = bottom + round(measure.height * share - measure.stroke / 2)
        yield Slab(left, low, left + measure.stroke, low + measure.stroke, Ink.DIGIT)


def _stroke(x0: float, y0: float, x1: float, y1: float, measure: Measure) -> Capsule:
    return Capsule(x0, y0, x1, y1, measure.stroke / 2, measure.stroke / 2, Ink.DIGIT)


def _plain(text: str, columns: int, rows: int) -> Grid:
    """The text itself on the middle row, as much of it as there is room for."""
    known = "".join(char if char in SEGMENTS or char == COLON else " " for char in text)
    line = known[:columns].center(columns)
    blank = (BLANK,) * columns
    shown = tuple(Cell(char, None, None) for char in line)
    return tuple(shown if row == rows // 2 else blank for row in range(rows))
