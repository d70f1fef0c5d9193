"""How sure anyone can be, and who says so."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Evidence(StrEnum):
    """Evidence grades, as this project reads the sources."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    CONTESTED = "contested"


class Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every piece of content has: an id that stands in diaries for ever, and its sources."""

    id: str
    sources: tuple[str, ...] = ()


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A publication a claim rests on; `short` is how a page cites it."""

    id: str
    short: str
    title: str
    by: str
    year: int | None = None
    identifier: str = ""
    address: str = ""
    read: str = "V"
