"""Sheets taken in: those that coach wrote, and those that somebody made by hand."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID, uuid5

import msgspec

from coach.diary.change import Change
from coach.diary.taking import part_of
from coach.diary.version import Version
from coach.errors import BadInputError
from coach.exchange.cell import from_cell, unguarded
from coach.exchange.incoming import Broken, Incoming, NotARecordError, Placed
from coach.exchange.record import read_record
from coach.exchange.sheet import FIRST, LAST, STAMP, fields_of
from coach.model.entry import KINDS
from coach.model.nearest import hint_for

_NAMESPACE = UUID("0c1f3f0e-92a1-4f7e-8a5b-8d6f5f1c0b44")
_LONGEST_CELL = 1_000_000
_LONGEST_REV = 9
_STAMPED = {"rev": 1, "logged": "2000-01-01T00:00:00Z", "device": "", "action": ""}
"""In the place of the stamp that an entry gets when it is written."""
_FOLLOWING = {"tick": ("label", "item"), "eat": ("label", "food")}
"""What a field is when its cell is empty: what another one says."""
Row = dict[str, str]


class Here(Protocol):
    """What a time without an offset means here."""

    def moment(self, said: str, day: date | None = None) -> datetime:
        """A time as typed, on `day`, made aware; raises BadInputError."""
        ...

    def day_of(self, at: datetime | None, day: date | None) -> date:
        """The person's day that `at` belongs to."""
        ...

    def current_day(self) -> date:
        """The person's day that it is now."""
        ...


class _Sheet(msgspec.Struct, frozen=True):
    header: list[str]
    decimal_comma: bool
    rows: list[tuple[int, list[str]]]
    """The cells of each row that is not empty, with the number of its first line."""


def read_sheet(data: bytes, stem: str, here: Here) -> Incoming:
    """The entries in a sheet; `stem` is the name of its file, which is its kind if no column says it.

    A row with an id is a version as it is; one without becomes an entry whose id is made from what it
    says, so that it is one entry however often it comes. Raises BadInputError for what is no such sheet.
    """
    sheet = _sheet(data, stem)
    versions: list[Placed] = []
    entries: list[Change] = []
    broken: list[Broken] = []
    seen: Counter[str] = Counter()
    for line, cells in sheet.rows:
        try:
            row = _row(sheet.header, cells)
            kind = row.get("kind", stem).strip().lower()
            content = _content(row, kind, decimal_comma=sheet.decimal_comma)
            if "id" in row:
                versions.append(Placed(f"line {line}", _version(row, kind, content)))
            else:
                entries.append(_entry(row, kind, content, seen, here))
        except (NotARecordError, BadInputError) as error:
            broken.append(Broken(f"line {line}", str(error)))
    return Incoming(tuple(versions), tuple(entries), tuple(broken))


def _sheet(data: bytes, stem: str) -> _Sheet:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(f"{stem}: not UTF-8 at byte {error.start}", "save the sheet as CSV UTF-8") from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadInputError(f"{stem}: line {reader.line_num}: {error}", "save the sheet as CSV again") from None
    _check_header(header, stem)
    return _Sheet(header, delimiter == ";", rows)


def _check_header(header: list[str], stem: str) -> None:
    if "kind" not in header and stem.lower() not in KINDS:
        raise BadInputError(
            f"{stem} is no sheet of a diary: it has no column kind, and its name is no kind",
            f"name the file after what is in it: {', '.join(KINDS)}",
        )
    if not {"day", "at"} & set(header):
        raise BadInputError(f"{stem} has neither a column day nor a column at", "its first line names the columns")
    kinds = KINDS if "kind" in header else [stem.lower()]
    known = {*FIRST, *LAST, *(field.name for kind in kinds for field in fields_of(kind))}
    for name in filter(None, header):
        if name not in known:
            raise BadInputError(f"{stem}: line 1: no column {name!r}", hint_for(name, known))
    twice = [name for name, count in Counter(filter(None, header)).items() if count > 1]
    if twice:
        raise BadInputError(f"{stem}: line 1: column {twice[0]!r} comes twice", "take one of them out")


