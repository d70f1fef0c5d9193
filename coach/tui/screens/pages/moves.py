"""Pages of what is done: routines, moves, and the checklist's items."""

from __future__ import annotations

from collections.abc import Sequence

from coach.advice.links import Address, Shelf
from coach.errors import BadInputError
from coach.model.order import Order
from coach.service.coach import Coach
from coach.tui.screens.pages.parts import page, tries, withheld_lines
from coach.tui.widgets.dose_words import dose_said, minutes
from coach.tui.widgets.evidence import evidence_line
from coach.tui.widgets.page import Page
from coach.tui.widgets.prose import BLANK, Line, paragraph, section
from coach.tui.widgets.routine_card import card_lines


def routine_page(coach: Coach, id_: str) -> Page:
    """A routine as this person can do it, as its card in the Stretch mode says."""
    view, known = coach.sessions.routine(id_), coach.knowledge
    instead = coach.search.title(Address(Shelf.ROUTINE, view.instead)) if view.instead else None
    start = () if view.fitted.withheld else (BLANK, paragraph("s starts it", "faint"))
    return page(
        coach,
        Address(Shelf.ROUTINE, id_),
        (*card_lines(view, known.moves, known.cited, instead), *start),
        sources=coach.sessions.written(id_).sources,
        routines=(id_,),
    )


def move_page(coach: Coach, id_: str) -> Page:
    """A move: how it is done and how much of it; `s` starts a routine that it is part of."""
    move = coach.knowledge.moves[id_]
    address = Address(Shelf.MOVE, id_)
    why = coach.day.safety().why_no_move(move)
    routines = tuple(link.id for link in coach.search.related(address) if link.shelf is Shelf.ROUTINE)
    needs = f"You need: {', '.join(move.equipment)}" if move.equipment else "You need nothing for it"
    cues = [Line(((cue, "text"),), f"{number}  ", "primary") for number, cue in enumerate(move.cues, start=1)]
    mind = [
        Line(((f"{lead}  ", "muted"), (said, "text")))
        for lead, said in (("Take care", move.caution), ("Easier", move.easier), ("Harder", move.harder))
        if said
    ]
    return page(
        coach,
        address,
        (
            paragraph(move.name, "strong"),
            paragraph(f"{move.purpose}; {move.position}", "muted"),
            *((BLANK, *withheld_lines(why), *_gentler(coach, move.gentler)) if why else ()),
            *section("How", (paragraph(move.start), *cues)),
            *section("How much", (paragraph(dose_said(move.dose, move, Order.LEG_BY_LEG)),)),
            *section("Muscles", (paragraph(", ".join(move.muscles)),)),
            *section("Mind", (paragraph(needs), *mind)),
        ),
        sources=move.sources,
        routines=routines,
    )


def item_page(coach: Coach, id_: str) -> Page:
    """An item of the checklist: why it is on it, and what this person can do about it."""
    item = coach.knowledge.items[id_]
    return page(
        coach,
        Address(Shelf.ITEM, id_),
        (
            paragraph(item.label, "strong"),
            evidence_line(item.evidence),
            BLANK,
            paragraph(coach.knowledge.cited(item.why)),
            *section("Try today", tries(coach, item.routines, (id_,))),
        ),
        sources=item.sources,
        routines=item.routines,
        items=(id_,),
    )


def startable(coach: Coach, routines: Sequence[str]) -> list[tuple[str, str, str]]:
    """Those of a page's routines that this person can do now: id, name, length.

    Raises BadInputError when there is none.
    """
    views = [coach.sessions.routine(routine) for routine in routines]
    ready = [(view.id, view.name, minutes(view.seconds)) for view in views if view.fitted.withheld is None]
    if not ready:
        raise BadInputError(
            f"nothing to start here: {'the page says why' if views else 'this page has no routine'}"
        )
    return ready


def _gentler(coach: Coach, move: str) -> tuple[Line, ...]:
    """The gentler move, where this person may do that one."""
    moves = coach.knowledge.moves
    if move not in moves or coach.day.safety().why_no_move(moves[move]):
        return ()
    return (Line((("Gentler: ", "muted"), (moves[move].name, "text")), "   "),)
