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

from coach.figure.cells import Cell, Grid
from coach.figure.palette import Colour, Palette, palette
from coach.figure.tiers import Tier, choose_tier

MOST_STYLES = 1024
"""Styles kept of a picture's cells: one that moves comes to thousands, each a kilobyte with what Textual adds."""


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
        self._base = Style()
        self._styles: dict[Cell, Style] = {}

    def draw(self, columns: int, rows: int) -> Grid:
        """The picture, `rows` rows of `columns` cells each, or no rows for none."""
        raise NotImplementedError

    @property
    def tier(self) -> Tier:
        """What this terminal can show, with the theme that is worn; on the terminal's own colours, only those."""
        if self._tier is None:
            encoding = getattr(sys.__stderr__, "encoding", None)
            self._tier = choose_tier(self.app.console.color_system, encoding, no_colour=self.app.no_color)
        return Tier.ONE_COLOUR if self.app.native_ansi_color and self._tier is not Tier.ASCII else self._tier

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
            self._styles.clear()
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
        # Not kept: a strip costs several kilobytes with all that Textual caches in it, and is soon made again.
        row = self._grid[y]
        segments = [Segment(cell.char * len(list(run)), self._style(cell)) for cell, run in groupby(row)]
        return Strip(segments, len(row))

    def _style(self, cell: Cell) -> Style:
        if cell.colour is None and cell.under is None:
            return self._base
        style = self._styles.get(cell)
        if style is None:
            if len(self._styles) >= MOST_STYLES:
                self._styles.clear()
                # Textual keeps what it has written of up to 16,384 styles.
                Strip.render_ansi.cache_clear()
            colour, under = _rich(cell.colour) or self._base.color, _rich(cell.under) or self._base.bgcolor
            style = self._styles[cell] = Style(color=colour, bgcolor=under)
        return style


@lru_cache(maxsize=1024)
def _rich(colour: Colour | None) -> RichColor | None:
    return None if colour is None else RichColor.from_rgb(colour >> 16, colour >> 8 & 255, colour & 255)


def _number(colour: Color) -> Colour:
    red, green, blue = colour.rgb
    return red << 16 | green << 8 | blue
