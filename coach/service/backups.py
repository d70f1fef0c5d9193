"""Backups: made by themselves on the first write of a day, and on demand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coach.clock import Clock
from coach.errors import BadInputError, CoachError
from coach.paths import Folders

if TYPE_CHECKING:
    from datetime import date, datetime
    from threading import Thread


class BackupService:
    """Writes zips of the data folder; nothing of it delays a write or can make one fail.

    The automatic ones are in `folder`: 7 daily and 12 monthly, at most 200 MB in all.
    """

    def __init__(self, places: Folders, clock: Clock) -> None:
        self._data = places.data
        self._clock = clock
        self.folder = places.state / "backups"
        self._looked_on: date | None = None
        self._thread: Thread | None = None
        self._notices: list[str] = []

    def after_write(self) -> None:
        """Begin the day's backup in a thread of its own, if there is none yet."""
        now = self._clock.now()
        if now.date() == self._looked_on:
            return
        self._looked_on = now.date()
        from threading import Thread

        self.wait()
        self._thread = Thread(target=self._daily, args=(now,), name="daily backup")
        self._thread.start()

    def wait(self) -> None:
        """Let a backup that is being made come to its end."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def notices(self) -> list[str]:
        """Why the day's backup could not be made; told once."""
        notices, self._notices = self._notices, []
        return notices

    def automatic(self) -> list[Path]:
        """The automatic backups there are, newest first."""
        from coach.exchange.keeping import in_order

        if not self.folder.is_dir():
            return []
        names = [path.name for path in self.folder.iterdir()]
        return [self.folder / name for name in in_order(names, self._clock.now().date())]

    def make(self, path: Path | None = None) -> tuple[Path, int]:
        """Write a backup to a file (or into a folder) and tell where, and how many volumes are in it.

        A file that is no backup is not overwritten. Raises BadInputError and StorageError.
        """
        from coach.diary.files import replace_file
        from coach.exchange.archive import pack

        now = self._clock.now()
        target = path or Path()
        if target.is_dir():
            target /= f"coach-backup-{now:%Y-%m-%d-%H%M}.zip"
        if target.exists() and not _is_backup(target):
            raise BadInputError(f"{target} is there already, and no backup", "name a file that is not there yet")
        packed, volumes = pack(self._data, now)
        replace_file(target, packed)
        return target, volumes

    def _daily(self, now: datetime) -> None:
        try:
            self._make_daily(now)
        except (CoachError, OSError, ValueError) as error:
            why = error.message if isinstance(error, CoachError) else str(error)
            self._notices.append(f"the backup of today could not be made: {why}")

    def _make_daily(self, now: datetime) -> None:
        from coach.exchange.keeping import daily_name, monthly_name, superfluous

        daily, monthly = (self.folder / name(now.date()) for name in (daily_name, monthly_name))
        if daily.exists():
            return
        from coach.diary.files import private_folder, remove_leftovers, replace_file
        from coach.exchange.archive import pack

        packed, _ = pack(self._data, now)
        private_folder(self.folder)
        for target in (daily, monthly):
            if not target.exists():
                remove_leftovers(target)
                replace_file(target, packed)
        sizes = {path.name: path.stat().st_size for path in self.folder.iterdir()}
        for name in superfluous(sizes, now.date()):
            (self.folder / name).unlink(missing_ok=True)


def _is_backup(path: Path) -> bool:
    from coach.exchange.incoming import read_bytes
    from coach.exchange.unpacking import LARGEST_BACKUP, unpack

    try:
        unpack(read_bytes(path, LARGEST_BACKUP), path.name)
    except BadInputError:
        return False
    return True
