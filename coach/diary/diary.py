"""The diary: what was done on which day, by whichever device it was logged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from coach.clock import Clock
from coach.diary.machine import Machine
from coach.diary.profile import id_of, settings_of
from coach.diary.undo import plan_undo
from coach.diary.version import Record, Version, entry_of, newest
from coach.diary.volume import PROFILE, Mark, Shelf, month_of
from coach.diary.writer import Change, Writer
from coach.errors import BadInputError
from coach.model.entry import COMMON_FIELDS, KINDS, Entry
from coach.model.profile import Scalar

SHORTEST_ID = 4


class Draft(msgspec.Struct, frozen=True):
    """An entry to be added: the fields of its kind, without those that every entry has."""

    kind: str
    day: date
    fields: Mapping[str, Any]
    at: datetime | None = None


class Undone(msgspec.Struct, frozen=True):
    """What an undo took back, and the entries it left because they were changed since."""

    label: str
    taken_back: int
    changed_since: tuple[Entry, ...] = ()


class Diary:
    """All entries of all devices in one folder, and the writing of this device's own."""

    def __init__(self, folder: Path, state: Path, clock: Clock) -> None:
        self._clock = clock
        self._machine = Machine(state)
        self._shelf = Shelf(folder, self._machine.previous)
        self._writer = Writer(self._shelf, self._machine, state, clock)

    def entries(self, first: date, last: date) -> list[Entry]:
        """The living entries of the days from `first` to `last`, in the order they happened."""
        found = [
            entry
            for month in _months(first, last)
            for version in newest(self._shelf.versions(month)).values()
            if first <= version.head.day <= last and not version.head.gone
            if (entry := entry_of(version)) is not None
        ]
        return sorted(found, key=lambda entry: (entry.moment, entry.logged, entry.id))

    def days(self) -> tuple[date, date] | None:
        """The first and last day that may have entries, by whole months; None for an empty diary."""
        months = self._shelf.months()
        if not months:
            return None
        first = date.fromisoformat(f"{months[-1]}-01")
        last = date.fromisoformat(f"{months[0]}-28") + timedelta(days=4)
        return first, last.replace(day=1) - timedelta(days=1)

    def settings(self, until: datetime | None = None) -> dict[str, Scalar]:
        """The profile's keys and values, as they stood at `until`."""
        return settings_of(self._shelf.versions(PROFILE), until)

    def marks(self, first: date, last: date) -> tuple[Mark, ...]:
        """Changes whenever any process or device writes to these days or to the profile."""
        return self._shelf.marks([PROFILE, *_months(first, last)])

    def versions(self) -> list[Version]:
        """Every version there is, newest month first, then the profile; for export."""
        return [version for part in [*self._shelf.months(), PROFILE] for version in self._shelf.versions(part)]

    def faults(self) -> list[str]:
        """What could not be read, of the volumes that were asked for so far."""
        return list(self._shelf.faults.values())

    def check(self) -> list[str]:
        """What cannot be read, of all that is in the folder."""
        unknown = sum(entry_of(version) is None for version in self.versions())
        counted = f"{unknown} entries of a kind or shape this coach does not know; they are kept"
        return [*self.faults(), *([counted] if unknown else [])]

    def notices(self) -> list[str]:
        """What the person should know of the last writes; told once."""
        notices, self._writer.notices = self._writer.notices, []
        return notices

    def find(self, wanted: str) -> Entry:
        """The living entry whose id begins with `wanted`; raises BadInputError when none or several do."""
        version = self._find(wanted.strip().lower())
        entry = entry_of(version)
        if entry is None:
            raise BadInputError(f"{wanted} is of a kind this coach does not know", "use the coach that wrote it")
        return entry

    def add(self, drafts: Sequence[Draft], label: str) -> list[Entry]:
        """Write new entries as one action; raises BadInputError or StorageError, and then none is written."""
        changes = [_addition(draft) for draft in drafts]
        return _entries(self._writer.write(label, lambda: changes))

    def edit(self, wanted: str, fields: Mapping[str, Any], label: str) -> Entry:
        """Write a new version of an entry with some `fields` changed (`day` and `at` too).

        An entry that changes its day is deleted and written anew, for the day of an id never changes.
        """

        def compose() -> list[Change]:
            old = self._find(wanted)
            record = {**old.record, **fields}
            if msgspec.to_builtins(record["day"]) == old.record["day"]:
                _check(record)
                return [Change(month_of(old.head.day), record, old.order)]
            content = {key: value for key, value in record.items() if key not in COMMON_FIELDS}
            moved = Draft(old.head.kind, msgspec.convert(record["day"], date), content, record.get("at"))
            return [_addition(moved), _deletion(old)]

        return _entries(self._writer.write(label, compose))[0]

    def delete(self, wanted: Iterable[str], label: str) -> list[Entry]:
        """Delete entries as one action; they stay in the volumes as versions that are gone."""
        ids = list(wanted)
        return _entries(self._writer.write(label, lambda: [_deletion(self._find(one)) for one in ids]))

    def put(self, values: Mapping[str, Scalar], day: date, label: str) -> None:
        """Set profile keys as one action; None unsets."""

        def compose() -> list[Change]:
            known = newest(self._shelf.versions(PROFILE))
            return [_setting(known.get(id_of(key)), key, value, day) for key, value in values.items()]

        self._writer.write(label, compose)

    def undo(self) -> Undone | None:
        """Take back this machine's last action that is not undone yet; None when there is none."""
        plans = []

        def compose() -> list[Change]:
            plan = plan_undo(self._machine.actions(), self._versions_of)
            plans.append(plan)
            return list(plan.changes) if plan else []

        def undoes() -> str:
            return plans[0].action.action if plans[0] else ""

        self._writer.write("undo", compose, undoes)
        plan = plans[0]
        if plan is None:
            return None
        return Undone(plan.action.label, len(plan.changes), tuple(_entries(plan.changed_since)))

    def _versions_of(self, part: str, wanted: str) -> list[Version]:
        return [version for version in self._shelf.versions(part) if version.id == wanted]

    def _find(self, wanted: str) -> Version:
        hint = "coach log shows ids; give at least four characters of one"
        if len(wanted) < SHORTEST_ID:
            raise BadInputError(f"{wanted!r} is too short for an id", hint)
        parts = [part for part in self._shelf.holding(f'"{wanted}') if part != PROFILE]
        found = [
            version
            for part in parts
            for version in newest(self._shelf.versions(part)).values()
            if version.id.startswith(wanted) and not version.head.gone
        ]
        if not found:
            raise BadInputError(f"no entry {wanted!r}", hint)
        if len(found) > 1:
            ids = ", ".join(version.id[:12] for version in found[:5])
            raise BadInputError(f"{wanted!r} begins several ids", f"one of: {ids}")
        return found[0]


