"""What this machine remembers of its diary: its device id, how it left its volumes, its last actions."""

from __future__ import annotations

import os
from _blake2 import blake2b  # That of hashlib, which loads OpenSSL too: 2 ms (tests.bench.daily --only status).
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import uuid4

import msgspec

from coach.diary.files import Stamp, private_folder, replace_file, stamp_of
from coach.diary.journal import Journal
from coach.diary.version import Order
from coach.errors import StorageError

ACTIONS_KEPT = 50
_LINES = 4 * ACTIONS_KEPT
"""A file of memory with more lines is written anew with what counts of them; that is forced to disk."""


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


class Moves(msgspec.Struct, frozen=True):
    """Where the diary was moved to, and the folders it was moved away from."""

    to: str = ""
    left: tuple[str, ...] = ()


def machine_key() -> str:
    """A name for this machine that a copied home folder does not carry along."""
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            found = Path(place).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
        if found:
            return _digest(found)
    return _digest(os.uname().nodename)


def _digest(text: str) -> str:
    return blake2b(f"coach {text}".encode(), digest_size=6).hexdigest()


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
        self._remembered: tuple[tuple[Remark, ...], Remark] | None = None
        self._whereabouts = folder / "whereabouts.json"

    def device(self) -> str:
        """The id under which this machine writes."""
        return self._memory().device or self.renew()

    def renew(self) -> str:
        """Take a new device id, and leave the volumes of the old one alone from now on."""
        device = uuid4().hex[:8]
        self._remarks.append(Remark(device))
        return device

    def known_device(self) -> str:
        """The id under which this machine wrote last; empty when it never did, or forgot."""
        return self._memory().device

    def noted(self) -> set[str]:
        """The names of the volumes that this machine left somewhere under its present id."""
        return {name for name, stamps in self._memory().volumes.items() if None not in stamps}

    def torn_memory(self) -> list[Path]:
        """The files of this machine's memory in which lines cannot be read."""
        return [journal.path for journal in (self._remarks, self._actions) if journal.torn()]

    def rewrite_memory(self) -> None:
        """Write what can be read of the memory anew; raises StorageError."""
        self._remarks.rewrite(self._remarks.read())
        self._actions.rewrite(self._actions.read())

    def left_so(self, path: Path) -> bool:
        """Whether this machine left its volume at `path` as it is now, be it missing."""
        return stamp_at(path) in self._memory().volumes.get(path.name, (None,))

    def note(self, stamps: Stamps) -> None:
        """Remember the stamps that own volumes may have from now on."""
        if self._remarks.append(Remark(volumes=dict(stamps))) > _LINES:
            self._remarks.rewrite([self._memory()])

    def actions(self) -> list[Action]:
        """The last actions of this machine and what took them back, oldest first."""
        return _last(self._actions.read())

    def record(self, action: Action) -> None:
        """Add an action, before its versions are written, and let go of the oldest."""
        if self._actions.append(action) > _LINES:
            self._actions.rewrite(self.actions())

    def moved(self, old: Path, new: Path) -> None:
        """Remember that the diary was moved from one folder to another; raises StorageError."""
        left = {*self._moves().left, str(old)} - {str(new)}
        private_folder(self._whereabouts.parent)
        replace_file(self._whereabouts, msgspec.json.encode(Moves(str(new), tuple(sorted(left)))))

    def expect(self, folder: Path) -> None:
        """Raises StorageError when the diary was moved away from `folder`, or `folder` should be there and is not.

        A program opened before the move, or a drive that is not mounted, would begin a diary nobody looks at.
        """
        moves = self._moves()
        if str(folder) in moves.left:
            message = f"the diary is no longer in {folder}: it was moved to {moves.to}; nothing was written"
            mend = f"start coach again; if that does not help: coach settings data-dir {Path(moves.to).parent}"
            raise StorageError(message, mend)
        self.expect_there(folder)

    def expect_there(self, folder: Path) -> None:
        """Raises StorageError when the diary was moved to `folder` and that is not there now."""
        if str(folder) == self._moves().to and not folder.is_dir():
            message = f"the diary's folder {folder} is not there; nothing was written"
            raise StorageError(message, "mount or connect what it lies on, then try again")

    def _moves(self) -> Moves:
        try:
            return msgspec.json.decode(self._whereabouts.read_bytes(), type=Moves)
        except (OSError, msgspec.DecodeError):
            return Moves()

    def _memory(self) -> Remark:
        remarks = self._remarks.read()
        if self._remembered is None or self._remembered[0] is not remarks:
            device, volumes = "", dict[str, tuple[Stamp | None, ...]]()
            for remark in remarks:
                if remark.device:
                    device, volumes = remark.device, {}
                volumes.update(remark.volumes)
            self._remembered = remarks, Remark(device, volumes)
        return self._remembered[1]


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
