"""The one thing worth doing next, and why; nothing is pushed that could harm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from coach.advice.checklist import ItemView
from coach.advice.water import WaterView
from coach.model.entry import Drink, Entry, Session, Tick
from coach.model.profile import Profile

SITTING_BREAK_EVERY = timedelta(minutes=60)
"""Our own figure between the 30 minutes of one agency and the 90 to 120 of older advice (S69)."""
EVENING = timedelta(hours=2)
BEHIND_ML = 250
BEDTIME_ITEM = "stretch-before-bed"


class NextStep(msgspec.Struct, frozen=True):
    """What to do, why, and how: `questions`, `profile`, `clinician`, `routine:desk-break`, `drink` or `night`."""

    text: str
    why: str
    action: str


class Moment(msgspec.Struct, frozen=True):
    """What the next step is chosen from; `run_out` is said of something recent that no longer holds."""

    now: datetime
    wakes: datetime
    bedtime: datetime
    items: Mapping[str, ItemView]
    water: WaterView
    of_day: Sequence[Entry]
    night_answered: bool
    clinician: str | None
    answered: bool
    run_out: str | None
    routines: Mapping[str, tuple[str, float]]


def next_step(moment: Moment, profile: Profile, declined: frozenset[str] = frozenset()) -> NextStep | None:
    """The first of these that holds and was not declined; None when the day asks for nothing more.

    `moment.routines` gives the name and the seconds of every routine that is safe for the person.
    """
    steps = (
        _questions(moment),
        _clinician(moment),
        _profile(moment),
        _evening(moment),
        _night(moment),
        _sitting(moment),
        _water(moment, profile),
    )
    for step in steps:
        if step is not None and step.action not in declined:
            return step
    return None


def _questions(moment: Moment) -> NextStep | None:
    if moment.answered:
        return None
    return NextStep(
        "Answer a few questions about your health",
        "until then coach suggests nothing that is wrong for some people",
        "questions",
    )


def _profile(moment: Moment) -> NextStep | None:
    if moment.run_out is None:
        return None
    return NextStep(
        f"Does this still hold: {moment.run_out}?",
        "it no longer counts; tick it again if it does",
        "profile",
    )


def _clinician(moment: Moment) -> NextStep | None:
    if moment.clinician is None:
        return None
    return NextStep("Ask a clinician about your cramps", moment.clinician, "clinician")


def _evening(moment: Moment) -> NextStep | None:
    item = moment.items.get(BEDTIME_ITEM)
    if item is None or item.done or item.withheld or abs(moment.now - moment.bedtime) > EVENING:
        return None
    for routine in ("bedtime", "bedtime-in-bed"):
        if routine in moment.routines:
            name, seconds = moment.routines[routine]
            why = "a few minutes before sleep; one trial found fewer night cramps, one did not"
            return NextStep(f"{name}, {_minutes(seconds)}", why, f"routine:{routine}")
    return None


def _night(moment: Moment) -> NextStep | None:
    if moment.night_answered or moment.now > moment.bedtime - 2 * EVENING:
        return None
    return NextStep(
        "Say how last night was", "an unanswered night and a good one look the same otherwise", "night"
    )


def _sitting(moment: Moment) -> NextStep | None:
    item = moment.items.get("sitting-break")
    if item is None or item.done or item.withheld or "desk-break" not in moment.routines:
        return None
    if moment.now >= moment.bedtime - EVENING:
        return None
    moved = [
        entry.at
        for entry in moment.of_day
        if isinstance(entry, Session) or (isinstance(entry, Tick) and entry.item == "sitting-break")
        if entry.at is not None
    ]
    if moment.now - max([*moved, moment.wakes]) < SITTING_BREAK_EVERY:
        return None
    name, seconds = moment.routines["desk-break"]
    since = f"the last break was at {max(moved):%H:%M}" if moved else "no break from sitting yet today"
    return NextStep(f"{name}, {_minutes(seconds)}", since, "routine:desk-break")


def _water(moment: Moment, profile: Profile) -> NextStep | None:
    water = moment.water
    if water.pace_ml is None or water.pace_ml - water.ml < BEHIND_ML or moment.now >= moment.bedtime - EVENING:
        return None
    recent = [
        entry
        for entry in moment.of_day
        if isinstance(entry, Drink) and moment.now - entry.moment < timedelta(minutes=30)
    ]
    if recent:
        return None
    return NextStep(f"A {profile.usual_vessel} of water, if you are thirsty", water.why, "drink")


def _minutes(seconds: float) -> str:
    return f"{max(1, round(seconds / 60))} min"
