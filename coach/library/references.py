"""Does content fit together?  Whatever one thing says of another must be there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from coach.errors import ContentError
from coach.library.library import Library
from coach.model.condition import Condition
from coach.model.evidence import Content


def fault(where: str, what: str) -> ContentError:
    """A fault of what is written at `where`."""
    return ContentError(f"{where}: {what}", "mend the name, or add the thing it names")


def unknown(where: str, names: Iterable[str], known: Collection[str], what: str) -> Iterator[ContentError]:
    """A fault for each of `names` that is not known."""
    for name in names:
        if name and name not in known:
            yield fault(where, f"no {what} {name!r}")


def reference_faults(library: Library) -> Iterator[ContentError]:
    """Names of things that are not there, and ways that go round in a circle."""
    routines, items, causes, moves = library.routines, library.items, library.causes, library.moves
    conditions, flags = library.conditions, library.red_flags
    for cause in causes.values():
        where = f"causes/{cause.id}.md"
        yield from unknown(f"{where}: routines", cause.routines, routines, "routine")
        yield from unknown(f"{where}: items", cause.items, {*items, "water"}, "checklist item")
        yield from unknown(f"{where}: red_flags", cause.red_flags, flags, "red flag")
        yield from unknown(f"{where}: conditions", cause.conditions, conditions, "condition")
    for advice in library.advice.values():
        where = f"advice.toml: {advice.id}"
        yield from unknown(f"{where}: routines", advice.routines, routines, "routine")
        yield from unknown(f"{where}: items", advice.items, {*items, "water"}, "checklist item")
        yield from unknown(f"{where}: causes", advice.causes, causes, "cause")
    yield from _knowledge(library)
    for move in moves.values():
        where = f"moves/{move.id}.toml"
        yield from unknown(f"{where}: gentler", [move.gentler], moves, "move")
        yield from unknown(f"{where}: withhold_if", move.withhold_if, conditions, "condition")
        if _goes_round(move.id, {name: other.gentler for name, other in moves.items()}):
            yield fault(f"{where}: gentler", "the gentler moves go round in a circle")
    for routine in routines.values():
        where = f"routines/{routine.id}.toml"
        yield from unknown(f"{where}: steps", [step.move for step in routine.steps], moves, "move")
        yield from unknown(f"{where}: instead", [routine.instead], routines, "routine")
        yield from unknown(f"{where}: counts_as", [routine.counts_as], routines, "routine")
        yield from unknown(f"{where}: withhold_if", routine.withhold_if, conditions, "condition")
        if _goes_round(routine.id, {name: other.instead for name, other in routines.items()}):
            yield fault(f"{where}: instead", "the routines go round in a circle")
        if not routine.steps:
            yield fault(f"{where}: steps", "a routine without steps")
    for item in items.values():
        where = f"checklist.toml: {item.id}"
        yield from unknown(f"{where}: group", [item.group], {g.id for g in library.checklist.groups}, "group")
        yield from unknown(f"{where}: routines", item.routines, routines, "routine")
        yield from unknown(f"{where}: causes", item.causes, causes, "cause")
        yield from unknown(f"{where}: withhold_if", item.withhold_if, conditions, "condition")
    for relief in library.reliefs.values():
        for step in relief.steps:
            yield from unknown(f"relief/{relief.id}.toml: steps", step.withhold_if, conditions, "condition")
            yield from unknown(f"relief/{relief.id}.toml: steps", [step.move], moves, "move")
        first = relief.steps[0] if relief.steps else None
        if first is None or first.after_question or first.withhold_if or first.topics:
            yield fault(f"relief/{relief.id}.toml: steps", "the first step must be safe for everyone")
    yield from _conditions(conditions)


def _conditions(conditions: Mapping[str, Condition]) -> Iterator[ContentError]:
    for condition in conditions.values():
        where = f"conditions.toml: {condition.id}"
        yield from unknown(f"{where}: implies", condition.implies, conditions, "condition")
        if condition.derived and (condition.asked or condition.lasts_days is not None):
            yield fault(f"{where}: derived", "what follows from other answers is not asked and does not run out")


def _knowledge(library: Library) -> Iterator[ContentError]:
    """What medicines, look-alikes and remedies name; and every page has an id of its own."""
    causes, conditions, flags = library.causes, library.conditions, library.red_flags
    for medicine in library.medicines.values():
        where = f"medicines.toml: {medicine.id}"
        yield from unknown(f"{where}: causes", medicine.causes, causes, "cause")
        yield from unknown(f"{where}: conditions", medicine.conditions, conditions, "condition")
        yield from unknown(f"{where}: red_flags", medicine.red_flags, flags, "red flag")
    for other in library.lookalikes.values():
        where = f"lookalikes.toml: {other.id}"
        yield from unknown(f"{where}: conditions", other.conditions, conditions, "condition")
        yield from unknown(f"{where}: red_flags", other.red_flags, flags, "red flag")
    for remedy in library.remedies.values():
        where = f"remedies.toml: {remedy.id}"
        yield from unknown(f"{where}: causes", remedy.causes, causes, "cause")
        yield from unknown(f"{where}: conditions", remedy.conditions, conditions, "condition")
    taken = {library.about.id: "about.md"}
    pages: dict[str, Mapping[str, Content]] = {
        "causes": causes,
        "advice.toml": library.advice,
        "lookalikes.toml": library.lookalikes,
        "remedies.toml": library.remedies,
    }
    for where, shelf in pages.items():
        for page in shelf:
            if page in taken:
                yield fault(f"{where}: {page}", f"the id stands in {taken[page]} already")
            taken[page] = where


def _goes_round(start: str, gentler: dict[str, str]) -> bool:
    at, seen = gentler.get(start, ""), {start}
    while at:
        if at in seen:
            return True
        seen.add(at)
        at = gentler.get(at, "")
    return False
