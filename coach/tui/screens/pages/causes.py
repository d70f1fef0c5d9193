"""Pages of what is known: what a cramp is, causes, advice, look-alikes, what people try."""

from __future__ import annotations

from coach.advice.for_you import for_you
from coach.advice.links import Address, Shelf
from coach.model.cause import Urgency
from coach.model.ruling import Ruling
from coach.service.coach import Coach
from coach.tui.screens.pages.parts import flag_lines, graded, page, tries
from coach.tui.widgets.evidence import evidence_line
from coach.tui.widgets.page import Page
from coach.tui.widgets.prose import BLANK, Line, bars, paragraph, points, section

_EVERY_SIGN = (BLANK, paragraph("! shows every warning sign", "faint"))
_HOW_SOON = {
    Urgency.EMERGENCY: "An emergency: get help now.",
    Urgency.TODAY: "Have it looked at today.",
    Urgency.SOON: "Make an appointment.",
}
_WARNED = frozenset({Ruling.ASK, Ruling.LIMIT, Ruling.WITHHOLD})


def about_page(coach: Coach, id_: str) -> Page:
    """What a cramp is."""
    about = coach.knowledge.about
    head = (paragraph(about.title, "strong"),)
    return page(coach, Address(Shelf.ABOUT, id_), head, text=about.text, sources=about.sources)


def cause_page(coach: Coach, id_: str) -> Page:
    """A cause: how sure it is, whether it bears on the person, what to try, when to see a clinician."""
    cause = coach.knowledge.causes[id_]
    about_you = coach.knowledge.concerning().get(cause.id)
    return page(
        coach,
        Address(Shelf.CAUSE, id_),
        (
            paragraph(cause.title, "strong"),
            evidence_line(cause.evidence, cause.evidence_note),
            *((Line(((about_you, "warning"),), "about you  ", "warning"),) if about_you else ()),
            BLANK,
            paragraph(cause.summary),
            *section("More likely if you", points(cause.at_risk)),
        ),
        text=cause.text,
        tail=(
            *section("Try today", tries(coach, cause.routines, cause.items)),
            *section("See a clinician", bars(cause.see_clinician)),
            *(_EVERY_SIGN if cause.red_flags else ()),
        ),
        sources=cause.sources,
        routines=cause.routines,
        items=cause.items,
    )


def advice_page(coach: Coach, id_: str) -> Page:
    """One of the pieces of advice, and what carries it out."""
    advice = coach.knowledge.advice[id_]
    return page(
        coach,
        Address(Shelf.ADVICE, id_),
        (paragraph(advice.title, "strong"), evidence_line(advice.evidence)),
        text=advice.text,
        tail=(
            *section("Try today", tries(coach, advice.routines, advice.items)),
            *(_EVERY_SIGN if advice.rule else ()),
        ),
        sources=advice.sources,
        routines=advice.routines,
        items=advice.items,
    )


def look_alike_page(coach: Coach, id_: str) -> Page:
    """Something that is taken for a cramp: the clue first, then how soon to have it seen."""
    other = coach.search.lookalikes[id_]
    return page(
        coach,
        Address(Shelf.LOOK_ALIKE, id_),
        (
            paragraph(other.title, "strong"),
            graded(other.evidence, judgement=other.judgement),
            BLANK,
            *bars([other.clue]),
            paragraph(_HOW_SOON[other.urgency], "accent"),
        ),
        text=other.text,
        tail=flag_lines(coach, other.red_flags),
        sources=other.sources,
    )


def remedy_page(coach: Coach, id_: str) -> Page:
    """Something that people try: first what holds for this person, then what is known of it."""
    remedy = coach.search.remedies[id_]
    yours = for_you(remedy, coach.day.safety())
    tone = "warning" if yours and yours.ruling in _WARNED else "muted"
    return page(
        coach,
        Address(Shelf.REMEDY, id_),
        (
            paragraph(remedy.title, "strong"),
            *((Line(((yours.text, tone),), "for you  ", tone),) if yours else ()),
            graded(remedy.evidence, judgement=remedy.judgement),
        ),
        text=remedy.text,
        tail=flag_lines(coach, remedy.red_flags),
        sources=remedy.sources,
    )
