"""What this machine remembers of its reminders, so that silence can be told from failure."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from coach.diary.files import private_folder, replace_file

FILE = "reminders.json"


class Happened(StrEnum):
    """How a look at what is due ended."""

    TOLD = "told"
    NOTHING = "nothing to tell"
    FAILED = "failed"


class Look(msgspec.Struct, frozen=True):
    """One look at what is due: `what` was to be said, `by` what it was said, `why` it was not."""

    at: datetime
    happened: Happened
    what: str = ""
    by: str = ""
    why: str = ""


class Memory(msgspec.Struct, frozen=True):
    """The last look, the last one that had something to say, and when each action was last reminded of."""

    last: Look | None = None
    notice: Look | None = None
    told: dict[str, datetime] = {}


def remembered(state: Path) -> Memory:
    """What is remembered in the state folder; nothing when it cannot be read: then a reminder may come twice."""
    try:
        return msgspec.json.decode((state / FILE).read_bytes(), type=Memory)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Memory()


def remember(state: Path, memory: Memory) -> None:
    """Keep it in the state folder; not forced to disk. Raises StorageError."""
    private_folder(state)
    replace_file(state / FILE, msgspec.json.encode(memory), forced=False)


def after(memory: Memory, look: Look, action: str = "") -> Memory:
    """The memory with one more look; `action` is what was reminded of, if anything was."""
    spoke = look.happened is not Happened.NOTHING
    told = memory.told | {action: look.at} if action and look.happened is Happened.TOLD else memory.told
    return Memory(last=look, notice=look if spoke else memory.notice, told=told)
