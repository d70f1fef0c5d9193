"""TinyDB storage that survives a crash at any moment.

TinyDB's own storage truncates and rewrites its file in place, so a crash in between leaves a torn file.
This one writes a new file beside it, forces it to disk, and only then puts it in the old one's place.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from tinydb.storages import Storage

from coach.diary.files import StagedFile, Stamp, private_folder, remove_leftovers, replace_file
from coach.diary.volume import RawTables, decode_raw_volume
from coach.errors import StorageError


class DurableStorage(Storage):
    """One volume as TinyDB sees it, for inserting: the records already there are carried along undecoded.

    A write takes effect at `commit`, which can hardly fail any more; without one, closing forgets it. So
    several volumes can be written together. The generation that is replaced is copied to `previous`.
    """

    def __init__(self, path: Path, previous: Path) -> None:
        self.path = path
        self._previous = previous
        self._tables: RawTables | None = None
        self._data: bytes | None = None
        self._staged: StagedFile | None = None

    def read(self) -> RawTables | None:
        """The tables, or None when there is no file yet; raises StorageError.

        Read once: the volume is opened and closed under the lock, so nobody else writes it meanwhile.
        """
        try:
            if self._tables is None:
                data = self.path.read_bytes()
                self._tables = decode_raw_volume(data, self.path.name)
                self._data = data
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageError(f"{self.path}: {error.strerror or error}", "make the file readable") from error
        return self._tables

    def write(self, data: RawTables) -> None:
        """Prepare the new generation, on disk but not in its place; raises StorageError."""
        self.close()
        remove_leftovers(self.path)
        self._staged = StagedFile(self.path, msgspec.json.encode(data))
        if self._data is not None:
            private_folder(self._previous.parent)
            remove_leftovers(self._previous)
            replace_file(self._previous, self._data, forced=False)

    @property
    def coming(self) -> Stamp | None:
        """The stamp that the volume will have."""
        return self._staged.stamp if self._staged else None

    def commit(self) -> None:
        """Put the new generation in place; raises StorageError, and then the volume is as it was."""
        if self._staged is not None:
            self._staged.commit()

    def close(self) -> None:
        """Forget what was written but not committed."""
        if self._staged is not None:
            self._staged.discard()
            self._staged = None
