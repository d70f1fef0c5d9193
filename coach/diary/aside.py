"""Setting a torn volume aside: its bytes are kept under a new name, what is left of it takes its place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from uuid import uuid4

import msgspec

from coach.diary.files import StagedFile, explain, replace_file, sync_folder
from coach.diary.machine import Machine, stamp_at
from coach.diary.salvage import salvaged, united
from coach.diary.version import Record
from coach.diary.volume import TABLE, UnreadableError, decode_records

MARK = ".set-aside-"
"""What stands in the name of every file that was set aside, after the name it had."""


def is_torn(path: Path) -> bool:
    """Whether there is a file at `path` that can be opened and is no volume."""
    try:
        decode_records(path.read_bytes(), path.name)
    except UnreadableError:
        return True
    except OSError:
        return False
    return False


def set_aside(path: Path, machine: Machine, now: datetime) -> list[str]:
    """Keep an unreadable volume under a new name, and put in its place what is left of it.

    That is the union of its previous generation and of the records that stand in it whole. Gives what the
    person should know; only while the lock is held; raises StorageError, and then nothing is lost.
    """
    aside = path.with_name(f"{path.name}{MARK}{now:%Y%m%dT%H%M%S}-{uuid4().hex[:4]}")
    told = [f"{path.name} could not be read and was set aside as {aside.name}"]
    try:
        torn = path.read_bytes()
        left, previous = salvaged(torn), previous_generation(path.name, machine)
        if previous is None and not left:
            machine.note({path.name: (stamp_at(path), None)})
            path.rename(aside)
        else:
            replace_file(aside, torn)
            mended = StagedFile(path, _volume(united(previous or [], left)))
            machine.note({path.name: (stamp_at(path), mended.stamp)})
            mended.commit()
        sync_folder(path.parent)
    except OSError as error:
        raise explain(error, path) from error
    if previous is not None:
        told.append("its previous generation was taken: the very last entry may be missing")
    elif left:
        told.append(f"{len(left)} of its versions could still be read and were taken")
    return told


def previous_generation(name: str, machine: Machine) -> list[Record] | None:
    """The records that the volume `name` had before it was last written; None when that is not known."""
    try:
        return decode_records((machine.previous / name).read_bytes(), name)
    except (OSError, UnreadableError):
        return None


def _volume(records: list[Record]) -> bytes:
    return msgspec.json.encode({TABLE: {str(place): record for place, record in enumerate(records, 1)}})
