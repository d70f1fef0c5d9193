"""The day as it stands: what it asks for, what is safe on it, and what it is read from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from coach.advice.checklist import counting_alike
from coach.advice.night import cramps_of_night
from coach.advice.recent import Recent
from coach.advice.safety import Safety, safety_now
from coach.advice.water import WaterView, water_of
from coach.model.day import person_day
from coach.model.entry import Cramp, Drink, Session
from coach.model.on_demand import OnDemand
from coach.model.profile import Profile
from coach.model.ruling import Topic
from coach.reminders.declined import decline, declined_on

if TYPE_CHECKING:
    from coach.advice.today import Knowledge, TodayView
    from coach.service.coach import Coach


class DayReader:
    """What there is to know of a day; `day` is the current one unless another is named."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def today(self, day: date | None = None, *, declined: frozenset[str] = frozenset()) -> TodayView:
        """The view of a day; `declined` are actions of next steps not wanted now, besides those declined today."""
        from coach.advice.experiment import experiments_of
        from coach.advice.today import HISTORY_DAYS, When, today_view

        coach = self._coach
        with coach.one_look():
            day, person = self._person(day)
            declined |= declined_on(coach.places.state, day)
            recent = Recent(coach.diary.by_day(day - timedelta(days=HISTORY_DAYS), day))
            when = When(day, coach.now(), coach.clock.local)
            knowledge = self._knowledge(recent.of(Session))
            safety = self._safety(day, person, recent.of(Cramp))
            tried = next(iter(experiments_of(coach.diary.settings())), None)
            return today_view(when, recent, knowledge, person, safety, declined=declined, experiment=tried)

    def decline(self, action: str) -> None:
        """Not now: that next step is not offered again today, on this machine. Raises StorageError."""
        decline(self._coach.places.state, self._coach.current_day(), action)

    def water(self, day: date) -> WaterView:
        """The water of a day, as its view has it, from a few days of the diary."""
        coach = self._coach
        with coach.one_look():
            _, person = self._person(day)
            recent = self._since_the_night(day)
        drinks = recent.on(day).of(Drink)
        verdict = self._safety(day, person, recent.of(Cramp)).verdict(Topic.WATER_GOAL)
        now, local, kinds = coach.now(), coach.clock.local, coach.library.drinks
        return water_of(day, now, local, drinks, kinds=kinds, profile=person, verdict=verdict)

    def safety(self, day: date | None = None) -> Safety:
        """What speaks against what, for this person, on that day.

        A past day is as the person told it until then; that they answered the questions since counts for it too.
        """
        day, person = self._person(day)
        return self._safety(day, person, self._since_the_night(day).of(Cramp))

    def _safety(self, day: date, person: Profile, cramps: Sequence[Cramp]) -> Safety:
        coach = self._coach
        if person.answered is None:
            person = replace(person, answered=coach.person().answered)
        of_day = [cramp for cramp in cramps if cramp.day == day]
        of_night = cramps_of_night(day, cramps, person, coach.clock.local)
        return safety_now(person, [*of_day, *of_night], coach.library.conditions, day)

    def _since_the_night(self, day: date) -> Recent:
        """The entries of a day and of the night before it."""
        return Recent(self._coach.diary.by_day(day - timedelta(days=1), day))

    def marks(self, day: date) -> object:
        """A value that changes when anyone writes to what a day's view is made from."""
        from coach.advice.today import HISTORY_DAYS

        return self._coach.diary.marks(day - timedelta(days=HISTORY_DAYS), day)

    def _person(self, day: date | None) -> tuple[date, Profile]:
        """The day that is meant, today when none is named, and the person as told until its end."""
        coach = self._coach
        person = coach.person()
        today = person_day(coach.now(), person.day_starts_at)
        if day is None or day >= today:
            return day or today, person
        return day, coach.person(day)

    def _knowledge(self, sessions: Sequence[Session]) -> Knowledge:
        """What of the content the view of a day with these sessions before it is made from."""
        from coach.advice.today import Knowledge

        library = self._coach.library
        done = dict.fromkeys(session.routine for session in sessions)
        known = [library.routines[routine] for routine in done if routine in library.routines]
        return Knowledge(
            checklist=counting_alike(library.checklist, known),
            drinks=library.drinks,
            moves=library.moves,
            routines=library.routines,
            lengths=OnDemand(library.routines.keys(), lambda routine: self._coach.sessions.lengths[routine]),
        )
