"""The rows on which a clinician's yes is noted: what waits for one, and what has one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from coach.advice.safety import CLEARED_FOR, Safety
from coach.model.condition import Condition
from coach.model.profile import Profile
from coach.model.ruling import Ruling, Topic
from coach.tui.widgets.answer_rows import day_said
from coach.tui.widgets.row import Cell, Row

_SAID = 32


def said_yes(safety: Safety, profile: Profile) -> dict[Topic, date]:
    """The topics that every condition asking about them has a yes for, with the day of the oldest one."""
    waiting = {verdict.topic for verdict in safety.waiting}
    given: dict[Topic, date] = {}
    for condition, topic in safety.cleared:
        if topic not in waiting and _asks(safety.known, condition, topic) and condition in safety.held:
            given[topic] = min(profile.cleared[condition, topic], given.get(topic, date.max))
    return given


def cleared_rows(safety: Safety, profile: Profile, today: date) -> tuple[Row, ...]:
    """A row for each topic that waits for a yes or has one, in the order of the topics."""
    waiting = {verdict.topic: verdict.name for verdict in safety.waiting}
    given = said_yes(safety, profile)
    rows = []
    for topic in Topic:
        name = f"{topic.words[0].upper()}{topic.words[1:]}"
        if topic in waiting:
            ran_out = max((day for (_, said), day in profile.cleared.items() if said is topic), default=None)
            note = "waits for a yes" if ran_out is None else f"a yes of {day_said(ran_out, today)} ran out"
            rows.append(_row("·", "faint", name, note, topic))
        elif topic in given:
            rows.append(_row("✓", "good", name, f"yes, {day_said(given[topic], today)}", topic))
    return tuple(rows)


def about_cleared(topic: Topic, safety: Safety, profile: Profile, today: date) -> str:
    """Why it waits and whom to ask, or when coach asks again."""
    verdict = safety.verdict(topic)
    if verdict.ruling is Ruling.ASK:
        names = " and ".join(safety.known[one].name for one in verdict.asking)
        return f"It waits because of {names}. {verdict.text} Ask {verdict.ask}."
    said_on = said_yes(safety, profile).get(topic)
    if said_on is None:
        return ""
    again = f"Coach asks again from {day_said(said_on + CLEARED_FOR, today)}, or when you take it back."
    if verdict.withheld is not None:
        return f"{again} It stays held back all the same: {verdict.withheld.name}."
    return f"{again} A change of medicine is a reason to ask again sooner."


def _asks(known: Mapping[str, Condition], condition: str, topic: Topic) -> bool:
    rule = known[condition].rules.get(topic) if condition in known else None
    return rule is not None and rule.ruling is Ruling.ASK


def _row(mark: str, tone: str, name: str, note: str, topic: Topic) -> Row:
    return Row((Cell(mark, tone, 1), Cell(name), Cell(note, "muted", _SAID if len(note) > 16 else 16)), topic)
