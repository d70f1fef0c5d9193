"""A small file of this machine's that grows by a line at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from coach.diary.files import Stamp, explain, private_folder, remove_leftovers, replace_file, stamp_of
from coach.errors import StorageError

T = TypeVar("T")


class Journal(Generic[T]):
    """Values in the order they were appended, one JSON line each; changed only while the lock is held.

    Lines are not forced to disk: a power cut may take the last ones, and one that was torn is passed over. What
    was read is kept until the file changes.
    """

    def __init__(self, path: Path, kind: type[T]) -> None:
        self.path = path
        self._decoder = msgspec.json.Decoder(kind)
        self._known: tuple[Stamp, tuple[T, ...], int] | None = None

    def read(self) -> tuple[T, ...]:
        """The values, oldest first, and the very same while the file is as it was.

        Raises StorageError when there is a file that cannot be opened.
        """
        if (known := self._still_known()) is not None:
            return known[1]
        stamp, data, found = self._stamp(), self._bytes(), list[T]()
        for line in data.split(b"\n"):
            try:
                found.append(self._decoder.decode(line))
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue
        values = tuple(found)
        self._known = (stamp, values, data.count(b"\n")) if stamp is not None else None
        return values

    def torn(self) -> int:
        """How many lines cannot be read."""
        return sum(bool(line) for line in self._bytes().split(b"\n")) - len(self.read())

    def append(self, value: T) -> int:
        """Add a value; returns how many lines there are then. Raises StorageError."""
        private_folder(self.path.parent)
        known = self._still_known()
        # The line break comes first, so that a line torn by a crash does not spoil this one.
        line = b"\n" + msgspec.json.encode(value)
        try:
            with open(self.path, "ab", opener=_private) as file:
                file.write(line)
        except OSError as error:
            raise explain(error, self.path) from error
        stamp = self._stamp()
        if known is None or stamp is None:
            return self._bytes().count(b"\n")
        self._known = (stamp, (*known[1], value), known[2] + 1)
        return self._known[2]

    def rewrite(self, values: Iterable[T]) -> None:
        """Put `values` in the place of all there is, at once; raises StorageError."""
        remove_leftovers(self.path)
        lines = b"".join(b"\n" + msgspec.json.encode(value) for value in values)
        replace_file(self.path, lines)

    def _still_known(self) -> tuple[Stamp, tuple[T, ...], int] | None:
        """What was read, if the file is as it was then."""
        return self._known if self._known is not None and self._known[0] == self._stamp() else None

    def _stamp(self) -> Stamp | None:
        try:
            return stamp_of(self.path.stat())
        except OSError:
            return None

    def _bytes(self) -> bytes:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            message = f"{self.path} cannot be read: {error.strerror or error}; nothing was written"
            raise StorageError(message, "make it a file you can read and write") from error


def _private(path: str, flags: int) -> int:
    descriptor = os.open(path, flags, 0o600)
    os.fchmod(descriptor, 0o600)
    return descriptor
