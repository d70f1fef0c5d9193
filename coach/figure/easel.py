"""A picture under way: shapes are laid on it one after another, then it is read as cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from coach.figure.cells import Grid, block_cells, cells_16, cells_256, colour_cells, letter_cells
from coach.figure.palette import Colour, Ink, Palette
from coach.figure.raster import Shape, View, paint, stamp
from coach.figure.tiers import Tier

_IN_COLOUR: Mapping[Tier, Callable[[list[Colour], int, Palette], Grid]] = MappingProxyType(
    {Tier.TRUE_COLOUR: colour_cells, Tier.COLOURS_256: cells_256}
)
_IN_INK: Mapping[Tier, Callable[[list[Ink], int, Palette], Grid]] = MappingProxyType(
    {Tier.COLOURS_16: cells_16, Tier.ONE_COLOUR: block_cells, Tier.ASCII: letter_cells}
)


class Easel:
    """Holds a ground with what stands still on it; each drawing is a copy with more laid over it."""

    def __init__(self, view: View, tier: Tier, palette: Palette, ground: Iterable[Shape] = ()) -> None:
        self._view = view
        self._tier = tier
        self._palette = palette
        size = view.width * view.height
        self._colours: list[Colour] = [palette.ground] * size if tier in _IN_COLOUR else []
        self._inks: list[Ink] = [Ink.GROUND] * size if tier in _IN_INK else []
        self._lay(self._colours, self._inks, ground)

    def draw(self, shapes: Iterable[Shape]) -> Grid:
        """The cells of the ground with `shapes` before it; the ground stays as it is."""
        colours, inks = self._colours.copy(), self._inks.copy()
        self._lay(colours, inks, shapes)
        if self._tier in _IN_COLOUR:
            return _IN_COLOUR[self._tier](colours, self._view.width, self._palette)
        return _IN_INK[self._tier](inks, self._view.width, self._palette)

    def _lay(self, colours: list[Colour], inks: list[Ink], shapes: Iterable[Shape]) -> None:
        for shape in shapes:
            if self._tier in _IN_COLOUR:
                paint(colours, shape, self._palette.colours[shape.ink], self._view)
            else:
                stamp(inks, shape, self._view)
