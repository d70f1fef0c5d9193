"""Where the muscle lies that a move stretches or works, and how it glows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from coach.figure.palette import FULL, Ink
from coach.figure.raster import Capsule, Shape
from coach.figure.skeleton import NEAR_SIDE, Joints, LegJoints, beside
from coach.model.limb import Point
from coach.model.pose import Muscle, Pose

HALO = 0.7
"""How wide the soft light round a muscle is beside the muscle."""
HALO_STRENGTH = 5
LEAST_STRENGTH = 7


class Belly(NamedTuple):
    """A muscle as a capsule between two points, with a radius at each; metres."""

    a: Point
    b: Point
    r0: float
    r1: float


class Along(NamedTuple):
    """A muscle along a bone: from and to which part of it, how far in front of it (or behind), and its radii."""

    start: float
    end: float
    front: float
    end_front: float
    r0: float
    r1: float


_ON_SHIN: Mapping[Muscle, Along] = MappingProxyType(
    {
        Muscle.CALF: Along(0.1, 0.62, -0.022, -0.016, 0.05, 0.034),
        Muscle.SOLEUS: Along(0.45, 0.97, -0.016, -0.012, 0.042, 0.028),
        Muscle.SHIN: Along(0.12, 0.75, 0.022, 0.016, 0.042, 0.026),
        Muscle.OUTER_SHIN: Along(0.1, 0.86, 0.0, 0.0, 0.036, 0.026),
    }
)
_ON_THIGH: Mapping[Muscle, Along] = MappingProxyType(
    {
        Muscle.HAMSTRING: Along(0.16, 0.88, -0.032, -0.032, 0.056, 0.042),
        Muscle.QUADRICEPS: Along(0.14, 0.88, 0.03, 0.03, 0.06, 0.045),
    }
)
_SIDE_ON_SHIN: Mapping[Muscle, Along] = MappingProxyType(
    {Muscle.OUTER_SHIN: Along(0.08, 0.8, 0.03, 0.02, 0.036, 0.028)}
)
_SIDE_ON_THIGH: Mapping[Muscle, Along] = MappingProxyType(
    {
        Muscle.OUTER_THIGH: Along(0.0, 0.7, 0.04, 0.04, 0.052, 0.036),
        Muscle.INNER_THIGH: Along(0.14, 0.8, -0.04, -0.04, 0.05, 0.036),
    }
)
"""On a leg that is seen from behind or from the front: here `front` is the outer side."""


def muscle_shapes(pose: Pose, joints: Joints, glow: float, *, near: bool) -> list[Shape]:
    """What a pose shows of muscles on one leg, those of the trunk on the near one; `glow` from 0 to 1."""
    if not near and not pose.both_legs:
        return []
    leg = joints.near_leg if near else joints.far_leg
    outwards = NEAR_SIDE[pose.facing] * (1 if near else -1)
    bellies = [belly for muscle in pose.target for belly in _bellies(muscle, joints, leg, outwards)]
    halo = round(HALO_STRENGTH * glow)
    light = round(LEAST_STRENGTH + (FULL - LEAST_STRENGTH) * glow)
    around = [_shape(belly, 1 + HALO, halo) for belly in bellies if halo]
    return around + [_shape(belly, 1.0, light) for belly in bellies]


def _shape(belly: Belly, more: float, strength: int) -> Shape:
    a, b, r0, r1 = belly
    return Capsule(a.x, a.y, b.x, b.y, r0 * more, r1 * more, Ink.TARGET, strength)


def _bellies(muscle: Muscle, joints: Joints, leg: LegJoints, outwards: float) -> list[Belly]:
    if outwards and muscle in _SIDE_ON_THIGH:
        return [_belly(leg.hip, leg.knee, _SIDE_ON_THIGH[muscle], outwards)]
    if outwards and muscle in _SIDE_ON_SHIN:
        return [_belly(leg.knee, leg.ankle, _SIDE_ON_SHIN[muscle], outwards)]
    if muscle in _ON_SHIN:
        return [_belly(leg.knee, leg.ankle, _ON_SHIN[muscle])]
    if muscle in _ON_THIGH:
        return [_belly(leg.hip, leg.knee, _ON_THIGH[muscle])]
    return _joined(muscle, joints, leg)


def _joined(muscle: Muscle, joints: Joints, leg: LegJoints) -> list[Belly]:
    """Muscles that do not follow one bone."""
    hip, waist, neck = joints.hip, joints.waist, joints.neck
    match muscle:
        case Muscle.FOOT_SOLE:
            heel, ball = leg.heel, leg.ball
            return [Belly(beside(heel, ball, 0.15, 0.02), beside(heel, ball, 0.95, 0.02), 0.024, 0.022)]
        case Muscle.BUTTOCK:
            return [Belly(beside(hip, waist, 0.1, 0.045), beside(leg.hip, leg.knee, 0.12, -0.045), 0.07, 0.06)]
        case Muscle.HIP_FLEXOR:
            return [Belly(beside(hip, waist, 0.45, -0.055), beside(leg.hip, leg.knee, 0.3, 0.04), 0.045, 0.05)]
        case Muscle.BACK:
            lower = Belly(beside(hip, waist, 0.3, 0.06), beside(hip, waist, 1.0, 0.06), 0.04, 0.04)
            return [lower, Belly(lower.b, beside(waist, neck, 0.7, 0.07), 0.04, 0.04)]
        case _:
            # Seen from the side, the inner and the outer thigh fill the leg.
            return [Belly(beside(leg.hip, leg.knee, 0.15, 0), beside(leg.hip, leg.knee, 0.8, 0), 0.05, 0.04)]


def _belly(a: Point, b: Point, muscle: Along, side: float = 1.0) -> Belly:
    start = beside(a, b, muscle.start, muscle.front * side)
    end = beside(a, b, muscle.end, muscle.end_front * side)
    return Belly(start, end, muscle.r0, muscle.r1)
