"""A stretch or exercise, and its dose."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from coach.model.evidence import Content
from coach.model.pose import Pose
from coach.model.position import Position

Seconds = Annotated[float, Meta(gt=0, le=3600)]
RestSeconds = Annotated[float, Meta(ge=0, le=600)]
Repetitions = Annotated[int, Meta(ge=1, le=200)]


class SegmentKind(StrEnum):
    """How a move is timed: held still, repeated, or kept going."""

    HOLD = "hold"
    REPETITIONS = "repetitions"
    STEADY = "steady"


class Dose(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How much: `hold_s` is one hold, one repetition, or all of a steady move; `rest_s` is between holds."""

    hold_s: Seconds
    repetitions: Repetitions = 1
    rest_s: RestSeconds = 0


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
