"""One change tried for six weeks: declared, stopped, taken up again, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from coach.advice.checklist import counting_alike
from coach.advice.experiment import Experiment, Phase, experiments_of, settings_of
from coach.advice.experiment_change import check_item, check_words, mixed_in, told_since
from coach.advice.experiment_view import Beside, ExperimentView, experiment_view
from coach.advice.next_step import BEDTIME_ITEM
from coach.errors import BadInputError
from coach.model.checklist import Checklist, Item
from coach.model.day import end_of
from coach.model.text import clean

if TYPE_CHECKING:
    from coach.service.coach import Coach


class ExperimentService:
    """What the person tries; it is kept in the profile, so that it travels with the diary and can be undone."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def changes(self) -> tuple[Item, ...]:
        """The items of the checklist, the person's own among them, that may be tried now."""
        return tuple(item for item in self._coach.library.checklist.items if self._refusal(item) is None)

    def start(self, change: str = BEDTIME_ITEM) -> ExperimentView:
        """Declare an item of the checklist as the one change, from today.

        Raises BadInputError with the reason for what is never tried, what is withheld from this person, and
        while another experiment runs.
        """
        check_words(change, self._medicines())
        item = self._coach.day.item(change)
        if refusal := self._refusal(item):
            raise refusal
        today = self._coach.current_day()
        if running := next((one for one in self._all() if one.runs(today)), None):
            raise BadInputError(
                f"{running.label} is being tried: one change at a time, or nobody can tell which it was",
                "see how it stands with coach experiment status; coach experiment stop ends it",
            )
        started = Experiment(started=today, change=item.id, label=clean(item.label))
        return self._keep(started, f"experiment: {item.label}")

    def stop(self) -> ExperimentView:
        """Stop the one that runs, from today; raises BadInputError when none does."""
        today = self._coach.current_day()
        for experiment in self._all():
            if experiment.runs(today):
                return self._keep(experiment.stopped(today), f"experiment stopped: {experiment.label}")
        raise BadInputError("no experiment is running", "coach experiment start begins one")

    def resume(self) -> ExperimentView:
        """Go on with the newest one, which was stopped; the days between do not count.

        Raises BadInputError when it was not stopped, and when it is withheld from this person now.
        """
        today = self._coach.current_day()
        newest = next(iter(self._all()), None)
        if newest is None or newest.phase(today) is not Phase.STOPPED:
            raise BadInputError("no experiment is stopped", "coach experiment start begins one")
        if refusal := self._refusal(self._coach.day.item(newest.change)):
            raise refusal
        return self._keep(newest.resumed(today), f"experiment goes on: {newest.label}")

    def current(self) -> ExperimentView | None:
        """The newest experiment as it stands today; None when there never was one."""
        newest = next(iter(self._all()), None)
        return None if newest is None else self._view(newest)

    def views(self) -> tuple[ExperimentView, ...]:
        """Every experiment as it stands today, the newest first."""
        return tuple(self.each())

    def each(self) -> Iterator[ExperimentView]:
        """The same, each worked out when it is asked for, so that an open screen stays awake."""
        yield from map(self._view, self._all())

    def _all(self) -> tuple[Experiment, ...]:
        return experiments_of(self._coach.diary.settings())

    def _keep(self, experiment: Experiment, label: str) -> ExperimentView:
        today, settings = self._coach.current_day(), settings_of(experiment)
        if experiment.runs(today) and not self._coach.person().listed.get(experiment.change, True):
            settings[f"item.{experiment.change}.on"] = True  # What is not on the list can hardly be ticked.
        self._coach.diary.put(settings, today, label)
        return self._view(experiment)

    def _view(self, experiment: Experiment) -> ExperimentView:
        coach = self._coach
        today, person = coach.current_day(), coach.person()
        last = min(today, experiment.last_day(today) or today)
        entries = coach.diary.entries(experiment.started - timedelta(days=1), last + timedelta(days=1))
        checklist = self._checklist()
        item = next((item for item in checklist.items if item.id == experiment.change), None)
        began = end_of(experiment.started, person.day_starts_at, coach.clock.local)
        then = coach.diary.settings(began)
        now = coach.diary.settings(end_of(last, person.day_starts_at, coach.clock.local))
        withheld = self._withheld(item) if item and experiment.runs(today) else None
        beside = Beside(
            item=item,
            withheld=withheld,
            mixed_in=mixed_in(experiment, last, entries, checklist),
            told_since=told_since(then, now, coach.library.conditions),
        )
        return experiment_view(experiment, today, entries, person, beside)

    def _checklist(self) -> Checklist:
        library = self._coach.library
        return counting_alike(library.checklist, library.routines.values())

    def _medicines(self) -> tuple[str, ...]:
        """Names of single medicines; an example of several words describes rather than names one."""
        known = self._coach.library.medicines.values()
        return tuple(name for medicine in known for name in medicine.examples if " " not in name)

    def _withheld(self, item: Item) -> str | None:
        why = self._coach.day.safety().why_withheld(item.withhold_if, item.topics)
        return str(why) if why else None

    def _refusal(self, item: Item) -> BadInputError | None:
        try:
            check_item(item, self._medicines())
        except BadInputError as refusal:
            return refusal
        if withheld := self._withheld(item):
            return BadInputError(f"{item.label} is {withheld}", "nothing was written; choose another change")
        return None
