"""Digits that can be told apart from across the room."""

from __future__ import annotations

import pytest
from figure_examples import DARK, LIGHT

from coach.figure.cells import BLANK, Grid
from coach.figure.digits import SEGMENTS, digit_cells
from coach.figure.palette import Ink
from coach.figure.tiers import Tier

LIT = {
    "a": (0.5, 0.0),
    "b": (1, 0.25),
    "c": (1, 0.75),
    "d": (0.5, 1),
    "e": (0, 0.75),
    "f": (0, 0.25),
    "g": (0.5, 0.5),
}
"""Where a lit segment shows, by its share of the width and of the height from above."""
ART = """
 _     _  _     _  _  _  _  _
| |  | _| _||_||_ |_   ||_||_|
|_|  ||_  _|  | _||_|  ||_| _|
"""
PLACES = {"a": (0, 1), "f": (1, 0), "g": (1, 1), "b": (1, 2), "e": (2, 0), "d": (2, 1), "c": (2, 2)}


def bright(grid: Grid) -> list[list[bool]]:
    """The pixels that are lit, two rows for each row of cells."""
    lit = DARK.colours[Ink.DIGIT]
    rows: list[list[bool]] = []
    for row in grid:
        tops = [(cell.under if cell.char == " " else cell.colour if cell.char == "▀" else None) for cell in row]
        bottoms = [(cell.colour if cell.char == "▄" else cell.under) for cell in row]
        rows += [[colour == lit for colour in tops], [colour == lit for colour in bottoms]]
    return rows


def read(pixels: list[list[bool]]) -> str:
    """The one digit in a picture, by which of its segments are lit."""
    rows = [y for y, row in enumerate(pixels) if any(row)]
    columns = [x for x in range(len(pixels[0])) if any(row[x] for row in pixels)]
    top, high = rows[0], rows[-1] - rows[0]
    left, wide = columns[0], columns[-1] - columns[0]
    found = {
        name
        for name, (across, down) in LIT.items()
        if pixels[round(top + 0.06 * high + down * 0.88 * high)][round(left + 0.08 * wide + across * 0.84 * wide)]
    }
    return next(char for char, lit in drawn_by_hand().items() if lit == found)


def drawn_by_hand() -> dict[str, set[str]]:
    """The segments of each digit, from the art above."""
    lines = [line.ljust(30) for line in ART.splitlines()[1:]]
    return {
        str(digit): {name for name, (y, x) in PLACES.items() if lines[y][digit * 3 + x] != " "}
        for digit in range(10)
    }


def test_every_digit_is_what_a_hand_would_draw() -> None:
    assert {char: set(SEGMENTS[char]) for char in "0123456789"} == drawn_by_hand()


@pytest.mark.parametrize("size", [(20, 8), (40, 20), (120, 38)])
@pytest.mark.parametrize("digit", "02345689")
def test_a_digit_can_be_read_back_from_its_pixels(digit: str, size: tuple[int, int]) -> None:
    assert read(bright(digit_cells(digit, *size, Tier.TRUE_COLOUR, DARK))) == digit


@pytest.mark.parametrize("tier", list(Tier))
def test_all_digits_differ_in_every_tier(tier: Tier) -> None:
    pictures = {digit_cells(digit, 20, 8, tier, DARK) for digit in "0123456789-"}
    assert len(pictures) == 11


@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("size", [(20, 4), (30, 6), (60, 18), (80, 22), (200, 58)])
@pytest.mark.parametrize("text", ["0:07", "12:34", "1:02:03"])
def test_a_countdown_fills_the_room_it_has_and_no_more(text: str, size: tuple[int, int], tier: Tier) -> None:
    columns, rows = size
    grid = digit_cells(text, columns, rows, tier, DARK)
    assert [len(row) for row in grid] == [columns] * rows
    drawn_columns = {x for row in grid for x, cell in enumerate(row) if cell != BLANK}
    drawn_rows = {y for y, row in enumerate(grid) if any(cell != BLANK for cell in row)}
    fills_width = max(drawn_columns) - min(drawn_columns) + 1 >= 0.7 * columns
    fills_height = len(drawn_rows) >= 0.8 * rows
    assert fills_width or fills_height or size == (20, 4)


def test_it_is_in_the_middle() -> None:
    grid = digit_cells("8", 41, 21, Tier.TRUE_COLOUR, LIGHT)
    columns = [x for row in grid for x, cell in enumerate(row) if cell != BLANK]
    assert abs(min(columns) - (40 - max(columns))) <= 1


@pytest.mark.parametrize("tier", list(Tier))
def test_where_there_is_no_room_the_text_stands_plain(tier: Tier) -> None:
    grid = digit_cells("0:07", 6, 2, tier, DARK)
    assert "0:07" in "\n".join("".join(cell.char for cell in row) for row in grid)


@pytest.mark.parametrize("text", ["", "x", "[/]", "٣", "0\x1b[2J"])
def test_nothing_else_is_shown_and_nothing_else_breaks_it(text: str) -> None:
    for size in ((20, 8), (3, 1), (1, 1)):
        grid = digit_cells(text, *size, Tier.ASCII, DARK)
        assert {cell.char for row in grid for cell in row} <= set(" #0:2")
