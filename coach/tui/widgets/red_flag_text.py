"""A red flag as text: what is noticed, what it may be, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from coach.model.cause import RedFlag, Urgency
from coach.tui.night import MUTED, URGENT
from coach.tui.text import plain

HEADINGS = {
    Urgency.EMERGENCY: "CALL FOR HELP NOW",
    Urgency.TODAY: "TODAY",
    Urgency.SOON: "SOON",
}
BESIDE = {
    Urgency.EMERGENCY: "any one of these is enough",
    Urgency.TODAY: "a doctor or an urgent advice line, before the day is over",
    Urgency.SOON: "an appointment",
}


class Tones(NamedTuple):
    """The styles for what is secondary and for what is urgent."""

    muted: str
    urgent: str


BY_THEME = Tones("$muted", "$accent")
BY_NIGHT = Tones(MUTED, URGENT)


def shared_action(flags: Sequence[RedFlag]) -> str:
    """What is to be done for most of the flags; empty for none."""
    actions = [flag.action for flag in flags]
    return max(actions, key=actions.count, default="")


def brief_text(flags: Sequence[RedFlag]) -> Content:
    """The signs in a few words, a line each."""
    return Content("\n").join(plain(flag.brief or flag.signs).stylize("bold") for flag in flags)


def flag_text(flag: RedFlag, tones: Tones) -> Content:
    """Signs strong, the problem in grey, and after an arrow the one thing to do."""
    judgement = " (clinical judgement)" if flag.judgement else ""
    return Content("\n").join(
        (
            plain(flag.signs).stylize("bold"),
            plain(f"{flag.problem}{judgement}").stylize(tones.muted),
            plain(f"→ {flag.action}").stylize(tones.urgent),
        )
    )
