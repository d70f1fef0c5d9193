"""Bones keep their lengths, and limbs end where they are said to rest."""

from __future__ import annotations

from math import dist

import pytest
from figure_examples import pose
from hypothesis import assume, given
from hypothesis import strategies as st

from coach.figure.skeleton import (
    BALL_FROM_HEEL,
    FOREARM,
    SHIN,
    SHORT_FOOT,
    THIGH,
    UPPER_ARM,
    bent,
    between,
    solve,
)
from coach.figure.tween import tween
from coach.model.limb import Arm, Bend, Hold, Leg, Point
from coach.model.pose import Facing, Keyframe, Stance

METRES = st.floats(-2, 2)
POINTS = st.builds(Point, METRES, METRES)
BONES = st.floats(0.1, 1)


def stance(**fields: object) -> Stance:
    """Someone who stands, but for `fields`."""
    return pose(Keyframe(**fields)).stances()[-1]  # type: ignore[arg-type]


@given(root=POINTS, end=POINTS, first=BONES, second=BONES, left=st.booleans())
def test_two_bones_keep_their_lengths_wherever_they_reach(
    root: Point, end: Point, first: float, second: float, left: bool
) -> None:
    assume(dist(root, end) > 0.01)
    middle, reached = bent(root, end, first, second, left=left)
    assert dist(root, middle) == pytest.approx(first)
    assert dist(middle, reached) == pytest.approx(second, abs=1e-6)


@given(root=POINTS, end=POINTS, first=BONES, second=BONES, left=st.booleans())
def test_two_bones_reach_what_is_within_reach_and_point_at_what_is_not(
    root: Point, end: Point, first: float, second: float, left: bool
) -> None:
    far = dist(root, end)
    assume(far > 0.01)
    _, reached = bent(root, end, first, second, left=left)
    least, most = abs(first - second), first + second
    assert dist(root, reached) == pytest.approx(min(most, max(least, far)))
    if least <= far <= most:
        assert reached == pytest.approx(end, abs=1e-6)


def test_knees_point_forwards_and_elbows_back_unless_said_otherwise() -> None:
    crouched = stance(hip=Point(0, 0.7), near_arm=Arm(hand=Point(0.1, 0.8)))
    joints = solve(crouched)
    assert joints.near_leg.knee.x > 0.2
    assert joints.near_arm.elbow.x < joints.near_arm.shoulder.x
    other = stance(
        hip=Point(0, 0.7),
        near_leg=Leg(heel=Point(0, 0), bend=Bend.BACK),
        near_arm=Arm(hand=Point(0.1, 0.8), bend=Bend.FORWARD),
    )
    assert solve(other).near_leg.knee.x < 0
    assert solve(other).near_arm.elbow.x > joints.near_arm.shoulder.x


def test_a_heel_on_the_floor_is_the_point_that_was_given_and_a_flat_foot_lies_flat() -> None:
    leg = solve(stance(near_leg=Leg(heel=Point(-0.1, 0)))).near_leg
    assert leg.heel == pytest.approx((-0.1, 0))
    assert leg.ball.y == leg.tip.y == pytest.approx(0)
    assert leg.ball.x > leg.heel.x


def test_on_the_ball_of_the_foot_the_heel_is_up_and_the_toes_stay_flat() -> None:
    leg = solve(stance(near_leg=Leg(ball=Point(0.1, 0), foot=-40))).near_leg
    assert leg.ball == pytest.approx((0.1, 0))
    assert leg.heel.y > 0.1
    assert leg.tip.y == pytest.approx(0)


def test_directions_are_0_forwards_and_90_up() -> None:
    raised = solve(stance(near_leg=Leg(thigh=0, shin=-90), near_arm=Arm(upper=0, fore=90)))
    hip, knee, ankle = raised.near_leg.hip, raised.near_leg.knee, raised.near_leg.ankle
    assert (knee.x - hip.x, knee.y - hip.y) == pytest.approx((THIGH, 0))
    assert (ankle.x - knee.x, ankle.y - knee.y) == pytest.approx((0, -SHIN))
    shoulder, elbow, hand = raised.near_arm.shoulder, raised.near_arm.elbow, raised.near_arm.hand
    assert (elbow.x - shoulder.x, hand.y - elbow.y) == pytest.approx((UPPER_ARM, FOREARM))
    assert raised.near_leg.foot == 0


def test_a_fixed_knee_stays_where_it_is_whatever_the_hips_do() -> None:
    for hip in (Point(-0.1, 0.55), Point(0.1, 0.5)):
        kneeling = solve(stance(hip=hip, near_leg=Leg(knee=Point(-0.1, 0.1), shin=178))).near_leg
        assert kneeling.knee == (-0.1, 0.1)
        assert dist(kneeling.knee, kneeling.ankle) == pytest.approx(SHIN)


