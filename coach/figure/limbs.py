"""Legs, feet and arms as shapes."""

from __future__ import annotations

from math import dist
from typing import NamedTuple

from coach.figure.palette import Ink
from coach.figure.raster import Capsule, Shape
from coach.figure.skeleton import ArmJoints, Joints, LegJoints, along, beside, between
from coach.model.limb import Point

BARE_TOES = 0.09
"""The length of bare toes; metres, as all radii here."""
TOES_SHOWN = (-0.5, 0.0, 0.5)
"""Where in the angle between the outermost toes those lie that are drawn; more would run into one another."""


class Clothes(NamedTuple):
    """The inks of the limbs of one side."""

    pants: Ink
    shoe: Ink
    sleeve: Ink
    skin: Ink


NEAR = Clothes(Ink.PANTS, Ink.SHOE, Ink.SLEEVE, Ink.SKIN)
FAR = Clothes(Ink.FAR_PANTS, Ink.FAR_SHOE, Ink.FAR_SLEEVE, Ink.FAR_SKIN)


def line(a: Point, b: Point, r0: float, r1: float, ink: Ink) -> Capsule:
    """A capsule between two joints."""
    return Capsule(a.x, a.y, b.x, b.y, r0, r1, ink)


def leg_shapes(leg: LegJoints, clothes: Clothes) -> list[Shape]:
    """Thigh and shin."""
    pants = clothes.pants
    return [line(leg.hip, leg.knee, 0.088, 0.066, pants), line(leg.knee, leg.ankle, 0.064, 0.042, pants)]


def foot_shapes(leg: LegJoints, clothes: Clothes, *, bare: bool) -> list[Shape]:
    """A foot in profile, in a shoe or bare."""
    return _bare_foot(leg, clothes.skin) if bare else _shoe(leg, clothes.shoe)


def facing_foot(leg: LegJoints, clothes: Clothes) -> list[Shape]:
    """The shoe of a foot that points towards the viewer or away."""
    middle = between(leg.heel, leg.ankle, 0.5)
    length = dist(leg.heel, leg.ball) - 0.02
    return [line(middle, along(middle, leg.foot, length), 0.05, 0.046, clothes.shoe)]


def _shoe(leg: LegJoints, ink: Ink) -> list[Shape]:
    up = leg.foot + 90
    heel = along(along(leg.heel, leg.foot, 0.04), up, 0.044)
    ball = along(leg.ball, up, 0.038)
    # The tip lies on the sole: its middle is half the shoe's thickness above it, and short of it.
    toes = between(beside(leg.ball, leg.tip, 0.0, 0.036), beside(leg.ball, leg.tip, 1.0, 0.036), 0.6)
    return [
        line(heel, ball, 0.044, 0.038, ink),
        line(ball, toes, 0.038, 0.036, ink),
        line(heel, leg.ankle, 0.046, 0.041, ink),
    ]


def _bare_foot(leg: LegJoints, ink: Ink) -> list[Shape]:
    """Thinner towards the toes, which can be told apart where they are spread."""
    up = leg.foot + 90
    heel = along(along(leg.heel, leg.foot, 0.035), up, 0.038)
    ball = along(leg.ball, up, 0.028)
    shares, base, end = (TOES_SHOWN, 0.018, 0.012) if leg.spread else ((0.0,), 0.026, 0.018)
    toes = (along(ball, leg.toes + share * leg.spread, BARE_TOES) for share in shares)
    return [
        line(leg.ankle, heel, 0.044, 0.038, ink),
        line(leg.ankle, ball, 0.042, 0.028, ink),
        line(heel, ball, 0.038, 0.028, ink),
        *(line(ball, toe, base, end, ink) for toe in toes),
    ]


def arm_shapes(arm: ArmJoints, clothes: Clothes) -> list[Shape]:
    """A bare forearm and hand, and the sleeve over the upper arm."""
    cuff = between(arm.shoulder, arm.elbow, 0.75)
    return [
        line(cuff, arm.elbow, 0.042, 0.041, clothes.skin),
        line(arm.elbow, arm.hand, 0.041, 0.034, clothes.skin),
        hand_shape(arm, clothes),
        line(arm.shoulder, cuff, 0.058, 0.052, clothes.sleeve),
    ]


def hand_shape(arm: ArmJoints, clothes: Clothes) -> Capsule:
    """A hand, as large as a fist."""
    return line(arm.hand, arm.hand, 0.046, 0.046, clothes.skin)


def strap_shapes(joints: Joints, hand: Point, *, in_profile: bool) -> list[Shape]:
    """A strap from a hand round the ball of the near foot; from the front it lies across the sole."""
    foot = joints.near_leg
    if in_profile:
        sole = along(foot.ball, foot.foot - 90, 0.012)
        top = beside(foot.heel, foot.ball, 1.0, 0.075)
    else:
        sole, top = beside(foot.heel, foot.ball, 1.0, -0.055), beside(foot.heel, foot.ball, 1.0, 0.055)
    return [line(a, b, 0.013, 0.013, Ink.STRAP) for a, b in ((hand, top), (top, sole), (sole, hand))]
