"""The diary's entries: read, edited, deleted, undone, exported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from coach.diary.diary import Undone
from coach.errors import BadInputError
from coach.model.day import parse_day, parse_moment
from coach.model.entry import COMMON_FIELDS, KINDS, Entry
from coach.model.nearest import hint_for
from coach.model.text import clean_note

if TYPE_CHECKING:
    from coach.service.coach import Coach

EXPORT_FORMAT = "coach-export"
EXPORT_VERSION = 1


class EntryService:
    """What was written, and changing it; every change can be undone."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

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

        Raises BadInputError that names the entry, the field and what it takes.
        """
        entry = self.find(wanted)
        fields = {key: self._value(entry, key, text) for key, text in said.items()}
        return self._coach.diary.edit(entry.id, fields, f"edit of a {entry.kind}")

    def delete(self, wanted: str) -> Entry:
        """Delete an entry; undo brings it back."""
        entry = self.find(wanted)
        self._coach.diary.delete([entry.id], f"deletion of a {entry.kind}")
        return entry

    def undo(self) -> Undone | None:
        """Take back what this machine wrote last; None when there is nothing to take back."""
        return self._coach.diary.undo()

    def export(self) -> dict[str, Any]:
        """Every version of every entry, with what a reader needs to know the format by."""
        return {
            "format": EXPORT_FORMAT,
            "version": EXPORT_VERSION,
            "exported": self._coach.now(),
            "entries": [version.record for version in self._coach.diary.versions()],
        }

    def faults(self) -> list[str]:
        """What could not be read so far, and what the last writes had to mend; the latter is told once."""
        return [*self._coach.diary.notices(), *self._coach.diary.faults()]

    def _value(self, entry: Entry, key: str, text: str) -> object:
        editable = [name for name in type(entry).__struct_fields__ if name not in COMMON_FIELDS] + ["day", "at"]
        if key not in editable:
            raise BadInputError(f"a {entry.kind} has no {key!r}", hint_for(key, editable))
        said = clean_note(text)
        if key == "day":
            return self._day(said)
        if said.lower() in {"", "none"}:
            return _emptied(entry, key)
        if key == "at":
            return parse_moment(said, self._coach.now(), self._coach.clock.local)
        field = next(f for f in msgspec.structs.fields(type(entry)) if f.name == key)
        if field.type in {tuple[str, ...]}:
            return [part.strip() for part in said.split(",") if part.strip()]
        try:
            return msgspec.to_builtins(msgspec.convert(_word(said, field.type), field.type, strict=False))
        except msgspec.ValidationError as error:
            raise BadInputError(f"{key} cannot be {text!r}: {error}", "nothing was written") from None

    def _day(self, said: str) -> date:
        return parse_day(said, self._coach.current_day())


def _emptied(entry: Entry, key: str) -> object:
    field = next(f for f in msgspec.structs.fields(type(entry)) if f.name == key)
    if field.required:
        raise BadInputError(f"{key} of a {entry.kind} cannot be empty", "give a value, or delete the entry")
    return None if field.default is msgspec.NODEFAULT else msgspec.to_builtins(field.default)


def _word(said: str, kind: object) -> object:
    """`yes` and `no` for fields that are true or false."""
    if "bool" in str(kind):
        return {"yes": True, "no": False}.get(said.lower(), said)
    return said
