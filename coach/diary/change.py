"""What is to be written: new versions of entries, before they are stamped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import msgspec

from coach.diary.profile import id_of
from coach.diary.version import Order, Record, Version, version_of
from coach.diary.volume import PROFILE, month_of
from coach.errors import BadInputError
from coach.model.entry import COMMON_FIELDS, KINDS, Entry
from coach.model.setting import Scalar

_STAMP = {"rev": 1, "logged": "2000-01-01T00:00:00Z", "device": "", "action": ""}


class Draft(msgspec.Struct, frozen=True):
    """An entry to be added: the fields of its kind, without those that every entry has."""

    kind: str
    day: date
    fields: Mapping[str, Any]
    at: datetime | None = None


class Change(msgspec.Struct, frozen=True):
    """A version to be written: `record` has id, kind, day and content.

    `base` is the version it follows, `restores` the one whose content an undo brings back. A record that is
    `stamped` is written as it is: a version from elsewhere. One that is not `undoable` changes nothing to be
    seen by itself.
    """

    part: str
    record: Record
    base: Order | None = None
    restores: Order | None = None
    stamped: bool = False
    undoable: bool = True


class Undone(msgspec.Struct, frozen=True):
    """What an undo took back, and the entries it left because they were changed since."""

    label: str
    taken_back: int
    changed_since: tuple[Entry, ...] = ()


def addition(draft: Draft) -> Change:
    """A new entry; raises BadInputError when it is none of its kind."""
    record = {"id": uuid4().hex, "kind": draft.kind, "day": draft.day, "at": draft.at, **draft.fields}
    _check(record)
    return Change(month_of(draft.day), record)


def edition(old: Version, fields: Mapping[str, Any]) -> list[Change]:
    """The entry with some `fields` changed; raises BadInputError when it is none of its kind then.

    An entry that changes its day is deleted and written anew, for the day of an id never changes.
    """
    record = {**old.record, **fields}
    _check(record)
    if msgspec.to_builtins(record["day"]) == old.record["day"]:
        return [Change(month_of(old.head.day), record, old.order)]
    content = {key: value for key, value in record.items() if key not in COMMON_FIELDS}
    moved = Draft(old.head.kind, msgspec.convert(record["day"], date), content, record.get("at"))
    return [addition(moved), deletion(old)]


def deletion(old: Version) -> Change:
    """The entry, gone."""
    return Change(month_of(old.head.day), {**old.record, "gone": True}, old.order)


def setting(old: Version | None, key: str, value: Scalar, day: date) -> Change:
    """A profile key with a new value."""
    if old is None:
        return Change(PROFILE, {"id": id_of(key), "kind": "profile", "day": day, "key": key, "value": value})
    record = {name: kept for name, kept in old.record.items() if name != "gone"} | {"value": value}
    return Change(PROFILE, record, old.order)


def _check(record: Record) -> None:
    """Raises BadInputError unless the record, read back from a file, will be an entry of its kind."""
    kind = record["kind"]
    hint = "nothing was written; mend that value"
    try:
        version = version_of(msgspec.json.decode(msgspec.json.encode({**record, **_STAMP})))
        if version is not None and kind in KINDS and version.entry is None:
            msgspec.convert(version.record, KINDS[kind])
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise BadInputError(f"not a {kind}: {error}", hint) from None
    if version is None or version.entry is None:
        raise BadInputError(f"not a {kind} that this coach knows", hint)
