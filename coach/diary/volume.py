"""Volumes: the files of a diary, one for each month and device, and the union of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TypeVar

import msgspec

from coach.diary.version import Record, Version, version_of
from coach.errors import StorageError

TABLE = "entries"
PROFILE = "profile"
_VOLUME = re.compile(r"((?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])|profile)\..+\.json")
Mark = tuple[str, int, int, int]
"""Name, inode, change time in ns and size of a volume, as last seen."""
Tables = dict[str, dict[str, Record]]
"""A TinyDB file: records by table and document id."""
RawTables = dict[str, dict[str, msgspec.Raw]]
"""The same with the records as they stand in the file, which costs a quarter of the time."""
T = TypeVar("T")


class UnreadableError(StorageError):
    """A file that is no volume: torn, emptied or scribbled over by something else."""


def decode_volume(data: bytes, name: str) -> Tables:
    """The tables in a volume's bytes; raises UnreadableError. Nothing at all is not an empty volume."""
    return _decoded(data, name, Tables)


def decode_raw_volume(data: bytes, name: str) -> RawTables:
    """The tables with undecoded records; raises UnreadableError."""
    return _decoded(data, name, RawTables)


def _decoded(data: bytes, name: str, tables: type[T]) -> T:
    try:
        if not data.isascii():
            data.decode()
        return msgspec.json.decode(data, type=tables)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(f"{name} cannot be read: {error}", "run: coach check") from None


def month_of(day: date) -> str:
    """The name of the month whose volumes hold the entries of `day`."""
    return day.isoformat()[:7]


class Shelf:
    """All volumes in a diary folder, read when asked for and again when they change.

    Any `*.json` named after a month or the profile is read, whoever wrote it, copies of a sync conflict
    too. What cannot be read is told by `faults` and left alone; a volume of this machine's then counts
    with its generation in `previous`.
    """

    def __init__(self, folder: Path, previous: Path) -> None:
        self.folder = folder
        self._previous = previous
        self._faults: dict[str, str] = {}
        self._read: dict[Mark, tuple[Version, ...]] = {}

    def months(self) -> list[str]:
        """The months there are volumes of, newest first."""
        return sorted({_part_of(name) for name in self._volumes()} - {PROFILE}, reverse=True)

    def faults(self) -> list[str]:
        """What could not be read, of the volumes that were asked for so far and are still there."""
        there = set(self._volumes())
        return [fault for name, fault in sorted(self._faults.items()) if name in there]

    def marks(self, parts: Iterable[str]) -> tuple[Mark, ...]:
        """How the volumes of these months (or the profile) look now; it changes whenever one is written."""
        wanted = set(parts)
        marks = []
        for name in self._volumes():
            if _part_of(name) in wanted:
                try:
                    status = (self.folder / name).stat()
                except OSError:
                    continue
                marks.append((name, status.st_ino, status.st_ctime_ns, status.st_size))
        return tuple(sorted(marks))

    def versions(self, part: str) -> list[Version]:
        """Every version in every volume of a month (or of the profile)."""
        return [version for mark in self.marks([part]) for version in self._versions_in(mark)]

    def holding(self, text: str) -> Iterator[str]:
        """The months in whose volumes `text` occurs, newest first, each sought when it is asked for."""
        sought = text.encode(errors="replace")
        names = sorted(name for name in self._volumes() if _part_of(name) != PROFILE)
        for part, volumes in groupby(reversed(names), key=_part_of):
            if any(sought in self._bytes(name) for name in volumes):
                yield part

    def _bytes(self, name: str) -> bytes:
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return b""

    def _volumes(self) -> list[str]:
        try:
            with os.scandir(self.folder) as files:
                return [file.name for file in files if _VOLUME.fullmatch(file.name) and file.is_file()]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StorageError(f"{self.folder}: {error.strerror or error}", "make the folder readable") from error

    def _versions_in(self, mark: Mark) -> tuple[Version, ...]:
        if mark not in self._read:
            self._forget(mark[0])
            self._read[mark] = self._load(mark[0])
        return self._read[mark]

    def _forget(self, name: str) -> None:
        self._faults.pop(name, None)
        for mark in [mark for mark in self._read if mark[0] == name]:
            del self._read[mark]

    def _load(self, name: str) -> tuple[Version, ...]:
        try:
            records = self._records(self.folder / name)
        except FileNotFoundError:
            return ()
        except UnreadableError as fault:
            records, self._faults[name] = self._previous_generation(name, fault.message)
        except OSError as error:
            self._faults[name] = f"{name}: {error.strerror or error}"
            return ()
        versions = [version_of(record) for record in records]
        sound = tuple(version for version in versions if version is not None)
        if len(sound) < len(versions):
            self._faults[name] = f"{name}: {len(versions) - len(sound)} records that cannot be read"
        return sound

    def _previous_generation(self, name: str, what: str) -> tuple[list[Record], str]:
        try:
            records = self._records(self._previous / name)
        except (OSError, UnreadableError):
            return [], what
        return records, f"{what}; its previous generation is used, the very last entry may be missing"

    def _records(self, path: Path) -> list[Record]:
        return list(decode_volume(path.read_bytes(), path.name).get(TABLE, {}).values())


def _part_of(name: str) -> str:
    return name.partition(".")[0]
