"""The day in lines."""

from __future__ import annotations

import click

from coach.advice.checklist import ItemView
from coach.advice.today import CrampView, TodayView
from coach.cli.aloud import sentences
from coach.cli.environment import pass_coach
from coach.cli.options import day_option, day_said, json_option
from coach.cli.plain import ask_plain, is_plain
from coach.cli.printing import paragraph, print_json, say, table
from coach.cli.words import action_words, day_name, night_words, offset, side_words, water_words
from coach.model.notation import Notation
from coach.model.time_of_day import HourClock, time_cell, time_of_day
from coach.service.coach import Coach


@click.command()
@day_option
@click.option("--plain", is_flag=True, callback=ask_plain, help="in whole sentences, to be read aloud")
@json_option
@pass_coach
def today(coach: Coach, *, day: str | None, plain: bool, as_json: bool) -> None:
    """Water, last night, checklist, stretches, what comes next."""
    view = coach.day.today(day_said(coach, day))
    if as_json:
        print_json(view)
    elif plain or is_plain():
        for sentence in sentences(view, coach.person().notation):
            say(sentence)
    else:
        _show(view, coach.person().notation)


def _show(view: TodayView, notation: Notation) -> None:
    until = time_of_day(view.until, notation.clock)
    say(f"{day_name(view.day)}, until {until}{'' if view.is_today else ', a past day'}")
    if view.has_targets:
        say(f"kept {view.kept.days} of the last {view.kept.of} days")
    if view.skipped is not None:
        say(f"a day off{f': {view.skipped}' if view.skipped else ''}")
    say()
    has_mark = view.water.goal_ml is not None or view.water.limit_ml is not None
    facts = [
        ("Last night", night_words(view.night)),
        ("Cramps", f"{view.trend.last} in the last 14 days, {view.trend.before} in the 14 days before"),
        ("Water", water_words(view.water, notation.units) + ("" if has_mark else f", {view.water.why}")),
    ]
    facts += [("", said) for said in (view.water.withheld, view.water.caution) if said]
    if view.next is not None:
        facts.append(("Next", f"{view.next.text}: {view.next.why}"))
        if how := action_words(view.next.action):
            facts.append(("", how))
    width = max(len(name) for name, _ in facts)
    for name, fact in facts:
        paragraph(fact, first=f"{name:<{width}}  ")
    for group in view.groups:
        items = [item for item in view.items if item.group == group.id]
        if items:
            say()
            say(group.name)
            _show_items(items, has_targets=view.has_targets)
    _show_logged(view)
    _show_happened(view, notation.clock)
    if view.notes:
        say()
        say("Notes")
        for note in view.notes:
            paragraph(note, indent=2)


def _show_items(items: list[ItemView], *, has_targets: bool) -> None:
    table(((_state(item, has_targets=has_targets), item.id, item.label, item.note) for item in items), indent=2)
    reasons: dict[str, list[str]] = {}
    for item in items:
        if said := item.withheld or item.caution:
            reasons.setdefault(said, []).append(item.id)
    for said, named in reasons.items():
        paragraph(f"{', '.join(named)}: {said}", indent=4)


def _state(item: ItemView, *, has_targets: bool) -> str:
    if item.withheld:
        return "left out"
    if item.target > 1 and not has_targets:
        return f"{item.amount:g} times" if item.amount else "open"
    if item.target > 1:
        return f"{item.amount:g} of {item.target}"
    return "done" if item.done else "open"


def _show_logged(view: TodayView) -> None:
    logged = view.logged
    if view.has_targets and (logged.potassium_mg or logged.calcium_mg or logged.magnesium_mg):
        minerals = (
            f"potassium {logged.potassium_mg:g} mg, calcium {logged.calcium_mg:g} mg, "
            f"magnesium {logged.magnesium_mg:g} mg"
        )
        say()
        paragraph(minerals, first="In the foods you logged: ")


def _show_happened(view: TodayView, clock: HourClock) -> None:
    if view.sessions:
        say()
        say("Sessions")
        table(
            (
                (
                    time_cell(done.at, clock),
                    f"{offset(done.held_s)} held",
                    f"{done.name}{_unfinished(done.finished)}",
                )
                for done in view.sessions
            ),
            indent=2,
        )
    if view.cramps:
        say()
        say("Cramps")
        table(((time_cell(cramp.at, clock) if cramp.at else "", _cramp(cramp)) for cramp in view.cramps), indent=2)
    if view.marks.said:
        say()
        paragraph(view.marks.said, first="About the day: ")


def _unfinished(finished: bool) -> str:
    return "" if finished else ", not to the end"


def _cramp(cramp: CrampView) -> str:
    parts = [cramp.name.replace("-", " "), side_words(cramp.side)]
    if cramp.minutes is not None:
        parts.append(f"{cramp.minutes:g} min")
    if cramp.pain is not None:
        parts.append(f"pain {cramp.pain} of 10")
    return ", ".join(part for part in parts if part)
