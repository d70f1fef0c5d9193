"""Where the joints are in a position: spine, head, and limbs that end where they are said to rest."""

from __future__ import annotations

from collections.abc import Mapping
from math import acos, atan2, cos, hypot, radians, sin
from types import MappingProxyType

import msgspec

from coach.model.limb import Arm, Bend, Hold, Leg, Point
from coach.model.pose import Facing, Stance

THIGH = 0.45
SHIN = 0.43
UPPER_ARM = 0.29
FOREARM = 0.28
LOWER_BACK = 0.22
UPPER_BACK = 0.29
NECK = 0.165
"""From the foot of the neck to the middle of the head; metres, as all lengths here."""
ANKLE_HEIGHT = 0.085
ANKLE_FROM_HEEL = 0.05
BALL_FROM_HEEL = 0.185
HALF_HIPS = 0.085
HALF_SHOULDERS = 0.17
TOES = 0.06
SHORT_FOOT = 0.07
"""The length of a foot that points out of the picture."""
NEAR_SIDE: Mapping[Facing, float] = MappingProxyType({Facing.RIGHT: 0.0, Facing.AWAY: 1.0, Facing.TOWARDS: -1.0})
"""Which side of the picture the near leg of someone who stands is on: 1 is the right, 0 is in profile."""
HAND_ABOVE_THIGH = 0.075


class LegJoints(msgspec.Struct, frozen=True):
    """The joints of a leg; heel, ball and tip are on the sole.

    `foot` is the direction from heel to ball, `toes` from there to the tip; they are `spread` so many degrees.
    """

    hip: Point
    knee: Point
    ankle: Point
    heel: Point
    ball: Point
    tip: Point
    foot: float
    toes: float
    spread: float


class ArmJoints(msgspec.Struct, frozen=True):
    shoulder: Point
    elbow: Point
    hand: Point


class Joints(msgspec.Struct, frozen=True, kw_only=True):
    """Where everything is, in metres; `face` is the direction from the middle of the head to its top."""

    hip: Point
    waist: Point
    neck: Point
    head: Point
    face: float
    near_leg: LegJoints
    far_leg: LegJoints
    near_arm: ArmJoints
    far_arm: ArmJoints


def along(start: Point, degrees: float, length: float) -> Point:
    """The point `length` metres from `start` in a direction."""
    angle = radians(degrees)
    return Point(start.x + length * cos(angle), start.y + length * sin(angle))


def between(a: Point, b: Point, share: float) -> Point:
    """The point at `share` of the way from `a` to `b`."""
    return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)


def beside(a: Point, b: Point, share: float, distance: float) -> Point:
    """A point at `share` of the way from `a` to `b`, and so many metres to the left of it."""
    length = hypot(b.x - a.x, b.y - a.y) or 1.0
    middle = between(a, b, share)
    return Point(middle.x - (b.y - a.y) / length * distance, middle.y + (b.x - a.x) / length * distance)


def bent(root: Point, end: Point, first: float, second: float, *, left: bool) -> tuple[Point, Point]:
    """The middle joint and the end of two bones from `root` that reach for `end`, bent to one side.

    The bones keep their lengths: where `end` is out of reach, they stretch or fold towards it.
    """
    distance = hypot(end.x - root.x, end.y - root.y)
    direction = atan2(end.y - root.y, end.x - root.x)
    reached = max(abs(first - second), min(first + second, distance), 1e-6)
    cosine = (first * first + reached * reached - second * second) / (2 * first * reached)
    turn = acos(max(-1.0, min(1.0, cosine)))
    angle = direction + turn if left else direction - turn
    middle = Point(root.x + first * cos(angle), root.y + first * sin(angle))
    return middle, Point(root.x + reached * cos(direction), root.y + reached * sin(direction))


def solve(stance: Stance, facing: Facing = Facing.RIGHT, breath: float = 0.0) -> Joints:
    """The joints of a position; `breath` metres are added to the upper back, as in breathing in."""
    hip = stance.hip
    waist = along(hip, stance.torso, LOWER_BACK)
    neck = along(waist, stance.chest, UPPER_BACK + breath)
    outwards = NEAR_SIDE[facing]
    legs = tuple(
        _leg(leg, beside(hip, waist, 0, -side * HALF_HIPS), side)
        for leg, side in ((stance.near_leg, outwards), (stance.far_leg, -outwards))
    )
    arms = tuple(
        _arm(arm, beside(waist, neck, 0.88, -side * HALF_SHOULDERS), legs[0], legs[1])
        for arm, side in ((stance.near_arm, outwards), (stance.far_arm, -outwards))
    )
    return Joints(
        hip=hip,
        waist=waist,
        neck=neck,
        head=along(neck, stance.head, NECK),
        face=stance.head,
        near_leg=legs[0],
        far_leg=legs[1],
        near_arm=arms[0],
        far_arm=arms[1],
    )


