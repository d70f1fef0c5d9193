"""What is laid over what, which muscles show, what a foot wears, and what may lie outside the picture."""

from __future__ import annotations

from math import dist

import pytest
from figure_examples import POSES, pose
from msgspec.structs import replace

from coach.figure.body import body_shapes
from coach.figure.check import pose_faults
from coach.figure.muscles import muscle_shapes
from coach.figure.palette import Ink
from coach.figure.raster import Capsule, Shape
from coach.figure.skeleton import Joints, solve
from coach.model.limb import Arm, Leg, Point
from coach.model.pose import Box, Crossing, Facing, Keyframe, Muscle, Pose, Prop, PropKind


def solved(shown: Pose) -> Joints:
    return solve(shown.stances()[-1], shown.facing)


def shapes(shown: Pose) -> list[Shape]:
    return body_shapes(shown, solved(shown), 0, 0)


def place(drawn: list[Shape], ink: Ink) -> int:
    """How late the first shape in an ink is laid."""
    return next(place for place, shape in enumerate(drawn) if shape.ink is ink)


def sides(shown: Pose, muscle: Muscle) -> list[float]:
    """On which side of its thigh or shin a muscle lies on each leg that shows it: above 0 is to the right."""
    joints = solved(shown)
    found = []
    for near, leg in ((True, joints.near_leg), (False, joints.far_leg)):
        bellies = muscle_shapes(replace(shown, target=(muscle,)), joints, 0, near=near)
        bone = (leg.knee.x + leg.ankle.x) / 2 if muscle is Muscle.OUTER_SHIN else (leg.hip.x + leg.knee.x) / 2
        found += [(belly.x0 + belly.x1) / 2 - bone for belly in bellies if isinstance(belly, Capsule)]
    return found


@pytest.mark.parametrize(
    ("facing", "crosses", "over"),
    [
        (Facing.AWAY, Crossing.IN_FRONT, False),
        (Facing.AWAY, Crossing.BEHIND, True),
        (Facing.TOWARDS, Crossing.IN_FRONT, True),
        (Facing.TOWARDS, Crossing.BEHIND, False),
    ],
)
def test_of_crossed_legs_the_one_nearer_to_the_viewer_lies_over_the_other(
    facing: Facing, crosses: Crossing, over: bool
) -> None:
    drawn = shapes(pose(facing=facing, crosses=crosses))
    assert (place(drawn, Ink.SHOE) > place(drawn, Ink.FAR_SHOE)) is over


def test_the_trunk_hides_the_arms_of_one_who_turns_the_back_and_not_of_one_who_faces_the_viewer() -> None:
    away, towards = (shapes(pose(facing=facing)) for facing in (Facing.AWAY, Facing.TOWARDS))
    assert place(away, Ink.SLEEVE) < place(away, Ink.SHIRT)
    assert place(towards, Ink.SLEEVE) > place(towards, Ink.SHIRT)


@pytest.mark.parametrize("facing", [Facing.AWAY, Facing.TOWARDS])
def test_the_inner_thighs_lie_between_the_legs_and_the_outer_ones_outside(facing: Facing) -> None:
    shown = pose(facing=facing, both_legs=True)
    right_of_middle = 1 if facing is Facing.AWAY else -1
    for muscle, outside in ((Muscle.INNER_THIGH, -1), (Muscle.OUTER_THIGH, 1), (Muscle.OUTER_SHIN, 1)):
        near, far = sides(shown, muscle)
        assert near * right_of_middle * outside > 0.01
        assert far * right_of_middle * outside < -0.01


@pytest.mark.parametrize("facing", list(Facing))
def test_a_muscle_shows_on_the_near_leg_unless_both_work(facing: Facing) -> None:
    shown = pose(facing=facing, target=(Muscle.CALF,))
    one = [shape for shape in shapes(shown) if shape.ink is Ink.TARGET]
    both = [shape for shape in shapes(replace(shown, both_legs=True)) if shape.ink is Ink.TARGET]
    assert len(both) == 2 * len(one) > 0


