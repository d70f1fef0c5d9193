"""The person's own routines: files that they can read, written by the editor and read as all content is."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from coach.diary.files import explain, private_folder, replace_file
from coach.errors import BadInputError, ContentError
from coach.library.library import find
from coach.library.own import read_own
from coach.model.evidence import Evidence
from coach.model.routine import Routine
from coach.model.text import clean

if TYPE_CHECKING:
    from coach.service.coach import Coach

LONGEST_NAME = 60
_HEAD = "# A routine of your own. Coach writes it (e in Stretch); you may as well change it here.\n\n"
STOP_RULE = "Stop at once if it feels like tearing, or if there was a snap."


class RoutineFileService:
    """Drafts, checks, saves and deletes own routines; each is one TOML file in `<data>/content/routines/`."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._folder: Path = coach.places.own_content / "routines"

    def draft(self, wanted: str) -> Routine:
        """An own routine as it is, or a copy of a shipped one under a new id; nothing is written yet.

        A copy claims nothing of what its model does, but whoever it is withheld from is the same. Raises
        BadInputError with the nearest ids.
        """
        library = self._coach.library
        routine = find(library.routines, wanted, "routine")
        if library.is_own(routine):
            return routine
        return replace(
            routine,
            id=self._free_id(f"{routine.id}-mine"),
            name=self._free_name(f"{routine.name} (mine)"),
            why=f"Made by you from {routine.name}. What the sources say of that one holds for it as written.",
            note=STOP_RULE,
            evidence=Evidence.WEAK,
            sources=(),
            counts_as=routine.id,
        )

    def check(self, routine: Routine) -> Routine:
        """The routine as the library will read it; raises ContentError for what it would not take."""
        library = self._coach.library
        if not clean(routine.name):
            raise ContentError("a routine needs a name", "give it one")
        if len(clean(routine.name)) > LONGEST_NAME:
            raise ContentError("the name is too long", f"keep it to {LONGEST_NAME} characters")
        if routine.id in library.routines and not library.is_own(library.routines[routine.id]):
            raise ContentError(f"the id {routine.id!r} is taken", "give the file another name")
        try:
            read = read_own(as_toml(routine), "routines", routine.id, library.moves)
        except ContentError as fault:
            # Whoever edits it knows which file it is.
            raise ContentError(fault.message.removeprefix(f"routines/{routine.id}.toml: "), fault.hint) from None
        assert isinstance(read, Routine)
        return read

    def save(self, routine: Routine) -> Routine:
        """Write the routine's file, and have the library show it.

        Raises ContentError for what cannot be read back, and StorageError; then nothing was written.
        """
        checked = self.check(routine)
        private_folder(self._folder)
        replace_file(self._path(routine.id), as_toml(checked).encode())
        self._coach.forget_content()
        return checked

    def delete(self, wanted: str) -> None:
        """Delete an own routine; its sessions stay in the diary. Raises BadInputError and StorageError."""
        routine = find(self._coach.library.routines, wanted, "routine")
        if not self._coach.library.is_own(routine):
            raise BadInputError(f"{routine.name} came with coach", "only a routine of your own can be deleted")
        path = self._path(routine.id)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise explain(error, path) from error
        self._coach.forget_content()

    def _path(self, routine: str) -> Path:
        return self._folder / f"{routine}.toml"

    def _free_id(self, wanted: str) -> str:
        """`wanted`, or with a number: neither a routine nor a file, even one that cannot be read, has it."""
        routines = self._coach.library.routines
        ids = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
        return next(one for one in ids if one not in routines and not self._path(one).exists())

    def _free_name(self, wanted: str) -> str:
        names = {routine.name for routine in self._coach.library.routines.values()}
        ways = (wanted if number == 1 else f"{wanted} {number}" for number in count(1))
        return next(name for name in ways if name not in names)


def as_toml(routine: Routine) -> str:
    """The file of a routine: what differs from what holds anyway, in the order of the shipped files."""
    import tomli_w

    document = _plain(routine)
    del document["id"]
    if not routine.steps:
        document["steps"] = []
    steps = document.pop("steps") if routine.steps else []
    return _HEAD + tomli_w.dumps(document) + "".join(f"\n[[steps]]\n{tomli_w.dumps(step)}" for step in steps)


def _plain(struct: msgspec.Struct) -> dict[str, Any]:
    """The fields that were given, as TOML knows them; whole numbers without a point."""
    given: dict[str, Any] = {}
    for field in msgspec.structs.fields(struct):
        value = getattr(struct, field.name)
        if value is not None and (field.required or value != field.default):
            given[field.name] = _value(value)
    return given


def _value(value: object) -> object:
    match value:
        case msgspec.Struct():
            return _plain(value)
        case tuple():
            return [_value(part) for part in value]
        case float() if value.is_integer():
            return int(value)
        case str():
            return str(value)
        case _:
            return value
