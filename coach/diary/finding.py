"""Finding an entry by what a person types of its id."""

from __future__ import annotations

from coach.diary.shelf import Shelf
from coach.diary.version import Version, newest
from coach.errors import BadInputError

SHORTEST_ID = 4


def find_version(shelf: Shelf, wanted: str) -> Version:
    """The newest version of the living entry whose id begins with `wanted`.

    Raises BadInputError when none or several do.
    """
    hint = "coach log shows ids; give at least four characters of one"
    if len(wanted) < SHORTEST_ID:
        raise BadInputError(f"{wanted!r} is too short for an id", hint)
    found: list[Version] = []
    for part in shelf.holding(f'"{wanted}'):
        versions = [version for version in shelf.versions(part) if version.id.startswith(wanted)]
        for version in newest(versions).values():
            if version.id == wanted and not version.head.gone:
                return version
            if not version.head.gone:
                found.append(version)
    if not found:
        raise BadInputError(f"no entry {wanted!r}", hint)
    if len(found) > 1:
        ids = ", ".join(version.id[:12] for version in found[:5])
        raise BadInputError(f"{wanted!r} begins several ids", f"one of: {ids}")
    return found[0]
