"""The pages of the Causes mode, made of what the coach knows and what it knows about the person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.advice.safety import Safety
from coach.advice.water import NO_GOAL_IF
from coach.errors import BadInputError
from coach.model.cause import Advice, Cause, Reach, RedFlag, Urgency
from coach.service.coach import Coach
from coach.tui.widgets.cause_rows import Entry
from coach.tui.widgets.evidence import evidence_line
from coach.tui.widgets.page import Page
from coach.tui.widgets.prose import BLANK, Line, bars, paragraph, points, section
from coach.tui.widgets.red_flag_text import BESIDE, HEADINGS

ABOUT, RED_FLAGS = "about", "red-flags"
RED_FLAGS_TITLE = "When it is not a cramp"
WATER = "water"
"""Drinks have their own row on Today, and are no item of the list."""
_GROUPS = {Reach.CHANGE: "What you can change", Reach.CLINICIAN: "What to raise with a clinician"}


def page_entries(coach: Coach) -> list[Entry]:
    """Every page there is, in the order of the list."""
    known = coach.knowledge
    causes = [
        Entry(cause.id, cause.title, _GROUPS[reach], cause.evidence)
        for reach in Reach
        for cause in known.causes.values()
        if cause.reach is reach
    ]
    advice = [Entry(one.id, one.title, "What may help", one.evidence) for one in known.advice.values()]
    flags = Entry(RED_FLAGS, "Warning signs, by urgency", RED_FLAGS_TITLE)
    return [Entry(ABOUT, known.about.title), *causes, *advice, flags]


def found_ids(coach: Coach, word: str) -> list[str]:
    """The pages that speak of `word`: those with it in their title, then those with it anywhere."""
    said = word.strip().lower()
    known = coach.knowledge
    try:
        causes = [cause.id for cause in known.search(said)]
    except BadInputError:
        causes = []
    flags = " ".join(f"{flag.signs} {flag.problem} {flag.action}" for flag in known.red_flags.values())
    texts = {ABOUT: known.about.text, **{one.id: one.text for one in known.advice.values()}, RED_FLAGS: flags}
    titled = [entry.id for entry in page_entries(coach) if said in entry.title.lower()]
    return list(dict.fromkeys([*titled, *causes, *(id_ for id_, text in texts.items() if said in text.lower())]))


def make_page(coach: Coach, wanted: str) -> Page:
    """The page with that id; raises BadInputError with the nearest when there is none."""
    known = coach.knowledge
    if wanted == ABOUT:
        return Page(
            ABOUT,
            (paragraph(known.about.title, "strong"),),
            _body(coach, known.about.text),
            _sources(coach, known.about.sources),
        )
    if wanted == RED_FLAGS:
        return Page(RED_FLAGS, _red_flags_head(), tail=_red_flags(coach))
    if wanted in known.advice:
        return _advice_page(coach, known.advice[wanted])
    return _cause_page(coach, known.cause(wanted))


def _cause_page(coach: Coach, cause: Cause) -> Page:
    about_you = coach.knowledge.concerning().get(cause.id)
    return Page(
        id=cause.id,
        head=(
            paragraph(cause.title, "strong"),
            evidence_line(cause.evidence, cause.evidence_note),
            *((Line(((about_you, "warning"),), "about you  ", "warning"),) if about_you else ()),
            BLANK,
            paragraph(cause.summary),
            *section("More likely if you", points(cause.at_risk)),
        ),
        body=_body(coach, cause.text),
        tail=(
            *section("Try today", _tries(coach, cause.routines, cause.items)),
            *section("See a clinician", bars(cause.see_clinician)),
            *((BLANK, paragraph("! shows every warning sign", "faint")) if cause.red_flags else ()),
            *_sources(coach, cause.sources),
        ),
        routines=cause.routines,
        items=cause.items,
    )


def _advice_page(coach: Coach, advice: Advice) -> Page:
    return Page(
        id=advice.id,
        head=(paragraph(advice.title, "strong"), evidence_line(advice.evidence)),
        body=_body(coach, advice.text),
        tail=(
            *section("Try today", _tries(coach, advice.routines, advice.items)),
            *section("It bears on", points(coach.knowledge.causes[cause].title for cause in advice.causes)),
            *((BLANK, paragraph("! shows every warning sign", "faint")) if advice.rule else ()),
            *_sources(coach, advice.sources),
        ),
        routines=advice.routines,
        items=advice.items,
    )


def _tries(coach: Coach, routines: Sequence[str], items: Sequence[str]) -> list[Line]:
    """What to do today, numbered; what is withheld keeps its place, with the reason."""
    safety = coach.day.safety()
    listed = coach.person().listed
    lines: list[Line] = []
    for routine in routines:
        view = coach.sessions.routine(routine)
        if why := view.fitted.withheld:
            lines.append(_withheld(view.name, str(why)))
        else:
            lines.append(_numbered(lines, view.name, f"{max(1, round(view.seconds / 60))} min, s starts it"))
    for item in items:
        if item == WATER:
            lines.append(_water(lines, safety, limited=coach.person().limit_ml is not None))
            continue
        known = coach.knowledge.items[item]
        if reason := safety.why_withheld(known.withhold_if):
            lines.append(_withheld(known.label, str(reason)))
        else:
            on = listed.get(item, True)
            lines.append(
                _numbered(lines, known.label, "on your list" if on else "a puts it on your list", done=on)
            )
    return lines


def _numbered(before: Sequence[Line], text: str, note: str, *, done: bool = False) -> Line:
    return Line(((text, "text"), (f"   {note}", "good" if done else "muted")), f"{len(before) + 1}  ", "primary")


def _withheld(text: str, why: str) -> Line:
    return Line(((text, "faint"), (f"   {why}", "warning")), "–  ", "faint")


def _water(before: Sequence[Line], safety: Safety, *, limited: bool) -> Line:
    if limited or safety.held & set(NO_GOAL_IF):
        return _withheld("Drinks", "the amount your team gave you comes first; nothing here asks for more")
    return _numbered(before, "Note what you drink", "w logs it; it has its own row on Today")


def _body(coach: Coach, text: str) -> str:
    """The text with its citations as names, and its headings in capitals as everywhere."""
    return re.sub(r"(?m)^## (.+)$", lambda found: f"## {found[1].upper()}", coach.knowledge.cited(text))


def _sources(coach: Coach, ids: tuple[str, ...]) -> tuple[Line, ...]:
    lines = []
    for source in coach.knowledge.sources(ids):
        told = [source.title, source.by, str(source.year) if source.year else "", source.identifier]
        text = ". ".join(part.rstrip(".") for part in told if part)
        lines.append(Line(((source.short, "muted"), (f"  {text}.", "faint"))))
    return section("Sources", lines)


def _red_flags_head() -> tuple[Line, ...]:
    return (
        paragraph(RED_FLAGS_TITLE, "strong"),
        BLANK,
        paragraph("These are signs that a stretch will not mend. Most cramps have none of them."),
    )


def _red_flags(coach: Coach) -> tuple[Line, ...]:
    return tuple(line for level, flags in coach.cramps.red_flags() for line in _level(level, flags))


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
        judged = " (clinical judgement)" if flag.judgement else ""
        problem = f"It may be {flag.problem[0].lower()}{flag.problem[1:]}{judged}."
        yield Line(((problem, "muted"), (f" {action}" if action else "", "text")), "  ")
