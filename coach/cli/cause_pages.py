"""The pages that `coach causes ID` shows, in lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from coach.advice.for_you import for_you
from coach.advice.links import Address, Shelf
from coach.advice.safety import Withheld
from coach.cli.printing import paragraph, say, table
from coach.cli.see_also import show_see_also
from coach.cli.words import length
from coach.model.cause import Urgency
from coach.model.evidence import Evidence
from coach.model.ruling import Topic
from coach.service.coach import Coach

WATER = "water"
JUDGED = "clinical judgement"
SOON = {Urgency.EMERGENCY: "an emergency", Urgency.TODAY: "ask today", Urgency.SOON: "ask soon"}


def show_page(coach: Coach, address: Address) -> None:
    """A page of what is read: about, a cause, advice, a look-alike, what people try, a warning sign, an item."""
    say(coach.search.title(address))
    sources = _SHOWN[address.shelf](coach, address.id)
    show_see_also(coach, address)
    _show_points(
        "Sources", [f"{source.short}: {source.title}. {source.by}" for source in coach.knowledge.sources(sources)]
    )


def _show_about(coach: Coach, _: str) -> tuple[str, ...]:
    about = coach.knowledge.about
    _show_body(coach, about.text)
    return about.sources


def _show_cause(coach: Coach, id_: str) -> tuple[str, ...]:
    cause = coach.knowledge.causes[id_]
    say()
    paragraph(cause.summary)
    say()
    paragraph(f"{cause.evidence}. {cause.evidence_note}", first="Evidence: ")
    if reason := coach.knowledge.concerning().get(cause.id):
        paragraph(f"{reason}.", first="It concerns you: ")
    _show_body(coach, cause.text)
    _show_points("Who is at risk: people who", cause.at_risk)
    _show_to_do(coach, cause.routines, cause.items)
    _show_points("When to see a clinician", cause.see_clinician)
    _show_flags(coach, cause.red_flags)
    return cause.sources


def _show_advice(coach: Coach, id_: str) -> tuple[str, ...]:
    advice = coach.knowledge.advice[id_]
    _show_grade(advice.evidence)
    _show_body(coach, advice.text)
    _show_to_do(coach, advice.routines, advice.items)
    return advice.sources


def _show_look_alike(coach: Coach, id_: str) -> tuple[str, ...]:
    other = coach.search.lookalikes[id_]
    _show_grade(other.evidence, judgement=other.judgement)
    say()
    paragraph(other.clue, first="The clue: ")
    say(f"How soon: {SOON[other.urgency]}.")
    _show_body(coach, other.text)
    _show_flags(coach, other.red_flags)
    return other.sources


def _show_remedy(coach: Coach, id_: str) -> tuple[str, ...]:
    remedy = coach.search.remedies[id_]
    if yours := for_you(remedy, coach.day.safety()):
        say()
        paragraph(yours.text, first="For you: ")
    _show_grade(remedy.evidence, judgement=remedy.judgement)
    _show_body(coach, remedy.text)
    _show_flags(coach, remedy.red_flags)
    return remedy.sources


def _show_red_flag(coach: Coach, id_: str) -> tuple[str, ...]:
    flag = coach.knowledge.red_flags[id_]
    say()
    say(f"How soon: {SOON[flag.level]}.")
    paragraph(flag.signs, first="Signs: ")
    paragraph(flag.action, first="Do: ")
    if flag.judgement:
        say(f"This is {JUDGED}.")
    say("Every warning sign: coach red-flags")
    return flag.sources


def _show_item(coach: Coach, id_: str) -> tuple[str, ...]:
    item = coach.knowledge.items[id_]
    _show_grade(item.evidence)
    say()
    paragraph(coach.knowledge.cited(item.why))
    _show_to_do(coach, item.routines, (id_,))
    return item.sources


_SHOWN: Mapping[Shelf, Callable[[Coach, str], tuple[str, ...]]] = {
    Shelf.ABOUT: _show_about,
    Shelf.CAUSE: _show_cause,
    Shelf.ADVICE: _show_advice,
    Shelf.LOOK_ALIKE: _show_look_alike,
    Shelf.REMEDY: _show_remedy,
    Shelf.RED_FLAG: _show_red_flag,
    Shelf.ITEM: _show_item,
}


def _show_grade(evidence: Evidence, *, judgement: bool = False) -> None:
    say()
    say(f"Evidence: {evidence}{f', in part {JUDGED}' if judgement else ''}.")


def _show_body(coach: Coach, text: str) -> None:
    """Markdown as plain lines: headings, paragraphs and points, citations by name."""
    for block in coach.knowledge.cited(text).replace("**", "").split("\n\n"):
        say()
        for line in block.strip().split("\n"):
            if line.startswith("#"):
                say(line.lstrip("# "))
            elif line.startswith("- "):
                paragraph(line.removeprefix("- "), indent=2, first="- ")
            else:
                paragraph(line)


def _show_points(title: str, points: Iterable[str]) -> None:
    for place, point in enumerate(points):
        if not place:
            say()
            say(title)
        paragraph(point, indent=2, first="- ")


def _show_flags(coach: Coach, flags: Sequence[str]) -> None:
    known = coach.knowledge.red_flags
    for place, flag in enumerate(flags):
        if not place:
            say()
            say("Red flags")
        paragraph(known[flag].signs, indent=2, first="- ")
        paragraph(known[flag].action, indent=4, first="Do: ")


def _show_to_do(coach: Coach, routines: Sequence[str], items: Sequence[str]) -> None:
    """The commands that do it today; what is not for this person is named apart, each reason said whole once."""
    safety, known = coach.day.safety(), coach.knowledge.items
    rows: list[tuple[str, str]] = []
    left_out: list[tuple[str, Withheld]] = []
    for view in map(coach.sessions.routine, routines):
        if why := view.fitted.withheld:
            left_out.append((view.name, why))
        else:
            rows.append((f"coach stretch {view.id}", f"{view.name}, {length(view.seconds)}"))
    for item in items:
        if item == WATER:
            why, label, command = safety.why_withheld(topics=(Topic.WATER_GOAL,)), "Drinks", "coach drink"
        else:
            why = safety.why_withheld(known[item].withhold_if, known[item].topics)
            label, command = known[item].label, f"coach tick {item}"
        if why:
            left_out.append((label, why))
        else:
            rows.append((command, label))
    if rows:
        say()
        say("What you can do today")
        table(rows, indent=2)
    told: set[str] = set()
    for place, (name, why) in enumerate(left_out):
        if not place:
            say()
            say("Left out for you")
        paragraph(f"{why.how}: {why.name}" if why.condition in told else f"{why}", indent=2, first=f"{name}: ")
        told.add(why.condition)
