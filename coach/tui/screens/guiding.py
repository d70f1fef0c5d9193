"""A session under way: where it is, kept against a crash, and logged once at its end."""

from __future__ import annotations

import gc
from collections.abc import Callable

from coach.errors import StorageError
from coach.service.coach import Coach
from coach.service.day import Done
from coach.service.progress import SAVE_EVERY_S, Progress
from coach.session.session import Session, State
from coach.session.timeline import Timeline

Event = Callable[[Session, float], Session]
"""What happens to a session at a moment: a tick, a pause, the next segment."""


class Guiding:
    """Holds the session of a timeline; `begun` is one that was cut off and goes on."""

    def __init__(self, coach: Coach, timeline: Timeline, begun: Progress | None = None) -> None:
        self._coach = coach
        self._begun = begun is not None
        self._started = begun.started if begun else coach.now()
        self.session = begun.session if begun else Session.start(timeline, self._now_s)
        self.changed_at = self._now_s
        """When the segment that is on was entered; seconds of the monotonic clock."""
        self.is_over = False
        self._saved_at = self._now_s
        self._save_failed = False

    @property
    def _now_s(self) -> float:
        return self._coach.clock.monotonic()

    @property
    def is_running(self) -> bool:
        return self.session.state is State.RUNNING

    @property
    def held_s(self) -> float:
        """Seconds held so far in the whole session."""
        return self.session.view(self.session.seen).held_s

    @property
    def for_s(self) -> float:
        """Seconds since the segment that is on was entered, whether time counts or not."""
        return self._now_s - self.changed_at

    def begin(self) -> None:
        """Count from now: opening may take a while on a slow machine, and is no part of the routine."""
        # A full collection stops everything for a tenth of a second, and longer on a busy machine: it is done
        # now, and until the end what is left then stays out of it.
        gc.collect()
        gc.freeze()
        if not self._begun:
            self.session = Session.start(self.session.timeline, self._now_s)

    def happen(self, event: Event) -> Session:
        """Let something happen to the session now; returns how it was before."""
        before, now_s = self.session, self._now_s
        self.session = event(before, now_s)
        if self.session.index != before.index:
            self.changed_at = now_s
        return before

    def save(self, before: Session | None) -> None:
        """Keep where it is against a crash, when something changed since `before` or some seconds went by.

        None is for the first time of all. Raises StorageError, once for a whole session.
        """
        now_s = self._now_s
        changed = before is None or (self.session.index, self.session.state) != (before.index, before.state)
        if self.is_over or (not changed and now_s - self._saved_at < SAVE_EVERY_S):
            return
        self._saved_at = now_s
        try:
            self._coach.progress.save(Progress(self._started, self.session))
        except StorageError:
            if self._save_failed:
                return
            self._save_failed = True
            raise

    def keep(self) -> Done | None:
        """Log what was held, once; None when there was nothing to log or it is logged already.

        Then it is over either way. Raises StorageError; then it is as it was, and can be kept again.
        """
        if self.is_over:
            return None
        stopped = self.session.stop(self._now_s)
        done = self._coach.progress.log(Progress(self._started, stopped))
        self.session = stopped
        self.is_over = True
        return done if done.entries else None

    def end(self) -> None:
        """Let go of it; what is not logged by now is not wanted."""
        self.is_over = True
        self._coach.progress.end()
        gc.unfreeze()
