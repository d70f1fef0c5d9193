"""How a move looks: a person drawn from the side as a chain of joints, in a few keyframes.

Points are metres from where the figure stands, x forwards (right) and y up, the floor at y = 0. Directions
are degrees: 0 forwards, 90 up, 180 back, -90 down. The figure faces right, and its near leg is the right
one; for the left leg the picture is mirrored. Seen from behind, its near leg is on the right of the picture;
seen from the front, on the left.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta
from msgspec.structs import asdict, replace

from coach.model.limb import Arm, Degrees, Leg, Metres, Point

LEAST_BOX = 0.5
"""A box of less than half a metre shows no person."""


class Box(NamedTuple):
    """The part of the world that is shown, in metres."""

    left: Metres
    bottom: Metres
    right: Metres
    top: Metres


class Facing(StrEnum):
    """Where the person looks: to the right of the picture, away from the viewer, or towards the viewer."""

    RIGHT = "right"
    AWAY = "away"
    TOWARDS = "towards"


class Crossing(StrEnum):
    """Where the near leg passes the far one when someone is seen from behind or from the front."""

    IN_FRONT = "in front"
    BEHIND = "behind"


class Muscle(StrEnum):
    """What can be shown to stretch or work, on the near leg or on both; the back is the trunk's."""

    CALF = "calf"
    SOLEUS = "soleus"
    SHIN = "shin"
    OUTER_SHIN = "outer shin"
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
    CHAIR_FRONT = "chair from the front"
    STEP = "step"
    BED = "bed"
    MAT = "mat"
    MAT_ABOVE = "mat from above"
    PILLOW = "pillow"
    BIKE = "exercise bike"
    STRAP = "strap"
    STRAP_FAR = "strap in the far hand"
    RING = "ring"


class Prop(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A thing in the picture: its left edge `x` and lower edge `y`, and its size; 0 is the kind's own size.

    A wall has its face at `x`, a chair its back. A strap needs no place: it goes from a hand round the near
    foot. A ring shows where something turns, and has its middle at (x, y). The pedals of an exercise bike are
    where the feet are.
    """

    kind: PropKind
    x: Metres = 0
    y: Metres = 0
    width: Annotated[float, Meta(ge=0, le=6)] = 0
    height: Annotated[float, Meta(ge=0, le=6)] = 0


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
    where a move only goes on and on; without it such a move is held. `target` is what stretches or works, in
    `both_legs` or in the near one. `crosses` counts where legs cross and are not seen from the side. Of a
    `close_up` only hands and feet need be in the box; someone who is `barefoot` shows the toes in profile.
    """

    box: Box
    keyframes: Annotated[tuple[Keyframe, ...], Meta(min_length=1, max_length=12)]
    facing: Facing = Facing.RIGHT
    crosses: Crossing = Crossing.IN_FRONT
    close_up: bool = False
    barefoot: bool = False
    props: Annotated[tuple[Prop, ...], Meta(max_length=12)] = ()
    target: Annotated[tuple[Muscle, ...], Meta(max_length=4)] = ()
    both_legs: bool = False
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
