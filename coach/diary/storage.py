"""TinyDB storage that survives a crash at any moment.

TinyDB's own storage truncates and rewrites its file in place, so a crash in between leaves a torn file.
This one writes a new file beside it, forces it to disk, and only then puts it in the old one's place.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
from tinydb.storages import Storage

from coach.diary.files import StagedFile, Stamp, private_folder, replace_file, stamp_of
from coach.diary.volume import TABLE, Mark, RawTables, decode_raw_volume, mark_of
from coach.errors import StorageError

_CARRIED = msgspec.Raw(b"null")
"""Stands for the records that are carried along as text."""
_END = b"}}"


class Left(NamedTuple):
    """A volume of records alone as this program left it: how it looks, its text, and its last document id."""

    mark: Mark
    text: bytes
    last: str


class DurableStorage(Storage):
    """One volume as TinyDB sees it, for inserting: the records already there are carried along undecoded.

    While a volume looks as this program `left` it, it is not even read: what is new is put behind the text that
    was written, and TinyDB is told of the last record only, for its id (tests.bench.daily --only tick).

    A write takes effect at `commit`, which can hardly fail any more; without one, closing forgets it. So
    several volumes can be written together. The generation that is replaced is copied to `previous`; `before` is
    how it looked when it was read, None without one.
    """

    def __init__(self, path: Path, previous: Path, left: Left | None = None) -> None:
        self.path = path
        self.previous = previous
        self.before: Mark | None = None
        self._left = left
        self._tables: RawTables | None = None
        self._data = b""
        self._carried = b""
        self._text = b""
        self._last: str | None = None
        self._staged: StagedFile | None = None

    def read(self) -> RawTables | None:
        """The tables, or None when there is no file yet; raises StorageError.

        Read once: the volume is opened and closed under the lock, so nobody else writes it meanwhile.
        """
        try:
            if self._tables is None:
                left = self._left
                if left is not None and left.mark == mark_of(self.path.name, self.path.stat()):
                    self._tables = {TABLE: {left.last: _CARRIED}}
                    self._carried = left.text.removesuffix(_END)
                    self.before, self._data = left.mark, left.text
                else:
                    with self.path.open("rb") as file:
                        mark, data = mark_of(self.path.name, os.fstat(file.fileno())), file.read()
                    self._tables = decode_raw_volume(data, self.path.name)
                    self.before, self._data = mark, data
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageError(f"{self.path}: {error.strerror or error}", "make the file readable") from error
        return self._tables

    def write(self, data: RawTables) -> None:
        """Prepare the new generation, on disk but not in its place; raises StorageError."""
        self.close()
        if self._carried:
            new = {place: record for place, record in data[TABLE].items() if record is not _CARRIED}
            self._text = b"".join((self._carried, b",", msgspec.json.encode(new).removeprefix(b"{"), b"}"))
        else:
            self._text = msgspec.json.encode(data)
        self._last = next(reversed(data[TABLE]), None) if [*data] == [TABLE] else None
        self._staged = StagedFile(self.path, self._text)
        if self._data:
            private_folder(self.previous.parent)
            replace_file(self.previous, self._data, forced=False)

    @property
    def coming(self) -> Stamp | None:
        """The stamp that the volume will have."""
        return self._staged.stamp if self._staged else None

    def commit(self) -> Left | None:
        """Put the new generation in place; None when it looks otherwise at once, or holds more than records.

        Raises StorageError, and then the volume is as it was.
        """
        if self._staged is None:
            return None
        self._staged.commit()
        with suppress(OSError):
            status = self.path.stat()
            if stamp_of(status) == self._staged.stamp and self._last is not None:
                return Left(mark_of(self.path.name, status), self._text, self._last)
        return None

    def close(self) -> None:
        """Forget what was written but not committed."""
        if self._staged is not None:
            self._staged.discard()
            self._staged = None
