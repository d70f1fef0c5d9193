"""A picture of cells as a widget; only the regions that change are drawn again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from coach.figure.cells import Cell, Grid, Row
from coach.figure.palette import Colour, Palette, palette
from coach.figure.tiers import Tier, choose_tier

MOST_STRIPS = 1024
"""Lines kept as strips; one costs about three kilobytes."""


def changed_regions(before: Grid, after: Grid) -> Iterator[Region]:
    """Where two pictures of the same size differ: one region for each row that does."""
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        if old is new or old == new:
            continue
        first = next(x for x, (a, b) in enumerate(zip(old, new, strict=True)) if a is not b and a != b)
        last = next(x for x in reversed(range(len(new))) if old[x] is not new[x] and old[x] != new[x])
        yield Region(first, y, last - first + 1, 1)


class Canvas(Widget):
    """Shows a picture; a subclass draws it with `draw` for the size, tier and colours of the moment."""

    def __init__(self, tier: Tier | None = None) -> None:
        super().__init__()
        self._tier = tier
        self._grid: Grid = ()
        self._strips: dict[Row, Strip] = {}
        self._base = Style()

    def draw(self, columns: int, rows: int) -> Grid:
        """The picture, `rows` rows of `columns` cells each, or no rows for none."""
        raise NotImplementedError

    @property
    def tier(self) -> Tier:
        """What this terminal can show; found out when it is first asked for."""
        if self._tier is None:
            encoding = getattr(sys.__stderr__, "encoding", None)
            self._tier = choose_tier(self.app.console.color_system, encoding, no_colour=self.app.no_color)
        return self._tier

    def colours(self, component: str) -> Palette:
        """The colours on this widget's ground, with that of the component class for what stands out."""
        accent = self.get_component_styles(component).color
        return palette(_number(self.background_colors[1]), _number(accent))

    def redraw(self) -> None:
        """Draw the picture; what is the same as before is left alone."""
        before, base = self._grid, self._base
        self._grid = self.draw(self.size.width, self.size.height) if self.size else ()
        self._base = self.rich_style
        if self._base != base:
            self._strips.clear()
            self.refresh()
        elif [len(row) for row in before] != [len(row) for row in self._grid]:
            self.refresh()
        elif regions := list(changed_regions(before, self._grid)):
            self.refresh(*regions)

    def on_resize(self) -> None:
        self.redraw()

    def notify_style_update(self) -> None:
        """Another theme: every colour may have changed, but those of the component classes come last."""
        super().notify_style_update()
        if self.is_attached:
            self.call_later(self.redraw)

    def render_line(self, y: int) -> Strip:
        if y >= len(self._grid):
            return Strip([Segment(" " * self.size.width, self._base)], self.size.width)
        row = self._grid[y]
        strip = self._strips.get(row)
        if strip is None:
            if len(self._strips) >= MOST_STRIPS:
                self._strips.clear()
            strip = self._strips[row] = _strip(row, self._base)
        return strip


def _strip(row: Row, base: Style) -> Strip:
    segments = [Segment(cell.char * len(list(run)), _style(cell, base)) for cell, run in groupby(row)]
    return Strip(segments, len(row))


def _style(cell: Cell, base: Style) -> Style:
    if cell.colour is None and cell.under is None:
        return base
    return base + _paint(cell.colour, cell.under)


@lru_cache(maxsize=1024)
def _paint(colour: Colour | None, under: Colour | None) -> Style:
    return Style(color=_rich(colour), bgcolor=_rich(under))


def _rich(colour: Colour | None) -> RichColor | None:
    return None if colour is None else RichColor.from_rgb(colour >> 16, colour >> 8 & 255, colour & 255)


def _number(colour: Color) -> Colour:
    red, green, blue = colour.rgb
    return red << 16 | green << 8 | blue
