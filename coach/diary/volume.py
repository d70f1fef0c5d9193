"""A volume: a file of the diary, which holds what one device wrote of a month, or of the profile."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

import msgspec

from coach.errors import StorageError

TABLE = "entries"
PROFILE = "profile"
_VOLUME = re.compile(r"((?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])|profile)\..+\.json")
RawTables = dict[str, Any]
"""A TinyDB file: of the table of entries, records by document id as they stand in the file, which costs a
quarter of the time; of a newer coach's tables, whatever is there."""


class Mark(NamedTuple):
    """How a volume looks, which changes whenever anyone writes it; its size is in bytes."""

    name: str
    inode: int
    changed_ns: int
    size: int


def mark_of(name: str, status: os.stat_result) -> Mark:
    """How a volume looks."""
    return Mark(name, status.st_ino, status.st_ctime_ns, status.st_size)


class UnreadableError(StorageError):
    """A file that is no volume: torn, emptied or scribbled over by something else."""


def decode_records(data: bytes, name: str) -> list[Any]:
    """The records in a volume's bytes, be they versions or not; raises UnreadableError.

    Nothing at all is not an empty volume. What a newer coach keeps beside the entries is passed over.
    """
    table = _decoded(data, name, dict[str, Any]).get(TABLE, {})
    if not isinstance(table, dict):
        raise UnreadableError(f"{name} cannot be read: its {TABLE} are no table", "run: coach check")
    return list(table.values())


def decode_raw_volume(data: bytes, name: str) -> RawTables:
    """The tables with undecoded records, under document ids that TinyDB takes; raises UnreadableError."""
    tables: RawTables
    try:
        tables = _decoded(data, name, dict[str, dict[str, msgspec.Raw]])
    except UnreadableError:  # A newer coach may keep something else than a table beside that of the entries.
        tables = _decoded(data, name, dict[str, msgspec.Raw])
        if TABLE in tables:
            tables[TABLE] = _decoded(bytes(tables[TABLE]), name, dict[str, msgspec.Raw])
    if not _are_document_ids(records := tables.get(TABLE, {})):
        tables[TABLE] = {str(place): record for place, record in enumerate(records.values(), 1)}
    return tables


def _are_document_ids(keys: Collection[str]) -> bool:
    """Whether all are whole numbers from 1 on, as TinyDB writes them."""
    return all(map(str.isascii, keys)) and all(map(str.isdigit, keys)) and min(keys, default="1") >= "1"


def _decoded(data: bytes, name: str, kind: Any) -> Any:
    try:
        if not data.isascii():
            data.decode()
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(f"{name} cannot be read: {error}", "run: coach check") from None


def part_of(name: str) -> str | None:
    """The month (or the profile) that a volume of that name holds; None when it is not read as a volume."""
    volume = _VOLUME.fullmatch(name)
    return volume[1] if volume is not None else None


def month_of(day: date) -> str:
    """The name of the month whose volumes hold the entries of `day`."""
    return day.isoformat()[:7]
