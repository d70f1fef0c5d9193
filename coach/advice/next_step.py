"""The one thing worth doing next, and why; nothing is pushed that could harm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from coach.advice.checklist import ItemView
from coach.advice.experiment import Experiment, Phase, asked_of
from coach.advice.water import WaterView
from coach.model.entry import Drink, Entry, Session, Tick
from coach.model.profile import Profile
from coach.model.time_of_day import time_of_day

SITTING_BREAK_EVERY = timedelta(minutes=60)
"""Our own figure between the 30 minutes of one agency and the 90 to 120 of older advice (S69)."""
EVENING = timedelta(hours=2)
BEHIND_ML = 250
BEDTIME_ITEM = "stretch-before-bed"
SITTING_ITEM = "sitting-break"
NIGHT_GROUP = "night"
"""Items of this group of the checklist are done before bed."""


class NextStep(msgspec.Struct, frozen=True):
    """What to do, why, and how.

    `action` is `questions`, `profile`, `clinician`, `routine:desk-break`, `drink`, `night` or `tick:covers-loose`.
    """

    text: str
    why: str
    action: str


class Trying(msgspec.Struct, frozen=True):
    """The one change of an experiment that runs: its item, whether it is done already, and what today asks for."""

    change: str
    begun: bool
    asked: str


class Moment(msgspec.Struct, frozen=True):
    """What the next step is chosen from; `run_out` is said of something recent that no longer holds.

    On a day off (`skipped`) only what safety asks is left.
    """

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
    routines: Mapping[str, tuple[str, float] | None]
    skipped: bool = False
    trying: Trying | None = None


def trying_on(day: date, experiment: Experiment | None) -> Trying | None:
    """What an experiment means for the next step of `day`; None when none runs then."""
    asked = asked_of(experiment, day) if experiment else None
    if experiment is None or asked is None:
        return None
    return Trying(experiment.change, experiment.phase(day) is Phase.TRYING, asked)


def next_step(moment: Moment, profile: Profile, declined: frozenset[str] = frozenset()) -> NextStep | None:
    """The first of these that holds and was not declined; None when the day asks for nothing more.

    Nothing is asked outside the waking hours. `moment.routines` gives the name and the seconds of a routine that
    is safe for the person, else None.
    """
    if _is_asleep(moment):
        return None
    looks: list[Callable[[Moment, Profile], NextStep | None]] = [_questions, _clinician, _profile]
    if not moment.skipped:
        looks += [_evening, _night, _trying, _sitting, _water]
    for look in looks:
        step = look(moment, profile)
        if step is not None and step.action not in declined and step.action != _left_alone(moment):
            return step
    return None


def _is_asleep(moment: Moment) -> bool:
    """Whether it is outside the waking hours; who is awake from and until the same hour has no night."""
    return moment.wakes != moment.bedtime and not moment.wakes <= moment.now < moment.bedtime


def _left_alone(moment: Moment) -> str | None:
    """The action that would do what is to be tried, while the days before it are counted."""
    trying = moment.trying
    item = moment.items.get(trying.change) if trying and not trying.begun else None
    return f"routine:{item.routine}" if item and item.routine else None


def _why(moment: Moment, item: str, usual: str) -> str | None:
    """Why an item is worth doing; None while it must be left as it always was, before it is tried."""
    if moment.trying is None or moment.trying.change != item:
        return usual
    return moment.trying.asked if moment.trying.begun else None


def _questions(moment: Moment, _: Profile) -> NextStep | None:
    if moment.answered:
        return None
    return NextStep(
        "Answer a few questions about your health",
        "until then coach suggests nothing that is wrong for some people",
        "questions",
    )


def _profile(moment: Moment, _: Profile) -> NextStep | None:
    if moment.run_out is None:
        return None
    return NextStep(
        f"Does this still hold: {moment.run_out}?",
        "it no longer counts; tick it again if it does",
        "profile",
    )


def _clinician(moment: Moment, _: Profile) -> NextStep | None:
    if moment.clinician is None:
        return None
    return NextStep("Ask a clinician about your cramps", moment.clinician, "clinician")


def _evening(moment: Moment, _: Profile) -> NextStep | None:
    item = moment.items.get(BEDTIME_ITEM)
    if item is None or item.done or item.withheld or not _is_evening(moment):
        return None
    why = _why(moment, BEDTIME_ITEM, "a few minutes before sleep; one trial found fewer night cramps, one did not")
    if why is None:
        return None
    for routine in ("bedtime", "bedtime-in-bed"):
        if safe := moment.routines.get(routine):
            name, seconds = safe
            return NextStep(f"{name}, {_minutes(seconds)}", why, f"routine:{routine}")
    return None


def _night(moment: Moment, _: Profile) -> NextStep | None:
    if moment.night_answered or moment.now > moment.bedtime - 2 * EVENING:
        return None
    why = "an unanswered night and a good one look the same otherwise"
    if moment.trying is not None and not moment.trying.begun:
        why = moment.trying.asked
    return NextStep("Say how last night was", why, "night")


def _trying(moment: Moment, _: Profile) -> NextStep | None:
    """The change of an experiment, unless it is one that is offered in its own time anyway."""
    trying = moment.trying
    item = moment.items.get(trying.change) if trying else None
    if trying is None or not trying.begun or item is None or item.done or item.withheld:
        return None
    if item.id in {BEDTIME_ITEM, SITTING_ITEM} or (item.group == NIGHT_GROUP and not _is_evening(moment)):
        return None
    if item.routine is None:
        return NextStep(item.label, trying.asked, f"tick:{item.id}")
    safe = moment.routines.get(item.routine)
    if safe is None:
        return None
    name, seconds = safe
    return NextStep(f"{name}, {_minutes(seconds)}", trying.asked, f"routine:{item.routine}")


def _is_evening(moment: Moment) -> bool:
    return moment.now >= moment.bedtime - EVENING


def _sitting(moment: Moment, profile: Profile) -> NextStep | None:
    item = moment.items.get(SITTING_ITEM)
    if item is None or item.done or item.withheld or _is_evening(moment):
        return None
    moved = [
        entry.at
        for entry in moment.of_day
        if isinstance(entry, Session) or (isinstance(entry, Tick) and entry.item == SITTING_ITEM)
        if entry.at is not None
    ]
    if moment.now - max([*moved, moment.wakes]) < SITTING_BREAK_EVERY:
        return None
    safe = moment.routines.get("desk-break")
    if safe is None:
        return None
    name, seconds = safe
    since = "no break from sitting yet today"
    if moved:
        since = f"the last break was at {time_of_day(max(moved), profile.clock)}"
    why = _why(moment, SITTING_ITEM, since)
    return None if why is None else NextStep(f"{name}, {_minutes(seconds)}", why, "routine:desk-break")


def _water(moment: Moment, person: Profile) -> NextStep | None:
    water = moment.water
    if water.pace_ml is None or water.pace_ml - water.ml < BEHIND_ML or _is_evening(moment):
        return None
    recent = [
        entry
        for entry in moment.of_day
        if isinstance(entry, Drink) and moment.now - entry.moment < timedelta(minutes=30)
    ]
    if recent:
        return None
    return NextStep(f"A {person.usual_vessel} of water, if you are thirsty", water.why, "drink")


def _minutes(seconds: float) -> str:
    return f"{max(1, round(seconds / 60))} min"
