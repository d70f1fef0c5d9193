"""The person as shapes, in the order in which they are laid on the picture."""

from __future__ import annotations

from math import cos, radians, sin

from coach.figure.limbs import FAR, NEAR, arm_shapes, facing_foot, foot_shapes, leg_shapes, line, strap_shapes
from coach.figure.muscles import muscle_shapes
from coach.figure.palette import Ink
from coach.figure.raster import Shape
from coach.figure.skeleton import Joints, between
from coach.model.limb import Point
from coach.model.pose import Crossing, Facing, Pose, PropKind

HEAD = 0.11
"""The radius of the head; metres, as all radii here."""
CHEST_SWELL = 0.5
"""The chest grows by this part of what the back does in a breath."""


def body_shapes(pose: Pose, joints: Joints, breath: float, glow: float) -> list[Shape]:
    """The person in a position; `breath` in metres, `glow` of the muscles from 0 to 1."""
    head = _head(joints, pose.facing)
    near_arm = _straps(pose, joints) + arm_shapes(joints.near_arm, NEAR)
    if pose.facing is Facing.RIGHT:
        far_limbs = _leg(pose, joints, glow, near=False) + arm_shapes(joints.far_arm, FAR)
        return far_limbs + _trunk(joints, breath) + head + _leg(pose, joints, glow, near=True) + near_arm
    both_arms = arm_shapes(joints.far_arm, NEAR) + near_arm
    near_leg, far_leg = (_leg(pose, joints, glow, near=near) for near in (True, False))
    seen_first = (pose.crosses is Crossing.IN_FRONT) is (pose.facing is Facing.TOWARDS)
    legs = far_leg + near_leg if seen_first else near_leg + far_leg
    trunk = _wide_trunk(joints, breath)
    # What is in front of someone who turns their back lies behind them in the picture.
    return both_arms + legs + trunk + head if pose.facing is Facing.AWAY else trunk + head + legs + both_arms


def _leg(pose: Pose, joints: Joints, glow: float, *, near: bool) -> list[Shape]:
    """A leg with the muscles that show on it; out of profile the foot is laid before the shin."""
    leg = joints.near_leg if near else joints.far_leg
    in_profile = pose.facing is Facing.RIGHT
    clothes = NEAR if near or (pose.both_legs and not in_profile) else FAR
    bones = leg_shapes(leg, clothes)
    muscles = muscle_shapes(pose, joints, glow, near=near)
    if in_profile:
        return foot_shapes(leg, clothes, bare=pose.barefoot) + bones + muscles
    foot = facing_foot(leg, clothes)
    return bones + muscles + foot if pose.facing is Facing.TOWARDS else foot + bones + muscles


def _straps(pose: Pose, joints: Joints) -> list[Shape]:
    """The straps that a hand holds."""
    hands = {PropKind.STRAP: joints.near_arm.hand, PropKind.STRAP_FAR: joints.far_arm.hand}
    in_profile = pose.facing is Facing.RIGHT
    held = (hands[prop.kind] for prop in pose.props if prop.kind in hands)
    return [shape for hand in held for shape in strap_shapes(joints, hand, in_profile=in_profile)]


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
        case Facing.TOWARDS:
            return [neck, face, line(at(0.07, -0.045), at(0.07, 0.045), 0.062, 0.062, Ink.HAIR)]