def test_the_outer_shin_is_not_the_shin() -> None:
    bellies = [
        muscle_shapes(pose(target=(muscle,)), solved(pose()), 0, near=True)
        for muscle in (Muscle.SHIN, Muscle.OUTER_SHIN, Muscle.CALF)
    ]
    shin, outer, calf = (found[0].x0 for found in bellies if isinstance(found[0], Capsule))
    assert shin > outer + 0.01 > calf + 0.02


def test_a_bare_foot_has_no_shoe_and_its_toes_can_be_told_apart_when_they_are_spread() -> None:
    def skins(leg: Leg) -> int:
        drawn = shapes(pose(Keyframe(near_leg=leg), barefoot=True))
        assert not {Ink.SHOE, Ink.FAR_SHOE} & {shape.ink for shape in drawn}
        return sum(shape.ink is Ink.SKIN for shape in drawn)

    assert skins(Leg(heel=Point(0, 0), spread=60)) == skins(Leg(heel=Point(0, 0))) + 2


@pytest.mark.parametrize("facing", list(Facing))
@pytest.mark.parametrize("kind", [PropKind.STRAP, PropKind.STRAP_FAR])
def test_a_strap_goes_from_the_hand_that_holds_it_round_the_near_foot(kind: PropKind, facing: Facing) -> None:
    shown = pose(
        Keyframe(near_arm=Arm(hand=Point(0.3, 1)), far_arm=Arm(hand=Point(-0.3, 1))),
        facing=facing,
        props=(Prop(kind=kind),),
    )
    joints = solved(shown)
    hand = joints.near_arm.hand if kind is PropKind.STRAP else joints.far_arm.hand
    ends = [
        point
        for shape in shapes(shown)
        if isinstance(shape, Capsule) and shape.ink is Ink.STRAP
        for point in ((shape.x0, shape.y0), (shape.x1, shape.y1))
    ]
    assert min(dist(end, hand) for end in ends) < 0.001
    assert sum(dist(end, joints.near_leg.ball) < 0.1 for end in ends) == 4


def test_only_of_a_close_up_the_head_may_be_outside_the_picture_and_hands_and_feet_of_none() -> None:
    legs_only = Box(-0.9, -0.1, 0.9, 1.2)
    shown = pose(box=legs_only, close_up=True)
    assert list(pose_faults(shown)) == []
    assert list(pose_faults(replace(shown, close_up=False))) == ["keyframe 1: the body leaves the box"]
    hand_up = replace(shown, keyframes=(replace(shown.keyframes[0], near_arm=Arm(upper=90, fore=90)),))
    assert list(pose_faults(hand_up)) == ["keyframe 1: the body leaves the box"]
    foot_out = replace(shown, box=Box(-0.9, 0.05, 0.9, 1.2))
    assert list(pose_faults(foot_out)) == ["keyframe 1: the body leaves the box"]


def test_both_inner_thighs_glow_in_the_butterfly() -> None:
    glows = [shape[0] for shape in shapes(POSES["butterfly"]) if shape.ink is Ink.TARGET]
    assert min(glows) < -0.1 < 0.1 < max(glows)


def test_the_leg_drifts_across_the_body_in_the_lying_outer_thigh_stretch() -> None:
    shown = POSES["outer-thigh-strap"]
    start, end = (solve(stance, shown.facing) for stance in shown.stances())
    assert start.near_leg.heel.y < start.hip.y < start.far_leg.heel.y < end.near_leg.heel.y


def test_toes_lift_and_spread_while_heels_and_balls_stay_down() -> None:
    for stance in POSES["toe-spread"].stances()[1:]:
        for leg in (solve(stance).near_leg, solve(stance).far_leg):
            assert (leg.heel.y, leg.ball.y) == pytest.approx((0, 0))
            assert leg.tip.y > 0.03
    assert POSES["toe-spread"].stances()[-1].near_leg.spread > 60


@pytest.mark.parametrize("name", ["sole-pull", "toes-up-wall", "toes-under-kneel"])
def test_a_stretch_of_the_sole_bends_the_toes_back(name: str) -> None:
    leg = solve(POSES[name].stances()[-1]).near_leg
    assert leg.toes - leg.foot > 45
