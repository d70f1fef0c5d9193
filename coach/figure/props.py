"""The things around the person as shapes: they lie behind the figure and never move."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from math import cos, pi, sin
from types import MappingProxyType

from coach.figure.palette import Ink
from coach.figure.raster import Capsule, Shape, Slab
from coach.model.pose import Box, Prop, PropKind

FAR_AWAY = 20.0
"""Metres beyond every picture's edge."""
CHAIR_TOP = 0.95
_RING_SIDES = 20
_SIZES: Mapping[PropKind, tuple[float, float]] = MappingProxyType(
    {
        PropKind.WALL: (0.2, 6.0),
        PropKind.WALL_BEHIND: (2.0, 6.0),
        PropKind.CHAIR: (0.46, 0.46),
        PropKind.STEP: (0.4, 0.18),
        PropKind.BED: (2.1, 0.5),
        PropKind.MAT: (1.9, 0.035),
        PropKind.MAT_ABOVE: (2.0, 0.9),
        PropKind.PILLOW: (0.4, 0.12),
        PropKind.RING: (0.3, 0.3),
    }
)
"""The width and height of each kind, in metres; of a chair those of the seat."""


def prop_shapes(props: tuple[Prop, ...]) -> list[Shape]:
    """Everything that stands still, in the order in which it is laid on the picture."""
    return [shape for prop in props for shape in _SHAPES[prop.kind](_place(prop))]


def _place(prop: Prop) -> Box:
    """Where a thing is, with its kind's own size where none is given."""
    width, height = _SIZES.get(prop.kind, (0.0, 0.0))
    return Box(prop.x, prop.y, prop.x + (prop.width or width), prop.y + (prop.height or height))


def _floor(place: Box) -> list[Shape]:
    return [Slab(-FAR_AWAY, place.bottom - 0.05, FAR_AWAY, place.bottom, Ink.FLOOR)]


def _wall(place: Box) -> list[Shape]:
    left, bottom, right, top = place
    return [Slab(left, bottom, right, top, Ink.WALL), Slab(left, bottom, left + 0.035, top, Ink.WALL_FACE)]


def _wall_behind(place: Box) -> list[Shape]:
    left, bottom, right, top = place
    return [Slab(left, bottom, right, top, Ink.BACKDROP), Slab(left, bottom, right, bottom + 0.05, Ink.WALL)]


def _chair(place: Box) -> list[Shape]:
    """A chair from the side, its back on the left."""
    left, bottom, right, seat = place
    legs = [Slab(x, bottom, x + 0.045, seat - 0.05, Ink.WOOD_DARK) for x in (left, right - 0.045)]
    back = Slab(left, seat, left + 0.045, bottom + CHAIR_TOP, Ink.WOOD)
    return [*legs, back, Slab(left, seat - 0.05, right, seat, Ink.WOOD)]


def _step(place: Box) -> list[Shape]:
    left, bottom, right, top = place
    return [Slab(left, bottom, right, top, Ink.WOOD_DARK), Slab(left, top - 0.035, right, top, Ink.WOOD)]


def _bed(place: Box) -> list[Shape]:
    left, bottom, right, top = place
    legs = [Slab(x, bottom, x + 0.06, bottom + 0.15, Ink.WOOD_DARK) for x in (left + 0.06, right - 0.12)]
    return [
        *legs,
        Slab(left, bottom + 0.12, right, top - 0.14, Ink.BED),
        Slab(left, top - 0.16, right, top, Ink.SHEET),
    ]


def _mat(place: Box) -> list[Shape]:
    return [Slab(*place, Ink.MAT)]


def _mat_above(place: Box) -> list[Shape]:
    left, bottom, right, top = place
    return [Slab(*place, Ink.MAT), Slab(left, bottom + 0.04, right, top - 0.04, Ink.RUG)]


def _pillow(place: Box) -> list[Shape]:
    left, bottom, right, top = place
    radius = min(right - left, top - bottom) / 2
    ends = left + radius, bottom + radius, right - radius, top - radius
    return [Capsule(*ends, radius, radius, Ink.PILLOW)]


def _ring(place: Box) -> list[Shape]:
    left, bottom, right, top = place
    width, height = right - left, top - bottom
    turns = [2 * pi * side / _RING_SIDES for side in range(_RING_SIDES + 1)]
    points = [(left + width / 2 * cos(turn), bottom + height / 2 * sin(turn)) for turn in turns]
    return [Capsule(*a, *b, 0.011, 0.011, Ink.RING) for a, b in pairwise(points)]


def _with_the_body(_: Box) -> list[Shape]:
    """A strap moves with the hand that holds it."""
    return []


_SHAPES: Mapping[PropKind, Callable[[Box], list[Shape]]] = MappingProxyType(
    {
        PropKind.FLOOR: _floor,
        PropKind.WALL: _wall,
        PropKind.WALL_BEHIND: _wall_behind,
        PropKind.CHAIR: _chair,
        PropKind.STEP: _step,
        PropKind.BED: _bed,
        PropKind.MAT: _mat,
        PropKind.MAT_ABOVE: _mat_above,
        PropKind.PILLOW: _pillow,
        PropKind.RING: _ring,
        PropKind.STRAP: _with_the_body,
    }
)
