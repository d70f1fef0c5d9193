"""Days, times and amounts as they are said to people."""

from __future__ import annotations

from datetime import date

from coach.advice.night import NightView
from coach.advice.water import WaterView
from coach.model.amount import Unit, format_amount
from coach.model.setting import Scalar


def day_name(day: date) -> str:
    """`Sunday 22 November 2026`."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def offset(seconds: float) -> str:
    """`0:10`, `12:05` or `1:02:03`."""
    whole = round(seconds)
    minutes, second = divmod(whole, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}" if hour else f"{minute}:{second:02}"


def length(seconds: float) -> str:
    """`6 min`, or seconds under a minute."""
    return f"{round(seconds)} s" if seconds < 60 else f"{round(seconds / 60)} min"


def water_words(water: WaterView, units: Unit) -> str:
    """`1.2 l of 2 l, on pace`; with a limit, `0.8 l of at most 1.5 l`."""
    drunk = format_amount(water.ml, units)
    if water.limit_ml is not None:
        over = f", {water.why}" if water.ml > water.limit_ml else ""
        return f"{drunk} of at most {format_amount(water.limit_ml, units)}{over}"
    if water.goal_ml is not None:
        return f"{drunk} of {format_amount(water.goal_ml, units)}" + (f", {water.why}" if water.why else "")
    return drunk


def night_words(night: NightView | None) -> str:
    """`no cramp`, `2 cramps` or `no answer yet`."""
    if night is None:
        return "no answer yet"
    return {0: "no cramp", 1: "1 cramp"}.get(night.cramps, f"{night.cramps} cramps")


def scalar_words(value: Scalar) -> str:
    """A setting's value as a person would type it."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else f"{value:g}"


def side_words(side: str | None) -> str:
    """`left leg`, `right leg`, `both legs`."""
    return {None: "", "both": "both legs"}.get(side, f"{side} leg")


def action_words(action: str) -> str:
    """The command that does what a next step proposes."""
    kind, _, name = action.partition(":")
    return {
        "routine": f"coach stretch {name}",
        "drink": "coach drink",
        "tick": f"coach tick {name}",
        "night": "coach cramp --none, or coach cramp",
        "clinician": "coach red-flags, and coach report page.html for a page to take along",
        "questions": "coach, then , (the questions), or coach profile",
        "profile": "coach profile",
    }.get(kind, "")
