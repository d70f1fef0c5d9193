"""What several kinds of page are made of: a text with its citations, what to try today, links and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from coach.advice.links import Address, Shelf
from coach.advice.safety import Safety, Withheld
from coach.model.evidence import Evidence
from coach.model.ruling import Topic
from coach.service.coach import Coach
from coach.tui.widgets.dose_words import minutes
from coach.tui.widgets.evidence import evidence_line
from coach.tui.widgets.marked import marked
from coach.tui.widgets.page import Page
from coach.tui.widgets.prose import BLANK, Line, bars, paragraph, section

WATER = "water"
"""Drinks have their own row on Today, and are no item of the list."""
MOST_NAMED = 6
"""Of longer lists of links only so many are named on the page."""
JUDGED = "clinical judgement"
_LABELS = {
    Shelf.ABOUT: "",
    Shelf.CAUSE: "Causes",
    Shelf.ADVICE: "Advice",
    Shelf.LOOK_ALIKE: "Look-alikes",
    Shelf.REMEDY: "People try",
    Shelf.RED_FLAG: "Warning signs",
    Shelf.ROUTINE: "Routines",
    Shelf.MOVE: "Moves",
    Shelf.ITEM: "Checklist",
    Shelf.MEDICINE: "Medicines",
    Shelf.LIST: "To look up",
    Shelf.FOOD: "Foods",
}


def page(
    coach: Coach,
    address: Address,
    head: Iterable[Line],
    *,
    text: str = "",
    tail: Iterable[Line] = (),
    sources: tuple[str, ...] = (),
    routines: tuple[str, ...] = (),
    items: tuple[str, ...] = (),
) -> Page:
    """A page that ends in what it leads to and who says so; `text` is the content's own, citations and all."""
    links = coach.search.related(address)
    body = (BLANK, *marked(coach.knowledge.cited(text))) if text else ()
    end = (*_see_also(coach, links), *source_lines(coach, sources))
    return Page(address, (*head, *body, *tail, *end), routines, items, links)


def graded(evidence: Evidence, *, judgement: bool) -> Line:
    """The grade, and whether clinical judgement is a part of it."""
    return evidence_line(evidence, f"in part {JUDGED}" if judgement else "")


def tries(coach: Coach, routines: Sequence[str], items: Sequence[str]) -> list[Line]:
    """What to do today, numbered; what is withheld keeps its place, with the reason, said whole once."""
    safety = coach.day.safety()
    listed = coach.person().listed
    lines: list[Line] = []
    told: set[str] = set()
    for routine in routines:
        view = coach.sessions.routine(routine)
        if why := view.fitted.withheld:
            lines.append(_withheld(view.name, why, told))
        else:
            lines.append(_numbered(lines, view.name, f"{minutes(view.seconds)}, s starts it"))
    for item in items:
        if item == WATER:
            lines.append(_water(lines, safety, told, limited=coach.person().limit_ml is not None))
            continue
        known = coach.knowledge.items[item]
        if reason := safety.why_withheld(known.withhold_if, known.topics):
            lines.append(_withheld(known.label, reason, told))
            continue
        on = listed.get(item, True)
        lines.append(_numbered(lines, known.label, "on your list" if on else "a puts it on your list", done=on))
        lines += [Line(((caution, "warning"),), "   ") for caution in safety.cautions(known.topics)]
    return lines


def withheld_lines(why: Withheld) -> tuple[Line, ...]:
    """That a thing is not for this person now, why, and whom to ask."""
    how = f"{why.how.capitalize()}: {why.name}"
    return Line(((how, "warning"),), "–  ", "faint"), Line(((f"{why.why} {why.way_on}", "text"),), "   ")


def flag_lines(coach: Coach, flags: Iterable[str]) -> tuple[Line, ...]:
    """Warning signs, each with what to do."""
    known = coach.knowledge.red_flags
    lines: list[Line] = []
    for flag in flags:
        lines += bars([known[flag].signs])
        lines.append(Line(((known[flag].action, "muted"),), "  "))
    return section("Warning signs", lines)


def source_lines(coach: Coach, ids: tuple[str, ...]) -> tuple[Line, ...]:
    """The publications a page rests on."""
    lines = []
    for source in coach.knowledge.sources(ids):
        told = [source.title, source.by, str(source.year) if source.year else "", source.identifier]
        text = ". ".join(part.rstrip(".") for part in told if part)
        lines.append(Line(((source.short, "muted"), (f"  {text}.", "faint"))))
    return section("Sources", lines)


def _see_also(coach: Coach, links: Sequence[Address]) -> tuple[Line, ...]:
    withheld = coach.search.withheld(links)
    lines = []
    for shelf, group in groupby(links, key=lambda address: address.shelf):
        names = [_named(coach, address, withheld) for address in group]
        more = len(names) - MOST_NAMED
        said = " · ".join(names[:MOST_NAMED]) + (f" · and {more} more" if more > 0 else "")
        lines.append(Line(((f"{_LABELS[shelf]}  ", "muted"), (said, "text"))))
    return section("See also", [*lines, paragraph("o opens one of these", "faint")] if lines else ())


def _named(coach: Coach, address: Address, withheld: Mapping[Address, Withheld]) -> str:
    how = f" ({withheld[address].how})" if address in withheld else ""
    return f"{coach.search.title(address)}{how}"


def _numbered(before: Sequence[Line], text: str, note: str, *, done: bool = False) -> Line:
    number = 1 + sum(line.lead_tone == "primary" for line in before)
    return Line(((text, "text"), (f"   {note}", "good" if done else "muted")), f"{number}  ", "primary")


def _withheld(text: str, why: Withheld, told: set[str]) -> Line:
    said = f"{why.how}: {why.name}" if why.condition in told else str(why)
    told.add(why.condition)
    return Line(((text, "faint"), (f"   {said}", "warning")), "–  ", "faint")


def _water(before: Sequence[Line], safety: Safety, told: set[str], *, limited: bool) -> Line:
    verdict = safety.verdict(Topic.WATER_GOAL)
    if not safety.answered and verdict.withheld and not limited:
        return _withheld("Drinks", verdict.withheld, told)
    if limited or not verdict.ruling.offers:
        said = "the amount your team gave you comes first; nothing here asks for more"
        return Line((("Drinks", "faint"), (f"   {said}", "warning")), "–  ", "faint")
    return _numbered(before, "Note what you drink", "w logs it; it has its own row on Today")
