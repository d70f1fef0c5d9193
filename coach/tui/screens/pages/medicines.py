"""Pages of medicines that go together with cramps: all of them, and each by itself, always with the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.advice.links import LISTS, MEDICINES, Address, Shelf
from coach.model.medicine import DO_NOT_STOP, SHOW_THIS
from coach.service.coach import Coach
from coach.tui.screens.pages.parts import JUDGED, flag_lines, page
from coach.tui.widgets.evidence import METERS, evidence_line
from coach.tui.widgets.page import Page
from coach.tui.widgets.prose import BLANK, Line, bars, paragraph, points, section

_SENTENCE = re.compile(r"(?<=\.)\s+")


def medicines_page(coach: Coach) -> Page:
    """Every medicine with how strongly it is linked; `o` opens one."""
    return Page(
        MEDICINES,
        (
            paragraph(LISTS[MEDICINES], "strong"),
            *_rule(coach),
            *section("What was found, and how sure it is", _all(coach)),
            BLANK,
            paragraph("o opens one of them. What is not on the list is not cleared by that: ask.", "faint"),
        ),
        links=coach.search.related(MEDICINES),
    )


def medicine_page(coach: Coach, id_: str) -> Page:
    """One medicine: the rule, what was found, what matters more than cramps."""
    cited = coach.knowledge.cited
    (medicine,) = coach.knowledge.medicines(id_)
    grade = (
        paragraph(f"{JUDGED.capitalize()}", "muted") if medicine.judgement else evidence_line(medicine.evidence)
    )
    return page(
        coach,
        Address(Shelf.MEDICINE, id_),
        (
            paragraph(medicine.name, "strong"),
            paragraph(f"For example: {', '.join(medicine.examples)}", "muted"),
            grade,
            *_rule(coach),
            *section("What was found", (paragraph(cited(medicine.found)),)),
            *section("What matters more", (paragraph(cited(medicine.warning)),) if medicine.warning else ()),
        ),
        tail=flag_lines(coach, medicine.red_flags),
        sources=medicine.sources,
    )


def _rule(coach: Coach) -> tuple[Line, ...]:
    """That nobody should stop a prescribed medicine on their own, and when that is not the whole truth."""
    exceptions = [coach.knowledge.cited(text) for text in coach.knowledge.exceptions()]
    return (
        BLANK,
        *bars([DO_NOT_STOP]),
        *section("The exceptions", points(exceptions)),
        BLANK,
        paragraph(SHOW_THIS, "primary"),
    )


def _all(coach: Coach) -> Iterator[Line]:
    """Each medicine with its grade, and the first sentence of what was found."""
    for medicine in coach.knowledge.medicines():
        sure = "judgement" if medicine.judgement else f"{medicine.evidence} {METERS[medicine.evidence]}"
        found = _SENTENCE.split(medicine.found, maxsplit=1)[0]
        yield Line(((medicine.name, "text"),), aside=sure)
        yield Line(((", ".join(medicine.examples), "faint"),), "  ")
        yield Line(((coach.knowledge.cited(found), "muted"),), "  ")
