"""Shapes made into pixels, with smooth edges from the exact distance to each shape's outline."""

from __future__ import annotations

from math import ceil, floor, hypot, sqrt
from typing import NamedTuple

from coach.figure.palette import FULL, Colour, Ink, mix
from coach.model.pose import Box

HALF = FULL // 2
EVEN = ~1
COARSE = 0xFCFCFC
"""Edges keep to so few shades because a style is kept for each (memory in tests.bench.player)."""
Covered = list[tuple[int, int]]
"""Pixels by their place in the picture, row after row, each with the level to which it is covered."""


class Capsule(NamedTuple):
    """A line from (x0, y0) to (x1, y1), round at the ends, with a radius at each; metres.

    `strength` is how much of it can be seen, up to 16.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    r0: float
    r1: float
    ink: Ink
    strength: int = FULL


class Slab(NamedTuple):
    """An upright rectangle; metres."""

    left: float
    bottom: float
    right: float
    top: float
    ink: Ink


Shape = Capsule | Slab


class View(NamedTuple):
    """A picture of `width` × `height` square pixels of `unit` metres; (left, top) is its upper left corner."""

    left: float
    top: float
    unit: float
    width: int
    height: int


def fit(box: Box, width: int, height: int) -> View:
    """The view that shows `box` as large as it goes: in the middle, a little lower than high.

    A floor (y = 0) that is in the box lies on the edge of a row of pixels, with a row under it, so that feet
    stand on a clear line; what may be cut off for it, less than a pixel, is ground below the floor.
    """
    unit = max((box.right - box.left) / width, (box.top - box.bottom) / height)
    has_floor = box.bottom < 0 < box.top and height > 1
    if has_floor:
        unit = max(unit, box.top / (height - 1))
    spare_x = width * unit - (box.right - box.left)
    spare_y = height * unit - (box.top - box.bottom)
    above = (box.top + spare_y * 0.6) / unit
    if has_floor:
        above = min(height - 1, ceil(above - 1e-6))
    return View(box.left - spare_x / 2, above * unit, unit, width, height)


def cover(shape: Shape, view: View, least_radius: float = 0.0) -> Covered:
    """The pixels a shape covers and how much, 1 to 16; nothing is thinner than `least_radius` pixels."""
    if isinstance(shape, Slab):
        return _cover_slab(shape, view, least_radius)
    unit = view.unit
    r0, r1 = max(shape.r0 / unit, least_radius), max(shape.r1 / unit, least_radius)
    # Pixel places, counted from the middles of the pixels, y downwards.
    x0, y0 = (shape.x0 - view.left) / unit - 0.5, (view.top - shape.y0) / unit - 0.5
    x1, y1 = (shape.x1 - view.left) / unit - 0.5, (view.top - shape.y1) / unit - 0.5
    length = hypot(x1 - x0, y1 - y0)
    if length <= abs(r0 - r1) + 1e-9:
        # One end lies within the other: a circle.
        x0, y0, r0 = (x0, y0, r0) if r0 >= r1 else (x1, y1, r1)
        x1, y1, r1 = x0 + 1e-6, y0, r0
    return _cover_capsule(shape._replace(x0=x0, y0=y0, x1=x1, y1=y1, r0=r0, r1=r1), view)


def _cover_capsule(capsule: Capsule, view: View) -> Covered:
    """The pixels of a capsule in pixel places; the inner loop of every picture, so it keeps to local numbers.

    Beside the line the distance is that to the slanted edge between the two circles; before and behind it,
    that to the circle.
    """
    x0, y0, x1, y1, r0, r1, _, _ = capsule
    dx, dy = x1 - x0, y1 - y0
    length = hypot(dx, dy)
    ux, uy = dx / length, dy / length
    slope = (r0 - r1) / length
    level = sqrt(1.0 - slope * slope)
    end = level * length
    reach = max(r0, r1) + 0.5
    width = view.width
    first = max(0, ceil(min(x0 - r0, x1 - r1) - 0.5))
    last = min(width - 1, floor(max(x0 + r0, x1 + r1) + 0.5))
    # On one row only the pixels within reach of the line can be covered; without this a slanting limb would
    # cost as much as the rectangle round it.
    drift, band = (dx / dy, reach / abs(uy)) if abs(uy) > 0.2 else (0.0, 1e9)
    covered: Covered = []
    add = covered.append
    for row in range(
        max(0, ceil(min(y0 - r0, y1 - r1) - 0.5)), min(view.height - 1, floor(max(y0 + r0, y1 + r1) + 0.5)) + 1
    ):
        y = row - y0
        middle = x0 + y * drift
        start = row * width
        for column in range(max(first, ceil(middle - band)), min(last, floor(middle + band)) + 1):
            x = column - x0
            on = x * ux + y * uy
            off = abs(x * uy - y * ux)
            where = level * on - slope * off
            if where < 0.0:
                distance = sqrt(on * on + off * off) - r0
            elif where > end:
                on -= length
                distance = sqrt(on * on + off * off) - r1
            else:
                distance = level * off + slope * on - r0
            if distance < -0.47:
                add((start + column, FULL))
            elif distance < 0.47:
                add((start + column, int((0.5 - distance) * 16 + 0.5)))
    return covered


def _cover_slab(slab: Slab, view: View, least_radius: float) -> Covered:
    unit = view.unit
    left, right = (slab.left - view.left) / unit, (slab.right - view.left) / unit
    top, bottom = (view.top - slab.top) / unit, (view.top - slab.bottom) / unit
    if (thin := least_radius - (right - left) / 2) > 0:
        left, right = left - thin, right + thin
    if (thin := least_radius - (bottom - top) / 2) > 0:
        top, bottom = top - thin, bottom + thin
    left, right = max(left, 0.0), min(right, float(view.width))
    top, bottom = max(top, 0.0), min(bottom, float(view.height))
    columns = [(i, min(i + 1, right) - max(i, left)) for i in range(floor(left), ceil(right))]
    covered: Covered = []
    for row in range(floor(top), ceil(bottom)):
        high = min(row + 1, bottom) - max(row, top)
        start = row * view.width
        covered.extend((start + i, level) for i, wide in columns if (level := int(high * wide * FULL + 0.5)) > 0)
    return covered


def paint(pixels: list[Colour], shape: Shape, colour: Colour, view: View) -> None:
    """Lay a shape on a picture in colours, its edges blended with what lies under it."""
    strength = shape.strength if isinstance(shape, Capsule) else FULL
    for at, level in cover(shape, view):
        shown = level * strength // FULL
        pixels[at] = colour if shown == FULL else mix(pixels[at], colour, shown + 1 & EVEN) & COARSE


def stamp(pixels: list[Ink], shape: Shape, view: View) -> None:
    """Lay a shape on a picture in inks: a pixel is the shape's own when at least half of it is covered."""
    if isinstance(shape, Capsule) and shape.strength < HALF:
        return
    ink = shape.ink
    for at, level in cover(shape, view, least_radius=0.5):
        if level >= HALF:
            pixels[at] = ink
