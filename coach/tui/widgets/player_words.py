"""What the Player says at each moment, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from coach.model.entry import Side
from coach.model.move import Move
from coach.session.session import State, View
from coach.session.timeline import Kind, Segment
from coach.tui.widgets.dose_words import clock_time, seconds_said

LEAST_CUE_S = 5.0
"""A cue stays at least so long, or nobody has read it before the next one comes."""
_KINDS = {
    Kind.PREPARE: "GET READY",
    Kind.HOLD: "HOLD",
    Kind.REPETITIONS: "REPEAT",
    Kind.STEADY: "KEEP GOING",
    Kind.REST: "REST",
    Kind.CHANGE_SIDE: "CHANGE SIDE",
}
_LEGS = {Side.LEFT: "left leg", Side.RIGHT: "right leg", Side.BOTH: ""}
_SIDES = {Side.LEFT: "◀ LEFT LEG", Side.RIGHT: "RIGHT LEG ▶", Side.BOTH: ""}
PAUSED = "‖ PAUSED  "
_STILL = {State.WAITING: "‖ WAITING  ", State.DONE: ""}
_GO_ON = "Space goes on."
_STANDS_STILL = {
    State.PAUSED_BY_GAP: "The computer slept or was busy; nothing was counted. Space goes on.",
    State.TAKEN_UP: "Taken up again where it stopped. Space goes on.",
    State.WAITING: "{start} Space begins, when you are ready.",
    State.DONE: "It is done, but not saved yet. Space tries again.",
    State.STOPPED: "",
}


@dataclass(frozen=True)
class Shown:
    """The words on the screen at one moment; `cue` is the index of the move's cue that is on, if any."""

    name: str
    purpose: str
    kind: str
    count: str
    side: Side
    side_said: str
    countdown: str
    prepares: bool
    works: bool
    paused: bool
    cue: int | None
    said: str
    caution: str
    next: str
    place: str
    left: str


def shown(view: View, move: Move) -> Shown:
    """What to show of a session; `move` is that of the segment it is in."""
    segment = view.segment
    cue = cue_at(segment, view.elapsed_s, view.repetition, len(move.cues))
    still = None if view.state is State.RUNNING else _STANDS_STILL.get(view.state, _GO_ON)
    return Shown(
        name=move.name,
        purpose=move.purpose,
        kind=f"{'' if still is None else _STILL.get(view.state, PAUSED)}{_KINDS[segment.kind]}",
        count=f"{view.repetition} of {segment.repetitions}" if segment.is_work and segment.repetitions > 1 else "",
        side=segment.side,
        side_said=_SIDES[segment.side],
        countdown=clock_time(math.ceil(view.remaining_s)),
        prepares=segment.kind is Kind.PREPARE,
        works=segment.is_work,
        paused=still is not None,
        cue=cue,
        said=_to_do(segment, move, cue) if still is None else still.format(start=move.start),
        caution=move.caution,
        next=next_said(view.next),
        place=_place(segment),
        left=f"{clock_time(math.ceil(view.remaining_total_s))} left",
    )


def _place(segment: Segment) -> str:
    move = f"move {segment.step} of {segment.steps}"
    return move if segment.rounds == 1 else f"round {segment.round} of {segment.rounds}, {move}"


def cue_at(segment: Segment, elapsed_s: float, repetition: int, cues: int) -> int | None:
    """The cue to show: one for each repetition, or in a hold as many as can be read; None between the work."""
    if not segment.is_work or not cues:
        return None
    if segment.kind is Kind.REPETITIONS:
        return (repetition - 1) % cues
    in_each = max(1, min(cues, int(segment.seconds // LEAST_CUE_S)))
    turn = min(in_each - 1, int(elapsed_s / segment.seconds * in_each))
    return ((repetition - 1) * in_each + turn) % cues


def next_said(segment: Segment | None) -> str:
    """What comes next, so that nobody has to wonder: `rest 10 s, then left leg, 3 of 3`."""
    if segment is None:
        return "the end"
    leg = _LEGS[segment.side]
    turn = f"{segment.repetition} of {segment.repetitions}" if segment.repetitions > 1 else ""
    length = seconds_said(segment.seconds)
    match segment.kind:
        case Kind.PREPARE:
            parts = [segment.name]
        case Kind.REST:
            parts = [f"rest {length}, then {leg}" if leg else f"rest {length}", turn]
        case Kind.CHANGE_SIDE:
            parts = [f"change to the {leg}"]
        case Kind.REPETITIONS:
            parts = [f"repeat {segment.repetitions} times", leg]
        case Kind.STEADY:
            parts = [f"keep going for {length}", leg]
        case Kind.HOLD:
            parts = [f"hold {length}", leg, turn]
    return ", ".join(part for part in parts if part)


def _to_do(segment: Segment, move: Move, cue: int | None) -> str:
    if cue is not None:
        return move.cues[cue]
    match segment.kind:
        case Kind.PREPARE:
            return move.start
        case Kind.CHANGE_SIDE:
            return f"Let go, and change to the {_LEGS[segment.side]}."
        case _:
            return "Let go, and let the leg rest."