def _row(header: list[str], cells: list[str]) -> Row:
    if any(cell.strip() for cell in cells[len(header) :]):
        raise NotARecordError(f"{len(cells)} cells, but {len(header)} columns")
    row = {name: cell for name, cell in zip(header, cells, strict=False) if cell.strip()}
    if row.pop("", None):
        raise NotARecordError("a cell in a column without a name")
    return row


def _content(row: Row, kind: str, *, decimal_comma: bool) -> dict[str, Any]:
    if kind not in KINDS:
        raise NotARecordError(f"no kind {kind!r}")
    fields = {field.name: field for field in fields_of(kind)}
    own = {name: cell for name, cell in row.items() if name not in {*FIRST, *LAST}}
    for name in own:
        if name not in fields:
            raise NotARecordError(f"a {kind} has no {name}")
    content: dict[str, Any] = {
        name: from_cell(cell, fields[name], decimal_comma=decimal_comma) for name, cell in own.items()
    }
    more = row.get("more")
    return content | (_object(more) if more else {})


def _object(cell: str) -> dict[str, Any]:
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise NotARecordError("more: no JSON object")
    return found


def _version(row: Row, kind: str, content: Mapping[str, Any]) -> Version:
    missing = [name for name in ("day", "rev", "logged", "device") if name not in row]
    if missing:
        raise NotARecordError(f"it has an id but no {missing[0]}; leave the id out for a new entry")
    stamp: dict[str, Any] = {name: unguarded(row.get(name, "").strip()) for name in STAMP}
    if stamp["rev"].isdecimal():
        stamp["rev"] = int(stamp["rev"][:_LONGEST_REV])
    at = row.get("at", "").strip() or None
    version = read_record({**content, **stamp, "kind": kind, "day": _day(row["day"]), "at": at})
    if "time" in row and _clock(row["time"]) != (at and _clock(at[len("2026-11-22T") :])):
        raise NotARecordError("time: not that of at; an entry is changed with coach edit")
    return version


def _entry(row: Row, kind: str, content: Mapping[str, Any], seen: Counter[str], here: Here) -> Change:
    if kind == "profile":
        raise NotARecordError("a profile key without an id; set it with coach profile")
    said = row.get("at", row.get("time", "")).strip()
    named = date.fromisoformat(_day(row["day"])) if "day" in row else None
    if named is None and not said:
        raise NotARecordError("neither a day nor a time")
    if named is not None and named > here.current_day():
        raise NotARecordError(f"day: {named} has not come yet")
    at = here.moment(said, named) if said else None
    day = here.day_of(at, named)
    made_of = msgspec.json.encode([kind, named, said, content], order="deterministic").decode()
    seen[made_of] += 1
    follower, leader = _FOLLOWING.get(kind, ("", ""))
    record = {
        **({follower: content[leader]} if leader in content else {}),
        **({"started": at} if kind == "session" and at else {}),
        **content,
        "id": uuid5(_NAMESPACE, f"{made_of} {seen[made_of]}").hex,
        "kind": kind,
        "day": day,
        "at": at,
    }
    checked = read_record(msgspec.to_builtins(record | _STAMPED))
    return Change(part_of(checked), {key: value for key, value in checked.record.items() if key not in _STAMPED})


def _day(cell: str) -> str:
    try:
        return date.fromisoformat(cell.strip()).isoformat()
    except ValueError:
        raise NotARecordError(f"day: {cell.strip()!r} is not like 2026-11-22") from None


def _clock(text: str) -> tuple[str, ...]:
    """Hour and minute of `9:30`, `09:30:00` or `09:30:00+01:00`."""
    return tuple(part.zfill(2) for part in text.strip().split(":")[:2])
