"""The only way anything gets into the diary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC
from pathlib import Path
from uuid import uuid4

import msgspec

from coach.clock import Clock
from coach.diary.files import explain, private_folder, replace_file, stamp_of
from coach.diary.lock import locked
from coach.diary.machine import Action, Machine, Written, volume_path
from coach.diary.version import Order, Record, Version, version_of
from coach.diary.volume import TABLE, Shelf, UnreadableError, decode_volume
from coach.errors import BadInputError


class Change(msgspec.Struct, frozen=True):
    """A version to be written: `record` has id, kind, day and content; `base` is the version it follows."""

    part: str
    record: Record
    base: Order | None = None
    restores: Order | None = None


class Writer:
    """Writes versions under the lock, durably, into this device's own volumes.

    `notices` tells what the person should know of the last write, such as a volume set aside.
    """

    def __init__(self, shelf: Shelf, machine: Machine, state: Path, clock: Clock) -> None:
        self._shelf = shelf
        self._machine = machine
        self._state = state
        self._clock = clock
        self.notices: list[str] = []

    def write(
        self, label: str, compose: Callable[[], Sequence[Change]], undoes: Callable[[], str] = str
    ) -> list[Version]:
        """Write what `compose` returns as one action; when this returns, it is on disk.

        `compose` is called with the lock held, so what it reads is the newest there is. Raises StorageError;
        then nothing that was acknowledged before is touched.
        """
        with locked(self._state):
            changes = compose()
            if not changes and not undoes():
                return []
            self._make_folder()
            device = self._machine.device_for(self._shelf.folder, {change.part for change in changes})
            action = uuid4().hex
            stamped = [(change, self._stamped(change, device, action)) for change in changes]
            written = tuple(
                Written(version.id, change.part, version.order, change.base, change.restores)
                for change, version in stamped
            )
            self._machine.record(Action(action, label, written, undoes()))
            by_part: dict[str, list[Record]] = defaultdict(list)
            for change, version in stamped:
                by_part[change.part].append(version.record)
            for part, records in by_part.items():
                self._insert(volume_path(self._shelf.folder, part, device), records)
            return [version for _, version in stamped]

    def _make_folder(self) -> None:
        try:
            private_folder(self._shelf.folder)
        except OSError as error:
            raise explain(error, self._shelf.folder / "diary") from error

    def _stamped(self, change: Change, device: str, action: str) -> Version:
        record = {
            **change.record,
            "rev": change.base.rev + 1 if change.base else 1,
            "logged": self._clock.now().astimezone(UTC).isoformat(timespec="microseconds"),
            "device": device,
            "action": action,
        }
        version = version_of(msgspec.to_builtins(record))
        if version is None:
            raise BadInputError(f"not a record: {sorted(record)}", "it lacks what every entry has")
        return version

    def _insert(self, path: Path, records: list[Record]) -> None:
        try:
            self._insert_into(path, records)
        except UnreadableError:
            self._set_aside(path)
            self._insert_into(path, records)

    def _insert_into(self, path: Path, records: list[Record]) -> None:
        from tinydb import TinyDB

        from coach.diary.storage import DurableStorage

        previous = self._machine.previous / path.name
        with TinyDB(
            path, storage=DurableStorage, previous=previous, note=lambda stamp: self._machine.note(path, stamp)
        ) as volume:
            volume.table(TABLE, cache_size=0).insert_multiple(records)

    def _set_aside(self, path: Path) -> None:
        """Rename an unreadable volume and put its previous generation, if any, in its place."""
        aside = path.with_name(f"{path.name}.set-aside-{self._clock.now():%Y%m%dT%H%M%S}-{uuid4().hex[:4]}")
        try:
            path.rename(aside)
        except OSError as error:
            raise explain(error, path) from error
        self.notices.append(f"{path.name} could not be read and was set aside as {aside.name}")
        try:
            generation = (self._machine.previous / path.name).read_bytes()
            decode_volume(generation, path.name)
        except (OSError, UnreadableError):
            return
        replace_file(path, generation, lambda status: self._machine.note(path, stamp_of(status)))
        self.notices.append("its previous generation was taken: the very last entry may be missing")
