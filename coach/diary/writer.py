"""The only way anything gets into the diary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from coach.clock import Clock
from coach.diary.change import Change
from coach.diary.files import private_folder, remove_leftovers, sync_folder
from coach.diary.lock import Patience, locked
from coach.diary.machine import Action, Machine, Written, stamp_at, volume_path
from coach.diary.shelf import Shelf
from coach.diary.version import Version, version_of
from coach.diary.volume import TABLE, UnreadableError
from coach.errors import BadInputError, StorageError

if TYPE_CHECKING:
    from coach.diary.storage import DurableStorage, Left


class Writer:
    """Writes versions under the lock, durably, into this device's own volumes.

    `notices` tells what the person should know of the last write, such as a volume set aside. `on_written` is
    called after each write, when it is on disk and the lock is free again; it must not raise.
    """

    def __init__(
        self,
        shelf: Shelf,
        machine: Machine,
        state: Path,
        clock: Clock,
        *,
        on_written: Callable[[], None],
        patience: Callable[[], Patience] = Patience,
    ) -> None:
        self._shelf = shelf
        self._machine = machine
        self._state = state
        self._clock = clock
        self._on_written = on_written
        self._patience = patience
        self._left: dict[Path, Left] = {}
        """How the last write left its volumes, as far as that is known."""
        self._holder: int | None = None
        """The thread that holds the lock here, and whether it wrote something since."""
        self._wrote = False
        self.notices: list[str] = []

    def write(
        self, label: str, compose: Callable[[], Sequence[Change]], undoes: Callable[[], str] = str
    ) -> list[Version]:
        """Write what `compose` returns as one action; when this returns, it is on disk.

        `compose` is called with the lock held, so what it reads is the newest there is. Raises StorageError;
        then nothing that was acknowledged before is touched.
        """
        with self.holding_lock():
            versions = self._write(label, compose(), undoes())
            self._wrote |= bool(versions)
        return versions

    @contextmanager
    def holding_lock(self) -> Iterator[None]:
        """Nobody else writes meanwhile; raises StorageError when another program does, or the diary was moved.

        What this thread writes within is written under the same lock.
        """
        if self._holder == get_ident():
            yield
            return
        wrote = False
        try:
            with locked(self._state, self._patience()), self._shelf.look.once():
                self._holder, self._wrote = get_ident(), False
                try:
                    self._shelf.look.again()
                    self._machine.expect(self._shelf.folder)
                    yield
                finally:
                    self._holder, wrote = None, self._wrote
        finally:
            if wrote:
                self._on_written()

    def _write(self, label: str, changes: Sequence[Change], undoes: str) -> list[Version]:
        if not changes and not undoes:
            return []
        private_folder(self._shelf.folder)
        device = self._device_for({change.part for change in changes})
        action = uuid4().hex
        stamped = [(change, self._stamped(change, device, action)) for change in changes]
        written = tuple(
            Written(version.id, change.part, version.order, change.base, change.restores)
            for change, version in stamped
            if change.undoable
        )
        by_part: dict[str, list[Version]] = defaultdict(list)
        for change, version in stamped:
            by_part[change.part].append(version)
        with ExitStack() as opened:
            volumes = [
                self._with_records(opened, volume_path(self._shelf.folder, part, device), versions)
                for part, versions in by_part.items()
            ]
            left = self._commit(volumes, Action(action, label, written, undoes))
            for volume, now, versions in zip(volumes, left, by_part.values(), strict=True):
                self._grew(volume, now, versions)
            self._left = {volume.path: now for volume, now in zip(volumes, left, strict=True) if now is not None}
        return [version for _, version in stamped]

    def _device_for(self, parts: set[str]) -> str:
        """The device id under which to write these parts.

        A new one when an own volume is not as this machine left it: then the folder was restored, cloned or
        is shared, and that volume is left alone. A torn one is this machine's to mend.
        """
        device = self._machine.device()
        for part in sorted(parts):
            path = volume_path(self._shelf.folder, part, device)
            if not self._machine.left_so(path):
                from coach.diary.aside import is_torn

                if not is_torn(path):
                    return self._machine.renew()
                self._set_aside(path)
        return device

    def _stamped(self, change: Change, device: str, action: str) -> Version:
        record = change.record
        if not change.stamped:
            record = {
                **record,
                "rev": change.base.rev + 1 if change.base else 1,
                "logged": self._clock.now().astimezone(UTC).isoformat(timespec="microseconds"),
                "device": device,
                "action": action,
            }
        version = version_of(msgspec.json.decode(msgspec.json.encode(record)))  # As it will be read.
        if version is None:
            raise BadInputError(f"not a record: {sorted(record)}", "it lacks what every entry has")
        return version

    def _with_records(self, opened: ExitStack, path: Path, versions: list[Version]) -> DurableStorage:
        """The volume at `path` with `versions` added, ready to be committed."""
        from tinydb import TinyDB

        from coach.diary.storage import DurableStorage

        storage = DurableStorage(path, self._machine.previous / path.name, self._left.get(path))
        opened.callback(storage.close)
        try:
            storage.read()
        except UnreadableError:
            self._set_aside(path)
        remove_leftovers(path, self._shelf.look.listed().hidden)
        if path not in self._left:
            remove_leftovers(storage.previous)
        TinyDB(storage=lambda: storage).table(TABLE, cache_size=0).insert_multiple(
            version.record for version in versions
        )
        return storage

    def _commit(self, volumes: Sequence[DurableStorage], action: Action) -> list[Left | None]:
        before = {volume.path.name: stamp_at(volume.path) for volume in volumes}
        coming = {volume.path.name: volume.coming for volume in volumes}
        if volumes:
            self._machine.note({name: (before[name], coming[name]) for name in before})
        if action.wrote or action.undoes:
            self._machine.record(action)
        left = [volume.commit() for volume in volumes]
        if volumes:
            sync_folder(self._shelf.folder)
            with suppress(StorageError):  # What was noted before still holds, if less narrowly.
                self._machine.note({name: (stamp,) for name, stamp in coming.items()})
        return left

    def _grew(self, volume: DurableStorage, left: Left | None, new: Sequence[Version]) -> None:
        """What is known of a volume holds on, with what is `new` in it."""
        if left is not None and volume.before is not None:
            self._shelf.grew(volume.before, left.mark, new)
        else:
            self._shelf.look.again()

    def _set_aside(self, path: Path) -> None:
        from coach.diary.aside import set_aside

        self.notices.extend(set_aside(path, self._machine, self._clock.now()))
