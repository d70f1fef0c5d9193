"""The diary's entries: read, edited, deleted, undone, checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from coach.diary.diary import Undone
from coach.diary.files import private_folder
from coach.errors import BadInputError
from coach.model.entry import KINDS, Entry
from coach.model.nearest import hint_for
from coach.service.editing import edited

if TYPE_CHECKING:
    from coach.diary.faults import Fault
    from coach.service.coach import Coach


class Repaired(msgspec.Struct, frozen=True):
    """Where the diary was copied to first, if there was anything to mend, and what was done."""

    backup: Path | None
    done: tuple[str, ...]


class EntryService:
    """What was written, and changing it; every change can be undone."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._told: set[str] = set()

    def log(self, *, days: int = 7, kind: str | None = None) -> list[Entry]:
        """The entries of the last `days` days, newest first, of one kind or of all."""
        kinds = [known for known in KINDS if known != "profile"]
        if kind is not None and kind not in kinds:
            raise BadInputError(f"no kind of entry {kind!r}", hint_for(kind, kinds))
        if not 1 <= days <= 40_000:
            raise BadInputError(f"cannot show {days} days", "give a number of days from 1 on")
        today = self._coach.current_day()
        entries = self._coach.diary.entries(today - timedelta(days=days - 1), today)
        return [entry for entry in reversed(entries) if kind is None or entry.kind == kind]

    def find(self, wanted: str) -> Entry:
        """The entry whose id begins so; raises BadInputError when none or several do."""
        return self._coach.diary.find(wanted)

    def edit(self, wanted: str, said: Mapping[str, str]) -> Entry:
        """Change fields of an entry, each as typed; `none` empties one that may be empty.

        An entry that changes its day gets a new id. Raises BadInputError that names the entry, the field
        and what it takes.
        """
        entry = self.find(wanted)
        return self._coach.diary.edit(entry.id, edited(self._coach, entry, said), f"edit of a {entry.kind}")

    def delete(self, wanted: str) -> Entry:
        """Delete an entry; undo brings it back."""
        entry = self.find(wanted)
        self._coach.diary.delete([entry.id], f"deletion of a {entry.kind}")
        return entry

    def undo(self) -> Undone | None:
        """Take back what this machine wrote last; None when there is nothing to take back."""
        return self._coach.diary.undo()

    def count(self) -> int:
        """How many living entries the diary has, the profile's keys not counted."""
        span = self._coach.diary.days()
        return len(self._coach.diary.entries(*span)) if span else 0

    def marks(self, days: int) -> object:
        """A value that changes when anyone writes to the last `days` days."""
        today = self._coach.current_day()
        return today, self._coach.diary.marks(today - timedelta(days=days), today)

    def first_day(self) -> date | None:
        """The first day that may have entries; None for an empty diary."""
        span = self._coach.diary.days()
        return span[0] if span else None

    def check(self) -> list[Fault]:
        """Every fault in the diary's files, and what a repair would do about it; raises StorageError."""
        return self._coach.diary.survey()

    def repair(self) -> Repaired:
        """Mend what can be mended, after a backup; raises StorageError when there can be none, or no repair."""
        diary = self._coach.diary
        if not any(fault.repair for fault in diary.survey()):
            return Repaired(None, ())
        backup = self._coach.places.state / "backups" / f"before-repair-{self._coach.now():%Y%m%dT%H%M%S}.zip"

        def back_up() -> None:
            private_folder(backup.parent)
            self._coach.backups.make(backup)

        done = diary.repair(back_up)
        return Repaired(backup, tuple(done))

    def news(self) -> list[str]:
        """The faults that were not told before; for a program that stays open."""
        new = [fault for fault in self.faults() if fault not in self._told]
        self._told.update(new)
        return new

    def faults(self) -> list[str]:
        """What could not be read so far, and what the last writes had to mend; the latter is told once."""
        return self._coach.faults()
