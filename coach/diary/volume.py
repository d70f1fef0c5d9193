"""Volumes: the files of a diary, one for each month and device, and the union of them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

import msgspec

from coach.diary.living import NOTHING, Days, Living
from coach.diary.version import Version, version_of
from coach.errors import StorageError

TABLE = "entries"
PROFILE = "profile"
_VOLUME = re.compile(r"((?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])|profile)\..+\.json")
Mark = tuple[str, int, int, int]
"""Name, inode, change time in ns and size of a volume, as last seen."""
RawTables = dict[str, Any]
"""A TinyDB file: of the table of entries, records by document id as they stand in the file, which costs a
quarter of the time; of a newer coach's tables, whatever is there."""


class UnreadableError(StorageError):
    """A file that is no volume: torn, emptied or scribbled over by something else."""


def decode_records(data: bytes, name: str) -> list[Any]:
    """The records in a volume's bytes, be they versions or not; raises UnreadableError.

    Nothing at all is not an empty volume. What a newer coach keeps beside the entries is passed over.
    """
    table = _decoded(data, name, dict[str, Any]).get(TABLE, {})
    if not isinstance(table, dict):
        raise UnreadableError(f"{name} cannot be read: its {TABLE} are no table", "run: coach check")
    return list(table.values())


def decode_raw_volume(data: bytes, name: str) -> RawTables:
    """The tables with undecoded records, under document ids that TinyDB takes; raises UnreadableError."""
    tables: RawTables = dict(_decoded(data, name, dict[str, msgspec.Raw]))
    if TABLE in tables:
        records = _raw_records(tables[TABLE], name)
        if not _are_document_ids(records):
            records = {str(place): record for place, record in enumerate(records.values(), 1)}
        tables[TABLE] = records
    return tables


def _are_document_ids(keys: Collection[str]) -> bool:
    """Whether all are whole numbers from 1 on, as TinyDB writes them."""
    return all(map(str.isascii, keys)) and all(map(str.isdigit, keys)) and min(keys, default="1") >= "1"


def _raw_records(table: msgspec.Raw, name: str) -> dict[str, msgspec.Raw]:
    records: dict[str, msgspec.Raw] = _decoded(bytes(table), name, dict[str, msgspec.Raw])
    return records


def _decoded(data: bytes, name: str, kind: Any) -> Any:
    try:
        if not data.isascii():
            data.decode()
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(f"{name} cannot be read: {error}", "run: coach check") from None


@lru_cache(maxsize=4096)  # Every look at the folder asks for all of its names.
def part_of(name: str) -> str | None:
    """The month (or the profile) that a volume of that name holds; None when it is not read as a volume."""
    volume = _VOLUME.fullmatch(name)
    return volume[1] if volume is not None else None


def month_of(day: date) -> str:
    """The name of the month whose volumes hold the entries of `day`."""
    return day.isoformat()[:7]


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
        self._listed: dict[str, str] | None = None

    @contextmanager
    def one_look(self) -> Iterator[None]:
        """List the folder once for all that is read meanwhile; a volume that comes later is seen at the next look.

        A list takes the longer the older a diary is, and a tick asks for ten (tests.bench.daily --only tick).
        """
        outer, self._listed = self._listed, self._volumes()
        try:
            yield
        finally:
            self._listed = outer if self._listed is not None else None

    def look_again(self) -> None:
        """From here on read what is there now, for something is to be built on it."""
        self._listed = None

    def months(self) -> list[str]:
        """The months there are volumes of, newest first."""
        return sorted(set(self._volumes().values()) - {PROFILE}, reverse=True)

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
        for month in sorted(set(volumes.values()) - {PROFILE}, reverse=True):
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
        listed = self._listed
        return self._list() if listed is None else listed

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
        tables = _decoded(data, name, dict[str, msgspec.Raw])
        records = list(_raw_records(tables[TABLE], name).values()) if TABLE in tables else []
        self._again[name] = [
            known if known is not None and known[0] == record else (record, _version_in(record, name))
            for known, record in zip_longest(self._again.get(name, ()), records)
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


def _version_in(record: msgspec.Raw, name: str) -> Version | None:
    return version_of(_decoded(bytes(record), name, Any))
