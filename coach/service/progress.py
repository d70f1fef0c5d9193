"""A session under way, kept beside the diary so that nothing held is lost when the program is killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from coach.diary.files import explain, remove_leftovers, replace_file
from coach.diary.lock import Claim
from coach.errors import StorageError
from coach.model.entry import Session as SessionEntry
from coach.service.day import Done
from coach.session.session import Session, State

if TYPE_CHECKING:
    from coach.service.coach import Coach

SAVE_EVERY_S = 4.0
"""Together with the time between two looks at the clock it stays under the 5 s that may be lost."""
LEAST_HELD_S = 1.0
"""Less than this is a slip of the finger, and nothing worth a line in the diary."""
_DAY = timedelta(days=1)


class Progress(msgspec.Struct, frozen=True, omit_defaults=True):
    """When a session began, and where it is; `obstacle` says why it cannot go on, where it cannot."""

    started: datetime
    session: Session
    obstacle: str = ""


class ProgressService:
    """`session.json` in the state folder: written while a session runs, offered again when it was cut off.

    A lock tells a session that still runs in another window from one that was cut off; it is free again
    however its holder ends. One that was left for later gives way to a new one as `session.1.json` and so on,
    and so does a file that cannot be read: perhaps a newer coach wrote it.
    """

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._path = coach.places.state / "session.json"
        self._claim = Claim(self._path)
        self._ours: datetime | None = None
        """When the session began that `session.json` holds, if it is the one that is dealt with here."""

    def save(self, progress: Progress) -> None:
        """Keep where the session is; while another window has one under way, that one is kept instead.

        Raises StorageError.
        """
        if not self._claim.hold():
            return
        if self._ours != progress.started:
            self._make_way(progress.started)
            remove_leftovers(self._path)
            self._ours = progress.started
        # Not forced to disk: that takes up to 50 ms on a busy one, in which the screen would stand still.
        replace_file(self._path, msgspec.json.encode(progress), forced=False)

    def cut_off(self) -> Progress | None:
        """A session that was cut off, paused where it was seen last; None when there is none.

        One that is in the diary already, because the end came between the two writes, is let go. While diary
        or state folder cannot be used there is none: it is offered when they can be.
        """
        try:
            if next(self._kept(), None) is None or not self._claim.hold():
                return None
            found = self._first_cut_off()
            if found is not None:
                return Progress(found.started, found.session.restored(), self._obstacle(found.session))
        except StorageError:
            pass
        self.release()
        return None

    def log(self, cut_off: Progress) -> Done:
        """Keep in the diary what was held, once however often it is asked, and let go of the rest.

        Less than a second is let go of as a whole. Raises StorageError; then it is left for later.
        """
        session = cut_off.session
        steps = session.result()
        try:
            logged = self._logged(cut_off)
            if logged:
                done = Done(logged[0].title, logged)
            elif sum(step.held_s for step in steps) < LEAST_HELD_S:
                done = Done("nothing was held, so nothing was logged")
            else:
                done = self._coach.sessions.log(session.timeline.routine, cut_off.started, steps)
        except StorageError:
            self.release()
            raise
        self._ours = cut_off.started
        self.end()
        return done

    def end(self) -> None:
        """Let go of the session that was saved or offered last: it is in the diary, or not wanted."""
        if self._ours is not None and self._claim.hold():
            kept = self._read(self._path)
            if kept is not None and kept.started == self._ours:
                with suppress(OSError):  # What stays is in the diary, or is offered once more.
                    self._path.unlink()
        self.release()

    def release(self) -> None:
        """Leave it for the next start."""
        self._ours = None
        self._claim.release()

    def _kept(self) -> Iterator[Path]:
        """The files there are, the newest session first."""
        names = self._names()
        if self._path.name in names:
            yield self._path
        else:  # Whoever is killed between the two steps of replacing it leaves only the file that was to come.
            yield from (self._path.with_name(name) for name in names if _is_coming(name))
        yield from (self._waiting(number) for number in sorted(self._numbers(), reverse=True))

    def _names(self) -> list[str]:
        try:
            return [path.name for path in self._path.parent.iterdir()]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise explain(error, self._path) from error

    def _numbers(self) -> list[int]:
        """The numbers of the sessions that were put aside."""
        return [int(name.split(".")[1]) for name in self._names() if _is_waiting(name)]

    def _waiting(self, number: int) -> Path:
        return self._path.with_name(f"session.{number}.json")

    def _first_cut_off(self) -> Progress | None:
        """The first that can be gone on with or kept, brought to `session.json`; the lock is held."""
        for path in self._kept():
            progress = self._read(path)
            if progress is None:
                continue
            if not self._logged(progress):
                if path != self._path:
                    self._make_way(progress.started)
                    self._move(path, self._path)
                self._ours = progress.started
                return progress
            with suppress(OSError):
                path.unlink()
        return None

    def _make_way(self, started: datetime) -> None:
        """Put aside what is in `session.json`, unless it is the session that began at `started`."""
        for path in [path for path in self._kept() if not _is_waiting(path.name)]:
            kept = self._read(path)
            if kept.started != started if kept else path == self._path:
                taken = max(self._numbers(), default=0)
                self._move(path, self._waiting(taken + 1))

    def _move(self, source: Path, target: Path) -> None:
        try:
            source.rename(target)
        except OSError as error:
            raise explain(error, target) from error

    def _read(self, path: Path) -> Progress | None:
        try:
            progress = msgspec.json.decode(path.read_bytes(), type=Progress)
        except (OSError, msgspec.DecodeError):
            return None
        session = progress.session
        last = len(session.timeline.segments) - (session.state is not State.DONE)
        whole = len(session.ran) == len(session.timeline.segments) and 0 <= session.index <= last
        return progress if whole and progress.started.tzinfo is not None else None

    def _obstacle(self, session: Session) -> str:
        """Why the session cannot go on, if it cannot: what it asks for is gone, or withheld by now."""
        library = self._coach.library
        left = {segment.move: segment.name for segment in session.timeline.segments[session.index :]}
        routine = library.routines.get(session.timeline.routine)
        safety = self._coach.day.safety()
        if gone := [name for move, name in left.items() if move not in library.moves]:
            return f"{gone[0]} is no longer there."
        whole = safety.why_withheld(routine.withhold_if if routine else ())
        why = whole or next((no for move in left if (no := safety.why_no_move(library.moves[move]))), None)
        return f"What is left of it is {why}" if why else ""

    def _logged(self, progress: Progress) -> tuple[SessionEntry, ...]:
        # The day it was logged on may be a neighbour by now: the hour at which days begin can be changed.
        day = self._coach.day_of(progress.started, None)
        routine = progress.session.timeline.routine
        return tuple(
            entry
            for entry in self._coach.diary.entries(day - _DAY, day + _DAY)
            if isinstance(entry, SessionEntry) and entry.routine == routine and entry.started == progress.started
        )


def _is_coming(name: str) -> bool:
    return name.startswith(".session.json.") and name.endswith(".tmp")


def _is_waiting(name: str) -> bool:
    parts = name.split(".")
    return len(parts) == 3 and parts[0] == "session" and parts[1].isdecimal() and parts[2] == "json"
