"""What this machine remembers of its diary: its device id, how it left its volumes, its last actions."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import uuid4

import msgspec

from coach.diary.files import Stamp, stamp_of
from coach.diary.journal import Journal
from coach.diary.version import Order
from coach.errors import StorageError

ACTIONS_KEPT = 50
_ACTION_LINES = 4 * ACTIONS_KEPT
_REMARK_LINES = 60


class Written(msgspec.Struct, frozen=True, omit_defaults=True):
    """One version that an action wrote: in which part, on what version it was built, which one it restored."""

    id: str
    part: str
    order: Order
    base: Order | None = None
    restores: Order | None = None


class Action(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one key press wrote; `undoes` names the action it took back."""

    action: str
    label: str
    wrote: tuple[Written, ...]
    undoes: str = ""


Stamps = Mapping[str, tuple[Stamp | None, ...]]
"""By volume name, the stamps it may have: as it was left, and as it is about to be; None is for missing."""


class Remark(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of memory: a new device id, with which all stamps are forgotten, or stamps of own volumes."""

    device: str = ""
    volumes: dict[str, tuple[Stamp | None, ...]] = {}


def machine_key() -> str:
    """A name for this machine that a copied home folder does not carry along."""
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            found = Path(place).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
        if found:
            return _digest(found)
    return _digest(platform.node())


def _digest(text: str) -> str:
    return hashlib.blake2b(f"coach {text}".encode(), digest_size=6).hexdigest()


class Machine:
    """This machine's own part of the state folder; changed only while the diary's lock is held.

    None of it is forced to disk: if a power cut takes it, a new device id and an empty list of actions do
    no harm.
    """

    def __init__(self, state: Path) -> None:
        folder = state / f"machine-{machine_key()}"
        self.previous = folder / "previous"
        self._remarks = Journal(folder / "device.jsonl", Remark)
        self._actions = Journal(folder / "actions.jsonl", Action)

    def device(self) -> str:
        """The id under which this machine writes."""
        return self._memory().device or self.renew()

    def renew(self) -> str:
        """Take a new device id, and leave the volumes of the old one alone from now on."""
        device = uuid4().hex[:8]
        self._remarks.append(Remark(device))
        return device

    def left_so(self, path: Path) -> bool:
        """Whether this machine left its volume at `path` as it is now, be it missing."""
        return stamp_at(path) in self._memory().volumes.get(path.name, (None,))

    def note(self, stamps: Stamps) -> None:
        """Remember the stamps that own volumes may have from now on."""
        if self._remarks.append(Remark(volumes=dict(stamps))) > _REMARK_LINES:
            self._remarks.rewrite([self._memory()])

    def actions(self) -> list[Action]:
        """The last actions of this machine and what took them back, oldest first."""
        return _last(self._actions.read())

    def record(self, action: Action) -> None:
        """Add an action, before its versions are written, and let go of the oldest."""
        if self._actions.append(action) > _ACTION_LINES:
            self._actions.rewrite(self.actions())

    def _memory(self) -> Remark:
        memory = Remark()
        for remark in self._remarks.read():
            memory = remark if remark.device else Remark(memory.device, memory.volumes | remark.volumes)
        return memory


def _last(actions: Sequence[Action]) -> list[Action]:
    taken = [place for place, action in enumerate(actions) if not action.undoes]
    return list(actions[taken[-ACTIONS_KEPT] :] if len(taken) > ACTIONS_KEPT else actions)


def volume_path(folder: Path, part: str, device: str) -> Path:
    """Where `device` keeps a month (or the profile)."""
    return folder / f"{part}.{device}.json"


def stamp_at(path: Path) -> Stamp | None:
    """The stamp of the file at `path`, or None when there is none; raises StorageError."""
    try:
        return stamp_of(path.stat())
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"{path} cannot be reached: {error.strerror or error}; nothing was written"
        raise StorageError(message, "make the folder one you can read and write") from error
