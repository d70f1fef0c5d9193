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
_BIKE = (
    Capsule(0.84, 0.2, 0.84, 0.2, 0.19, 0.19, Ink.WALL),
    Capsule(0.1, 0.035, 0.94, 0.035, 0.04, 0.04, Ink.WOOD_DARK),
    Capsule(0.46, 0.1, 0.25, 0.72, 0.042, 0.036, Ink.WOOD_DARK),
    Capsule(0.86, 0.2, 0.7, 0.95, 0.042, 0.036, Ink.WOOD_DARK),
    Capsule(0.5, 0.218, 0.5, 0.218, 0.09, 0.09, Ink.WALL_FACE),
    Capsule(0.71, 0.96, 0.6, 0.98, 0.03, 0.03, Ink.WOOD),
    Capsule(0.16, 0.74, 0.38, 0.735, 0.045, 0.045, Ink.WOOD),
)
"""Wheel, base, posts, crank, handlebar and saddle; places are parts of its width and height, radii metres."""
_RING_SIDES = 20
_SIZES: Mapping[PropKind, tuple[float, float]] = MappingProxyType(
    {
        PropKind.WALL: (0.2, 6.0),
        PropKind.WALL_BEHIND: (2.0, 6.0),
        PropKind.CHAIR: (0.46, 0.46),
        PropKind.CHAIR_FRONT: (0.5, 0.46),
        PropKind.STEP: (0.4, 0.18),
        PropKind.BED: (2.1, 0.5),
        PropKind.MAT: (1.9, 0.035),
        PropKind.MAT_ABOVE: (2.0, 0.9),
        PropKind.PILLOW: (0.4, 0.12),
        PropKind.BIKE: (1.2, 1.24),
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


def _chair_front(place: Box) -> list[Shape]:
    """A chair from the front or from behind."""
    left, bottom, right, seat = place
    top = bottom + CHAIR_TOP
    posts = [Slab(x, bottom, x + 0.045, top, Ink.WOOD_DARK) for x in (left, right - 0.045)]
    back = [Slab(left, top - 0.38, right, top, Ink.WOOD_DARK), Slab(left, top - 0.05, right, top, Ink.WOOD)]
    return [*posts, *back, Slab(left, seat - 0.05, right, seat, Ink.WOOD)]


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


def _bike(place: Box) -> list[Shape]:
    """An exercise bike that faces right."""
    left, bottom, right, top = place
    width, height = right - left, top - bottom

    def placed(part: Capsule) -> Capsule:
        x0, x1 = left + part.x0 * width, left + part.x1 * width
        y0, y1 = bottom + part.y0 * height, bottom + part.y1 * height
        return part._replace(x0=x0, x1=x1, y0=y0, y1=y1)

    return [placed(part) for part in _BIKE]


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
        PropKind.CHAIR_FRONT: _chair_front,
        PropKind.STEP: _step,
        PropKind.BED: _bed,
        PropKind.MAT: _mat,
        PropKind.MAT_ABOVE: _mat_above,
        PropKind.PILLOW: _pillow,
        PropKind.BIKE: _bike,
        PropKind.RING: _ring,
        PropKind.STRAP: _with_the_body,
        PropKind.STRAP_FAR: _with_the_body,
    }
)
