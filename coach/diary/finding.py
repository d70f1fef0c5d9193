"""Finding an entry by what a person types of its id."""

from __future__ import annotations

from coach.diary.shelf import Shelf
from coach.diary.version import Version
from coach.errors import BadInputError

SHORTEST_ID = 4


def find_version(shelf: Shelf, wanted: str) -> Version:
    """The newest version of the living entry whose id begins with `wanted`.

    Raises BadInputError when none or several do.
    """
    hint = "coach log shows ids; give at least four characters of one"
    if len(wanted) < SHORTEST_ID:
        raise BadInputError(f"{wanted!r} is too short for an id", hint)
    if (exact := shelf.known(wanted)) is not None and not exact.head.gone:
        return exact
    found: list[Version] = []
    for part in shelf.holding(f'"{wanted}'):
        newest = shelf.newest(part)
        if (exact := newest.get(wanted)) is not None and not exact.head.gone:
            return exact
        found += [one for one in newest.values() if one.id.startswith(wanted) and not one.head.gone]
    if not found:
        raise BadInputError(f"no entry {wanted!r}", hint)
    if len(found) > 1:
        ids = ", ".join(version.id[:12] for version in found[:5])
        raise BadInputError(f"{wanted!r} begins several ids", f"one of: {ids}")
    return found[0]
