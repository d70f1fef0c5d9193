"""Volumes: the files of a diary, one for each month and device, and the union of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from coach.diary.version import Record, Version, version_of
from coach.errors import StorageError

TABLE = "entries"
PROFILE = "profile"
_VOLUME = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2])|profile)\..+\.json")
Mark = tuple[str, int, int, int]
"""Name, inode, change time in ns and size of a volume, as last seen."""
Tables = dict[str, dict[str, Record]]
"""A TinyDB file: records by table and document id."""


class UnreadableError(StorageError):
    """A file that is no volume: torn, emptied or scribbled over by something else."""


def decode_volume(data: bytes, name: str) -> Tables:
    """The tables in a volume's bytes; raises UnreadableError. Nothing at all is not an empty volume."""
    try:
        return msgspec.json.decode(data, type=Tables)
    except msgspec.DecodeError as error:
        raise UnreadableError(f"{name} cannot be read: {error}", "run: coach check") from None


def month_of(day: date) -> str:
    """The name of the month whose volumes hold the entries of `day`."""
    return f"{day:%Y-%m}"


class Shelf:
    """All volumes in a diary folder, read when asked for and again when they change.

    Any `*.json` named after a month or the profile is read, whoever wrote it, copies of a sync conflict
    too. What cannot be read is told in `faults` and left alone; a volume of this machine's then counts
    with its generation in `previous`.
    """

    def __init__(self, folder: Path, previous: Path) -> None:
        self.folder = folder
        self._previous = previous
        self.faults: dict[str, str] = {}
        self._read: dict[Mark, tuple[Version, ...]] = {}

    def months(self) -> list[str]:
        """The months there are volumes of, newest first."""
        return sorted({_part_of(path.name) for path in self._volumes()} - {PROFILE}, reverse=True)

    def marks(self, parts: Iterable[str]) -> tuple[Mark, ...]:
        """How the volumes of these months (or the profile) look now; it changes whenever one is written."""
        wanted = set(parts)
        marks = []
        for path in self._volumes():
            if _part_of(path.name) in wanted:
                try:
                    status = path.stat()
                except OSError:
                    continue
                marks.append((path.name, status.st_ino, status.st_ctime_ns, status.st_size))
        return tuple(sorted(marks))

    def versions(self, part: str) -> list[Version]:
        """Every version in every volume of a month (or of the profile)."""
        return [version for mark in self.marks([part]) for version in self._versions_in(mark)]

    def holding(self, text: str) -> list[str]:
        """The months and profile in whose volumes `text` occurs, newest first."""
        found = set()
        for path in self._volumes():
            try:
                if text.encode() in path.read_bytes():
                    found.add(_part_of(path.name))
            except OSError:
                continue
        return sorted(found, reverse=True)

    def _volumes(self) -> list[Path]:
        try:
            return [path for path in self.folder.iterdir() if _VOLUME.fullmatch(path.name)]
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
        self.faults.pop(name, None)
        for mark in [mark for mark in self._read if mark[0] == name]:
            del self._read[mark]

    def _load(self, name: str) -> tuple[Version, ...]:
        try:
            records = self._records(self.folder / name)
        except FileNotFoundError:
            return ()
        except UnreadableError as fault:
            records, self.faults[name] = self._previous_generation(name, fault.message)
        except OSError as error:
            self.faults[name] = f"{name}: {error.strerror or error}"
            return ()
        versions = [version_of(record) for record in records]
        sound = tuple(version for version in versions if version is not None)
        if len(sound) < len(versions):
            self.faults[name] = f"{name}: {len(versions) - len(sound)} records that cannot be read"
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
