"""The day as one frozen view; the command line's `today --json` is this view, encoded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import msgspec

from coach.advice.checklist import ItemView, Kept, item_views, kept_days
from coach.advice.clinician import see_professional, stretch_before_bed
from coach.advice.experiment import Experiment
from coach.advice.fitted import fit
from coach.advice.marks import MarksView, marks_of
from coach.advice.next_step import Moment, NextStep, next_step, trying_on
from coach.advice.night import NightView, Trend, night_before, trend
from coach.advice.recent import Recent
from coach.advice.safety import Safety, run_out
from coach.advice.water import WaterView, waking_hours, water_of
from coach.model.checklist import Checklist, Group
from coach.model.day import end_of, person_day, start_of
from coach.model.entry import Cramp, Drink, Eat, Night, Note, Session, Skip
from coach.model.food import DrinkKind
from coach.model.on_demand import OnDemand
from coach.model.profile import Profile
from coach.model.routine import Routine
from coach.model.ruling import Topic

if TYPE_CHECKING:
    from coach.model.move import Move

HISTORY_DAYS = 43
"""How far back the entries must reach for everything that the view says: six weeks, and the night before them."""


class Logged(msgspec.Struct, frozen=True, kw_only=True):
    """Milligrams in what was logged; never beside a reference, for a partial log would read as a shortage.

    Nothing is added up for someone to whom no milligrams are shown.
    """

    potassium_mg: float = 0
    calcium_mg: float = 0
    magnesium_mg: float = 0


class SessionView(msgspec.Struct, frozen=True):
    id: str
    name: str
    routine: str
    at: datetime
    held_s: float
    finished: bool


class CrampView(msgspec.Struct, frozen=True):
    id: str
    name: str
    at: datetime | None
    side: str | None
    minutes: float | None
    pain: int | None


class TodayView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that Today shows of one day.

    Without `has_targets` no target, kept day, share or milligram is shown: `kept` is 0 of 0 then, and every
    item's target is once. `answered` is whether the safety questions are.
    """

    day: date
    until: time
    is_today: bool
    water: WaterView
    night: NightView | None
    trend: Trend
    items: tuple[ItemView, ...]
    groups: tuple[Group, ...]
    logged: Logged
    sessions: tuple[SessionView, ...]
    cramps: tuple[CrampView, ...]
    notes: tuple[str, ...]
    marks: MarksView
    skipped: str | None
    kept: Kept
    next: NextStep | None
    has_targets: bool
    answered: bool


class Knowledge(msgspec.Struct, frozen=True):
    """What of the content the day's view is made from; `lengths` are the seconds of each routine."""

    checklist: Checklist
    drinks: Mapping[str, DrinkKind]
    moves: Mapping[str, Move]
    routines: Mapping[str, Routine]
    lengths: Mapping[str, float]


class When(msgspec.Struct, frozen=True):
    """The day looked at, the moment of looking, and how wall times become aware ones."""

    day: date
    now: datetime
    local: Callable[[datetime], datetime]


def today_view(
    when: When,
    recent: Recent,
    knowledge: Knowledge,
    profile: Profile,
    safety: Safety,
    *,
    declined: frozenset[str] = frozenset(),
    experiment: Experiment | None = None,
) -> TodayView:
    """The view of `when.day`; `recent` reaches back `HISTORY_DAYS` from it.

    `profile` is as it stood at the end of that day, `experiment` is the newest one that was declared.
    """
    day = when.day
    is_today = person_day(when.now, profile.day_starts_at) == day
    of_day = recent.on(day)
    starts = start_of(day, profile.day_starts_at, when.local)
    items = item_views(of_day, knowledge.checklist, profile, safety)
    core = [
        item
        for item in knowledge.checklist.items
        if item.id in {view.id for view in items if view.core and not view.withheld}
    ]
    drinks = of_day.of(Drink)
    verdict = safety.verdict(Topic.WATER_GOAL)
    kinds = knowledge.drinks
    water = water_of(day, when.now, when.local, drinks, kinds=kinds, profile=profile, verdict=verdict)
    night = night_before(day, [*recent.of(Cramp), *recent.of(Night)], profile, when.local)
    has_targets = safety.verdict(Topic.TARGETS).ruling.offers
    skipped = next((entry.reason for entry in of_day.of(Skip)), None)
    upcoming = None
    if is_today:
        wakes, bedtime = waking_hours(starts, profile, when.local)
        moment = Moment(
            now=when.now,
            wakes=wakes,
            bedtime=bedtime,
            items={view.id: view for view in items},
            water=water,
            of_day=of_day,
            night_answered=night is not None,
            clinician=see_professional(day, recent, stretch_before_bed(knowledge.checklist)),
            answered=safety.answered,
            run_out=run_out(profile, safety.known, day),
            routines=_safe_routines(knowledge, safety),
            skipped=skipped is not None,
            trying=trying_on(day, experiment),
        )
        upcoming = next_step(moment, profile, declined)
    return TodayView(
        day=day,
        until=end_of(day, profile.day_starts_at, when.local).time(),
        is_today=is_today,
        water=water,
        night=night,
        trend=trend(day, recent.of(Cramp)),
        items=items,
        groups=knowledge.checklist.groups,
        logged=_logged(of_day.of(Eat)) if has_targets else Logged(),
        sessions=tuple(_session(entry) for entry in of_day.of(Session)),
        cramps=tuple(_cramp(entry) for entry in of_day.of(Cramp)),
        notes=tuple(entry.text for entry in of_day.of(Note) if not entry.of),
        marks=marks_of(of_day, knowledge.checklist.marks, knowledge.drinks),
        skipped=skipped,
        kept=kept_days(day, recent, core, profile, is_over=not is_today) if has_targets else Kept(0, 0),
        next=upcoming,
        has_targets=has_targets,
        answered=safety.answered,
    )


def _safe_routines(knowledge: Knowledge, safety: Safety) -> Mapping[str, tuple[str, float] | None]:
    """The name and the seconds of each routine, None for one that is withheld."""

    def safe(wanted: str) -> tuple[str, float] | None:
        routine = knowledge.routines[wanted]
        if fit(routine, knowledge.moves, safety).withheld is not None:
            return None
        return routine.name, knowledge.lengths[wanted]

    return OnDemand(knowledge.routines.keys(), safe)


def _logged(eaten: Sequence[Eat]) -> Logged:
    return Logged(
        potassium_mg=round(sum(entry.potassium_mg for entry in eaten)),
        calcium_mg=round(sum(entry.calcium_mg for entry in eaten)),
        magnesium_mg=round(sum(entry.magnesium_mg for entry in eaten)),
    )


def _session(entry: Session) -> SessionView:
    held_s = round(sum(step.held_s for step in entry.steps), 1)
    return SessionView(entry.id, entry.title, entry.routine, entry.started, held_s, entry.finished)


def _cramp(entry: Cramp) -> CrampView:
    return CrampView(entry.id, entry.site, entry.at, entry.side, entry.minutes, entry.pain)
