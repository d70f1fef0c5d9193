"""Listening to a session, and the same told naively, one unit of time after the other."""

from __future__ import annotations

from collections.abc import Iterable

from coach.cues.cue import Cue
from coach.cues.due import cues_between
from coach.session.session import Session, State
from coach.session.timeline import Kind, Timeline
from tests.session.session_examples import EVENTS, UNIT_S

START_S = 5000.0
LONGEST_GAP = round(2 / UNIT_S)
MOVING = {"next", "back", "more"}
"""Events before which one has to look, to hear what came until then."""
Event = tuple[int, str]
Heard = list[tuple[Cue, int, float]]
"""Cue, segment's place in the timeline (at the end its length), and seconds left."""


def listen(timeline: Timeline, happening: Iterable[tuple[float, str]], start_s: float = START_S) -> Heard:
    """What is heard of a session that begins at `start_s`; each event comes so many seconds after the last."""
    at = start_s
    session = Session.start(timeline, at)
    heard = [*cues_between(None, session)]
    for wait_s, event in happening:
        at += wait_s
        for name in ("tick", event) if event in MOVING else (event,):
            before, session = session, EVENTS[name](session, at)
            heard += cues_between(before, session)
    places = {segment: place for place, segment in enumerate(timeline.segments)}
    return [
        (event.cue, len(places) if event.cue is Cue.DONE else places[event.segment], event.seconds)
        for event in heard
    ]


BEGIN = {Kind.PREPARE: Cue.READY, Kind.REST: Cue.END, Kind.CHANGE_SIDE: Cue.CHANGE_SIDE}
LAST = {3: Cue.THREE, 2: Cue.TWO, 1: Cue.ONE}


class CueWalk:
    """A session walked through in units of time, which notes what should be heard."""

    def __init__(self, timeline: Timeline) -> None:
        self.segments = timeline.segments
        self.state = State.RUNNING
        self.heard: Heard = []
        self.enter(0)
        self.look()

    @property
    def length(self) -> int:
        return round(self.segments[self.index].seconds / UNIT_S) + self.extra

    def hear(self, cue: Cue, left_s: float) -> None:
        self.heard.append((cue, self.index, left_s))

    def enter(self, index: int) -> None:
        self.index, self.spent, self.extra, self.told = index, 0, 0, False
        if index == len(self.segments):
            self.state = State.DONE
            self.hear(Cue.DONE, 0)

    def tell(self) -> None:
        if not self.told:
            self.hear(BEGIN.get(self.segments[self.index].kind, Cue.START), self.length * UNIT_S)
        self.told = True

    def look(self) -> None:
        """What runs has begun; what is seen to stand still before any of it ran has yet to begin."""
        if self.state is State.RUNNING:
            self.tell()
        elif not self.spent:
            self.told = False

    def wait(self, units: int) -> None:
        if self.state is State.RUNNING and units > LONGEST_GAP:
            self.state = State.PAUSED_BY_GAP
        for _ in range(units):
            if self.state is State.RUNNING:
                self.step()

    def step(self) -> None:
        self.tell()
        self.spent += 1
        is_work = self.segments[self.index].kind not in BEGIN
        if is_work and self.length * UNIT_S >= 10 and 2 * self.spent - 2 < self.length <= 2 * self.spent:
            self.hear(Cue.HALFWAY, self.length * UNIT_S / 2)
        left_s = (self.length - self.spent) * UNIT_S
        if self.length * UNIT_S >= 6 and left_s in LAST:
            self.hear(LAST[int(left_s)], left_s)
        if self.spent == self.length:
            self.enter(self.index + 1)

    def happen(self, units: int, event: str) -> None:
        """An event, so many units after the last, with a look after it, and before it when it moves."""
        self.wait(units)
        if event in MOVING:
            self.look()
        self.do(event)
        self.look()

    def do(self, event: str) -> None:
        if self.state is State.DONE:
            return
        match event:
            case "pause" if self.state is State.RUNNING:
                self.state = State.PAUSED
            case "resume":
                self.state = State.RUNNING
            case "next":
                self.enter(self.index + 1)
            case "back" if self.spent > LONGEST_GAP:
                self.enter(self.index)
            case "back" if self.index or self.spent:
                self.enter(max(self.index - 1, 0))
            case "back":
                self.extra = 0
            case "more":
                self.extra += round(10 / UNIT_S)
