"""The words of a cue, and who can say them."""

from __future__ import annotations

from coach.cues.cue import Cue, CueEvent
from coach.cues.players import Command
from coach.model.entry import Side
from coach.model.text import clean
from coach.session.timeline import Kind, Segment

EXAMPLE = "This is the voice that will guide you."
LONGEST_NAME = 80
_LEGS = {Side.LEFT: "left leg", Side.RIGHT: "right leg"}
_WORDS = {
    Cue.HALFWAY: "Halfway.",
    Cue.THREE: "Three.",
    Cue.TWO: "Two.",
    Cue.ONE: "One.",
    Cue.END: "Rest.",
    Cue.DONE: "All done.",
}


def speakers_of(platform: str) -> tuple[Command, ...]:
    """The commands that may say a text on `platform` (as `sys.platform` names it), best first."""
    return {"darwin": (("say",),), "win32": ()}.get(platform, (("espeak-ng",),))


def words(event: CueEvent) -> str:
    """What is said at a cue: `Next: Wall calf stretch, left leg.`; never what could be taken for an option."""
    match event.cue:
        case Cue.READY:
            return f"Next: {_with_leg(clean(event.segment.name)[:LONGEST_NAME], event.segment)}."
        case Cue.START:
            return f"{_with_leg(_start_word(event.segment.kind), event.segment)}."
        case Cue.CHANGE_SIDE:
            return f"{_with_leg('Change side', event.segment)}."
        case _:
            return _WORDS[event.cue]


def _start_word(kind: Kind) -> str:
    return {Kind.HOLD: "Hold", Kind.STEADY: "Keep going"}.get(kind, "Begin")


def _with_leg(said: str, segment: Segment) -> str:
    leg = _LEGS.get(segment.side)
    return f"{said}, {leg}" if leg else said
