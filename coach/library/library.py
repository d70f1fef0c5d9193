"""The library: every kind of content, read when first asked for; of moves and routines each one by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar

from coach.errors import BadInputError, ContentError
from coach.library.own import OwnContent, move_kind, routine_kind
from coach.library.reading import ONE_EACH, content_files, decode, read_one, read_page, read_toml
from coach.model.checklist import Checklist, Item
from coach.model.condition import Condition
from coach.model.evidence import Content, Source
from coach.model.food import DrinkKind, Food
from coach.model.nearest import hint_for
from coach.model.on_demand import OnDemand

if TYPE_CHECKING:
    from coach.model.cause import About, Advice, Cause, LookAlike, RedFlag, Relief, Remedy
    from coach.model.intake import Intake
    from coach.model.medicine import Medicine
    from coach.model.move import Move
    from coach.model.region import Region
    from coach.model.routine import Routine


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str: ...


C = TypeVar("C", bound=Content)
N = TypeVar("N", bound=Named)
_ALL_IN_ONE = (
    "about",
    "advice",
    "red_flags",
    "items",
    "drinks",
    "foods",
    "conditions",
    "lookalikes",
    "remedies",
    "medicines",
    "intakes",
    "regions",
    "sources",
)


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
        _ = self.moves, self.routines, self.checklist
        return tuple(self._own.faults)

    def broken(self) -> list[ContentError]:
        """Every fault in reading the shipped files; empty when all of them can be read."""
        from coach.model.cause import Cause, Relief

        kinds: dict[str, type[Content]] = {
            "causes": Cause,
            "moves": move_kind(),
            "routines": routine_kind(),
            "relief": Relief,
        }
        readings: list[Callable[[], object]] = [
            partial(read_one, path, folder, kinds[folder])
            for folder in ONE_EACH
            for path in self._paths(folder).values()
        ]
        readings.extend(partial(getattr, self, part) for part in _ALL_IN_ONE)
        return [fault for reading in readings if (fault := _fault_of(reading)) is not None]

    @cached_property
    def about(self) -> About:
        from coach.model.cause import About

        return decode({"id": "about"} | read_page(self._shipped / "about.md"), About, "about.md")

    @cached_property
    def causes(self) -> Mapping[str, Cause]:
        from coach.model.cause import Cause

        return by_id(sorted(self._files("causes", Cause), key=lambda cause: cause.order), "causes")

    @cached_property
    def advice(self) -> Mapping[str, Advice]:
        from coach.model.cause import Advice

        return by_id(sorted(self._list("advice", Advice), key=lambda advice: advice.order), "advice.toml")

    @cached_property
    def moves(self) -> Mapping[str, Move]:
        shipped = self._paths("moves")
        own = {move.id: move for move in self._own.moves(shipped)}
        return OnDemand(shipped | own, lambda id_: own.get(id_) or read_one(shipped[id_], "moves", move_kind()))

    @cached_property
    def routines(self) -> Mapping[str, Routine]:
        shipped = self._paths("routines")
        own = {routine.id: routine for routine in self._own.routines(shipped, self.moves)}
        return OnDemand(
            shipped | own,
            lambda id_: own.get(id_) or read_one(shipped[id_], "routines", routine_kind()),
            rank=lambda routine: routine.rank,
        )

    @cached_property
    def reliefs(self) -> Mapping[str, Relief]:
        from coach.model.cause import Relief

        return by_id(sorted(self._files("relief", Relief), key=lambda relief: relief.order), "relief")

    @cached_property
    def red_flags(self) -> Mapping[str, RedFlag]:
        from coach.model.cause import RedFlag

        return by_id(self._list("red_flags", RedFlag), "red_flags.toml")

    @cached_property
    def checklist(self) -> Checklist:
        shipped = decode(read_toml(self._shipped / "checklist.toml"), Checklist, "checklist.toml")
        return self._own.checklist(shipped)

    @cached_property
    def items(self) -> Mapping[str, Item]:
        return by_id(self.checklist.items, "checklist.toml")

    @cached_property
    def drinks(self) -> Mapping[str, DrinkKind]:
        return by_id(self._list("drinks", DrinkKind), "drinks.toml")

    @cached_property
    def foods(self) -> Mapping[str, Food]:
        return by_id(self._list("foods", Food), "foods.toml")

    @cached_property
    def conditions(self) -> Mapping[str, Condition]:
        return by_id(self._list("conditions", Condition), "conditions.toml")

    @cached_property
    def lookalikes(self) -> Mapping[str, LookAlike]:
        from coach.model.cause import LookAlike

        return by_id(sorted(self._list("lookalikes", LookAlike), key=lambda one: one.order), "lookalikes.toml")

    @cached_property
    def remedies(self) -> Mapping[str, Remedy]:
        from coach.model.cause import Remedy

        return by_id(sorted(self._list("remedies", Remedy), key=lambda one: one.order), "remedies.toml")

    @cached_property
    def medicines(self) -> Mapping[str, Medicine]:
        from coach.model.medicine import Medicine

        return by_id(self._list("medicines", Medicine), "medicines.toml")

    @cached_property
    def intakes(self) -> Mapping[str, Intake]:
        from coach.model.intake import Intake

        return by_id(self._list("intakes", Intake), "intakes.toml")

    @cached_property
    def regions(self) -> Mapping[str, Region]:
        from coach.model.region import Region

        return by_id(self._list("regions", Region), "regions.toml")

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return by_id(self._list("sources", Source), "sources.toml")

    def is_own(self, thing: Content) -> bool:
        """Whether a move, routine or item is the person's own."""
        return thing in self._own.things

    def _paths(self, folder: str) -> dict[str, Path]:
        """The shipped files of a folder by the ids of what they hold."""
        return {path.stem: path for path in content_files(self._shipped / folder, ONE_EACH[folder][0])}

    def _files(self, folder: str, kind: type[C]) -> Iterable[C]:
        return (read_one(path, folder, kind) for path in self._paths(folder).values())

    def _list(self, key: str, kind: type[N]) -> tuple[N, ...]:
        """The list `key` of the file of the same name."""
        name = f"{key}.toml"
        listed = decode(read_toml(self._shipped / name), dict[str, tuple[kind, ...]], name)  # type: ignore[valid-type]
        if list(listed) != [key]:
            raise ContentError(f"{name}: it holds {', '.join(listed) or 'nothing'}", f"it is one list, {key}")
        return listed[key]


def by_id(things: Iterable[N], where: str) -> Mapping[str, N]:
    """`things` by their ids, in their order; raises ContentError for an id that stands twice in `where`."""
    shelf: dict[str, N] = {}
    for thing in things:
        if thing.id in shelf:
            raise ContentError(
                f"{where}: the id {thing.id!r} stands twice", "an id names one thing; rename the newer"
            )
        shelf[thing.id] = thing
    return MappingProxyType(shelf)


def find(shelf: Mapping[str, C], wanted: str, what: str) -> C:
    """The thing with that id; raises BadInputError that says what was asked and the nearest ids."""
    thing = shelf.get(wanted.strip().lower())
    if thing is None:
        raise BadInputError(f"no {what} {wanted!r}", hint_for(wanted, shelf))
    return thing


def _fault_of(reading: Callable[[], object]) -> ContentError | None:
    try:
        reading()
    except ContentError as fault:
        return fault
    return None
