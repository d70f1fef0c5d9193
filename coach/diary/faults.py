"""Looking for faults in a diary's files, and saying what a repair would do about each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

import msgspec

from coach.diary.aside import MARK, is_torn, previous_generation
from coach.diary.lock import holder_of
from coach.diary.machine import Machine
from coach.diary.salvage import salvaged
from coach.diary.shelf import Shelf
from coach.diary.version import Record, Version, newest, version_of
from coach.diary.volume import PROFILE, UnreadableError, decode_records, part_of

LEFT_ALONE = "it stays as it is"
_AHEAD = timedelta(days=1)
_LEFTOVER = re.compile(r"\.(.+\.json)\.[^.]+\.tmp")


class Repair(StrEnum):
    """What can be done about a fault."""

    SET_ASIDE = "set aside"
    TAKE_IN = "take in"
    FORGET = "forget"
    NEW_ID = "new id"
    REMOVE = "remove"
    CLOSE_MODE = "close mode"
    COPY = "copy"
    REWRITE = "rewrite"


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with a file, what would be done about it, and by which repair, if by any."""

    path: Path
    wrong: str
    mend: str
    repair: Repair | None = None

    @property
    def message(self) -> str:
        """The file's name and what is wrong with it."""
        return f"{self.path.name}: {self.wrong}"


class Ground(msgspec.Struct, frozen=True):
    """Where to look: the volumes, this machine's memory of them, its state folder, and the time."""

    shelf: Shelf
    machine: Machine
    state: Path
    now: datetime

    @property
    def folder(self) -> Path:
        return self.shelf.folder

    def names(self) -> list[str]:
        """Every file in the diary's folder."""
        return sorted(path.name for path in self.folder.iterdir()) if self.folder.is_dir() else []

    def is_own(self, name: str) -> bool:
        """Whether this machine wrote the volume, now or under an earlier id."""
        device = self.machine.known_device()
        return (bool(device) and name.endswith(f".{device}.json")) or (self.machine.previous / name).exists()

    def versions(self) -> list[Version]:
        """Every version that is read now."""
        return [one for part in [*self.shelf.months(), PROFILE] for one in self.shelf.versions(part)]


def find_faults(ground: Ground) -> list[Fault]:
    """Every fault, the gravest first; raises StorageError when the folder itself cannot be read."""
    versions = ground.versions()
    return [
        *_unreadable(ground),
        *_missing_versions(ground, versions),
        *_strangers(ground, versions),
        *_clock(ground, versions),
        *_changed(ground),
        *_generations(ground),
        *_memory(ground),
        *_leftovers(ground),
        *_modes(ground),
    ]


def left_in(path: Path) -> list[Record]:
    """The records that can be read of a file, be it whole or torn; none when it cannot be opened."""
    try:
        data = path.read_bytes()
    except OSError:
        return []
    try:
        return [one for one in decode_records(data, path.name) if isinstance(one, dict)]
    except UnreadableError:
        return salvaged(data)


def not_in(versions: list[Version], records: list[Record]) -> list[Version]:
    """The versions among `records` that the diary does not have."""
    known = {(version.id, version.order) for version in versions}
    found = (version for record in records if (version := version_of(record)) is not None)
    return [version for version in found if (version.id, version.order) not in known]


def _unreadable(ground: Ground) -> Iterator[Fault]:
    for name, said in sorted(ground.shelf.faults_by_name().items()):
        path, wrong = ground.folder / name, said.removeprefix(name).lstrip(": ")
        if not is_torn(path):
            yield Fault(path, wrong, LEFT_ALONE)
        elif ground.is_own(name):
            mend = "set it aside under a new name, and put what is left of it in its place"
            yield Fault(path, wrong, mend, Repair.SET_ASIDE)
        else:
            mend = f"{LEFT_ALONE}: another device wrote it, and mends it; what can be read of it counts"
            yield Fault(path, wrong, mend)


