"""Pixels made into terminal cells: two pixels a cell, one above the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from coach.figure.palette import (
    BEHIND,
    FAR,
    LETTERS,
    PROPS,
    SIXTEEN,
    SIXTEEN_ON_DARK,
    SIXTEEN_ON_LIGHT,
    UNFILLED,
    Colour,
    Ink,
    Palette,
    brightness,
)

_CUBE = (0, 95, 135, 175, 215, 255)
_FIRST_GREY = 8
_FIRST_BRIGHT = 8


class Cell(NamedTuple):
    """A character with its colour and the colour under it; None is the ground's own."""

    char: str
    colour: Colour | None
    under: Colour | None


Row = tuple[Cell, ...]
Grid = tuple[Row, ...]
BLANK = Cell(" ", None, None)


def colour_cells(pixels: Sequence[Colour], width: int, palette: Palette) -> Grid:
    """Blended pixels as half-blocks in true colour."""
    return _grid(pixels, width, lambda top, bottom: _halves(top, bottom, palette.ground))


def cells_256(pixels: Sequence[Colour], width: int, palette: Palette) -> Grid:
    """Blended pixels as half-blocks in the nearest of the 256 colours."""
    ground = palette.ground
    near = [pixel if pixel == ground else nearest_256(pixel) for pixel in pixels]
    return colour_cells(near, width, palette)


def cells_16(pixels: Sequence[Ink], width: int, palette: Palette) -> Grid:
    """Inks as half-blocks in the sixteen colours."""
    numbers = SIXTEEN_ON_DARK if palette.is_dark else SIXTEEN_ON_LIGHT
    filled = [Ink.GROUND if pixel in UNFILLED else pixel for pixel in pixels]
    return _grid(filled, width, lambda top, bottom: _cell_16(top, bottom, numbers))


def block_cells(pixels: Sequence[Ink], width: int, _: Palette) -> Grid:
    """Inks as blocks and shades without any colour."""
    return _grid(pixels, width, _block)


def letter_cells(pixels: Sequence[Ink], width: int, _: Palette) -> Grid:
    """Inks as plain characters."""
    return _grid(pixels, width, _letter)


@lru_cache(maxsize=8192)
def nearest_256(colour: Colour) -> Colour:
    """The colour of the 256 that looks most like `colour`: one of the cube of colours or of the greys.

    Brightness and hue count alike, so that brown stays brown though a grey may be nearer by its numbers.
    """
    parts = colour >> 16, colour >> 8 & 255, colour & 255
    grey = _FIRST_GREY + 10 * max(0, min(23, round((brightness(colour) - _FIRST_GREY) / 10)))
    near = [(grey, grey, grey), *product(*(_around(part) for part in parts))]
    red, green, blue = min(near, key=lambda one: _unlike(one, parts))
    return red << 16 | green << 8 | blue


def _around(part: int) -> set[int]:
    """The steps of the cube below and above a part of a colour."""
    return {max(step for step in _CUBE if step <= part), min(step for step in _CUBE if step >= part)}


def _unlike(a: Sequence[int], b: Sequence[int]) -> float:
    red, green, blue = a[0] - b[0], a[1] - b[1], a[2] - b[2]
    brighter = 0.299 * red + 0.587 * green + 0.114 * blue
    return brighter**2 + (red - brighter) ** 2 + (blue - brighter) ** 2


def _grid(pixels: Sequence[int], width: int, cell: Callable[[int, int], Cell]) -> Grid:
    """Cells of every two rows of pixels; equal pairs share one cell."""
    known: dict[tuple[int, int], Cell] = {}
    rows = []
    for start in range(0, len(pixels), 2 * width):
        pairs = zip(pixels[start : start + width], pixels[start + width : start + 2 * width], strict=True)
        row = []
        for pair in pairs:
            made = known.get(pair)
            if made is None:
                made = known[pair] = cell(*pair)
            row.append(made)
        rows.append(tuple(row))
    return tuple(rows)


def _halves(top: Colour, bottom: Colour, ground: Colour) -> Cell:
    if top == bottom:
        return BLANK if top == ground else Cell(" ", None, top)
    if top == ground:
        return Cell("▄", bottom, None)
    return Cell("▀", top, None if bottom == ground else bottom)


def _cell_16(top: int, bottom: int, numbers: Sequence[int]) -> Cell:
    """Bright colours are kept out of the ground of a cell where possible: the Linux console has none there."""
    if not top and not bottom:
        return BLANK
    upper, lower = (numbers[top] if top else None), (numbers[bottom] if bottom else None)
    if upper == lower:
        bright = upper is not None and upper >= _FIRST_BRIGHT
        return Cell("█", _sixteen(upper), None) if bright else Cell(" ", None, _sixteen(upper))
    if upper is None or (lower is not None and upper < _FIRST_BRIGHT <= lower):
        return Cell("▄", _sixteen(lower), _sixteen(upper))
    return Cell("▀", _sixteen(upper), _sixteen(lower))


def _sixteen(number: int | None) -> Colour | None:
    return None if number is None else SIXTEEN[number]


def _shade(ink: int) -> str:
    if ink == Ink.TARGET:
        return "░"
    if ink in BEHIND:
        return "·"
    if ink in FAR or ink in PROPS:
        return "▒"
    return "▓" if ink in {Ink.SHIRT, Ink.HAIR} else "█"


def _block(top: int, bottom: int) -> Cell:
    """Inks are in the order of their weight: of two in a cell the later one is shown."""
    front, back = max(top, bottom), min(top, bottom)
    if not front:
        return BLANK
    if front == Ink.TARGET or front in BEHIND or (back and back not in BEHIND):
        return Cell(_shade(front), None, None)
    return Cell("▀" if top == front else "▄", None, None)


def _letter(top: int, bottom: int) -> Cell:
    ink = max(top, bottom)
    return Cell(LETTERS[ink], None, None) if ink else BLANK
