"""The day as sentences that a screen reader reads well: no columns, no symbols, units as words."""

from __future__ import annotations

from collections.abc import Iterator

from coach.advice.checklist import ItemView
from coach.advice.today import CrampView, SessionView, TodayView
from coach.cli.plain import spoken
from coach.cli.words import action_words, day_name, night_words, side_words, water_words
from coach.model.notation import Notation
from coach.model.time_of_day import HourClock, time_of_day


def sentences(view: TodayView, notation: Notation) -> Iterator[str]:
    """What `coach today` says of a day, a sentence at a time; an empty one between its parts."""
    yield spoken(f"{day_name(view.day)}{'' if view.is_today else ', a past day'}")
    yield spoken(f"The day lasts until {time_of_day(view.until, notation.clock)}")
    if view.skipped is not None:
        yield spoken(f"It is a day off{f', because: {view.skipped}' if view.skipped else ''}")
    if view.has_targets:
        yield spoken(f"You kept {view.kept.days} of the last {view.kept.of} days")
    yield ""
    yield spoken(f"Last night: {night_words(view.night)}")
    trend = view.trend
    yield spoken(f"Cramps: {trend.last} in the last 14 days, and {trend.before} in the 14 days before")
    has_mark = view.water.goal_ml is not None or view.water.limit_ml is not None
    yield spoken(f"Water: {water_words(view.water, notation.units)}{'' if has_mark else f', {view.water.why}'}")
    yield from (spoken(said) for said in (view.water.withheld, view.water.caution) if said)
    if view.next is not None:
        yield ""
        yield spoken(f"Next: {view.next.text}")
        yield spoken(f"Because: {view.next.why}")
        if how := action_words(view.next.action):
            yield spoken(f"To do it, type: {how}")
    for group in view.groups:
        items = [item for item in view.items if item.group == group.id]
        if items:
            yield ""
            yield spoken(group.name)
            yield from (_item(item, has_targets=view.has_targets) for item in items)
    yield from _logged(view, notation.clock)


def _item(item: ItemView, *, has_targets: bool) -> str:
    note = f", {item.note}" if item.note else ""
    if item.withheld:
        return spoken(f"{item.label}: {item.withheld}")
    caution = f". {item.caution}" if item.caution else ""
    return spoken(f"{item.label}: {_state(item, has_targets=has_targets)}{note}{caution}")


def _state(item: ItemView, *, has_targets: bool) -> str:
    if item.target > 1:
        times = f"{item.amount:g} of {item.target}" if has_targets else f"{item.amount:g} times"
        return times if item.amount or has_targets else "not done yet"
    return "done" if item.done else "not done yet"


def _logged(view: TodayView, clock: HourClock) -> Iterator[str]:
    logged = view.logged
    if logged.potassium_mg or logged.calcium_mg or logged.magnesium_mg:
        yield ""
        yield spoken(
            f"In the foods you logged: potassium {logged.potassium_mg:g} mg, calcium {logged.calcium_mg:g} mg, "
            f"and magnesium {logged.magnesium_mg:g} mg"
        )
    if view.sessions:
        yield ""
        yield from (_session(done, clock) for done in view.sessions)
    if view.cramps:
        yield ""
        yield from (_cramp(cramp, clock) for cramp in view.cramps)
    if view.marks.said:
        yield ""
        yield spoken(f"About the day: {view.marks.said.rstrip(' …')}")
    if view.notes:
        yield ""
        yield from (f"Note: {note}" for note in view.notes)


def _session(done: SessionView, clock: HourClock) -> str:
    minutes, seconds = divmod(round(done.held_s), 60)
    length = " ".join(
        part for part in (f"{minutes} min" if minutes else "", f"{seconds} s" if seconds else "") if part
    )
    held = f", {length} held" if length else ""
    return spoken(
        f"{done.name} at {time_of_day(done.at, clock)}{held}{'' if done.finished else ', not to the end'}"
    )


def _cramp(cramp: CrampView, clock: HourClock) -> str:
    parts = [f"A cramp: {cramp.name.replace('-', ' ')}", side_words(cramp.side)]
    parts.append(f"at {time_of_day(cramp.at, clock)}" if cramp.at else "")
    parts.append(f"{cramp.minutes:g} min" if cramp.minutes is not None else "")
    parts.append(f"pain {cramp.pain} of 10" if cramp.pain is not None else "")
    return spoken(", ".join(part for part in parts if part))
