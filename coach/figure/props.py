"""The things around the person as shapes: they lie behind the figure and never move."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import cos, pi, sin

from coach.figure.palette import Ink
from coach.figure.raster import Capsule, Shape, Slab
from coach.model.pose import Prop, PropKind

FAR_AWAY = 20.0
"""Metres beyond every picture's edge."""
SEAT = 0.46
"""The height of a chair's seat."""
CHAIR_TOP = 0.95
WALL_TOP = 6.0
_RING_SIDES = 20


def prop_shapes(props: tuple[Prop, ...]) -> list[Shape]:
    """Everything that stands still, in the order in which it is laid on the picture."""
    return [shape for prop in props for shape in _shapes(prop)]


def _shapes(prop: Prop) -> Iterator[Shape]:
    x, y = prop.x, prop.y
    width, height = prop.width, prop.height
    match prop.kind:
        case PropKind.FLOOR:
            yield Slab(-FAR_AWAY, y - 0.05, FAR_AWAY, y, Ink.FLOOR)
        case PropKind.WALL:
            yield Slab(x, y, x + (width or 0.2), y + (height or WALL_TOP), Ink.WALL)
            yield Slab(x, y, x + 0.035, y + (height or WALL_TOP), Ink.WALL_FACE)
        case PropKind.WALL_BEHIND:
            yield Slab(x, y, x + (width or 2.0), y + (height or WALL_TOP), Ink.WALL)
            yield Slab(x, y, x + (width or 2.0), y + 0.05, Ink.WALL_FACE)
        case PropKind.CHAIR:
            yield from _chair(x, y, width or 0.46, height or SEAT, back=CHAIR_TOP)
        case PropKind.CHAIR_BACK:
            yield from _chair(x, y, width or 0.42, height or SEAT, back=CHAIR_TOP)
        case PropKind.CHAIR_FRONT:
            yield from _chair_from_the_front(x, y, width or 0.5, height or SEAT)
        case PropKind.STEP:
            yield Slab(x, y, x + (width or 0.4), y + (height or 0.18), Ink.WOOD_DARK)
            yield Slab(x, y + (height or 0.18) - 0.035, x + (width or 0.4), y + (height or 0.18), Ink.WOOD)
        case PropKind.BED:
            yield from _bed(x, y, width or 2.1, height or 0.5)
        case PropKind.MAT:
            yield Slab(x, y, x + (width or 1.9), y + (height or 0.035), Ink.MAT)
        case PropKind.MAT_ABOVE:
            yield Slab(x, y, x + (width or 2.0), y + (height or 0.9), Ink.MAT)
        case PropKind.PILLOW:
            yield from _pillow(x, y, width or 0.4, height or 0.12)
        case PropKind.RING:
            yield from _ring(x, y, (width or 0.3) / 2, (height or width or 0.3) / 2)
        case PropKind.STRAP:
            """It moves with the hand: the body has it."""


def _chair(x: float, y: float, width: float, seat: float, back: float) -> Iterator[Shape]:
    """A chair from the side, its back at x."""
    for leg in (x, x + width - 0.045):
        yield Slab(leg, y, leg + 0.045, y + seat - 0.05, Ink.WOOD_DARK)
    yield Slab(x, y + seat, x + 0.045, y + back, Ink.WOOD)
    yield Slab(x, y + seat - 0.05, x + width, y + seat, Ink.WOOD)


def _chair_from_the_front(x: float, y: float, width: float, seat: float) -> Iterator[Shape]:
    for post in (x, x + width - 0.05):
        yield Slab(post, y, post + 0.05, y + CHAIR_TOP, Ink.WOOD_DARK)
    yield Slab(x, y + CHAIR_TOP - 0.2, x + width, y + CHAIR_TOP, Ink.WOOD_DARK)
    yield Slab(x - 0.01, y + seat - 0.06, x + width + 0.01, y + seat, Ink.WOOD)


def _bed(x: float, y: float, width: float, height: float) -> Iterator[Shape]:
    for leg in (x + 0.06, x + width - 0.12):
        yield Slab(leg, y, leg + 0.06, y + 0.15, Ink.WOOD_DARK)
    yield Slab(x, y + 0.12, x + width, y + height - 0.14, Ink.BED)
    yield Slab(x, y + height - 0.16, x + width, y + height, Ink.SHEET)


def _pillow(x: float, y: float, width: float, height: float) -> Iterator[Shape]:
    radius = min(width, height) / 2
    if width >= height:
        yield Capsule(x + radius, y + radius, x + width - radius, y + radius, radius, radius, Ink.PILLOW)
    else:
        yield Capsule(x + radius, y + radius, x + radius, y + height - radius, radius, radius, Ink.PILLOW)


def _ring(x: float, y: float, across: float, high: float) -> Iterator[Shape]:
    turns = [2 * pi * side / _RING_SIDES for side in range(_RING_SIDES + 1)]
    points = [(x + across * cos(turn), y + high * sin(turn)) for turn in turns]
    for (x0, y0), (x1, y1) in pairwise(points):
        yield Capsule(x0, y0, x1, y1, 0.011, 0.011, Ink.RING)
