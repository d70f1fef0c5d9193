"""The daily checklist: what is worth a tick."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from coach.model.evidence import Content, Evidence
from coach.model.food import Mineral
from coach.model.ruling import Topic


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A heading of the checklist."""

    id: str
    name: str


class Item(Content, frozen=True, kw_only=True):
    """One row of the checklist.

    `routines` tick the item when one of them is done; `mineral` with `portion_mg` lets foods count that
    hold at least so many milligrams a portion; `core` items make a day a kept day.
    """

    label: str
    group: str
    why: str
    evidence: Evidence
    target: Annotated[int, Meta(ge=1, le=50)] = 1
    core: bool = False
    on_active_days: bool = False
    routines: tuple[str, ...] = ()
    mineral: Mineral | None = None
    portion_mg: Annotated[float, Meta(ge=0)] = 0
    causes: tuple[str, ...] = ()
    withhold_if: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that may be said about a day, and nothing to do: a tick of its id says that it was so."""

    id: str
    name: str


DAY_MARKS = Mark(id="day-marks", name="Nothing else about the day")
"""Its tick says that the marks of a day were looked through: what is not marked then was not so."""


class Checklist(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The groups, the items and the marks, each in order."""

    groups: tuple[Group, ...] = ()
    items: tuple[Item, ...] = ()
    marks: tuple[Mark, ...] = ()
