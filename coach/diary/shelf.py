"""All volumes of a diary, and the union of them."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

import msgspec

from coach.diary.living import NOTHING, Days, Living
from coach.diary.version import Version, version_of
from coach.diary.volume import (
    PROFILE,
    TABLE,
    UnreadableError,
    decode_raw_volume,
    decode_record,
    decode_records,
    part_of,
)
from coach.errors import StorageError

Mark = tuple[str, int, int, int]
"""Name, inode, change time in ns and size of a volume, as last seen."""


class _Look(threading.local):
    """Whether the folder is listed but once now, and what was there; a look is that of one thread."""

    depth = 0
    listed: dict[str, str] | None = None


class Shelf:
    """All volumes in a diary folder, read when asked for and again when they change.

    Any `*.json` named after a month or the profile is read, whoever wrote it, copies of a sync conflict
    too. What cannot be read is told by `faults` and left alone; a volume of this machine's then counts
    with its generation in `previous`. `expect` raises StorageError when the folder should be there and is not.
    """

    def __init__(self, folder: Path, previous: Path, expect: Callable[[Path], None]) -> None:
        self.folder = folder
        self._expect = expect
        self._previous = previous
        self._faults: dict[str, str] = {}
        self._read: dict[Mark, tuple[Version, ...]] = {}
        self._again: dict[str, list[tuple[msgspec.Raw, Version | None]]] = {}
        """The records of volumes that were read more than once, as they stand in the file, and what they are."""
        self._living: dict[str, tuple[tuple[Mark, ...], Living]] = {}
        self._look = _Look()

    @contextmanager
    def one_look(self) -> Iterator[None]:
        """List the folder once for all that is read meanwhile; a volume that comes later is seen at the next look.

        A list takes the longer the older a diary is, and a tick asks for ten (tests.bench.daily --only tick).
        """
        self._look.depth += 1
        try:
            yield
        finally:
            self._look.depth -= 1
            if not self._look.depth:
                self._look.listed = None

    def look_again(self) -> None:
        """From here on read what is there now, for something is to be built on it."""
        self._look.listed = None

    def months(self) -> list[str]:
        """The months there are volumes of, newest first."""
        return _months_of(self._volumes())

    def faults(self) -> list[str]:
        """What could not be read, of the volumes that were asked for so far and are still there."""
        return [fault for _, fault in sorted(self.faults_by_name().items())]

    def faults_by_name(self) -> dict[str, str]:
        """The same, by the name of the volume."""
        there = self._volumes() if self._faults else {}
        return {name: fault for name, fault in self._faults.items() if name in there}

    def marks(self, first: str, last: str) -> tuple[Mark, ...]:
        """How the profile and the months from `first` to `last` look now; changes whenever one is written."""
        return self._marks(lambda part: part == PROFILE or first <= part <= last)

    def versions(self, part: str) -> list[Version]:
        """Every version in every volume of a month (or of the profile)."""
        return [version for mark in self._marks(lambda one: one == part) for version in self._versions_in(mark)]

    def living(self, first: str, last: str) -> list[Days]:
        """The entries that count, and are not deleted, of each month from `first` to `last`, by day."""
        marks = self._marks(lambda part: first <= part <= last)
        months = groupby(marks, key=lambda mark: part_of(mark[0]))
        return [self._living_in(str(part), tuple(of_month)).days for part, of_month in months]

    def _living_in(self, part: str, marks: tuple[Mark, ...]) -> Living:
        """What lives in a month, looked for again when its volumes look otherwise."""
        known, living = self._living.get(part, ((), NOTHING))
        if known != marks:
            living = living.grown(tuple(version for mark in marks for version in self._versions_in(mark)))
            self._living[part] = marks, living
        return living

    def _marks(self, wanted: Callable[[str], bool]) -> tuple[Mark, ...]:
        marks = []
        for name, part in self._volumes().items():
            if wanted(part):
                try:
                    status = (self.folder / name).stat()
                except OSError:
                    continue
                if stat.S_ISREG(status.st_mode):
                    marks.append((name, status.st_ino, status.st_ctime_ns, status.st_size))
        return tuple(sorted(marks))

    def holding(self, text: str) -> Iterator[str]:
        """The months in whose volumes `text` occurs, newest first, each sought when it is asked for."""
        sought = text.encode(errors="replace")
        volumes = self._volumes()
        for month in _months_of(volumes):
            if any(sought in self._bytes(name) for name, part in volumes.items() if part == month):
                yield month

    def _bytes(self, name: str) -> bytes:
        try:
            path = self.folder / name
            return path.read_bytes() if path.is_file() else b""
        except OSError:
            return b""

    def _volumes(self) -> dict[str, str]:
        """The names of the volumes, each with the month (or the profile) it holds."""
        if not self._look.depth:
            return self._list()
        if self._look.listed is None:
            self._look.listed = self._list()
        return self._look.listed

    def _list(self) -> dict[str, str]:
        try:
            names = os.listdir(self.folder)  # noqa: PTH208 - at every look; a third of the time of iterdir
            return {name: part for name in names if (part := part_of(name)) is not None}
        except FileNotFoundError:
            self._expect(self.folder)
            return {}
        except OSError as error:
            raise StorageError(f"{self.folder}: {error.strerror or error}", "make the folder readable") from error

    def _versions_in(self, mark: Mark) -> tuple[Version, ...]:
        if mark not in self._read:
            self._read[mark] = self._load(mark[0], again=self._forget(mark[0]))
        return self._read[mark]

    def _forget(self, name: str) -> bool:
        """Forget what the volume held when it was read last; whether it was read before."""
        self._faults.pop(name, None)
        held = [mark for mark in self._read if mark[0] == name]
        for mark in held:
            del self._read[mark]
        return bool(held)

    def _load(self, name: str, *, again: bool) -> tuple[Version, ...]:
        try:
            data = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return ()
        except OSError as error:
            self._faults[name] = f"{name}: {error.strerror or error}"
            return ()
        try:
            versions = self._versions_of(data, name, again=again)
        except UnreadableError as fault:
            records, self._faults[name] = self._mended(name, data, fault.message)
            versions = [version_of(record) for record in records]
        sound = tuple(version for version in versions if version is not None)
        if len(sound) < len(versions):
            self._faults[name] = f"{name}: {len(versions) - len(sound)} records that cannot be read"
        return sound

    def _versions_of(self, data: bytes, name: str, *, again: bool) -> list[Version | None]:
        """The records of a volume as versions; raises UnreadableError.

        One grows at its end: what stands where it stood is not made anew (tests.bench.daily --only tick).
        """
        if not again:
            return [version_of(record) for record in decode_records(data, name)]
        records = decode_raw_volume(data, name).get(TABLE, {}).values()
        before = self._again.get(name, ())
        self._again[name] = [
            old if old is not None and old[0] == record else (record, version_of(decode_record(record, name)))
            for old, record in zip_longest(before, records)
            if record is not None
        ]
        return [version for _, version in self._again[name]]

    def _mended(self, name: str, torn: bytes, what: str) -> tuple[list[Any], str]:
        """What is left of a torn volume, and how to say it."""
        from coach.diary.salvage import salvaged, united

        left = salvaged(torn)
        told = [what, f"{len(left)} of its versions can be read"] if left else [what]
        try:
            previous = decode_records((self._previous / name).read_bytes(), name)
        except (OSError, UnreadableError):
            return left, "; ".join(told)
        told.append("its previous generation is used, the very last entry may be missing")
        return united(previous, left), "; ".join(told)


def _months_of(volumes: Mapping[str, str]) -> list[str]:
    return sorted(set(volumes.values()) - {PROFILE}, reverse=True)
