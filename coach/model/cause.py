"""Why legs cramp, what may help, and when it is not a matter for stretching."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from coach.model.evidence import Content, Evidence
from coach.model.pose import Pose
from coach.model.ruling import Topic


class Reach(StrEnum):
    """Whether a cause is the person's to change or one to raise with a clinician."""

    CHANGE = "change"
    CLINICIAN = "clinician"


class Urgency(StrEnum):
    """How soon someone must be asked for help; most urgent first."""

    EMERGENCY = "emergency"
    TODAY = "today"
    SOON = "soon"


class About(Content, frozen=True, kw_only=True):
    """What a cramp is; `text` is Markdown with citations such as `[S27]`."""

    title: str
    text: str


class Cause(Content, frozen=True, kw_only=True):
    """One cause: what happens (Markdown `text`), who is at risk, what to try, when to ask for help."""

    title: str
    order: int
    reach: Reach
    evidence: Evidence
    evidence_note: str
    summary: str
    at_risk: tuple[str, ...]
    routines: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    see_clinician: tuple[str, ...]
    red_flags: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    text: str


class Advice(Content, frozen=True, kw_only=True):
    """One of the five pieces of advice, and the items and routines that carry it out."""

    title: str
    order: int
    evidence: Evidence
    text: str
    items: tuple[str, ...] = ()
    routines: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    rule: str = ""


class LookAlike(Content, frozen=True, kw_only=True):
    """Something that is taken for a cramp: `clue` is how it feels instead, `text` (Markdown) what to do about it.

    `judgement` says that the clue is clinical judgement without a text.
    """

    title: str
    order: int
    evidence: Evidence
    clue: str
    text: str
    urgency: Urgency = Urgency.SOON
    red_flags: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    judgement: bool = False


class Remedy(Content, frozen=True, kw_only=True):
    """Something people try; `text` (Markdown) is what is known of it.

    `topic` says whose health speaks against it; where no topic fits, `conditions` names those who ask first.
    `text` never urges: what is offered is at most a thing that may be tried. `judgement` says that a
    warning in it is clinical judgement without a text.
    """

    title: str
    order: int
    topic: Topic | None = None
    evidence: Evidence
    text: str
    causes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    red_flags: tuple[str, ...] = ()
    judgement: bool = False


class RedFlag(Content, frozen=True, kw_only=True):
    """Signs that a stretch will not mend, and `brief`, the same in a few words.

    `judgement` marks clinical judgement without a text.
    """

    level: Urgency
    signs: str
    brief: str = ""
    problem: str
    action: str
    ask: str = ""
    judgement: bool = False


class ReliefStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What to follow now; `after_question` steps wait for the red-flag question.

    How it looks is a `pose` of its own, or that of the `move` with that id.
    """

    text: str
    seconds: Annotated[int, Meta(gt=0, le=3600)]
    after_question: bool = False
    withhold_if: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    move: str = ""
    pose: Pose | None = None


class Relief(Content, frozen=True, kw_only=True):
    """What to do now for one cramping muscle; the first step is safe for everyone.

    `follow_up` is for when it has let go; after its first line comes that for the night, or that for the day.
    """

    name: str
    order: int
    steps: tuple[ReliefStep, ...]
    follow_up: tuple[str, ...]
    by_night: str = ""
    by_day: str = ""
    never: str