@pytest.mark.parametrize("hold", list(Hold))
def test_a_hand_follows_what_it_holds(hold: Hold) -> None:
    curled = Keyframe(torso=55, near_leg=Leg(thigh=10, shin=-170), far_leg=Leg(thigh=30, shin=-150))
    joints = solve(pose(curled, Keyframe(near_arm=Arm(hold=hold))).stances()[-1])
    leg = joints.near_leg if hold.startswith("near") else joints.far_leg
    thigh = between(leg.hip, leg.knee, 0.6)
    parts = {"thigh": thigh, "knee": leg.knee, "ankle": leg.ankle, "toes": leg.tip}
    assert dist(joints.near_arm.hand, parts[hold.split()[1]]) < 0.1


def test_from_behind_hips_and_shoulders_have_their_width_with_the_near_side_on_the_right() -> None:
    joints = solve(stance(), Facing.AWAY)
    assert joints.near_leg.hip.x - joints.far_leg.hip.x == pytest.approx(0.17)
    assert joints.near_arm.shoulder.x - joints.far_arm.shoulder.x == pytest.approx(0.34)


def test_from_the_front_the_near_side_is_on_the_left() -> None:
    joints = solve(stance(), Facing.TOWARDS)
    assert joints.near_leg.hip.x - joints.far_leg.hip.x == pytest.approx(-0.17)
    assert joints.near_arm.shoulder.x - joints.far_arm.shoulder.x == pytest.approx(-0.34)


@pytest.mark.parametrize("facing", [Facing.AWAY, Facing.TOWARDS])
def test_a_foot_out_of_the_picture_shows_its_length_when_it_is_turned_up(facing: Facing) -> None:
    flat, up = (solve(stance(near_leg=Leg(heel=Point(0, 0), foot=foot)), facing).near_leg for foot in (0, 90))
    assert dist(flat.heel, flat.ball) == pytest.approx(SHORT_FOOT)
    assert dist(up.heel, up.ball) == pytest.approx(BALL_FROM_HEEL)


@pytest.mark.parametrize("rests", [{"heel": Point(0, 0)}, {"ball": Point(0, 0)}, {"thigh": -80, "shin": -90}])
def test_toes_bend_by_themselves_while_the_foot_stays(rests: dict[str, object]) -> None:
    straight, bent_up = (solve(stance(near_leg=Leg(**rests, **toes))).near_leg for toes in ({}, {"toes": 60}))  # type: ignore[arg-type]
    assert (straight.heel, straight.ball) == (bent_up.heel, bent_up.ball)
    assert bent_up.tip.y > straight.tip.y + 0.04


def test_breath_lifts_the_shoulders_and_nothing_that_rests() -> None:
    out, full = (solve(stance(near_arm=Arm(hand=Point(0.3, 1.1))), breath=breath) for breath in (0, 0.01))
    assert full.neck.y - out.neck.y == pytest.approx(0.01)
    assert full.near_arm.hand == pytest.approx(out.near_arm.hand)
    assert full.near_leg == out.near_leg


@given(share=st.floats(0, 1))
def test_what_rests_on_the_same_place_in_two_keyframes_does_not_slide(share: float) -> None:
    leans = Keyframe(hip=Point(0.06, 0.9), torso=70, near_arm=Arm(hand=Point(0.4, 1.2)))
    on_wall = pose(Keyframe(near_arm=Arm(hand=Point(0.4, 1.2))), leans)
    _, a, b = on_wall.stances()
    joints = solve(tween(a, b, (solve(a), solve(b)), share))
    assert joints.near_leg.heel == pytest.approx((0, 0))
    assert joints.far_leg.heel == pytest.approx((0.05, 0))
    assert joints.near_arm.hand == pytest.approx((0.4, 1.2))


def test_a_foot_that_is_set_down_elsewhere_is_lifted_on_its_way() -> None:
    a, b = pose(Keyframe(near_leg=Leg(heel=Point(-0.5, 0)), hip=Point(-0.1, 0.85))).stances()
    halfway = solve(tween(a, b, (solve(a), solve(b)), 0.5)).near_leg.heel
    assert halfway.y > 0.03
    slid = solve(tween(a, b, (solve(a), solve(b)), 0.5, lift=False)).near_leg.heel
    assert slid.y == pytest.approx(0)


@given(share=st.floats(0, 1))
def test_ways_of_saying_a_leg_mix_without_a_jump(share: float) -> None:
    lifted = Keyframe(near_leg=Leg(thigh=-60, shin=-100, toes=30), near_arm=Arm(hold=Hold.NEAR_THIGH))
    a, b = pose(lifted).stances()
    solved = solve(a), solve(b)
    here, there = (solve(tween(a, b, solved, at)) for at in (share, min(1.0, share + 0.01)))
    for one, other in (
        (here.near_leg.ankle, there.near_leg.ankle),
        (here.near_leg.knee, there.near_leg.knee),
        (here.near_leg.tip, there.near_leg.tip),
        (here.near_arm.hand, there.near_arm.hand),
    ):
        assert dist(one, other) < 0.05
