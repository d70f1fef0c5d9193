"""Positions between two keyframes; what rests on the same place in both does not move."""

from __future__ import annotations

from math import hypot, pi, sin

from msgspec.structs import replace

from coach.figure.skeleton import ArmJoints, Joints, LegJoints, between
from coach.model.limb import Arm, Leg, Point
from coach.model.pose import Stance

STEP_LIFT = 0.06
"""Metres that a foot is lifted at most when it is set down elsewhere."""
LEAST_STEP = 0.04


def tween(a: Stance, b: Stance, solved: tuple[Joints, Joints], share: float, *, lift: bool = True) -> Stance:
    """The position at `share` (0 to 1) of the way from `a` to `b`, whose joints are `solved`.

    With `lift` a foot that is set down elsewhere is lifted on its way.
    """
    if share <= 0 or a == b:
        return a
    ja, jb = solved
    height = STEP_LIFT if lift else 0.0
    return Stance(
        hip=between(a.hip, b.hip, share),
        torso=_mix(a.torso, b.torso, share),
        chest=_mix(a.chest, b.chest, share),
        head=_mix(a.head, b.head, share),
        near_leg=_leg(a.near_leg, b.near_leg, (ja.near_leg, jb.near_leg), share, height),
        far_leg=_leg(a.far_leg, b.far_leg, (ja.far_leg, jb.far_leg), share, height),
        near_arm=_arm(a.near_arm, b.near_arm, ja.near_arm, jb.near_arm, share),
        far_arm=_arm(a.far_arm, b.far_arm, ja.far_arm, jb.far_arm, share),
    )


def _mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _points(a: Point | None, b: Point | None, share: float) -> Point | None:
    return None if a is None or b is None else between(a, b, share)


def _turned(a: float | None, b: float | None, share: float) -> float | None:
    return None if a is None or b is None else _mix(a, b, share)


def _leg(a: Leg, b: Leg, solved: tuple[LegJoints, LegJoints], share: float, lift: float) -> Leg:
    if a == b:
        return a
    ja, jb = solved
    a, b = replace(a, foot=ja.foot, toes=ja.toes), replace(b, foot=jb.foot, toes=jb.toes)
    if _rests(a) != _rests(b):
        # Ways of saying that cannot be mixed: both become a heel in its place.
        knee = a.knee is not None and b.knee is not None
        a = replace(a, heel=ja.heel, ball=None, knee=ja.knee if knee else None, thigh=None, shin=None)
        b = replace(b, heel=jb.heel, ball=None, knee=jb.knee if knee else None, thigh=None, shin=None)
    return Leg(
        heel=_stepped(a.heel, b.heel, share, lift),
        ball=_stepped(a.ball, b.ball, share, lift),
        knee=_points(a.knee, b.knee, share),
        thigh=_turned(a.thigh, b.thigh, share),
        shin=_turned(a.shin, b.shin, share),
        foot=_turned(a.foot, b.foot, share),
        toes=_turned(a.toes, b.toes, share),
        spread=_mix(a.spread, b.spread, share),
        bend=b.bend,
    )


def _rests(leg: Leg) -> tuple[bool, ...]:
    return tuple(part is not None for part in (leg.heel, leg.ball, leg.knee, leg.thigh, leg.shin))


def _stepped(a: Point | None, b: Point | None, share: float, lift: float) -> Point | None:
    """A resting foot on its way elsewhere: lifted, because a foot with weight on it does not slide."""
    middle = _points(a, b, share)
    if middle is None or a is None or b is None:
        return middle
    length = hypot(b.x - a.x, b.y - a.y)
    if length < LEAST_STEP or abs(b.y - a.y) > LEAST_STEP:
        return middle
    return Point(middle.x, middle.y + min(lift, length / 4) * sin(pi * share))


def _arm(a: Arm, b: Arm, ja: ArmJoints, jb: ArmJoints, share: float) -> Arm:
    if a == b:
        return a
    if a.fore is not None and b.fore is not None:
        return Arm(upper=_turned(a.upper, b.upper, share), fore=_turned(a.fore, b.fore, share))
    return Arm(hand=between(ja.hand, jb.hand, share), bend=b.bend)