def _leg(leg: Leg, hip: Point, side: float) -> LegJoints:
    """A leg from the hip down; `side` is 0 in profile, else the side of the picture it is on."""
    if leg.shin is not None:
        knee = leg.knee or along(hip, leg.thigh or 0.0, THIGH)
        ankle = along(knee, leg.shin, SHIN)
        return _free_foot(leg, hip, knee, ankle, side)
    heel, ball, tip, foot, toes = _resting_foot(leg, side)
    if side:
        ankle = Point(heel.x, heel.y + ANKLE_HEIGHT)
    else:
        ankle = along(along(heel, foot, ANKLE_FROM_HEEL), foot + 90, ANKLE_HEIGHT)
    if leg.knee is not None:
        return LegJoints(hip, leg.knee, ankle, heel, ball, tip, foot, toes, leg.spread)
    knee, reached = bent(hip, ankle, THIGH, SHIN, left=leg.bend is Bend.FORWARD)
    short = Point(reached.x - ankle.x, reached.y - ankle.y)
    heel, ball, tip = (Point(point.x + short.x, point.y + short.y) for point in (heel, ball, tip))
    return LegJoints(hip, knee, reached, heel, ball, tip, foot, toes, leg.spread)


def _resting_foot(leg: Leg, side: float) -> tuple[Point, Point, Point, float, float]:
    """Heel, ball, tip, direction of the foot and of the toes where heel or ball is given.

    Out of profile a foot shows the more of its length the more it is turned up.
    """
    flat = 180.0 if side < 0 else 0.0
    foot = flat if leg.foot is None else leg.foot
    toes = leg.toes if leg.toes is not None else foot if leg.ball is None else flat
    shown = abs(sin(radians(foot))) if side else 1.0
    length = SHORT_FOOT + (BALL_FROM_HEEL - SHORT_FOOT) * shown
    heel = leg.heel or along(leg.ball or Point(0, 0), foot, -length)
    ball = leg.ball or along(heel, foot, length)
    return heel, ball, along(ball, toes, TOES), foot, toes


def _free_foot(leg: Leg, hip: Point, knee: Point, ankle: Point, side: float) -> LegJoints:
    """A leg whose foot hangs from the ankle."""
    shin = leg.shin or 0.0
    if side:
        outwards = 180.0 if side < 0 else 0.0
        foot, length = outwards if leg.foot is None else leg.foot, SHORT_FOOT
        heel = along(ankle, shin, ANKLE_HEIGHT / 2)
    else:
        foot, length = shin + 90 if leg.foot is None else leg.foot, BALL_FROM_HEEL
        heel = along(along(ankle, foot + 90, -ANKLE_HEIGHT), foot, -ANKLE_FROM_HEEL)
    ball, toes = along(heel, foot, length), foot if leg.toes is None else leg.toes
    return LegJoints(hip, knee, ankle, heel, ball, along(ball, toes, TOES), foot, toes, leg.spread)


def _arm(arm: Arm, shoulder: Point, near: LegJoints, far: LegJoints) -> ArmJoints:
    """An arm from the shoulder down, once the legs it may hold are known."""
    if arm.fore is not None:
        elbow = along(shoulder, arm.upper or 0.0, UPPER_ARM)
        return ArmJoints(shoulder, elbow, along(elbow, arm.fore, FOREARM))
    hand = arm.hand or held(arm.hold or Hold.NEAR_THIGH, near, far)
    elbow, reached = bent(shoulder, hand, UPPER_ARM, FOREARM, left=arm.bend is Bend.FORWARD)
    return ArmJoints(shoulder, elbow, reached)


def held(hold: Hold, near: LegJoints, far: LegJoints) -> Point:
    """Where a hand is that holds or rests on a part of a leg."""
    leg = near if hold.startswith("near") else far
    if hold in {Hold.NEAR_ANKLE, Hold.FAR_ANKLE}:
        return leg.ankle
    if hold in {Hold.NEAR_TOES, Hold.FAR_TOES}:
        return leg.tip
    share = 0.6 if hold in {Hold.NEAR_THIGH, Hold.FAR_THIGH} else 0.95
    return beside(leg.hip, leg.knee, share, HAND_ABOVE_THIGH)
