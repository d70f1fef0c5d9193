"""The person's own moves, routines and checklist items, which travel with the diary that names them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from coach.errors import ContentError
from coach.library.reading import decode, read_toml
from coach.model.checklist import Checklist
from coach.model.evidence import Content
from coach.model.move import Move
from coach.model.routine import Routine
from coach.model.text import clean

C = TypeVar("C", bound=Content)


class OwnContent:
    """Files under `<data>/content/`, in the formats of the shipped ones.

    A file that cannot be used is left out and its fault kept; so is a copy left by a sync conflict.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.faults: list[ContentError] = []

    def moves(self, taken: Collection[str]) -> list[Move]:
        """The person's own moves; an id of `taken` (shipped) cannot be used again."""
        return list(self._each("moves", Move, taken))

    def routines(self, taken: Collection[str], moves: Collection[str]) -> list[Routine]:
        """The person's own routines; each step must name one of `moves`."""
        usable = []
        for routine in self._each("routines", Routine, taken):
            unknown = [step.move for step in routine.steps if step.move not in moves]
            if unknown:
                self._leave_out(
                    f"routines/{routine.id}.toml", f"no move {unknown[0]!r}", "name a move that is there"
                )
            elif not routine.steps:
                self._leave_out(f"routines/{routine.id}.toml", "no steps", "add a step with a move")
            else:
                usable.append(routine)
        return usable

    def checklist(self, shipped: Checklist) -> Checklist:
        """The shipped checklist and the person's own groups and items after it."""
        if self._folder is None or not (path := self._folder / "checklist.toml").exists():
            return shipped
        try:
            own = decode(_cleaned(read_toml(path)), Checklist, path.name)
        except ContentError as fault:
            self.faults.append(fault)
            return shipped
        groups = {group.id: group for group in (*own.groups, *shipped.groups)}
        items = {item.id: item for item in shipped.items}
        for item in own.items:
            if item.id in items:
                self._leave_out(path.name, f"the id {item.id!r} is taken", "give it another id")
            elif item.group not in groups:
                self._leave_out(path.name, f"{item.id}: no group {item.group!r}", "name a group that is there")
            else:
                items[item.id] = item
        new_groups = [group for group in own.groups if group.id not in {known.id for known in shipped.groups}]
        return Checklist(groups=(*shipped.groups, *new_groups), items=tuple(items.values()))

    def _each(self, folder: str, kind: type[C], taken: Collection[str]) -> Iterator[C]:
        if self._folder is None:
            return
        for path in sorted((self._folder / folder).glob("*.toml")):
            name = f"{folder}/{path.name}"
            if "sync-conflict" in path.name:
                self._leave_out(name, "a copy left by a sync conflict", "keep one of the two files")
            elif path.stem in taken:
                self._leave_out(name, f"the id {path.stem!r} is taken", "give the file another name")
            else:
                try:
                    yield decode({"id": path.stem} | _cleaned(read_toml(path)), kind, name)
                except ContentError as fault:
                    self.faults.append(fault)

    def _leave_out(self, name: str, message: str, hint: str) -> None:
        self.faults.append(ContentError(f"{name}: {message}", hint))


def _cleaned(document: Mapping[str, object]) -> dict[str, object]:
    """The document with every text in it cleaned of control and escape characters."""

    def cleaned(value: object) -> object:
        match value:
            case str():
                return clean(value, lines=True)
            case list():
                return [cleaned(part) for part in value]
            case dict():
                return {key: cleaned(part) for key, part in value.items()}
            case _:
                return value

    return {key: cleaned(value) for key, value in document.items()}
