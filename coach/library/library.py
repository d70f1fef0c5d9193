"""The library: every kind of content, read when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from coach.errors import BadInputError, ContentError
from coach.library.own import OwnContent
from coach.library.reading import decode, read_page, read_toml
from coach.model.cause import About, Advice, Cause, Condition, RedFlag, Relief
from coach.model.checklist import Checklist, Item
from coach.model.evidence import Content, Source
from coach.model.food import DrinkKind, Food
from coach.model.move import Move
from coach.model.nearest import hint_for
from coach.model.routine import Routine

C = TypeVar("C", bound=Content)
Read = Callable[[Path], dict[str, object]]


class Library:
    """Content by id, in the order it is shown: the shipped files, then the person's own.

    A fault in shipped content raises ContentError. One in the person's own content is kept in `faults`
    and that file is left out.
    """

    def __init__(self, shipped: Path, own: Path | None = None) -> None:
        self._shipped = shipped
        self._own = OwnContent(own)

    @property
    def faults(self) -> tuple[ContentError, ...]:
        """What of the person's own content could not be used, once everything of theirs was read."""
        assert self.moves is not None
        assert self.routines is not None
        assert self.checklist is not None
        return tuple(self._own.faults)

    @cached_property
    def about(self) -> About:
        return decode({"id": "about"} | read_page(self._shipped / "about.md"), About, "about.md")

    @cached_property
    def causes(self) -> Mapping[str, Cause]:
        return by_id(sorted(self._files("causes", ".md", read_page, Cause), key=lambda cause: cause.order))

    @cached_property
    def advice(self) -> Mapping[str, Advice]:
        return by_id(sorted(self._list("advice", Advice), key=lambda advice: advice.order))

    @cached_property
    def moves(self) -> Mapping[str, Move]:
        shipped = by_id(self._files("moves", ".toml", read_toml, Move))
        return by_id([*shipped.values(), *self._own.moves(shipped)])

    @cached_property
    def routines(self) -> Mapping[str, Routine]:
        shipped = by_id(self._files("routines", ".toml", read_toml, Routine))
        return by_id([*shipped.values(), *self._own.routines(shipped, self.moves)])

    @cached_property
    def reliefs(self) -> Mapping[str, Relief]:
        return by_id(sorted(self._files("relief", ".toml", read_toml, Relief), key=lambda relief: relief.order))

    @cached_property
    def red_flags(self) -> Mapping[str, RedFlag]:
        return by_id(self._list("red_flags", RedFlag))

    @cached_property
    def checklist(self) -> Checklist:
        shipped = decode(read_toml(self._shipped / "checklist.toml"), Checklist, "checklist.toml")
        return self._own.checklist(shipped)

    @cached_property
    def items(self) -> Mapping[str, Item]:
        return by_id(self.checklist.items)

    @cached_property
    def drinks(self) -> Mapping[str, DrinkKind]:
        return by_id(self._list("drinks", DrinkKind))

    @cached_property
    def foods(self) -> Mapping[str, Food]:
        return by_id(self._list("foods", Food))

    @cached_property
    def conditions(self) -> Mapping[str, Condition]:
        return by_id(self._list("conditions", Condition))

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        name = "sources.toml"
        listed = decode(read_toml(self._shipped / name), dict[str, tuple[Source, ...]], name)
        return MappingProxyType({source.id: source for source in listed["sources"]})

    def _files(self, folder: str, ending: str, read: Read, kind: type[C]) -> Iterable[C]:
        for path in sorted((self._shipped / folder).glob(f"*{ending}")):
            yield decode({"id": path.stem} | read(path), kind, f"{folder}/{path.name}")

    def _list(self, key: str, kind: type[C]) -> tuple[C, ...]:
        """The list `key` of the file of the same name."""
        name = f"{key}.toml"
        return decode(read_toml(self._shipped / name), dict[str, tuple[kind, ...]], name)[key]  # type: ignore[valid-type]


def by_id(things: Iterable[C]) -> Mapping[str, C]:
    """`things` by their ids, in their order; raises ContentError for an id that stands twice."""
    shelf: dict[str, C] = {}
    for thing in things:
        if thing.id in shelf:
            raise ContentError(f"the id {thing.id!r} stands twice", "an id names one thing; rename the newer")
        shelf[thing.id] = thing
    return MappingProxyType(shelf)


def find(shelf: Mapping[str, C], wanted: str, what: str) -> C:
    """The thing with that id; raises BadInputError that says what was asked and the nearest ids."""
    thing = shelf.get(wanted.strip().lower())
    if thing is None:
        raise BadInputError(f"no {what} {wanted!r}", hint_for(wanted, shelf))
    return thing
