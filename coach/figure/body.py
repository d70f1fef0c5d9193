"""The person as shapes, in the order in which they are laid on the picture."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from coach.figure.muscles import muscle_shapes
from coach.figure.palette import Ink
from coach.figure.raster import Capsule, Shape
from coach.figure.skeleton import ArmJoints, Joints, LegJoints, along, beside, between
from coach.model.pose import Facing, Point, Pose, PropKind

HEAD = 0.11
"""The radius of the head; metres, as all radii here."""
CHEST_SWELL = 0.5
"""The chest grows by this part of what the back does in a breath."""


class Clothes(NamedTuple):
    """The inks of the limbs of one side."""

    pants: Ink
    shoe: Ink
    sleeve: Ink
    skin: Ink


NEAR = Clothes(Ink.PANTS, Ink.SHOE, Ink.SLEEVE, Ink.SKIN)
FAR = Clothes(Ink.FAR_PANTS, Ink.FAR_SHOE, Ink.FAR_SLEEVE, Ink.FAR_SKIN)


def body_shapes(pose: Pose, joints: Joints, breath: float, glow: float) -> list[Shape]:
    """The person in a position; `breath` in metres, `glow` of the muscles from 0 to 1."""
    muscles = muscle_shapes(pose.target, pose.facing, joints, glow)
    head = _head(joints, pose.facing)
    near, far = joints.near_leg, joints.far_leg
    near_arm = _arm(joints.near_arm, NEAR)
    if any(prop.kind is PropKind.STRAP for prop in pose.props):
        near_arm = _strap(joints) + near_arm
    match pose.facing:
        case Facing.RIGHT:
            far_limbs = _foot(far, FAR) + _leg(far, FAR) + _arm(joints.far_arm, FAR)
            near_limbs = _foot(near, NEAR) + _leg(near, NEAR) + muscles + near_arm
            return far_limbs + _trunk(joints, breath) + head + near_limbs
        case Facing.AWAY:
            # What is in front of someone who turns their back lies behind them in the picture.
            near_leg = _out_of_picture(near, NEAR) + _leg(near, NEAR) + muscles
            far_leg = _out_of_picture(far, FAR) + _leg(far, FAR)
            return near_arm + _arm(joints.far_arm, NEAR) + near_leg + far_leg + _wide_trunk(joints, breath) + head


def line(a: Point, b: Point, r0: float, r1: float, ink: Ink) -> Capsule:
    """A capsule between two joints."""
    return Capsule(a.x, a.y, b.x, b.y, r0, r1, ink)


def _leg(leg: LegJoints, clothes: Clothes) -> list[Shape]:
    pants = clothes.pants
    return [line(leg.hip, leg.knee, 0.088, 0.066, pants), line(leg.knee, leg.ankle, 0.064, 0.042, pants)]


def _foot(leg: LegJoints, clothes: Clothes) -> list[Shape]:
    up = leg.foot + 90
    heel = along(along(leg.heel, leg.foot, 0.04), up, 0.044)
    ball = along(leg.ball, up, 0.038)
    # The tip lies on the sole: its middle is half the shoe's thickness above it, and short of it.
    toes = between(beside(leg.ball, leg.tip, 0.0, 0.036), beside(leg.ball, leg.tip, 1.0, 0.036), 0.6)
    return [
        line(heel, ball, 0.044, 0.038, clothes.shoe),
        line(ball, toes, 0.038, 0.036, clothes.shoe),
        line(heel, leg.ankle, 0.046, 0.041, clothes.shoe),
    ]


def _out_of_picture(leg: LegJoints, clothes: Clothes) -> list[Shape]:
    """A foot that points away from the viewer."""
    middle = between(leg.heel, leg.ankle, 0.5)
    return [line(middle, along(middle, leg.foot, 0.05), 0.05, 0.046, clothes.shoe)]


def _arm(arm: ArmJoints, clothes: Clothes) -> list[Shape]:
    cuff = between(arm.shoulder, arm.elbow, 0.75)
    return [
        line(cuff, arm.elbow, 0.042, 0.041, clothes.skin),
        line(arm.elbow, arm.hand, 0.041, 0.034, clothes.skin),
        line(arm.hand, arm.hand, 0.046, 0.046, clothes.skin),
        line(arm.shoulder, cuff, 0.058, 0.052, clothes.sleeve),
    ]


def _trunk(joints: Joints, breath: float) -> list[Shape]:
    swell = breath * CHEST_SWELL
    chest = between(joints.waist, joints.neck, 0.5)
    top = between(joints.waist, joints.neck, 0.88)
    return [
        line(joints.hip, joints.waist, 0.1, 0.09, Ink.PANTS),
        line(between(joints.hip, joints.waist, 0.45), joints.waist, 0.098, 0.094, Ink.SHIRT),
        line(joints.waist, chest, 0.094, 0.115 + swell, Ink.SHIRT),
        line(chest, top, 0.115 + swell, 0.085, Ink.SHIRT),
    ]


def _wide_trunk(joints: Joints, breath: float) -> list[Shape]:
    """The trunk from behind, where hips and shoulders show their width."""
    swell = breath * CHEST_SWELL
    chest = between(joints.waist, joints.neck, 0.6)
    return [
        line(joints.near_leg.hip, joints.far_leg.hip, 0.095, 0.095, Ink.PANTS),
        line(joints.hip, joints.waist, 0.15, 0.13, Ink.PANTS),
        line(between(joints.hip, joints.waist, 0.5), joints.waist, 0.135, 0.13, Ink.SHIRT),
        line(joints.waist, chest, 0.13, 0.165 + swell, Ink.SHIRT),
        line(joints.near_arm.shoulder, joints.far_arm.shoulder, 0.06, 0.06, Ink.SHIRT),
        line(chest, joints.neck, 0.165 + swell, 0.07, Ink.SHIRT),
    ]


def _head(joints: Joints, facing: Facing) -> list[Shape]:
    middle = joints.head
    up = radians(joints.face)

    def at(high: float, forward: float) -> Point:
        return Point(middle.x + high * cos(up) + forward * sin(up), middle.y + high * sin(up) - forward * cos(up))

    neck = line(joints.neck, middle, 0.05, 0.05, Ink.SKIN)
    face = line(middle, middle, HEAD, HEAD, Ink.SKIN)
    match facing:
        case Facing.RIGHT:
            nose = line(at(-0.015, 0.105), at(-0.02, 0.118), 0.022, 0.018, Ink.SKIN)
            hair = line(at(0.058, 0.01), at(-0.005, -0.062), 0.068, 0.058, Ink.HAIR)
            return [neck, nose, face, hair]
        case Facing.AWAY:
            return [neck, line(middle, middle, HEAD + 0.004, HEAD + 0.004, Ink.HAIR)]


def _strap(joints: Joints) -> list[Shape]:
    """From the hand round the ball of the foot."""
    foot = joints.near_leg
    hand = joints.near_arm.hand
    sole = along(foot.ball, foot.foot - 90, 0.012)
    top = beside(foot.heel, foot.ball, 1.0, 0.075)
    return [line(a, b, 0.013, 0.013, Ink.STRAP) for a, b in ((hand, top), (top, sole), (sole, hand))]
