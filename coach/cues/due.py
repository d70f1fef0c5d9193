"""Which cues fell due between two looks at a session.  Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coach.cues.cue import Cue, CueEvent, begin_cue
from coach.session.session import Session, State
from coach.session.timeline import Segment

SHORTEST_HALVED_S = 10.0
"""Work shorter than this has no middle worth telling."""
SHORTEST_COUNTED_S = 6.0
"""The last three seconds of anything shorter are not counted: they would be most of it."""
LAST_SECONDS = ((3.0, Cue.THREE), (2.0, Cue.TWO), (1.0, Cue.ONE))
_ROUNDING_S = 1e-6
"""Going on after a pause may round the elapsed time by far less than this; it must not cue twice."""


class _Visit(NamedTuple):
    """The part of a stay in a segment, `length_s` long, that lies between the looks."""

    segment: Segment
    length_s: float
    from_s: float
    to_s: float
    begins: bool


def cues_between(before: Session | None, after: Session) -> tuple[CueEvent, ...]:
    """The cues that fell due from `before` to `after`, in order; None is for the first look of all.

    Look after every tick and after every key, for which `before` is the session ticked until then. Then each
    cue comes once for each time that its moment is reached, however many looks there are and over however
    many segments one of them jumps. What is skipped has no cues, nor has a session that stands still or was
    stopped; a segment that is paused at its very beginning begins when time goes on. Time added moves the
    middle and the last seconds.
    """
    if after.state is State.STOPPED or (before is not None and before.state.is_over):
        return ()
    if before is None and after.state.is_paused:
        return ()
    routine = after.timeline.routine
    found = [event for visit in _visits(before, after) for event in _events(visit, routine)]
    if after.state is State.DONE:
        last = after.timeline.segments[-1]
        found.append(CueEvent(cue=Cue.DONE, routine=routine, segment=last, seconds=0.0))
    return tuple(found)


def _visits(before: Session | None, after: Session) -> Iterator[_Visit]:
    segments = after.timeline.segments
    seen_s, was_begun = 0.0, False
    if before is not None and _in_same_visit(before, after):
        seen_s, was_begun = _elapsed_s(before), _is_begun(before)
    elif before is not None:
        # `ran` grows when a segment is left, so it tells what was passed through from what was skipped.
        ran_s = [now - then for now, then in zip(after.ran, before.ran, strict=True)]
        left = before.index
        yield _Visit(segments[left], _length_s(before), _elapsed_s(before), ran_s[left], begins=False)
        for index in range(left + 1, after.index):
            yield _Visit(segments[index], segments[index].seconds, 0.0, ran_s[index], ran_s[index] > 0)
    if after.state is not State.DONE:
        begins = _is_begun(after) and not was_begun
        yield _Visit(segments[after.index], _length_s(after), seen_s, _elapsed_s(after), begins)


def _in_same_visit(before: Session, after: Session) -> bool:
    return before.index == after.index and before.ran == after.ran


def _is_begun(session: Session) -> bool:
    # A move that waits for a key is announced when the wait begins: else nobody knows with eyes shut.
    return session.state is State.WAITING or not session.state.is_paused or _elapsed_s(session) > 0


def _elapsed_s(session: Session) -> float:
    return session.seen - session.begun


def _length_s(session: Session) -> float:
    return session.timeline.segments[session.index].seconds + session.extra_s


def _events(visit: _Visit, routine: str) -> Iterator[CueEvent]:
    if visit.begins:
        cue = begin_cue(visit.segment)
        yield CueEvent(cue=cue, routine=routine, segment=visit.segment, seconds=visit.length_s)
    for left_s, cue in _moments(visit.segment, visit.length_s):
        if visit.from_s < visit.length_s - left_s - _ROUNDING_S <= visit.to_s:
            yield CueEvent(cue=cue, routine=routine, segment=visit.segment, seconds=left_s)


def _moments(segment: Segment, length_s: float) -> Iterator[tuple[float, Cue]]:
    """With how many seconds left which cue comes, in order."""
    if segment.is_work and length_s >= SHORTEST_HALVED_S:
        yield length_s / 2, Cue.HALFWAY
    if length_s >= SHORTEST_COUNTED_S:
        yield from LAST_SECONDS
