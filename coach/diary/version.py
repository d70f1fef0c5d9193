"""Versions of entries, and which of them counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from coach.model.entry import KINDS, Entry

Record = dict[str, Any]
"""A version as it stands in a file; keys that this coach does not know are carried along."""


Moment = Annotated[datetime, Meta(tz=True)]
"""A time that can be compared with any other: one without an offset is not accepted."""


class Order(msgspec.Struct, frozen=True, order=True, array_like=True):
    """What decides between versions: the highest (rev, logged, device) counts."""

    rev: int
    logged: Moment
    device: str


class Head(msgspec.Struct, frozen=True):
    """What every version has, whatever its kind."""

    id: str
    rev: int
    kind: str
    day: date
    logged: Moment
    device: str
    action: str
    gone: bool = False


class Version(msgspec.Struct, frozen=True, dict=True):
    """One version of one entry: its head, and the whole record."""

    head: Head
    record: Record

    @property
    def id(self) -> str:
        return self.head.id

    @property
    def order(self) -> Order:
        return Order(self.head.rev, self.head.logged, self.head.device)

    @cached_property
    def entry(self) -> Entry | None:
        """The entry it holds, or None for a kind or shape that a newer coach wrote."""
        kind = KINDS.get(self.head.kind)
        if kind is None:
            return None
        try:
            entry = msgspec.convert(self.record, kind)
        except msgspec.ValidationError:
            return None
        return None if entry.at is not None and entry.at.tzinfo is None else entry


def version_of(record: Record) -> Version | None:
    """The record as a version, or None when it lacks what every version has."""
    try:
        return Version(msgspec.convert(record, Head), record)
    except msgspec.ValidationError:
        return None


def newest(versions: Iterable[Version]) -> dict[str, Version]:
    """For each id the version that counts, deleted ones too.

    The result is the same for any order and any repetition of `versions`.
    """
    best: dict[str, Version] = {}
    for version in versions:
        rival = best.setdefault(version.head.id, version)
        if rival is not version and _beats(version, rival):
            best[version.head.id] = version
    return best


def by_id(versions: Iterable[Version]) -> dict[str, list[Version]]:
    """For each id all its versions."""
    found: dict[str, list[Version]] = {}
    for version in versions:
        found.setdefault(version.id, []).append(version)
    return found


def _beats(version: Version, rival: Version) -> bool:
    if version.order != rival.order:
        return version.order > rival.order
    return _canonical(version) > _canonical(rival)


def _canonical(version: Version) -> bytes:
    return msgspec.json.encode(version.record, order="deterministic")
