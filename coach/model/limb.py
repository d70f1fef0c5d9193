"""Legs and arms of a figure: where they rest, what they hold, or which way they point.

Points are metres, directions degrees, as in `coach.model.pose`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta

Metres = Annotated[float, Meta(ge=-3, le=3)]
Degrees = Annotated[float, Meta(ge=-720, le=720)]
Fan = Annotated[float, Meta(ge=0, le=90)]


class Point(NamedTuple):
    x: Metres
    y: Metres


class Bend(StrEnum):
    """Which way a knee or an elbow points, as said of someone who stands facing right with the limb down."""

    FORWARD = "forward"
    BACK = "back"


class Hold(StrEnum):
    """A part of the legs that a hand rests on or holds."""

    NEAR_THIGH = "near thigh"
    FAR_THIGH = "far thigh"
    NEAR_KNEE = "near knee"
    FAR_KNEE = "far knee"
    NEAR_ANKLE = "near ankle"
    FAR_ANKLE = "far ankle"
    NEAR_TOES = "near toes"
    FAR_TOES = "far toes"


class Leg(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One leg: where its `heel` or the `ball` of its foot rests, or which way `thigh` and `shin` point.

    `foot` is the direction from heel to toes: flat on the floor for one that rests, at a right angle to the
    shin otherwise. `toes` is the direction of the toes themselves: that of the foot, or flat for one on its
    ball. `spread` is the angle between the outermost bare toes. `knee` fixes the knee where it rests or where
    the thigh points out of the picture.
    """

    heel: Point | None = None
    ball: Point | None = None
    knee: Point | None = None
    thigh: Degrees | None = None
    shin: Degrees | None = None
    foot: Degrees | None = None
    toes: Degrees | None = None
    spread: Fan = 0
    bend: Bend = Bend.FORWARD

    def __post_init__(self) -> None:
        if sum(end is not None for end in (self.heel, self.ball, self.shin)) != 1:
            raise ValueError("a leg needs one of heel, ball and shin")
        if self.shin is None and self.thigh is not None:
            raise ValueError("a leg with a thigh needs a shin")
        if self.shin is not None and (self.thigh is None) == (self.knee is None):
            raise ValueError("a leg with a shin needs a thigh or a knee")


class Arm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One arm: where its `hand` rests, what of the legs it holds, or which way `upper` arm and `fore`arm point."""

    hand: Point | None = None
    hold: Hold | None = None
    upper: Degrees | None = None
    fore: Degrees | None = None
    bend: Bend = Bend.BACK

    def __post_init__(self) -> None:
        if sum(end is not None for end in (self.hand, self.hold, self.fore)) != 1:
            raise ValueError("an arm needs one of hand, hold and fore")
        if self.fore is None and self.upper is not None:
            raise ValueError("an arm with an upper arm needs a fore")
        if self.fore is not None and self.upper is None:
            raise ValueError("an arm with a fore needs an upper")
