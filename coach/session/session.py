"""Where someone is in a guided session: a value that each event replaces, read with `view(at)`.

Times `at` are seconds of a monotonic clock. The current segment has one anchor, `begun`; what has elapsed
is the difference to it, so however often the clock is read, nothing drifts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

import msgspec
from msgspec.structs import replace

from coach.model.entry import StepDone
from coach.session.timeline import Kind, Segment, Timeline

LONGEST_GAP_S = 2.0
"""After more than this without a tick nobody knows whether the hold went on: the session pauses."""
RESTART_AFTER_S = 2.0
"""So far into a segment, going back means its beginning and not the segment before."""


class State(StrEnum):
    """Whether time counts, and if not, why."""

    RUNNING = "running"
    PAUSED = "paused"
    PAUSED_BY_GAP = "paused by a gap"
    TAKEN_UP = "taken up again"
    WAITING = "waiting"
    DONE = "done"
    STOPPED = "stopped"

    @property
    def is_paused(self) -> bool:
        """Whether the session can go on from where it stands."""
        return self in {State.PAUSED, State.PAUSED_BY_GAP, State.TAKEN_UP, State.WAITING}

    @property
    def is_over(self) -> bool:
        """Whether nothing can change any more."""
        return self in {State.DONE, State.STOPPED}


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A session at one moment, as it is shown; seconds, and progress from 0 to 1.

    `index` is that of `segment` in the timeline, or the number of segments when the session is done, so
    `segments[before.index + 1 : after.index + 1]` are those that began between two views.
    `repetition` is the one that is on now, `held_s` what was held in the whole session.
    """

    state: State
    index: int
    segment: Segment
    next: Segment | None
    repetition: int
    elapsed_s: float
    remaining_s: float
    remaining_total_s: float
    segment_progress: float
    total_progress: float
    held_s: float


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A guided session; every method returns a new one, and none does anything once it is over.

    `ran` holds, for each segment, the seconds spent in it on visits that are over; the present visit is
    `seen - begun`. Leaving a segment, by whatever way, adds to `ran` and nothing takes away from it, so a
    hold that is done again counts again. `extra_s` is what was added to the present visit.

    In a timeline that waits, one that runs stands still at the beginning of every move but the first until
    `resume`; going to another segment from there is a sign of life too, and lets time go on.
    """

    timeline: Timeline
    state: State = State.RUNNING
    index: int = 0
    begun: float
    seen: float
    extra_s: float = 0.0
    ran: tuple[float, ...]

    @classmethod
    def start(cls, timeline: Timeline, at: float) -> Self:
        """A session that begins at `at`, with the time to get into the first position."""
        return cls(timeline=timeline, begun=at, seen=at, ran=(0.0,) * len(timeline.segments))

    def tick(self, at: float) -> Self:
        """The session at `at`: on through every segment that has ended by then.

        When `at` is more than 2 s after the last event, or before it, the session is paused as it was then.
        """
        if self.state is not State.RUNNING:
            return self
        if not 0 <= at - self.seen <= LONGEST_GAP_S:
            return replace(self, state=State.PAUSED_BY_GAP)
        now = self
        while now.state is State.RUNNING and at >= now._ends:
            now = now._moved(now.index + 1, ran_s=now._length_s, begun=now._ends)
        return replace(now, seen=at) if now.state is State.RUNNING else now

    def pause(self, at: float) -> Self:
        """Stand still; one that stands still already does so for the reason it has."""
        now = self.tick(at)
        return replace(now, state=State.PAUSED) if now.state is State.RUNNING else now

    def resume(self, at: float) -> Self:
        """Go on where it stood still."""
        now = self.tick(at)
        if not now.state.is_paused:
            return now
        # The new anchor is rounded, which may complete a segment that was a hair from its end: tick.
        return replace(now, state=State.RUNNING, begun=at - now._elapsed_s, seen=at).tick(at)

    def next(self, at: float) -> Self:
        """Skip the rest of the segment; after the last one the session is done."""
        now = self.tick(at)
        return now if now.state.is_over else now._left_for(now.index + 1, at)

    def back(self, at: float) -> Self:
        """To the beginning of the segment, or of the one before when it began no more than 2 s ago."""
        now = self.tick(at)
        if now.state.is_over:
            return now
        restart = now._elapsed_s > RESTART_AFTER_S
        return now._left_for(now.index if restart else max(0, now.index - 1), at)

    def more(self, at: float, seconds: float = 10.0) -> Self:
        """Make this visit to the segment longer; raises ValueError unless `seconds` is above 0."""
        if not seconds > 0:
            raise ValueError(f"cannot add {seconds} s")
        now = self.tick(at)
        return now if now.state.is_over else replace(now, extra_s=now.extra_s + seconds)

    def stop(self, at: float) -> Self:
        """End it here, keeping what was held."""
        now = self.tick(at)
        return now if now.state.is_over else replace(now, state=State.STOPPED)

    def restored(self) -> Self:
        """The session as read back from a file, which stood still as last seen: that clock is not this one."""
        stays = self.state is State.WAITING or self.state.is_over
        return self if stays else replace(self, state=State.TAKEN_UP)

    def view(self, at: float) -> View:
        """What there is to show at `at`; that moment need not have been ticked."""
        now = self.tick(at)
        segments = now.timeline.segments
        segment = segments[min(now.index, len(segments) - 1)]
        length_s = segment.seconds + now.extra_s
        elapsed_s = length_s if now.state is State.DONE else now._elapsed_s
        remaining_s = length_s - elapsed_s
        progress = elapsed_s / length_s
        total_s = now.timeline.total_s
        later_s = total_s - segment.end_s
        return View(
            state=now.state,
            index=now.index,
            segment=segment,
            next=segments[now.index + 1] if now.index + 1 < len(segments) else None,
            repetition=segment.repetition_at(elapsed_s),
            elapsed_s=elapsed_s,
            remaining_s=remaining_s,
            remaining_total_s=remaining_s + later_s,
            segment_progress=progress,
            total_progress=(segment.start_s + progress * segment.seconds) / total_s,
            held_s=sum(step.held_s for step in now.result()),
        )

    def result(self) -> tuple[StepDone, ...]:
        """For every step and side in order, the seconds planned and those really held until last seen.

        To the millisecond. Planned is the routine's dose, whatever was added; held may be more.
        """
        ran = list(self.ran)
        if self.state is not State.DONE:
            ran[self.index] += self._elapsed_s
        return tuple(
            StepDone(
                move=planned.move,
                side=planned.side,
                planned_s=round(planned.seconds, 3),
                held_s=round(sum(ran[index] for index in planned.segments), 3),
            )
            for planned in self.timeline.planned
        )

    @property
    def _elapsed_s(self) -> float:
        return self.seen - self.begun

    @property
    def _length_s(self) -> float:
        return self.timeline.segments[self.index].seconds + self.extra_s

    @property
    def _ends(self) -> float:
        return self.begun + self._length_s

    def _left_for(self, index: int, at: float) -> Self:
        # Leaving a wait lets time go on, and it goes on now.
        begun = at if self.state is State.WAITING else self.seen
        return self._moved(index, ran_s=self._elapsed_s, begun=begun)

    def _moved(self, index: int, *, ran_s: float, begun: float) -> Self:
        """To the segment `index`, which begins at `begun`; `ran_s` is credited to the one that is left."""
        ran = list(self.ran)
        ran[self.index] += ran_s
        state: State = State.RUNNING if self.state is State.WAITING else self.state
        if index == len(ran):
            state = State.DONE
        elif state is State.RUNNING and self._waits_at(index):
            state = State.WAITING
        return replace(self, state=state, index=index, begun=begun, seen=begun, extra_s=0.0, ran=tuple(ran))

    def _waits_at(self, index: int) -> bool:
        return self.timeline.waits and index > 0 and self.timeline.segments[index].kind is Kind.PREPARE
