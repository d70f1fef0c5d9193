"""All content, each thing with the place where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.library.library import Library
from coach.model.evidence import Content


def everything(library: Library) -> Iterator[tuple[str, Content]]:
    """Everything that is read, the file and the id of each with it."""
    yield "about.md", library.about
    shelves: tuple[tuple[str, Iterable[Content]], ...] = (
        ("causes/{}.md", library.causes.values()),
        ("moves/{}.toml", library.moves.values()),
        ("routines/{}.toml", library.routines.values()),
        ("relief/{}.toml", library.reliefs.values()),
        ("advice.toml: {}", library.advice.values()),
        ("checklist.toml: {}", library.items.values()),
        ("drinks.toml: {}", library.drinks.values()),
        ("foods.toml: {}", library.foods.values()),
        ("intakes.toml: {}", library.intakes.values()),
        ("lookalikes.toml: {}", library.lookalikes.values()),
        ("remedies.toml: {}", library.remedies.values()),
        ("medicines.toml: {}", library.medicines.values()),
        ("conditions.toml: {}", library.conditions.values()),
        ("red_flags.toml: {}", library.red_flags.values()),
        ("regions.toml: {}", library.regions.values()),
    )
    for where, shelf in shelves:
        yield from ((where.format(thing.id), thing) for thing in shelf)


def texts(value: object) -> Iterator[str]:
    """Every text within a decoded document."""
    match value:
        case str():
            yield value
        case dict():
            yield from (text for part in value.values() for text in texts(part))
        case list() | tuple():
            yield from (text for part in value for text in texts(part))
