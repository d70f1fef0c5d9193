"""What the person does not want to be asked today; of this machine alone, like what it was reminded of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from coach.diary.files import private_folder, replace_file

FILE = "declined.json"


class Declined(msgspec.Struct, frozen=True):
    """The actions of next steps that are not wanted again on `day`, the person's own."""

    day: date
    actions: frozenset[str] = frozenset()


def declined_on(state: Path, day: date) -> frozenset[str]:
    """The actions that were declined on that day; none when it cannot be read: then one may come twice."""
    try:
        kept = msgspec.json.decode((state / FILE).read_bytes(), type=Declined)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return frozenset()
    return kept.actions if kept.day == day else frozenset()


def decline(state: Path, day: date, action: str) -> None:
    """Keep in the state folder that `action` is not wanted again that day; raises StorageError."""
    private_folder(state)
    kept = Declined(day, declined_on(state, day) | {action})
    replace_file(state / FILE, msgspec.json.encode(kept), forced=False)
