"""Something about the person that makes some advice wrong for them, and the rules that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from coach.model.evidence import Content
from coach.model.ruling import Rule, Topic

UNANSWERED = "unanswered"
"""The condition of someone who has not answered the safety questions: unanswered is not cleared."""


class ConditionGroup(StrEnum):
    """Where a condition stands among the safety questions."""

    NOW = "right now"
    PREGNANCY = "pregnancy and birth"
    ORGANS = "fluids, kidneys, heart, liver, circulation"
    MEDICINES = "medicines"
    STANDING = "balance and standing"
    JOINTS = "joints, muscles and bones"
    NERVES = "nerves and skin"
    OTHER = "other"


class Condition(Content, frozen=True, kw_only=True):
    """A condition, medicine or situation; its `rules` are the gating table's row.

    `asked` stands among the first questions. `derived` follows from other answers or from the diary and is never
    ticked. `lasts_days` is how long it holds from the day it was told. `judgement` marks clinical judgement
    without a text.
    """

    name: str
    group: ConditionGroup
    why: str
    ask: str
    implies: tuple[str, ...] = ()
    rules: Mapping[Topic, Rule] = msgspec.field(default_factory=dict)
    asked: bool = False
    derived: bool = False
    lasts_days: Annotated[int, Meta(ge=1, le=3660)] | None = None
    judgement: bool = False
