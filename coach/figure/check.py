"""Is a pose whole?  Nothing leaves the picture, and every hand and foot reaches what it is said to touch."""

from __future__ import annotations

from collections.abc import Iterator
from math import dist

from coach.figure.body import body_shapes
from coach.figure.limbs import NEAR, foot_shapes, hand_shape
from coach.figure.raster import Shape
from coach.figure.skeleton import Joints, LegJoints, held, solve
from coach.model.limb import Arm, Leg, Point
from coach.model.pose import Pose, Stance

WITHIN_M = 0.02
"""What a hand or a foot may miss its place by without anyone seeing it; metres."""


def pose_faults(pose: Pose) -> Iterator[str]:
    """What is wrong with the keyframes of a pose, each in a few words; nothing when it is whole."""
    for number, stance in enumerate(pose.stances(), start=1):
        joints = solve(stance, pose.facing)
        if not within_box(pose, joints):
            yield f"keyframe {number}: the body leaves the box"
        for limb, gap in contact_gaps(stance, joints).items():
            if gap >= WITHIN_M:
                yield f"keyframe {number}: {limb} is {gap * 100:.0f} cm out of reach"


def within_box(pose: Pose, joints: Joints, breath: float = 0.0) -> bool:
    """Whether the body, as thick as it is drawn, lies within the picture; of a close-up hands and feet."""
    box = pose.box
    for shape in ends(joints) if pose.close_up else body_shapes(pose, joints, breath, 0):
        r0, r1 = shape.r0, shape.r1  # type: ignore[union-attr]
        x0, y0, x1, y1 = shape[:4]
        if min(x0 - r0, x1 - r1) < box.left or max(x0 + r0, x1 + r1) > box.right:
            return False
        if min(y0 - r0, y1 - r1) < box.bottom or max(y0 + r0, y1 + r1) > box.top:
            return False
    return True


def ends(joints: Joints) -> list[Shape]:
    """Hands and feet: of a close-up they are what must be in the picture."""
    shapes: list[Shape] = []
    for leg in (joints.near_leg, joints.far_leg):
        shapes += foot_shapes(leg, NEAR, bare=False)
    return [*shapes, hand_shape(joints.near_arm, NEAR), hand_shape(joints.far_arm, NEAR)]


def contact_gaps(stance: Stance, joints: Joints) -> dict[str, float]:
    """How far each limb stays from where it is said to be; metres."""
    return {
        "the near foot": leg_gap(stance.near_leg, joints.near_leg),
        "the far foot": leg_gap(stance.far_leg, joints.far_leg),
        "the near hand": arm_gap(stance.near_arm, joints.near_arm.hand, joints),
        "the far hand": arm_gap(stance.far_arm, joints.far_arm.hand, joints),
    }


def leg_gap(leg: Leg, found: LegJoints) -> float:
    """How far heel and ball of a foot are from where they are said to be; metres."""
    pairs = ((leg.heel, found.heel), (leg.ball, found.ball))
    return max((dist(wanted, got) for wanted, got in pairs if wanted is not None), default=0.0)


def arm_gap(arm: Arm, hand: Point, joints: Joints) -> float:
    """How far a hand is from what it holds, or from where it is said to be; metres."""
    if arm.hold is not None:
        return dist(held(arm.hold, joints.near_leg, joints.far_leg), hand)
    return 0.0 if arm.hand is None else dist(arm.hand, hand)
