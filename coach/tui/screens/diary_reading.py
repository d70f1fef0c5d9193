"""The pages of the diary that are read: what happened together, and the one change that is tried."""

from __future__ import annotations

from asyncio import sleep, to_thread
from collections.abc import Callable, Mapping, Set
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.advice.experiment import BASELINE_DAYS, TRYING_DAYS, Phase
from coach.advice.experiment_view import ExperimentView
from coach.advice.pattern_view import PatternsView
from coach.service.coach import Coach
from coach.service.history import year_to
from coach.tui.screens.diary_day import DiaryDay
from coach.tui.telling import telling
from coach.tui.widgets.diary_experiment import ExperimentPage, experiment_title
from coach.tui.widgets.diary_patterns import PatternsPage, looking_title, pattern_title

_PHASES: Mapping[str, Set[Phase | None]] = {
    "begin_trying": {None, Phase.OVER, Phase.STOPPED},
    "stop_trying": {Phase.BASELINE, Phase.TRYING},
    "resume_trying": {Phase.STOPPED},
}
"""In which phase of the newest experiment each key does something; None when there never was one."""


class DiaryReading(DiaryDay):
    """Patterns are compared beside the screen's own work, so that keys are answered meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "begin_trying", "try something", id="diary.begin"),
        Binding("g", "resume_trying", "go on", id="diary.resume"),
        Binding("x", "stop_trying", "stop", id="diary.stop"),
        Binding("R", "report", "report", id="app.report"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self._compared: tuple[object, PatternsView] | None = None
        self._phase: Phase | None = None

    def reading_pages(self) -> ComposeResult:
        yield PatternsPage(id="patterns")
        yield ExperimentPage(id="experiment")

    def reading_marks(self) -> object:
        """A value that changes when anyone writes to what the pages are made from."""
        today = self.coach.current_day()
        return today, self.coach.history.marks(*year_to(today))

    def does_now(self, action: str) -> bool:
        """Whether a key of the experiment does something as it stands."""
        return action not in _PHASES or self._phase in _PHASES[action]

    @work(exclusive=True, group="history")
    async def show_patterns(self) -> None:
        """Compare the days anew when they have changed: read on the way, compared in a thread."""
        with telling(self):
            marks, title = self.reading_marks(), self.query_one("#filter", Static)
            if self._compared is None or self._compared[0] != marks:
                title.update(looking_title())
                for gathered in self.coach.patterns.gather():
                    await sleep(0)
                    if gathered is not None:
                        self._compared = marks, await to_thread(gathered.compared)
            if self._compared is not None:
                self.query_one(PatternsPage).show(self._compared[1])
                title.update(pattern_title(self._compared[1]))

    @work(exclusive=True, group="history")
    async def show_experiment(self) -> None:
        """Show how the experiments stand, after what was pressed is on the screen."""
        views: list[ExperimentView] = []
        await sleep(0)
        with telling(self):
            for view in self.coach.experiments.each():
                views.append(view)
                await sleep(0)
            self._phase = views[0].phase if views else None
            self.query_one(ExperimentPage).show(views)
            self.query_one("#filter", Static).update(experiment_title(views))
            self.refresh_bindings()

    # Keys

    def action_begin_trying(self) -> None:
        """Choose the one change to try; what was tried last stands first."""
        from coach.tui.dialogs.choice import ChoiceDialog

        with telling(self):
            last = self.coach.experiments.current()
            changes = self.coach.experiments.changes()
            options = [
                (item.id, item.label, "once more" if last and item.id == last.change else "")
                for item in sorted(changes, key=lambda item: last is None or item.id != last.change)
            ]
            self.app.push_screen(ChoiceDialog("Which one change, for six weeks?", options), self._chosen)

    def action_stop_trying(self) -> None:
        """Stop what is tried, from today."""
        undo = self.coach.settings.keys.now().shown("app.undo")
        self._tell(self.coach.experiments.stop, lambda view: f"stopped: {view.name}\n{undo} takes it back")

    def action_resume_trying(self) -> None:
        """Go on with what was stopped; the days between do not count."""
        self._tell(self.coach.experiments.resume, lambda view: f"goes on: {view.name}")

    def action_report(self) -> None:
        """Write the report for a clinician to a file."""
        from coach.tui.dialogs.report import ReportDialog

        self.app.push_screen(ReportDialog(self.coach))

    def _chosen(self, change: str | None) -> None:
        if change is not None:
            first = f"First {BASELINE_DAYS} days of doing as always, then {TRYING_DAYS} days with it."
            self._tell(lambda: self.coach.experiments.start(change), lambda view: f"{view.name}\n{first}")

    def _tell(self, act: Callable[[], ExperimentView], said: Callable[[ExperimentView], str]) -> None:
        with telling(self):
            self.notify(said(act()), timeout=6, markup=False)
        self.refresh_view()
