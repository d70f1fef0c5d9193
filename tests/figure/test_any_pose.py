"""Whatever a person writes in a pose of their own that is a pose at all, it can be drawn."""

from __future__ import annotations

import pytest
from figure_examples import DARK
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.figure.motion import LEVELS, STEPS, Frame
from coach.figure.stage import Stage
from coach.figure.tiers import Tier
from coach.model.limb import Arm, Bend, Hold, Leg, Point
from coach.model.pose import Box, Crossing, Facing, Keyframe, Muscle, Pose, Prop, PropKind

METRES = st.floats(-3, 3) | st.sampled_from([0.0, 3.0, -3.0])
DEGREES = st.floats(-720, 720)
FREE = DEGREES | st.none()
SIZES = st.floats(0, 6)
POINTS = st.builds(Point, METRES, METRES)
BENDS = st.sampled_from(Bend)
LEGS = (
    st.builds(Leg, heel=POINTS, foot=FREE, toes=FREE, spread=st.floats(0, 90), knee=POINTS | st.none(), bend=BENDS)
    | st.builds(Leg, ball=POINTS, foot=FREE, toes=FREE, bend=BENDS)
    | st.builds(Leg, thigh=DEGREES, shin=DEGREES, foot=FREE)
    | st.builds(Leg, knee=POINTS, shin=DEGREES)
)
ARMS = (
    st.builds(Arm, hand=POINTS, bend=BENDS)
    | st.builds(Arm, hold=st.sampled_from(Hold), bend=BENDS)
    | st.builds(Arm, upper=DEGREES, fore=DEGREES)
)
KEYFRAMES = st.builds(
    Keyframe,
    hip=POINTS,
    torso=DEGREES,
    chest=DEGREES | st.none(),
    head=DEGREES | st.none(),
    near_leg=LEGS,
    far_leg=LEGS,
    near_arm=ARMS,
    far_arm=ARMS,
    share=st.floats(0.1, 10),
)
PROPS = st.builds(Prop, kind=st.sampled_from(PropKind), x=METRES, y=METRES, width=SIZES, height=SIZES)
BOXES = st.builds(
    lambda x, y, width, height: Box(x, y, x + width, y + height),
    st.floats(-3, 2),
    st.floats(-3, 2),
    st.floats(0.51, 1),
    st.floats(0.51, 1),
)
POSES = st.builds(
    Pose,
    box=BOXES,
    keyframes=st.lists(KEYFRAMES, min_size=1, max_size=3).map(tuple),
    facing=st.sampled_from(Facing),
    crosses=st.sampled_from(Crossing),
    barefoot=st.booleans(),
    both_legs=st.booleans(),
    props=st.lists(PROPS, max_size=4).map(tuple),
    target=st.lists(st.sampled_from(Muscle), max_size=4).map(tuple),
    cycle_s=st.floats(0.5, 60) | st.none(),
)


@pytest.mark.parametrize("tier", list(Tier))
@settings(max_examples=40)
@given(pose=POSES, share=st.floats(0, 1), breath=st.integers(0, LEVELS), glow=st.integers(0, LEVELS))
def test_any_pose_can_be_drawn(tier: Tier, pose: Pose, share: float, breath: int, glow: int) -> None:
    step = min(len(pose.keyframes) * STEPS - 1, int(share * len(pose.keyframes) * STEPS))
    grid = Stage(pose, 24, 12, tier, DARK).draw(Frame(step, breath, glow))
    assert [len(row) for row in grid] == [24] * 12
