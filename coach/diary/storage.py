"""TinyDB storage that survives a crash at any moment.

TinyDB's own storage truncates and rewrites its file in place, so a crash in between leaves a torn file.
This one writes a new file beside it, forces it to disk, and only then puts it in the old one's place.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
from tinydb.storages import Storage

from coach.diary.files import Stamp, private_folder, remove_leftovers, replace_file, stamp_of
from coach.diary.volume import Tables, decode_volume
from coach.errors import StorageError


class DurableStorage(Storage):
    """One volume as TinyDB sees it.

    Before a write takes effect, the generation it replaces is copied to `previous`, and `note` is told the
    stamp that the new one will have.
    """

    def __init__(self, path: Path, previous: Path, note: Callable[[Stamp], None]) -> None:
        self._path = path
        self._previous = previous
        self._note = note
        self._tables: Tables | None = None

    def read(self) -> Tables | None:
        """The tables, or None when there is no file yet; raises StorageError.

        Read once: the volume is opened and closed under the lock, so nobody else writes it meanwhile.
        """
        try:
            if self._tables is None:
                self._tables = decode_volume(self._path.read_bytes(), self._path.name)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageError(f"{self._path}: {error.strerror or error}", "make the file readable") from error
        return self._tables

    def write(self, data: Tables) -> None:
        """Write all tables; raises StorageError, and then the volume is as it was."""
        remove_leftovers(self._path)
        self._tables = data
        replace_file(self._path, msgspec.json.encode(data), self._before_replacing)

    def _before_replacing(self, status: os.stat_result) -> None:
        if self._path.exists():
            private_folder(self._previous.parent)
            replace_file(self._previous, self._path.read_bytes(), forced=False)
        self._note(stamp_of(status))
