"""All volumes of a diary, and the union of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from coach.diary.living import NOTHING, Days, Living
from coach.diary.look import Look
from coach.diary.version import Version, version_of
from coach.diary.volume import PROFILE, Mark, UnreadableError, decode_records


class Shelf:
    """All volumes in a diary folder, read when asked for and again when they change.

    Any `*.json` named after a month or the profile is read, whoever wrote it, copies of a sync conflict
    too. What cannot be read is told by `faults` and left alone; a volume of this machine's then counts
    with its generation in `previous`. `expect` raises StorageError when the folder should be there and is not.
    """

    def __init__(self, folder: Path, previous: Path, expect: Callable[[Path], None]) -> None:
        self.look = Look(folder, expect)
        self._previous = previous
        self._faults: dict[str, str] = {}
        self._read: dict[Mark, tuple[Version, ...]] = {}
        self._living: dict[str, tuple[tuple[Mark, ...], Living]] = {}

    @property
    def folder(self) -> Path:
        return self.look.folder

    def months(self) -> list[str]:
        """The months there are volumes of, newest first."""
        return [*reversed(self.look.listed().months)]

    def faults(self) -> list[str]:
        """What could not be read, of the volumes that were asked for so far and are still there."""
        return [fault for _, fault in sorted(self.faults_by_name().items())]

    def faults_by_name(self) -> dict[str, str]:
        """The same, by the name of the volume."""
        there = set(chain.from_iterable(self.look.listed().volumes.values())) if self._faults else set()
        return {name: fault for name, fault in self._faults.items() if name in there}

    def marks(self, first: str, last: str) -> tuple[Mark, ...]:
        """How the profile and the months from `first` to `last` look now; changes whenever one is written."""
        return self.look.marks([*self.look.months(first, last), PROFILE])

    def versions(self, part: str) -> list[Version]:
        """Every version in every volume of a month (or of the profile)."""
        return [version for mark in self.look.marks([part]) for version in self._versions_in(mark)]

    def living(self, first: str, last: str) -> list[Days]:
        """The entries that count, and are not deleted, of each month from `first` to `last`, by day."""
        return [self._living_in(month).days for month in self.look.months(first, last)]

    def newest(self, part: str) -> Mapping[str, Version]:
        """The version that counts of each id in a month, deleted ones too."""
        return self._living_in(part).best

    def grew(self, before: Mark, now: Mark, new: Sequence[Version]) -> None:
        """A volume that looked like `before` got `new` at its end, and looks like `now`; the lock is held.

        What was read of it holds then, and is not read again after each tick (tests.bench.daily --only tick).
        """
        self.look.wrote(now)
        if before in self._read:
            self._read[now] = (*self._read.pop(before), *new)

    def known(self, wanted: str) -> Version | None:
        """The version that counts of an id, if it is in a month that was read before."""
        for part, (_, living) in self._living.items():
            if wanted in living.best:
                return self.newest(part).get(wanted)
        return None

    def _living_in(self, part: str) -> Living:
        """What lives in a month, looked for again when its volumes look otherwise."""
        marks = self.look.marks([part])
        known, living = self._living.get(part, ((), NOTHING))
        if known != marks:
            # The volume that was written last comes last, so that what others wrote does not stand behind it.
            by_age = sorted(marks, key=lambda mark: mark.changed_ns)
            living = living.grown(tuple(chain.from_iterable(map(self._versions_in, by_age))))
            self._living[part] = marks, living
        return living

    def holding(self, text: str) -> Iterator[str]:
        """The months in whose volumes `text` occurs, newest first, each sought when it is asked for."""
        sought = text.encode(errors="replace")
        volumes = self.look.listed().volumes
        for month in self.months():
            if any(sought in self._bytes(name) for name in volumes.get(month, ())):
                yield month

    def _bytes(self, name: str) -> bytes:
        try:
            path = self.folder / name
            return path.read_bytes() if path.is_file() else b""
        except OSError:
            return b""

    def _versions_in(self, mark: Mark) -> tuple[Version, ...]:
        if mark not in self._read:
            self._forget(mark.name)
            self._read[mark] = self._load(mark.name)
        return self._read[mark]

    def _forget(self, name: str) -> None:
        """Forget what the volume held when it was read last."""
        self._faults.pop(name, None)
        for mark in [mark for mark in self._read if mark.name == name]:
            del self._read[mark]

    def _load(self, name: str) -> tuple[Version, ...]:
        try:
            data = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return ()
        except OSError as error:
            self._faults[name] = f"{name}: {error.strerror or error}"
            return ()
        try:
            versions = [version_of(record) for record in decode_records(data, name)]
        except UnreadableError as fault:
            records, self._faults[name] = self._mended(name, data, fault.message)
            versions = [version_of(record) for record in records]
        sound = tuple(version for version in versions if version is not None)
        if len(sound) < len(versions):
            self._faults[name] = f"{name}: {len(versions) - len(sound)} records that cannot be read"
        return sound

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
