"""How a move looks: a person drawn from the side as a chain of joints, in a few keyframes.

Points are metres from where the figure stands, x forwards (right) and y up, the floor at y = 0. Directions
are degrees: 0 forwards, 90 up, 180 back, -90 down. The figure faces right, and its near leg is the right
one; for the left leg the picture is mirrored.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta
from msgspec.structs import asdict, replace

Metres = Annotated[float, Meta(ge=-3, le=3)]
Degrees = Annotated[float, Meta(ge=-720, le=720)]
LEAST_BOX = 0.5
"""A box of less than half a metre shows no person."""


class Point(NamedTuple):
    x: Metres
    y: Metres


class Box(NamedTuple):
    """The part of the world that is shown, in metres."""

    left: Metres
    bottom: Metres
    right: Metres
    top: Metres


class Facing(StrEnum):
    """Where the person looks: to the right of the picture, or away from the viewer, who sees their back."""

    RIGHT = "right"
    AWAY = "away"


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


class Muscle(StrEnum):
    """What can be shown to stretch or work, on the near leg; the back is the trunk's."""

    CALF = "calf"
    SOLEUS = "soleus"
    SHIN = "shin"
    FOOT_SOLE = "foot sole"
    HAMSTRING = "hamstring"
    QUADRICEPS = "quadriceps"
    INNER_THIGH = "inner thigh"
    OUTER_THIGH = "outer thigh"
    BUTTOCK = "buttock"
    HIP_FLEXOR = "hip flexor"
    BACK = "back"


class PropKind(StrEnum):
    """Things around the figure; a mat from above is seen as one sees someone who lies on it from above."""

    FLOOR = "floor"
    WALL = "wall"
    WALL_BEHIND = "wall behind"
    CHAIR = "chair"
    STEP = "step"
    BED = "bed"
    MAT = "mat"
    MAT_ABOVE = "mat from above"
    PILLOW = "pillow"
    STRAP = "strap"
    RING = "ring"


class Prop(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A thing in the picture: its left edge `x` and lower edge `y`, and its size; 0 is the kind's own size.

    A wall has its face at `x`, a chair its back. A strap needs no place: it goes from the near hand round the
    near foot. A ring shows where something turns, and has its middle at (x, y).
    """

    kind: PropKind
    x: Metres = 0
    y: Metres = 0
    width: Annotated[float, Meta(ge=0, le=6)] = 0
    height: Annotated[float, Meta(ge=0, le=6)] = 0


class Leg(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One leg: where its `heel` or the `ball` of its foot rests, or which way `thigh` and `shin` point.

    `foot` is the direction from heel to toes: flat on the floor for one that rests, at a right angle to the
    shin otherwise. `knee` fixes the knee where it rests or where the thigh points out of the picture.
    """

    heel: Point | None = None
    ball: Point | None = None
    knee: Point | None = None
    thigh: Degrees | None = None
    shin: Degrees | None = None
    foot: Degrees | None = None
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


class Stance(msgspec.Struct, frozen=True, kw_only=True):
    """A whole position: hips, the directions of lower back, upper back and head, and the limbs."""

    hip: Point
    torso: float
    chest: float
    head: float
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm
    far_arm: Arm


class Keyframe(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A position; what is left out is as in the keyframe before.

    `chest` is as `torso`, and `head` as `chest`, unless given in the same keyframe. `share` is how long the
    way to this keyframe takes beside the others; the way to the first is the way back to it.
    """

    hip: Point | None = None
    torso: Degrees | None = None
    chest: Degrees | None = None
    head: Degrees | None = None
    near_leg: Leg | None = None
    far_leg: Leg | None = None
    near_arm: Arm | None = None
    far_arm: Arm | None = None
    share: Annotated[float, Meta(ge=0.1, le=10)] = 1

    def after(self, before: Stance) -> Stance:
        """The whole position, with what is left out taken from `before`."""
        given = {key: value for key, value in asdict(self).items() if value is not None and key != "share"}
        if "torso" in given:
            given = {"chest": given["torso"]} | given
        if "chest" in given:
            given = {"head": given["chest"]} | given
        return replace(before, **given)


class Pose(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A move in keyframes: the first is where it starts, the last where it is held or worked hardest.

    A move that is repeated goes through all of them and back to the first. `cycle_s` is how long that takes
    where a move only goes on and on; without it such a move is held. `target` is what stretches or works.
    """

    box: Box
    keyframes: Annotated[tuple[Keyframe, ...], Meta(min_length=1, max_length=12)]
    facing: Facing = Facing.RIGHT
    props: Annotated[tuple[Prop, ...], Meta(max_length=12)] = ()
    target: Annotated[tuple[Muscle, ...], Meta(max_length=4)] = ()
    cycle_s: Annotated[float, Meta(ge=0.5, le=60)] | None = None

    def __post_init__(self) -> None:
        if self.box.right - self.box.left < LEAST_BOX or self.box.top - self.box.bottom < LEAST_BOX:
            raise ValueError(f"the box needs left, bottom, right, top, at least {LEAST_BOX:g} m apart")
        first = self.keyframes[0]
        for key in ("hip", "torso", "near_leg", "far_leg", "near_arm", "far_arm"):
            if getattr(first, key) is None:
                raise ValueError(f"the first keyframe needs {key}")

    def stances(self) -> tuple[Stance, ...]:
        """The keyframes as whole positions, in order."""
        stances: list[Stance] = []
        for keyframe in self.keyframes:
            stances.append(keyframe.after(stances[-1] if stances else _NOWHERE))
        return tuple(stances)

    def shares(self) -> tuple[float, ...]:
        """The part of a round that the way to each next keyframe takes; the last leads back to the first."""
        ways = [keyframe.share for keyframe in (*self.keyframes[1:], self.keyframes[0])]
        return tuple(way / sum(ways) for way in ways)


_NOWHERE = Stance(
    hip=Point(0, 0),
    torso=90,
    chest=90,
    head=90,
    near_leg=Leg(heel=Point(0, 0)),
    far_leg=Leg(heel=Point(0, 0)),
    near_arm=Arm(hand=Point(0, 0)),
    far_arm=Arm(hand=Point(0, 0)),
)
