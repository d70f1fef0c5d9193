"""What can still be read of a torn volume: every record that stands in it whole."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from coach.diary.version import Record, version_of

_MOST_FAILURES = 2000
"""A file full of beginnings without an end is given up after so many."""


def salvaged(torn: bytes) -> list[Record]:
    """The records in bytes that are no JSON as a whole, in their order.

    A record counts when it is whole JSON, valid UTF-8, and has what every version has.
    """
    text = torn.decode("utf-8", errors="surrogateescape")
    scanner = json.JSONDecoder()
    found: list[Record] = []
    at, failures = text.find('{"'), 0
    while at >= 0 and failures < _MOST_FAILURES:
        try:
            value, end = scanner.raw_decode(text, at)
        except (ValueError, RecursionError):
            failures += 1
            end = at + 1
        else:
            found.extend(_records(value, text[at:end]))
        at = text.find('{"', end)
    return found


def united(*volumes: Iterable[Record]) -> list[Record]:
    """The records of several generations of a volume, each once."""
    every = {msgspec.json.encode(one, order="deterministic"): one for volume in volumes for one in volume}
    return list(every.values())


def _records(value: Any, source: str) -> list[Record]:
    try:
        sound = msgspec.json.decode(source.encode())
    except (msgspec.DecodeError, UnicodeEncodeError):  # Damaged within: what it says itself cannot be trusted.
        return _inner(value)
    return [sound] if isinstance(sound, dict) and version_of(sound) is not None else _inner(value)


def _inner(value: Any) -> list[Record]:
    """The sound records in a whole table or volume around which something else is torn."""
    if not isinstance(value, dict):
        return []
    return [
        record
        for inner in value.values()
        if isinstance(inner, dict)
        for record in _records(inner, json.dumps(inner, ensure_ascii=False))
    ]
