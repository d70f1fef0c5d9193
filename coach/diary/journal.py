"""A small file of this machine's that grows by a line at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from coach.diary.files import explain, private_folder, remove_leftovers, replace_file
from coach.errors import StorageError

T = TypeVar("T")


class Journal(Generic[T]):
    """Values in the order they were appended, one JSON line each; changed only while the lock is held.

    Lines are not forced to disk: a power cut may take the last ones, and one that was torn is passed over.
    """

    def __init__(self, path: Path, kind: type[T]) -> None:
        self._path = path
        self._decoder = msgspec.json.Decoder(kind)

    def read(self) -> list[T]:
        """The values, oldest first; raises StorageError when there is a file that cannot be opened."""
        values = []
        for line in self._bytes().split(b"\n"):
            try:
                values.append(self._decoder.decode(line))
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue
        return values

    def append(self, value: T) -> int:
        """Add a value; returns how many lines there are then. Raises StorageError."""
        private_folder(self._path.parent)
        # The line break comes first, so that a line torn by a crash does not spoil this one.
        line = b"\n" + msgspec.json.encode(value)
        try:
            with open(self._path, "ab", opener=_private) as file:
                file.write(line)
        except OSError as error:
            raise explain(error, self._path) from error
        return self._bytes().count(b"\n")

    def rewrite(self, values: Iterable[T]) -> None:
        """Put `values` in the place of all there is, at once; raises StorageError."""
        remove_leftovers(self._path)
        lines = b"".join(b"\n" + msgspec.json.encode(value) for value in values)
        replace_file(self._path, lines)

    def _bytes(self) -> bytes:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            message = f"{self._path} cannot be read: {error.strerror or error}; nothing was written"
            raise StorageError(message, "make it a file you can read and write") from error


def _private(path: str, flags: int) -> int:
    descriptor = os.open(path, flags, 0o600)
    os.fchmod(descriptor, 0o600)
    return descriptor
