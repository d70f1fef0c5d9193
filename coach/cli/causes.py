"""Why legs cramp, in lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click
import msgspec

from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import paragraph, print_json, say, table
from coach.cli.words import length
from coach.model.cause import Cause
from coach.service.coach import Coach

ABOUT = "about"


@click.command()
@click.argument("word", nargs=-1, metavar="[ID|WORD]")
@json_option
@pass_coach
def causes(coach: Coach, word: tuple[str, ...], as_json: bool) -> None:
    """Why legs cramp: all causes, one, or those that speak of a word.

    `coach causes about` says what a cramp is.
    """
    wanted = " ".join(word).strip().lower()
    knowledge = coach.knowledge
    if wanted == ABOUT:
        about = knowledge.about
        if as_json:
            print_json({"id": about.id, "name": about.title} | msgspec.to_builtins(about))
        else:
            _show_text(coach, about.title, about.text, about.sources)
    elif wanted in knowledge.causes:
        cause = knowledge.causes[wanted]
        if as_json:
            print_json(_cause_object(cause, knowledge.concerning()))
        else:
            _show_cause(coach, cause)
    else:
        _show_list(coach, knowledge.search(wanted) if wanted else list(knowledge.causes.values()), as_json)


def _cause_object(cause: Cause, concerning: Mapping[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(cause)
    return {"id": cause.id, "name": cause.title, "concerns_you": concerning.get(cause.id)} | fields


def _show_list(coach: Coach, found: list[Cause], as_json: bool) -> None:
    concerning = coach.knowledge.concerning()
    if as_json:
        print_json([_cause_object(cause, concerning) for cause in found])
        return
    table((cause.id, cause.title, f"{cause.evidence} evidence", concerning.get(cause.id, "")) for cause in found)
    say()
    say("One of them: coach causes ID. What a cramp is: coach causes about.")


def _show_cause(coach: Coach, cause: Cause) -> None:
    say(cause.title)
    say()
    paragraph(cause.summary)
    say()
    paragraph(f"{cause.evidence}. {cause.evidence_note}", first="Evidence: ")
    if reason := coach.knowledge.concerning().get(cause.id):
        paragraph(f"{reason}.", first="It concerns you: ")
    _show_body(coach, cause.text)
    _show_points("Who is at risk: people who", cause.at_risk)
    _show_to_do(coach, cause)
    _show_points("When to see a clinician", cause.see_clinician)
    flags = coach.knowledge.red_flags
    _show_points("Red flags", [flags[flag].signs for flag in cause.red_flags])
    _show_sources(coach, cause.sources)


def _show_text(coach: Coach, title: str, text: str, sources: tuple[str, ...]) -> None:
    say(title)
    _show_body(coach, text)
    _show_sources(coach, sources)


def _show_body(coach: Coach, text: str) -> None:
    """Markdown as plain lines: headings, paragraphs and points, citations by name."""
    for block in coach.knowledge.cited(text).split("\n\n"):
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


def _show_to_do(coach: Coach, cause: Cause) -> None:
    items = coach.knowledge.items
    rows = [
        (f"coach stretch {view.id}", f"{view.name}, {length(view.seconds)}")
        for view in coach.sessions.routines()
        if view.id in cause.routines and view.fitted.withheld is None
    ]
    rows += [(f"coach tick {item}", items[item].label) for item in cause.items if item in items]
    if "water" in cause.items:
        rows.append(("coach drink", "Drinks through the day"))
    if rows:
        say()
        say("What you can do today")
        table(rows, indent=2)


def _show_sources(coach: Coach, ids: tuple[str, ...]) -> None:
    _show_points(
        "Sources", [f"{source.short}: {source.title}. {source.by}" for source in coach.knowledge.sources(ids)]
    )
