"""A session under way, kept beside the diary so that nothing held is lost when the program is killed."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from coach.diary.files import private_folder, replace_file
from coach.errors import StorageError
from coach.model.entry import Session as SessionEntry
from coach.session.session import Session

if TYPE_CHECKING:
    from filelock import FileLock

    from coach.service.coach import Coach
    from coach.service.day import Done

SAVE_EVERY_S = 5.0


class Progress(msgspec.Struct, frozen=True):
    """When a session began, and where it is."""

    started: datetime
    session: Session


class ProgressService:
    """`session.json` in the state folder: written while a session runs, offered again when it was cut off.

    A lock tells a session that still runs in another window from one that was cut off; it is free again
    however its holder ends.
    """

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._path = coach.places.state / "session.json"
        self._lock: FileLock | None = None

    def save(self, progress: Progress) -> None:
        """Keep where the session is; while another window has one under way, that one is kept instead.

        Raises StorageError.
        """
        if self._hold():
            replace_file(self._path, msgspec.json.encode(progress), forced=False)

    def cut_off(self) -> Progress | None:
        """The session that was cut off, paused where it was seen last; None when there is none.

        One that is in the diary already, because the end came between the two writes, is let go.
        """
        if not self._path.exists() or not self._hold():
            return None
        progress = self._read()
        if progress is None or self._is_logged(progress):
            self.end()
            return None
        return Progress(progress.started, progress.session.restored())

    def log(self, cut_off: Progress) -> Done:
        """Keep in the diary what was held, and let go of the rest; raises StorageError."""
        session = cut_off.session
        done = self._coach.sessions.log(session.timeline.routine, cut_off.started, session.result())
        self.end()
        return done

    def end(self) -> None:
        """Let go of what was kept: it is in the diary, or not wanted."""
        if self._hold():
            with suppress(FileNotFoundError):
                self._path.unlink()
        self.release()

    def release(self) -> None:
        """Leave it for the next start."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _hold(self) -> bool:
        if self._lock is not None:
            return True
        from filelock import FileLock, Timeout

        try:
            private_folder(self._path.parent)
            lock = FileLock(self._path.with_suffix(".lock"), timeout=0, mode=0o600)
            lock.acquire()
        except Timeout:
            return False
        except OSError as error:
            raise StorageError(
                f"{self._path}: {error.strerror or error}", "make the state folder writable"
            ) from error
        self._lock = lock
        return True

    def _read(self) -> Progress | None:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Progress)
        except (OSError, msgspec.DecodeError):
            return None

    def _is_logged(self, progress: Progress) -> bool:
        day = self._coach.day_of(progress.started, None)
        routine = progress.session.timeline.routine
        return any(
            isinstance(entry, SessionEntry) and entry.routine == routine and entry.started == progress.started
            for entry in self._coach.diary.entries(day, day)
        )
