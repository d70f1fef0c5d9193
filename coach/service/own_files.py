"""Own content as files: a commented example to begin with, and a file that somebody sent."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coach.diary.files import private_folder, replace_file
from coach.errors import BadInputError, ContentError
from coach.library.own import read_own
from coach.library.reading import read_text, read_toml
from coach.model.nearest import hint_for
from coach.model.setting import ID
from coach.model.text import clean
from coach.paths import content_root

if TYPE_CHECKING:
    from coach.service.coach import Coach

LONGEST_ID = 40
_TELLING = {"steps": "routines", "cues": "moves"}
"""The key that tells in which folder a file belongs."""


class OwnFile(NamedTuple):
    """A file of the person's own content, and what it is called."""

    path: Path
    kind: str
    id: str
    name: str


class OwnFileService:
    """Puts routines and moves into `<data>/content/`, each checked as it will be read."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def new_routine(self, name: str) -> OwnFile:
        """Write a commented example of a routine under that name, ready to be edited.

        Raises BadInputError for a name that is empty or taken.
        """
        title = clean(name)
        example = read_text(content_root() / "examples" / "routine.toml")
        text = example.replace('"NAME"', f'"{_escaped(title)}"')
        return self._write(text, "routines", _slug(title))

    def bring_in(self, path: Path) -> OwnFile:
        """Take a routine or a move that somebody wrote; the name of its file becomes its id.

        Raises BadInputError for a file that is neither, or whose id is taken, and ContentError, with the key,
        for one that cannot be read. Nothing is written then.
        """
        document = read_toml(path)
        folder = next((folder for key, folder in _TELLING.items() if key in document), None)
        if folder is None:
            raise BadInputError(
                f"{clean(path.name)}: neither a routine nor a move",
                "a routine has [[steps]], a move has cues; see: coach routines --new NAME",
            )
        return self._write(read_text(path), folder, _slug(path.stem))

    def _write(self, text: str, folder: str, wanted: str) -> OwnFile:
        library = self._coach.library
        path = self._coach.places.own_content / folder / f"{wanted}.toml"
        if wanted in {**library.routines, **library.moves} or path.exists():
            raise BadInputError(f"the id {wanted!r} is taken", "choose another name, or rename the file")
        name = self._checked(text, folder, wanted)
        private_folder(path.parent)
        replace_file(path, text.encode())
        self._coach.forget_content()
        return OwnFile(path, folder.removesuffix("s"), wanted, name)

    def _checked(self, text: str, folder: str, wanted: str) -> str:
        """The name of what the file holds; raises ContentError for what the library would leave out."""
        library = self._coach.library
        thing = read_own(text, folder, wanted, library.moves)
        unknown = [one for one in thing.withhold_if if one not in library.conditions]
        if unknown:
            raise ContentError(
                f"{folder}/{wanted}.toml: withhold_if: no condition {unknown[0]!r}",
                hint_for(unknown[0], library.conditions),
            )
        return thing.name


def _slug(name: str) -> str:
    """An id made of a name: small letters, digits and hyphens; raises BadInputError when nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].rstrip("-")
    if not re.fullmatch(ID, slug):
        raise BadInputError(f"no id can be made of {name!r}", "use some letters of the Latin alphabet")
    return slug


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
