"""Every move's figure on one sheet, to be looked at: `python -m tests.pictures.contact_sheet SHEET.svg [MOVE…]`.

Each move has a line: its keyframes in true colour on dark, then its last one mirrored, on light and in the lower
tiers.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from coach.figure.cells import Cell, Grid
from coach.figure.motion import LEVELS, STEPS, Frame
from coach.figure.palette import Colour, palette
from coach.figure.stage import Stage
from coach.figure.tiers import Tier
from coach.library.library import Library
from coach.model.move import Move
from coach.model.pose import Pose
from coach.paths import content_root

COLUMNS, ROWS = (int(side) for side in os.environ.get("FIGURE", "34x17").split("x"))
KEYFRAMES = 4
WIDE, HIGH = 6, 12
"""The size of a cell on the sheet, in pixels."""
GAP = 10
SHADES = {"░": 0.3, "▒": 0.5, "▓": 0.75}


@dataclass(frozen=True)
class Look:
    """A ground and an accent to draw on, and the colour of what has none."""

    ground: Colour
    accent: Colour
    plain: Colour


DARK = Look(0x0E1517, 0xFF7A5C, 0xD5E0DE)
LIGHT = Look(0xF6F4EF, 0xC2401F, 0x2B3434)
OTHERS = (
    (Tier.TRUE_COLOUR, DARK),
    (Tier.TRUE_COLOUR, LIGHT),
    (Tier.COLOURS_256, DARK),
    (Tier.COLOURS_16, DARK),
    (Tier.COLOURS_16, LIGHT),
    (Tier.ONE_COLOUR, DARK),
    (Tier.ASCII, DARK),
)


def grid_svg(grid: Grid, look: Look, x: int, y: int) -> Iterator[str]:
    """The cells as rectangles and letters."""
    yield f'<g transform="translate({x} {y})">'
    yield rect(0, 0, COLUMNS * WIDE, ROWS * HIGH, web(look.ground))
    for line, row in enumerate(grid):
        column = 0
        while column < len(row):
            cell, first = row[column], column
            while column < len(row) and row[column] == cell:
                column += 1
            yield from cell_svg(cell, look, first, line, column - first)
    yield "</g>"


def cell_svg(cell: Cell, look: Look, column: int, line: int, count: int) -> Iterator[str]:
    x, y, width = column * WIDE, line * HIGH, count * WIDE
    if cell.under is not None:
        yield rect(x, y, width, HIGH, web(cell.under))
    colour = web(look.plain if cell.colour is None else cell.colour)
    if cell.char in "█▀▄":
        yield rect(x, y + HIGH // 2 * (cell.char == "▄"), width, HIGH // (1 if cell.char == "█" else 2), colour)
    elif cell.char in SHADES:
        yield rect(x, y, width, HIGH, colour, SHADES[cell.char])
    elif cell.char != " ":
        for place in range(count):
            yield f'<text x="{x + place * WIDE}" y="{y + 10}" fill="{colour}">{escape(cell.char)}</text>'


def rect(x: int, y: int, width: int, height: int, colour: str, opacity: float = 1.0) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}" fill-opacity="{opacity}"/>'


def web(colour: Colour) -> str:
    return f"#{colour:06x}"


def frames(pose: Pose) -> list[Frame]:
    """The first keyframes and the last."""
    numbers = range(len(pose.keyframes))
    shown = sorted({*numbers[: KEYFRAMES - 1], numbers[-1]})
    return [Frame(number * STEPS, 0, LEVELS) for number in shown]


def sheet(moves: Sequence[Move]) -> str:
    """The whole sheet as SVG."""
    across, down = COLUMNS * WIDE + GAP, ROWS * HIGH + GAP + 14
    parts = []
    for line, move in enumerate(move for move in moves if move.pose is not None):
        assert move.pose is not None
        y = line * down
        parts.append(f'<text x="4" y="{y + 11}" fill="#888">{escape(move.id)}</text>')
        shown = frames(move.pose)
        looks = [(place, Tier.TRUE_COLOUR, DARK, frame) for place, frame in enumerate(shown)]
        looks += [(place, tier, look, shown[-1]) for place, (tier, look) in enumerate(OTHERS, start=KEYFRAMES)]
        for place, tier, look, frame in looks:
            stage = Stage(move.pose, COLUMNS, ROWS, tier, palette(look.ground, look.accent))
            grid = stage.draw(frame, mirrored=place == KEYFRAMES)
            parts.extend(grid_svg(grid, look, 4 + place * across, y + 14))
    width, height = 4 + across * (KEYFRAMES + len(OTHERS)), down * len(moves)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" shape-rendering="crispEdges" '
        f'font-family="DejaVu Sans Mono, monospace" font-size="10"><rect width="100%" height="100%" fill="#444"/>'
        f"{''.join(parts)}</svg>"
    )


def main() -> None:
    path, *wanted = sys.argv[1:]
    moves = Library(content_root()).moves
    Path(path).write_text(sheet([moves[name] for name in wanted] or list(moves.values())), encoding="utf-8")


if __name__ == "__main__":
    main()
