"""One record from a file that anybody may have written: made fit to stand in the diary, or refused."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from typing import Any

import msgspec

from coach.diary.profile import id_of
from coach.diary.version import Head, Record, Version
from coach.exchange.incoming import NotARecordError
from coach.model.day import EARLIEST
from coach.model.entry import KINDS, Session
from coach.model.text import LONGEST_NOTE, clean

DEEPEST = 12
"""Nesting that reading the diary can always bear."""
MOST_VALUES = 20_000
HIGHEST_REV = 1_000_000
LARGEST_NUMBER = 10_000_000
LATEST = date(2199, 12, 31)
_ID = re.compile(r"[0-9a-z][0-9a-z-]{3,63}")
_KIND = re.compile(r"[a-z][a-z-]{0,39}")
_WRITER = re.compile(r"[0-9A-Za-z_-]{0,64}")


def read_record(value: object, *, of_newer_coach: bool = False) -> Version:
    """The version that `value` is, its texts without control characters.

    A kind that this coach does not know is taken as it is; so is an unknown shape of a known kind if
    `of_newer_coach`. Raises NotARecordError in words.
    """
    if not isinstance(value, dict):
        raise NotARecordError("no entry")
    count, largest = _measured(value)
    if count > MOST_VALUES:
        raise NotARecordError(f"more than {MOST_VALUES} values in one entry")
    record: Record = _cleaned(value)
    try:
        version = Version(msgspec.convert(record, Head), record)
    except msgspec.ValidationError as error:
        raise NotARecordError(_said(error)) from None
    _check_head(version)
    if not of_newer_coach:
        _check_entry(version)
        if version.head.kind in KINDS and largest > LARGEST_NUMBER:
            raise NotARecordError(f"{largest:g} is too large a number")
    return version


def _measured(value: object, depth: int = 0) -> tuple[int, float]:
    """How many values are within, and the largest number among them.

    Raises NotARecordError for what cannot be written to a file and read again.
    """
    if depth > DEEPEST:
        raise NotARecordError(f"nested deeper than {DEEPEST} levels")
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if not math.isfinite(value):
            raise NotARecordError("a number that is none")
        if isinstance(value, int) and abs(value) >= 2**63:
            raise NotARecordError("a number that is too large")
        return 1, abs(value)
    count, largest = 1, 0.0
    if isinstance(value, dict | list):
        for part in (*value, *value.values()) if isinstance(value, dict) else value:
            within, number = _measured(part, depth + 1)
            count += within
            largest = max(largest, number)
    return count, largest


def _check_text(text: str) -> None:
    if len(text) > LONGEST_NOTE:
        raise NotARecordError(f"a text of {len(text)} characters; at most {LONGEST_NOTE}")
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotARecordError("a text with bytes that are no UTF-8") from None


def _cleaned(value: Any) -> Any:
    """Texts as they would have been written here; one without control characters stays to the letter."""
    match value:
        case str():
            if value.isascii() and value.isprintable():
                return value
            plain = clean(value, lines=True)
            return value if plain == value.strip() else plain
        case list():
            return [_cleaned(part) for part in value]
        case dict():
            return {key: _cleaned(part) for key, part in value.items()}
        case _:
            return value


def _check_head(version: Version) -> None:
    head = version.head
    if not _ID.fullmatch(head.id):
        raise NotARecordError(f"id: {head.id[:40]!r} is none")
    if not _KIND.fullmatch(head.kind):
        raise NotARecordError(f"kind: {head.kind[:40]!r} is none")
    if not (_WRITER.fullmatch(head.device) and _WRITER.fullmatch(head.action)):
        raise NotARecordError("device and action have letters, digits, hyphens")
    if not 1 <= head.rev <= HIGHEST_REV:
        raise NotARecordError(f"rev: {head.rev} is not from 1 to {HIGHEST_REV}")
    if not EARLIEST <= head.day <= LATEST:
        raise NotARecordError(f"day: {head.day} is not from {EARLIEST.year} to {LATEST.year}")
    _check_moment("logged", head.logged)
    if head.kind == "profile" and head.id != id_of(str(version.record.get("key"))):
        raise NotARecordError("id: not that of its profile key")


def _check_entry(version: Version) -> None:
    kind = KINDS.get(version.head.kind)
    if kind is None:
        return
    entry = version.entry
    if entry is None:
        try:
            msgspec.convert(version.record, kind)
        except msgspec.ValidationError as error:
            raise NotARecordError(_said(error)) from None
        raise NotARecordError("at: a time without an offset from UTC")
    if entry.at is not None:
        _check_moment("at", entry.at)
    if isinstance(entry, Session):
        _check_moment("started", entry.started)


def _check_moment(key: str, moment: datetime) -> None:
    if moment.tzinfo is None:
        raise NotARecordError(f"{key}: a time without an offset from UTC")
    if not EARLIEST.year <= moment.year <= LATEST.year:
        raise NotARecordError(f"{key}: {moment.date()} is not from {EARLIEST.year} to {LATEST.year}")


def _said(error: msgspec.ValidationError) -> str:
    """What msgspec found, with the key first."""
    what, _, where = str(error).partition(" - at `$.")
    return clean(f"{where.rstrip('`')}: {what}" if where else what)
