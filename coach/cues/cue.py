"""A moment of a session that is worth a sound."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from coach.session.timeline import Kind, Segment


class Cue(StrEnum):
    """What has just come: something that begins, the middle, one of the last three seconds, or the end.

    `END` is the end of a hold with a rest to follow, `READY` a new move to get into position for, `DONE`
    the end of the routine. What follows a hold tells how it ended, so one moment never has two cues.
    """

    READY = "ready"
    START = "start"
    HALFWAY = "halfway"
    THREE = "three"
    TWO = "two"
    ONE = "one"
    END = "end"
    CHANGE_SIDE = "change-side"
    DONE = "done"


class CueEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A cue and where it came: `segment` is on now (for `DONE` it was the last), with `seconds` left of it."""

    cue: Cue
    routine: str
    segment: Segment
    seconds: float


def begin_cue(segment: Segment) -> Cue:
    """The cue with which `segment` begins."""
    match segment.kind:
        case Kind.PREPARE:
            return Cue.READY
        case Kind.REST:
            return Cue.END
        case Kind.CHANGE_SIDE:
            return Cue.CHANGE_SIDE
        case Kind.HOLD | Kind.REPETITIONS | Kind.STEADY:
            return Cue.START
