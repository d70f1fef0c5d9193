"""One pose at one size: its things stand where they stand, and every frame is drawn before them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from coach.figure.body import body_shapes
from coach.figure.cells import Grid, block_cells, cells_16, cells_256, colour_cells, letter_cells
from coach.figure.motion import LEVELS, Frame, place
from coach.figure.palette import Colour, Ink, Palette
from coach.figure.props import prop_shapes
from coach.figure.raster import Shape, fit, paint, stamp
from coach.figure.skeleton import Joints, solve
from coach.figure.tiers import Tier
from coach.figure.tween import tween
from coach.model.pose import Pose

BREATH = 0.012
"""How far the shoulders rise in a breath; metres."""
_IN_COLOUR: Mapping[Tier, Callable[[list[Colour], int, Palette], Grid]] = MappingProxyType(
    {Tier.TRUE_COLOUR: colour_cells, Tier.COLOURS_256: cells_256}
)
_IN_INK: Mapping[Tier, Callable[[list[Ink], int, Palette], Grid]] = MappingProxyType(
    {Tier.COLOURS_16: cells_16, Tier.ONE_COLOUR: block_cells, Tier.ASCII: letter_cells}
)


class Stage:
    """Draws frames of one pose, `columns` × `rows` cells large."""

    def __init__(self, pose: Pose, columns: int, rows: int, tier: Tier, palette: Palette) -> None:
        self.pose = pose
        self._tier = tier
        self._palette = palette
        self._view = fit(pose.box, columns, rows * 2)
        self._stances = pose.stances()
        self._solved = tuple(solve(stance, pose.facing) for stance in self._stances)
        props = prop_shapes(pose.props)
        size = columns * rows * 2
        self._colours: list[Colour] = [palette.ground] * size
        self._inks: list[Ink] = [Ink.GROUND] * size
        if tier in _IN_COLOUR:
            self._paint(self._colours, props)
        else:
            self._stamp(self._inks, props)

    def joints(self, frame: Frame) -> Joints:
        """Where the joints are in a frame."""
        a, b, share = place(self.pose, frame)
        stance = tween(self._stances[a], self._stances[b], (self._solved[a], self._solved[b]), share)
        return solve(stance, self.pose.facing, BREATH * frame.breath / LEVELS)

    def draw(self, frame: Frame, *, mirrored: bool = False) -> Grid:
        """The cells of a frame; `mirrored` is the same with left and right exchanged."""
        joints = self.joints(frame)
        body = body_shapes(self.pose, joints, BREATH * frame.breath / LEVELS, frame.glow / LEVELS)
        width = self._view.width
        if self._tier in _IN_COLOUR:
            colours = self._colours.copy()
            self._paint(colours, body)
            grid = _IN_COLOUR[self._tier](colours, width, self._palette)
        else:
            inks = self._inks.copy()
            self._stamp(inks, body)
            grid = _IN_INK[self._tier](inks, width, self._palette)
        return tuple(row[::-1] for row in grid) if mirrored else grid

    def _paint(self, pixels: list[Colour], shapes: list[Shape]) -> None:
        for shape in shapes:
            paint(pixels, shape, self._palette.colours[shape.ink], self._view)

    def _stamp(self, pixels: list[Ink], shapes: list[Shape]) -> None:
        for shape in shapes:
            stamp(pixels, shape, self._view)
