"""What this machine remembers of its diary: its device id, how it left its volumes, its last actions."""

from __future__ import annotations

import hashlib
import platform
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import msgspec

from coach.diary.files import Stamp, private_folder, replace_file, stamp_of
from coach.diary.version import Order

T = TypeVar("T")
ACTIONS_KEPT = 50


class Written(msgspec.Struct, frozen=True):
    """One version that an action wrote: in which part, on what version it was built, which one it restored."""

    id: str
    part: str
    order: Order
    base: Order | None = None
    restores: Order | None = None


class Action(msgspec.Struct, frozen=True):
    """What one key press wrote; `undoes` names the action it took back."""

    action: str
    label: str
    wrote: tuple[Written, ...]
    undoes: str = ""


class Memory(msgspec.Struct, frozen=True):
    """The device id, and the stamps each own volume may rightly have: as it was left, and as being written.

    None among the stamps means that the volume may rightly be missing.
    """

    device: str
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
        self._folder = state / f"machine-{machine_key()}"
        self.previous = self._folder / "previous"

    def device_for(self, volumes: Path, parts: set[str]) -> str:
        """The id under which to write these parts.

        A new one when an own volume is not as this machine left it: then the folder was restored, cloned
        or is shared, and that volume is left alone.
        """
        known = memory = self._memory()
        for part in parts:
            path = volume_path(volumes, part, memory.device)
            if stamp_at(path) not in memory.volumes.get(path.name, (None,)):
                memory = Memory(_new_id())
                break
        if memory is not known or not memory.volumes:
            self._remember(memory)
        return memory.device

    def note(self, path: Path, coming: Stamp) -> None:
        """Remember that `path` is about to have the stamp `coming`, and may still have the one it has."""
        memory = self._memory()
        volumes = memory.volumes | {path.name: (stamp_at(path), coming)}
        self._remember(Memory(memory.device, volumes))

    def actions(self) -> list[Action]:
        """The last actions of this machine, oldest first."""
        return _load(self._folder / "actions.json", list[Action]) or []

    def record(self, action: Action) -> None:
        """Add an action, before its versions are written, and let go of the oldest."""
        kept = [*self.actions(), action][-2 * ACTIONS_KEPT :]
        self._save("actions.json", kept)

    def _memory(self) -> Memory:
        return _load(self._folder / "device.json", Memory) or Memory(_new_id())

    def _remember(self, memory: Memory) -> None:
        self._save("device.json", memory)

    def _save(self, name: str, value: object) -> None:
        private_folder(self._folder)
        replace_file(self._folder / name, msgspec.json.encode(value), forced=False)


def volume_path(folder: Path, part: str, device: str) -> Path:
    """Where `device` keeps a month (or the profile)."""
    return folder / f"{part}.{device}.json"


def stamp_at(path: Path) -> Stamp | None:
    """The stamp of the file at `path`, or None when there is none."""
    try:
        return stamp_of(path.stat())
    except FileNotFoundError:
        return None


def _new_id() -> str:
    return uuid4().hex[:8]


def _load(path: Path, kind: type[T]) -> T | None:
    """The state file's value, or None when it is missing or was torn by a power cut."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