def _missing_versions(ground: Ground, versions: list[Version]) -> Iterator[Fault]:
    names = ground.names()
    for name in names:
        if MARK in name and (missing := not_in(versions, left_in(ground.folder / name))):
            wrong = f"was set aside, and {_count(missing)} in it are not in the diary"
            yield Fault(ground.folder / name, wrong, "write them to the diary", Repair.TAKE_IN)
    for name in sorted(ground.machine.noted()):
        if name not in names:
            generation = previous_generation(name, ground.machine) or []
            missing = not_in(versions, [one for one in generation if isinstance(one, dict)])
            known = f"write the {_count(missing)} that are still known to the diary" if missing else "forget it"
            mend = f"{known}, and begin new files; a backup may have more: coach restore"
            yield Fault(ground.folder / name, "this machine wrote it, and it is gone", mend, Repair.FORGET)


def _strangers(ground: Ground, versions: list[Version]) -> Iterator[Fault]:
    unknown = {version.id for version in versions if version.entry is None}
    if unknown:
        wrong = f"{len(unknown)} entries of a kind or shape this coach does not know"
        yield Fault(ground.folder, wrong, "they are kept; a newer coach shows them")


def _clock(ground: Ground, versions: list[Version]) -> Iterator[Fault]:
    latest = ground.now + _AHEAD
    ahead = [one for one in newest(versions).values() if not one.head.gone and one.head.logged > latest]
    if ahead:
        ids = ", ".join(sorted(one.id[:8] for one in ahead)[:5])
        wrong = f"{len(ahead)} entries were written by a clock that was ahead: {ids}"
        yield Fault(ground.folder, wrong, "they count all the same; coach edit or delete sets one right")


def _changed(ground: Ground) -> Iterator[Fault]:
    for path in _own_volumes(ground):
        if not ground.machine.left_so(path):
            wrong = "not as this machine left it: restored, cloned or shared"
            mend = "leave it alone, and begin new files under another device id"
            yield Fault(path, wrong, mend, Repair.NEW_ID)


def _generations(ground: Ground) -> Iterator[Fault]:
    device = ground.machine.known_device()
    for path in _own_volumes(ground):
        actions = {one.get("action") for one in left_in(path) if one.get("device") == device}
        if len(actions) > 1 and previous_generation(path.name, ground.machine) is None:
            wrong = "there is no generation before it to fall back on"
            yield Fault(path, wrong, "keep a copy in the state folder", Repair.COPY)


def _own_volumes(ground: Ground) -> Iterator[Path]:
    """The sound volumes of this machine's present id."""
    device = ground.machine.known_device()
    for name in ground.names():
        path = ground.folder / name
        if (
            device
            and part_of(name) is not None
            and name.endswith(f".{device}.json")
            and path.is_file()
            and not is_torn(path)
        ):
            yield path


def _memory(ground: Ground) -> Iterator[Fault]:
    for path in ground.machine.torn_memory():
        yield Fault(path, "has lines that cannot be read", "write it anew without them", Repair.REWRITE)


def _leftovers(ground: Ground) -> Iterator[Fault]:
    if holder_of(ground.state):
        return
    for folder in (ground.folder, ground.machine.previous):
        for path in sorted(folder.glob(".*.tmp")) if folder.is_dir() else []:
            match = _LEFTOVER.fullmatch(path.name)
            if match and ground.is_own(match[1]):
                wrong = "left by a program that was killed before it acknowledged anything in it"
                yield Fault(path, wrong, "remove it", Repair.REMOVE)


def _modes(ground: Ground) -> Iterator[Fault]:
    names = [name for name in ground.names() if part_of(name) is not None or MARK in name]
    for path in (ground.folder, *(ground.folder / name for name in names), ground.state, ground.machine.previous):
        try:
            status = path.stat()
        except OSError:
            continue
        wanted = 0o700 if path.is_dir() else 0o600
        if status.st_uid != os.geteuid():
            wrong = f"belongs to another user (number {status.st_uid})"
            yield Fault(path, wrong, f"give it back: sudo chown $USER {path}")
        elif status.st_mode & 0o777 & ~wanted or status.st_mode & wanted != wanted:
            wrong = f"has the mode {status.st_mode & 0o777:03o}: others may read it, or you cannot"
            yield Fault(path, wrong, f"give it the mode {wanted:o}", Repair.CLOSE_MODE)
        elif path.is_dir() and (not os.access(path, os.W_OK) or os.statvfs(path).f_flag & os.ST_RDONLY):
            yield Fault(path, "cannot be written to", "make it writable; until then nothing can be logged")


def _count(versions: list[Version]) -> str:
    return f"{len({version.id for version in versions})} entries"
