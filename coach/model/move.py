"""A stretch or exercise, and its dose."""

from __future__ import annotations

from coach.model.dose import Dose, SegmentKind
from coach.model.evidence import Content
from coach.model.pose import Pose
from coach.model.position import Position


class Move(Content, frozen=True, kw_only=True):
    """One named move; `per_side` moves give each leg its full dose, `pose` is how it looks.

    `leans` moves bend or twist the trunk, which a new hip or a fragile spine must not.
    """

    name: str
    purpose: str
    segment: SegmentKind
    muscles: tuple[str, ...]
    position: Position
    equipment: tuple[str, ...]
    start: str
    cues: tuple[str, ...]
    dose: Dose
    per_side: bool
    leans: bool = False
    caution: str = ""
    withhold_if: tuple[str, ...] = ()
    easier: str = ""
    harder: str = ""
    gentler: str = ""
    pose: Pose | None = None
