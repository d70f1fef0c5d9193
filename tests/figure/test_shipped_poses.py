"""Every shipped move has a figure that is whole, at rest where it rests, and safe to copy."""

from __future__ import annotations

from itertools import pairwise
from math import acos, degrees, dist

import pytest
from figure_examples import MOVES, POSES, at, stage, steps_of

from coach.figure.check import WITHIN_M, arm_gap, leg_gap, pose_faults, within_box
from coach.figure.motion import STEPS
from coach.figure.skeleton import Joints, LegJoints
from coach.figure.stage import BREATH
from coach.model.dose import SegmentKind
from coach.model.limb import Point
from coach.model.pose import Muscle

FLAT_BACKS = ("hamstring-chair", "hamstring-standing", "figure-four-chair", "toe-pull-chair", "calf-towel")

CALF_STRETCHES = [
    name for name, pose in POSES.items() if Muscle.CALF in pose.target and MOVES[name].segment is SegmentKind.HOLD
]


def last(name: str) -> Joints:
    return stage(POSES[name]).joints(at((len(POSES[name].keyframes) - 1) * STEPS))


def bend_of_ankle(leg: LegJoints) -> float:
    """Degrees between shin and foot: 90 is neutral, less has the toes up, more has them pointed."""
    forwards = Point(leg.ankle.x + leg.ball.x - leg.heel.x, leg.ankle.y + leg.ball.y - leg.heel.y)
    return angle(leg.ankle, leg.knee, forwards)


def angle(at_joint: Point, one: Point, other: Point) -> float:
    a = one.x - at_joint.x, one.y - at_joint.y
    b = other.x - at_joint.x, other.y - at_joint.y
    return degrees(acos((a[0] * b[0] + a[1] * b[1]) / (dist((0, 0), a) * dist((0, 0), b))))


def test_every_move_has_a_pose() -> None:
    assert [name for name, move in MOVES.items() if move.pose is None] == []


@pytest.mark.parametrize("name", POSES)
def test_all_of_the_body_stays_within_the_picture(name: str) -> None:
    pose = POSES[name]
    drawn = stage(pose)
    assert [step for step in steps_of(name) if not within_box(pose, drawn.joints(at(step)), BREATH)] == []


@pytest.mark.parametrize("name", POSES)
def test_a_shipped_pose_is_whole(name: str) -> None:
    assert list(pose_faults(POSES[name])) == []


@pytest.mark.parametrize("name", POSES)
def test_contacts_given_alike_in_two_keyframes_do_not_slide_between_them(name: str) -> None:
    pose = POSES[name]
    drawn = stage(pose)
    stances = pose.stances()
    for number, (a, b) in enumerate(pairwise(stances)):
        for step in range(1, STEPS):
            joints = drawn.joints(at(number * STEPS + step))
            for one, other, found in (
                (a.near_leg, b.near_leg, joints.near_leg),
                (a.far_leg, b.far_leg, joints.far_leg),
            ):
                if one == other:
                    assert leg_gap(one, found) < WITHIN_M
            for hold, then, arm in (
                (a.near_arm, b.near_arm, joints.near_arm),
                (a.far_arm, b.far_arm, joints.far_arm),
            ):
                if hold == then:
                    assert arm_gap(hold, arm.hand, joints) < 0.03


@pytest.mark.parametrize("name", POSES)
def test_no_foot_sinks_into_the_floor(name: str) -> None:
    drawn = stage(POSES[name])
    for step in steps_of(name):
        joints = drawn.joints(at(step))
        for leg in (joints.near_leg, joints.far_leg):
            assert min(leg.heel.y, leg.ball.y) > -WITHIN_M


@pytest.mark.parametrize("name", CALF_STRETCHES)
def test_a_calf_stretch_has_the_toes_up_and_the_knee_straight(name: str) -> None:
    leg = last(name).near_leg
    assert bend_of_ankle(leg) < 90
    assert angle(leg.knee, leg.hip, leg.ankle) > 160


@pytest.mark.parametrize("name", ["foot-up-bed", "ankle-pumps", "calf-towel", "toe-pull-chair"])
def test_toes_never_point_where_that_can_start_a_cramp(name: str) -> None:
    drawn = stage(POSES[name])
    assert all(bend_of_ankle(drawn.joints(at(step)).near_leg) < 125 for step in steps_of(name))


@pytest.mark.parametrize("name", ["calf-wall", "soleus-wall"])
def test_at_the_wall_both_heels_are_down_and_both_hands_on_it(name: str) -> None:
    joints = last(name)
    for leg in (joints.near_leg, joints.far_leg):
        assert leg.heel.y == pytest.approx(0, abs=0.01)
        assert leg.ball.y == pytest.approx(0, abs=0.01)
    for arm in (joints.near_arm, joints.far_arm):
        assert arm.hand.x == pytest.approx(0.58, abs=0.01)
    assert joints.near_leg.heel.x < joints.far_leg.heel.x


def test_the_lower_calf_is_stretched_with_both_knees_bent() -> None:
    joints = last("soleus-wall")
    for leg in (joints.near_leg, joints.far_leg):
        assert angle(leg.knee, leg.hip, leg.ankle) < 140


@pytest.mark.parametrize("name", FLAT_BACKS)
def test_the_back_is_never_rounded_in_a_forward_lean(name: str) -> None:
    assert all(stance.torso == stance.chest for stance in POSES[name].stances())


@pytest.mark.parametrize("name", ["march", "march-seated"])
def test_marching_knees_stay_about_or_below_the_hips(name: str) -> None:
    drawn = stage(POSES[name])
    for step in steps_of(name):
        joints = drawn.joints(at(step))
        assert max(joints.near_leg.knee.y, joints.far_leg.knee.y) < joints.hip.y + 0.25
        if name == "march":
            assert max(joints.near_leg.knee.y, joints.far_leg.knee.y) < joints.hip.y
