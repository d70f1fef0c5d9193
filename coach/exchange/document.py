"""JSON with entries in it: an export, or a volume of a diary, be it set aside, stray or torn."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import msgspec

from coach.diary.version import Version
from coach.diary.volume import TABLE
from coach.errors import BadInputError
from coach.exchange.incoming import Broken, Incoming, NotARecordError, Placed
from coach.exchange.record import read_record

FORMAT = "coach-export"
VERSION = 1
_BOM = b"\xef\xbb\xbf"
_RECORD = re.compile(r'\{\s*"id"\s*:\s*"')
"""How a record begins as every coach writes it."""


def export(versions: Iterable[Version], now: datetime) -> dict[str, Any]:
    """Every version as it is, with what a reader needs to know the format by."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported": now,
        "entries": [version.record for version in versions],
    }


def read_document(data: bytes, name: str, *, of_newer_coach: bool = False) -> Incoming:
    """The versions in an export or a volume; what is whole of a torn one is found too.

    `of_newer_coach` as for a record. Raises BadInputError for what is neither, and for an export of a newer
    format.
    """
    data = data.removeprefix(_BOM)
    try:
        data.decode()
        records = _records(msgspec.json.decode(data, type=dict[str, msgspec.Raw]), name)
        found = [(f"entry {number}", _decoded(raw)) for number, raw in enumerate(records, 1)]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        found = list(_salvaged(data))
        if not found:
            raise BadInputError(
                f"{name} has no entries that can be read: {_why(error)}",
                "coach reads its own exports (.json, .csv) and diary files, and routines and moves (.toml)",
            ) from None
        found.append(("the file", NotARecordError(f"it is damaged: {_why(error)}")))
    return _read(found, of_newer_coach=of_newer_coach)


def _records(top: dict[str, msgspec.Raw], name: str) -> list[msgspec.Raw]:
    """The records of either shape, undecoded."""
    hint = "coach export makes one"
    if "format" in top:
        if msgspec.json.decode(top["format"]) != FORMAT:
            raise BadInputError(f"{name} is of another format than {FORMAT}", hint)
        version = msgspec.json.decode(top.get("version", b"null"))
        if type(version) is not int or version < 1:
            raise BadInputError(f"{name} does not say of which version of the format it is", hint)
        if version > VERSION:
            raise BadInputError(f"{name} was written by a newer coach", "take it in with that one, or a newer")
    if TABLE not in top:
        raise BadInputError(f"{name} has no entries in it", hint)
    try:
        return list(msgspec.json.decode(top[TABLE], type=dict[str, msgspec.Raw]).values())
    except msgspec.ValidationError:
        pass
    try:
        return msgspec.json.decode(top[TABLE], type=list[msgspec.Raw])
    except msgspec.ValidationError:
        raise BadInputError(f"{name} has no entries in it", hint) from None


def _decoded(raw: msgspec.Raw) -> object:
    try:
        return msgspec.json.decode(raw)
    except msgspec.ValidationError as error:
        return NotARecordError(str(error))


def _salvaged(data: bytes) -> Iterator[tuple[str, object]]:
    """Every record of a damaged file by number, whole or not."""
    text = data.decode(errors="surrogateescape")
    decoder = json.JSONDecoder(parse_constant=_refuse)
    number, place = 0, 0
    while match := _RECORD.search(text, place):
        number += 1
        try:
            record, place = decoder.raw_decode(text, match.start())
        except json.JSONDecodeError as error:
            place = max(match.end(), error.pos)
            record = NotARecordError("it is torn")
        except ValueError as error:
            place = match.end()
            record = NotARecordError(str(error))
        except RecursionError:
            yield f"entry {number}", NotARecordError("nested too deeply to be read, and so what follows it")
            return
        yield f"entry {number}", record


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no number")


def _read(found: Iterable[tuple[str, object]], *, of_newer_coach: bool) -> Incoming:
    versions: list[Placed] = []
    broken: list[Broken] = []
    for place, value in found:
        try:
            if isinstance(value, NotARecordError):
                raise value
            versions.append(Placed(place, read_record(value, of_newer_coach=of_newer_coach)))
        except NotARecordError as error:
            broken.append(Broken(place, str(error)))
    return Incoming(tuple(versions), (), tuple(broken))


def _why(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
