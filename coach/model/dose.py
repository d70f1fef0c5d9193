"""How much of a move, and how it is timed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

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
