"""One day of the diary, whole: its entries to mend, and the day before a cramp."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from textual.widgets import Static

from coach.model.entry import Entry
from coach.service.coach import Coach
from coach.tui.help import HELP
from coach.tui.screens.diary_list import DiaryList
from coach.tui.widgets.diary_day import day_rows, day_title
from coach.tui.widgets.row_list import RowList


class DiaryDay(DiaryList):
    """A list over which a day can be opened; its rows are entries too, and the same keys mend them."""

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self.page = "list"
        self.opened_day: date | None = None
        self._around: Sequence[Entry] = ()

    def help_now(self) -> str:
        return HELP["day" if self.opened_day is not None else self.page]

    def shown_entries(self) -> Sequence[Entry]:
        return super().shown_entries() if self.opened_day is None else self._around

    def day_marks(self, day: date) -> object:
        """A value that changes when anyone writes to what is shown of a day."""
        return day, self.coach.history.marks(day - timedelta(days=1), day)

    def show_day(self, day: date) -> None:
        """Fill the rows with a day."""
        self._around = self.coach.history.around(day)
        rows = self.query_one(RowList)
        rows.pinned = 0
        history = self.coach.history.day(day)
        before = self.coach.history.day(day - timedelta(days=1))
        stretches, notation = self.coach.history.known().stretches, self.coach.profile.now().notation
        rows.rows = day_rows(history, before, self._around, stretches, notation)
        self.query_one("#filter", Static).update(day_title(history))
