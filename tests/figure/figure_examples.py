"""Poses to draw in tests: the shipped ones, and one as small as a pose can be."""

from __future__ import annotations

from coach.figure.motion import STEPS, Frame
from coach.figure.palette import Palette, palette
from coach.figure.stage import Stage
from coach.figure.tiers import Tier
from coach.library.library import Library
from coach.model.dose import SegmentKind
from coach.model.limb import Arm, Leg, Point
from coach.model.move import Move
from coach.model.pose import Box, Keyframe, Pose, Prop, PropKind
from coach.paths import content_root

MOVES: dict[str, Move] = dict(Library(content_root()).moves)
POSES: dict[str, Pose] = {name: move.pose for name, move in MOVES.items() if move.pose is not None}
GROUND = 0x0E1517
ACCENT = 0xFF7A5C
DARK: Palette = palette(GROUND, ACCENT)
LIGHT: Palette = palette(0xF6F4EF, 0xC2401F)

STANDS = Keyframe(
    hip=Point(0, 0.95),
    torso=90,
    near_leg=Leg(heel=Point(0, 0)),
    far_leg=Leg(heel=Point(0.05, 0)),
    near_arm=Arm(upper=-90, fore=-80),
    far_arm=Arm(upper=-90, fore=-80),
)
"""Someone who just stands there."""


def pose(*more: Keyframe, **fields: object) -> Pose:
    """Someone who stands, and goes on as `more` says."""
    given: dict[str, object] = {"box": Box(-0.9, -0.1, 0.9, 1.8), "props": (Prop(kind=PropKind.FLOOR),)}
    return Pose(keyframes=(STANDS, *more), **(given | fields))  # type: ignore[arg-type]


def stage(shown: Pose, columns: int = 40, rows: int = 20, tier: Tier = Tier.TRUE_COLOUR) -> Stage:
    """A stage in the dark theme's colours."""
    return Stage(shown, columns, rows, tier, DARK)


def steps_of(name: str, every: int = 1) -> list[int]:
    """The steps of a shipped move that can be shown: there for a hold, and back for what is repeated."""
    ways = len(POSES[name].keyframes) - (MOVES[name].segment is SegmentKind.HOLD)
    return list(range(0, ways * STEPS + 1, every))


def at(step: int) -> Frame:
    """A frame at a step, without breath."""
    return Frame(step, 0, 4)
