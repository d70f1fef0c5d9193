"""Pages of warning signs: all of them by urgency, and each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coach.advice.links import RED_FLAGS, Address, Shelf
from coach.model.cause import RedFlag, Urgency
from coach.service.coach import Coach
from coach.tui.screens.pages.parts import JUDGED, page
from coach.tui.screens.pages.shelf import RED_FLAGS_TITLE
from coach.tui.widgets.page import Page
from coach.tui.widgets.prose import BLANK, Line, bars, paragraph, section
from coach.tui.widgets.red_flag_text import BESIDE, HEADINGS


def red_flags_page(coach: Coach) -> Page:
    """When it is not a matter for stretching, the most urgent first."""
    head = (
        paragraph(RED_FLAGS_TITLE, "strong"),
        BLANK,
        paragraph("These are signs that a stretch will not mend. Most cramps have none of them."),
    )
    levels = (line for level, flags in coach.cramps.red_flags() for line in _level(level, flags))
    return Page(RED_FLAGS, (*head, *levels), links=coach.search.related(RED_FLAGS))


def red_flag_page(coach: Coach, id_: str) -> Page:
    """One warning sign: what is noticed, what it may be, what to do."""
    flag = coach.knowledge.red_flags[id_]
    return page(
        coach,
        Address(Shelf.RED_FLAG, id_),
        (
            paragraph(flag.problem, "strong"),
            Line(((HEADINGS[flag.level], "accent"), (f"  {BESIDE[flag.level]}", "muted"))),
            *((paragraph(f"This is {JUDGED}.", "muted"),) if flag.judgement else ()),
            *section("What is noticed", bars([flag.signs])),
            *section("What to do", (paragraph(flag.action),)),
            BLANK,
            paragraph("! shows every warning sign", "faint"),
        ),
        sources=flag.sources,
    )


def _level(level: Urgency, flags: Sequence[RedFlag]) -> Iterable[Line]:
    """The signs of one urgency; what to do for most of them is said once, above them."""
    actions = [flag.action for flag in flags]
    usual = max(actions, key=actions.count, default="")
    shared = usual if actions.count(usual) > 1 else ""
    yield from section(HEADINGS[level], (paragraph(BESIDE[level], "muted"),))
    yield from (paragraph(shared, "accent"),) if shared else ()
    for flag in flags:
        yield BLANK
        yield from bars([flag.signs])
        action = flag.action.removeprefix(shared).strip()
        judged = f" ({JUDGED})" if flag.judgement else ""
        problem = f"It may be {flag.problem[0].lower()}{flag.problem[1:]}{judged}."
        yield Line(((problem, "muted"), (f" {action}" if action else "", "text")), "  ")