def _addition(draft: Draft) -> Change:
    record = {"id": uuid4().hex, "kind": draft.kind, "day": draft.day, "at": draft.at, **draft.fields}
    _check(record)
    return Change(month_of(draft.day), record)


def _deletion(old: Version) -> Change:
    return Change(month_of(old.head.day), {**old.record, "gone": True}, old.order)


def _setting(old: Version | None, key: str, value: Scalar, day: date) -> Change:
    if old is None:
        return Change(PROFILE, {"id": id_of(key), "kind": "profile", "day": day, "key": key, "value": value})
    record = {name: kept for name, kept in old.record.items() if name != "gone"} | {"value": value}
    return Change(PROFILE, record, old.order)


def _check(record: Record) -> None:
    """Raises BadInputError when the record is not an entry of its kind; the stamp is still to come."""
    stamp = {"rev": 1, "logged": "2000-01-01T00:00:00Z", "device": "", "action": ""}
    try:
        msgspec.convert({**msgspec.to_builtins(record), **stamp}, KINDS[record["kind"]])
    except msgspec.ValidationError as error:
        raise BadInputError(f"not a {record['kind']}: {error}", "nothing was written; mend that value") from None


def _entries(versions: Iterable[Version]) -> list[Entry]:
    return [entry for version in versions if (entry := entry_of(version)) is not None]


def _months(first: date, last: date) -> list[str]:
    months = []
    day = first.replace(day=1)
    while day <= last:
        months.append(month_of(day))
        day = (day + timedelta(days=32)).replace(day=1)
    return months
