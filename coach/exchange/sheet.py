"""The diary as sheets, one for each kind: what counts now of every entry, a row each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from functools import cache

import msgspec

from coach.diary.version import Version, newest
from coach.exchange.cell import guarded, to_cell
from coach.model.entry import COMMON_FIELDS, KINDS, Entry

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""
FIRST = ("kind", "day", "time")
STAMP = ("id", "rev", "logged", "device", "action")
LAST = ("at", *STAMP, "more")
"""What a sheet is taken in by; `more` has keys that this coach does not know, as JSON."""


class Sheet(msgspec.Struct, frozen=True):
    """A sheet as CSV with a byte-order mark, and how many entries are in it."""

    text: str
    entries: int


def columns_of(kind: str) -> tuple[str, ...]:
    """The columns of a kind's sheet, in order."""
    return (*FIRST, *(field.name for field in fields_of(kind)), *LAST)


@cache
def fields_of(kind: str) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields of a kind beside those that every entry has."""
    return tuple(field for field in msgspec.structs.fields(KINDS[kind]) if field.name not in COMMON_FIELDS)


def sheets(versions: Iterable[Version]) -> dict[str, Sheet]:
    """For every kind its sheet, in the order of days; an empty one has its header.

    Deleted entries, older versions and kinds that this coach does not know are in no sheet.
    """
    living = [version for version in newest(versions).values() if not version.head.gone]
    entries = [(entry, version) for version in living if (entry := version.entry) is not None]
    entries.sort(key=lambda pair: (pair[0].day, pair[0].moment, pair[0].logged, pair[0].id))
    return {kind: _sheet(kind, [pair for pair in entries if pair[0].kind == kind]) for kind in KINDS}


def _sheet(kind: str, entries: list[tuple[Entry, Version]]) -> Sheet:
    written = io.StringIO(newline="")
    written.write(BOM)
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns_of(kind))
    for entry, version in entries:
        writer.writerow(_row(entry, version))
    return Sheet(written.getvalue(), len(entries))


def _row(entry: Entry, version: Version) -> list[str]:
    record, fields = version.record, fields_of(entry.kind)
    known = COMMON_FIELDS | {field.name for field in fields}
    more = {key: value for key, value in record.items() if key not in known}
    return [
        entry.kind,
        entry.day.isoformat(),
        f"{entry.at:%H:%M}" if entry.at else "",
        *(to_cell(getattr(entry, field.name), field) for field in fields),
        str(record.get("at") or ""),
        *(guarded(str(record[name])) for name in STAMP),
        json.dumps(more, ensure_ascii=False) if more else "",
    ]
