"""A routine guided in lines, one a change: for a pipe, a screen reader, or a plain terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from coach.cli.words import offset, side_words
from coach.model.entry import Side
from coach.model.move import Move
from coach.service.progress import SAVE_EVERY_S
from coach.session.session import Session, State, View
from coach.session.timeline import Kind, Segment, Timeline

LOOK_EVERY_S = 0.5
"""Well under the 2 s after which a session pauses by itself."""
SHORTEST_LOOK_S = 0.01


Save = Callable[[Session], None]


class Keys(Protocol):
    """Where single keys come from."""

    @property
    def listening(self) -> bool:
        """Whether a key can ever come."""
        ...

    def read(self, wait_s: float) -> str | None:
        """The next key, or None when none came within `wait_s` seconds."""
        ...


class Silence:
    """Nobody at the keys: time goes by."""

    listening = False

    def __init__(self, wait: Callable[[float], None]) -> None:
        self._wait = wait

    def read(self, wait_s: float) -> str | None:
        self._wait(wait_s)
        return None


class Guide:
    """Runs a session in real time; `session` is always as far as it got, whatever ends the run.

    `monotonic` gives seconds, `write` takes a line. `begun` is a session that was cut off and goes on; `save`
    is given the session at each change, and every few seconds between.
    """

    def __init__(
        self,
        timeline: Timeline,
        moves: Mapping[str, Move],
        monotonic: Callable[[], float],
        keys: Keys,
        write: Callable[[str], None],
        *,
        begun: Session | None = None,
        save: Save = lambda _: None,
    ) -> None:
        self._moves = moves
        self._monotonic = monotonic
        self._keys = keys
        self._write = write
        self._save = save
        self._told: tuple[int, State] | None = None
        self._saved: tuple[int, State] | None = None
        self._saved_at = monotonic()
        self.session = begun.resume(monotonic()) if begun else Session.start(timeline, monotonic())

    def run(self) -> None:
        """Guide to the end, or until it is stopped."""
        while not (view := self._look()).state.is_over:
            self._tell(view)
            self._keep(view)
            wait_s = LOOK_EVERY_S if view.state.is_paused else min(LOOK_EVERY_S, view.remaining_s)
            self._obey(self._keys.read(max(SHORTEST_LOOK_S, wait_s)))

    def stop(self) -> None:
        """End it here, keeping what was held."""
        self.session = self.session.stop(self._monotonic())

    def _look(self) -> View:
        at = self._monotonic()
        self.session = self.session.tick(at)
        return self.session.view(at)

    def _obey(self, key: str | None) -> None:
        at = self._monotonic()
        session = self.session.tick(at)
        match key:
            case " ":
                session = session.resume(at) if session.state.is_paused else session.pause(at)
            case "n":
                session = session.next(at)
            case "b":
                session = session.back(at)
                self._told = None
            case "q":
                session = session.stop(at)
            case None if session.state is State.PAUSED_BY_GAP and not self._keys.listening:
                self._write("The clock stood still for a while; going on.")
                session = session.resume(at)
            case None if session.state is State.WAITING and not self._keys.listening:
                session = session.resume(at)
        self.session = session

    def _keep(self, view: View) -> None:
        """Save against a crash what has changed, or gone on for some seconds."""
        now, at = (view.index, view.state), self._monotonic()
        if now != self._saved or at - self._saved_at >= SAVE_EVERY_S:
            self._saved, self._saved_at = now, at
            self._save(self.session)

    def _tell(self, view: View) -> None:
        """Say what is new: another segment, a pause, going on."""
        new = (view.index, view.state)
        if new == self._told:
            return
        resumed = self._told is not None and self._told[0] == view.index and not view.state.is_paused
        self._told = new
        if view.state is State.PAUSED:
            self._write("Paused. Space goes on, q ends.")
        elif view.state is State.PAUSED_BY_GAP:
            if self._keys.listening:
                self._write("Paused, because the clock stood still for a while. Space goes on, q ends.")
        elif resumed:
            self._write(f"Going on, {offset(view.remaining_s)} left of this.")
        else:
            for line in self._lines(view.segment):
                self._write(line)
            if view.state is State.WAITING and self._keys.listening:
                self._write("Space begins, when you are ready.")

    def _lines(self, segment: Segment) -> list[str]:
        line = f"{offset(segment.start_s)}  {segment_words(segment)}"
        if segment.kind is not Kind.PREPARE:
            return [line]
        move = self._moves[segment.move]
        return [line, *(f"      {cue}" for cue in (move.start, *move.cues))]


def segment_words(segment: Segment) -> str:
    """What is to be done in a segment: `Wall calf stretch, left leg, hold 10 s (1 of 3)`."""
    leg = "" if segment.side is Side.BOTH else f", {side_words(segment.side)}"
    flows = segment.seconds > segment.repetition_s
    count = f" ({segment.repetition} of {segment.repetitions})" if segment.repetitions > 1 and not flows else ""
    match segment.kind:
        case Kind.PREPARE:
            said = f"Get ready, {segment.seconds:g} s: {segment.name}{leg}"
        case Kind.REST:
            said = f"Rest {segment.seconds:g} s"
        case Kind.CHANGE_SIDE:
            said = f"Change side, {segment.seconds:g} s: {side_words(segment.side)}"
        case Kind.HOLD:
            said = f"{segment.name}{leg}, hold {segment.seconds:g} s{count}"
        case Kind.STEADY:
            said = f"{segment.name}{leg}, keep going for {segment.seconds:g} s{count}"
        case Kind.REPETITIONS if flows:
            said = f"{segment.name}{leg}, {segment.repetitions} repetitions of {segment.repetition_s:g} s"
        case Kind.REPETITIONS:
            said = f"{segment.name}{leg}, one repetition of {segment.seconds:g} s{count}"
    return said
