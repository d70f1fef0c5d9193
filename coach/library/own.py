"""The person's own moves, routines and checklist items, which travel with the diary that names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coach.errors import ContentError
from coach.library.reading import content_files, decode, decode_file, parse_toml, read_toml
from coach.model.checklist import Checklist
from coach.model.evidence import Content
from coach.model.setting import ID
from coach.model.text import clean

if TYPE_CHECKING:
    from coach.model.move import Move
    from coach.model.routine import Routine

C = TypeVar("C", bound=Content)
CHECKLIST = "checklist.toml"
_ID_HINT = "rename it: small letters, digits and hyphens"


class OwnContent:
    """Files under `<data>/content/`, in the formats of the shipped ones.

    A file that cannot be used is left out and its fault kept; so is a copy left by a sync conflict.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.faults: list[ContentError] = []
        self.things: list[Content] = []

    def moves(self, taken: Collection[str]) -> list[Move]:
        """The person's own moves; an id of `taken` (shipped) cannot be used again."""
        return list(self._each("moves", move_kind, taken))

    def routines(self, taken: Collection[str], moves: Collection[str]) -> list[Routine]:
        """The person's own routines; each step must name one of `moves`."""
        usable = []
        for routine in self._each("routines", routine_kind, taken):
            if fault := _fault_in_steps(routine, moves):
                self.faults.append(fault)
            else:
                usable.append(routine)
        return usable

    def checklist(self, shipped: Checklist) -> Checklist:
        """The shipped checklist and the person's own groups and items after it."""
        if self._folder is None:
            return shipped
        own = Checklist()
        for path in content_files(self._folder, ".toml"):
            if "sync-conflict" in path.name:
                self._leave_out(clean(path.name), "a copy left by a sync conflict", "keep one of the two files")
            elif path.name != CHECKLIST:
                self._leave_out(clean(path.name), "not read", f"your own are moves/, routines/ and {CHECKLIST}")
            else:
                own = self._read_checklist(path)
        return self._merged(shipped, own)

    def _read_checklist(self, path: Path) -> Checklist:
        try:
            return decode(_cleaned(read_toml(path)), Checklist, path.name)
        except ContentError as fault:
            self.faults.append(fault)
            return Checklist()

    def _merged(self, shipped: Checklist, own: Checklist) -> Checklist:
        groups = {group.id: group for group in (*own.groups, *shipped.groups)}
        items = {item.id: item for item in shipped.items}
        for item in own.items:
            if item.id in items:
                self._leave_out(CHECKLIST, f"the id {item.id!r} is taken", "give it another id")
            elif not re.fullmatch(ID, item.id):
                self._leave_out(CHECKLIST, f"the id {item.id!r}", "an id has small letters, digits and hyphens")
            elif item.group not in groups:
                self._leave_out(CHECKLIST, f"{item.id}: no group {item.group!r}", "name a group that is there")
            else:
                items[item.id] = item
                self.things.append(item)
        known = {group.id for group in shipped.groups}
        new_groups = [group for name, group in groups.items() if name not in known]
        return Checklist(groups=(*shipped.groups, *new_groups), items=tuple(items.values()), marks=shipped.marks)

    def _each(self, folder: str, kind: Callable[[], type[C]], taken: Collection[str]) -> Iterator[C]:
        if self._folder is None:
            return
        for path in content_files(self._folder / folder, ".toml"):
            name = f"{folder}/{clean(path.name)}"
            if "sync-conflict" in path.name:
                self._leave_out(name, "a copy left by a sync conflict", "keep one of the two files")
            elif not re.fullmatch(ID, path.stem):
                self._leave_out(name, "the name of the file is no id", _ID_HINT)
            elif path.stem in taken:
                self._leave_out(name, f"the id {path.stem!r} is taken", "give the file another name")
            else:
                try:
                    thing = decode_file(_cleaned(read_toml(path)), kind(), folder, path)
                except ContentError as fault:
                    self.faults.append(fault)
                else:
                    self.things.append(thing)
                    yield thing

    def _leave_out(self, name: str, message: str, hint: str) -> None:
        self.faults.append(ContentError(f"{name}: {message}", hint))


def move_kind() -> type[Move]:
    """The kind of a move, which is loaded, with the figure that is part of it, when the first one is read."""
    from coach.model.move import Move

    return Move


def routine_kind() -> type[Routine]:
    """The kind of a routine, loaded when the first one is read."""
    from coach.model.routine import Routine

    return Routine


def read_own(text: str, folder: str, wanted: str, moves: Collection[str]) -> Move | Routine:
    """The routine or move that `text` would be as an own file; raises ContentError for what would be left out.

    `folder` is `routines` or `moves`; `moves` are those a routine may name.
    """
    path = Path(folder) / f"{wanted}.toml"
    if not re.fullmatch(ID, wanted):
        raise ContentError(f"{folder}/{clean(path.name)}: the name of the file is no id", _ID_HINT)
    document = _cleaned(parse_toml(text, path))
    if folder == "moves":
        return decode_file(document, move_kind(), folder, path)
    routine = decode_file(document, routine_kind(), folder, path)
    if fault := _fault_in_steps(routine, moves):
        raise fault
    return routine


def _fault_in_steps(routine: Routine, moves: Collection[str]) -> ContentError | None:
    """Why a routine cannot be done: it has no steps, or one whose move is not there."""
    name = f"routines/{routine.id}.toml: steps"
    unknown = [step.move for step in routine.steps if step.move not in moves]
    if unknown:
        return ContentError(f"{name}: no move {unknown[0]!r}", "name a move that is there")
    return None if routine.steps else ContentError(f"{name}: no steps", "add a step with a move")


def _cleaned(document: Mapping[str, object]) -> dict[str, object]:
    """The document with every text in it cleaned of control and escape characters, each on one line."""

    def cleaned(value: object) -> object:
        match value:
            case str():
                return clean(value)
            case list():
                return [cleaned(part) for part in value]
            case dict():
                return {key: cleaned(part) for key, part in value.items()}
            case _:
                return value

    return {key: cleaned(value) for key, value in document.items()}
