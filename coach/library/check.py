"""Does all content fit together?  Every fault with file and key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import msgspec

from coach.errors import ContentError
from coach.library.library import Library
from coach.model.evidence import Content
from coach.paths import content_root

CITATION = re.compile(r"\[(S\d+[a-z]?)\]")
_BANNED = re.compile(r"\b(cures?|detox\w*|guarantee\w*|prevents all)\b", re.IGNORECASE)


def check_content(library: Library) -> list[ContentError]:
    """Every fault in the shipped content and in the person's own; an empty list is a clean bill.

    How things refer to each other is looked at once all shipped files can be read.
    """
    return library.broken() or [*library.faults, *_cross_references(library), *_citations(library)]


def check_file(path: Path) -> list[ContentError]:
    """Faults of one content folder at `path`: a whole one, or a person's own beside the shipped."""
    if not path.is_dir():
        return [ContentError(f"{path}: no such folder", "name a folder with content in it")]
    is_whole = (path / "about.md").exists()
    return check_content(Library(path) if is_whole else Library(content_root(), path))


def _fault(where: str, what: str) -> ContentError:
    return ContentError(f"{where}: {what}", "mend the name, or add the thing it names")


def _unknown(where: str, names: Iterable[str], known: Collection[str], what: str) -> Iterator[ContentError]:
    for name in names:
        if name and name not in known:
            yield _fault(where, f"no {what} {name!r}")


def _cross_references(library: Library) -> Iterator[ContentError]:
    routines, items, causes, moves = library.routines, library.items, library.causes, library.moves
    conditions, flags = library.conditions, library.red_flags
    for cause in causes.values():
        where = f"causes/{cause.id}.md"
        yield from _unknown(f"{where}: routines", cause.routines, routines, "routine")
        yield from _unknown(f"{where}: items", cause.items, {*items, "water"}, "checklist item")
        yield from _unknown(f"{where}: red_flags", cause.red_flags, flags, "red flag")
        yield from _unknown(f"{where}: conditions", cause.conditions, conditions, "condition")
    for advice in library.advice.values():
        where = f"advice.toml: {advice.id}"
        yield from _unknown(f"{where}: routines", advice.routines, routines, "routine")
        yield from _unknown(f"{where}: items", advice.items, {*items, "water"}, "checklist item")
        yield from _unknown(f"{where}: causes", advice.causes, causes, "cause")
    for move in moves.values():
        where = f"moves/{move.id}.toml"
        yield from _unknown(f"{where}: gentler", [move.gentler], moves, "move")
        yield from _unknown(f"{where}: withhold_if", move.withhold_if, conditions, "condition")
        if _goes_round(move.id, {name: other.gentler for name, other in moves.items()}):
            yield _fault(f"{where}: gentler", "the gentler moves go round in a circle")
    for routine in routines.values():
        where = f"routines/{routine.id}.toml"
        yield from _unknown(f"{where}: steps", [step.move for step in routine.steps], moves, "move")
        yield from _unknown(f"{where}: instead", [routine.instead], routines, "routine")
        yield from _unknown(f"{where}: counts_as", [routine.counts_as], routines, "routine")
        yield from _unknown(f"{where}: withhold_if", routine.withhold_if, conditions, "condition")
        if _goes_round(routine.id, {name: other.instead for name, other in routines.items()}):
            yield _fault(f"{where}: instead", "the routines go round in a circle")
        if not routine.steps:
            yield _fault(f"{where}: steps", "a routine without steps")
    for item in items.values():
        where = f"checklist.toml: {item.id}"
        yield from _unknown(f"{where}: group", [item.group], {g.id for g in library.checklist.groups}, "group")
        yield from _unknown(f"{where}: routines", item.routines, routines, "routine")
        yield from _unknown(f"{where}: causes", item.causes, causes, "cause")
        yield from _unknown(f"{where}: withhold_if", item.withhold_if, conditions, "condition")
    for relief in library.reliefs.values():
        for step in relief.steps:
            yield from _unknown(f"relief/{relief.id}.toml: steps", step.withhold_if, conditions, "condition")
        if not relief.steps or relief.steps[0].after_question or relief.steps[0].withhold_if:
            yield _fault(f"relief/{relief.id}.toml: steps", "the first step must be safe for everyone")
    for condition in conditions.values():
        yield from _unknown(
            f"conditions.toml: {condition.id}: implies", condition.implies, conditions, "condition"
        )


def _goes_round(start: str, gentler: dict[str, str]) -> bool:
    at, seen = gentler.get(start, ""), {start}
    while at:
        if at in seen:
            return True
        seen.add(at)
        at = gentler.get(at, "")
    return False


def _citations(library: Library) -> Iterator[ContentError]:
    """Sources that are not listed, claims without one, and promises nobody can keep.

    The person's own content may do without sources, and promise itself what it likes.
    """
    claims: list[tuple[str, Content]] = [
        ("about.md", library.about),
        *((f"causes/{cause.id}.md", cause) for cause in library.causes.values()),
        *((f"advice.toml: {advice.id}", advice) for advice in library.advice.values()),
        *((f"routines/{routine.id}.toml", routine) for routine in library.routines.values()),
        *((f"checklist.toml: {item.id}", item) for item in library.items.values()),
    ]
    for where, claim in claims:
        if not claim.sources and not library.is_own(claim):
            yield _fault(f"{where}: sources", "a claim without a source")
    for flag in library.red_flags.values():
        if not flag.sources and not flag.judgement:
            yield _fault(f"red_flags.toml: {flag.id}", "neither a source nor marked as clinical judgement")
    others: list[tuple[str, Content]] = [
        *((f"moves/{move.id}.toml", move) for move in library.moves.values()),
        *((f"relief/{relief.id}.toml", relief) for relief in library.reliefs.values()),
        *((f"red_flags.toml: {flag.id}", flag) for flag in library.red_flags.values()),
        *((f"drinks.toml: {drink.id}", drink) for drink in library.drinks.values()),
        *((f"foods.toml: {food.id}", food) for food in library.foods.values()),
        *((f"conditions.toml: {condition.id}", condition) for condition in library.conditions.values()),
    ]
    for where, thing in (*claims, *others):
        yield from _words(where, thing, library)


def _words(where: str, thing: Content, library: Library) -> Iterator[ContentError]:
    text = " ".join(_texts(msgspec.to_builtins(thing)))
    cited = set(CITATION.findall(text))
    yield from _unknown(f"{where}: sources", sorted({*thing.sources, *cited}), library.sources, "source")
    if unlisted := cited - set(thing.sources):
        yield _fault(f"{where}: sources", f"the text cites {', '.join(sorted(unlisted))}")
    if not library.is_own(thing) and (promise := _BANNED.search(text)):
        yield _fault(where, f"a promise nobody can keep: {promise[0]!r}")


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (text for part in value.values() for text in _texts(part))
        case list() | tuple():
            yield from (text for part in value for text in _texts(part))
