"""The picture of the weeks, with the week under its cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from coach.advice.history import Measure, WeekHistory, weeks_of
from coach.model.notation import Notation
from coach.tui.widgets.diary_picture import Days, Picture
from coach.tui.widgets.diary_tables import day_id, day_of_row, week_table
from coach.tui.widgets.diary_weeks import WeekBars
from coach.tui.widgets.diary_words import title_of_weeks, week_lines
from coach.tui.widgets.row import Row


class WeeksPicture(Picture):
    """The weeks as bars."""

    _notation = Notation()

    def compose(self) -> ComposeResult:
        yield WeekBars()
        yield Static(classes="below detail", markup=False)

    @property
    def bars(self) -> WeekBars:
        return self.query_one(WeekBars)

    def place(self, begins: date, today: date, week_starts: int) -> None:
        self.bars.place(begins, today, week_starts)

    @property
    def span(self) -> tuple[date, date]:
        return self.bars.first, self.bars.last

    @property
    def day(self) -> date | None:
        week = self.bars.week
        return week.opens if week is not None else None

    @property
    def row(self) -> str | None:
        return day_id(self.bars.cursor)

    def day_at(self, row: str) -> date | None:
        return next((week.opens for week in self.bars.weeks if day_id(week.first) == row), None)

    def go_to_row(self, row: str) -> None:
        first = day_of_row(row)
        if first is not None and first != self.bars.cursor:
            self.walk((first - self.bars.cursor).days // 7)

    def walk(self, steps: int) -> None:
        self.bars.move(steps)

    def show(self, days: Days, measure: Measure, notation: Notation) -> None:
        self._notation = notation
        self.bars.weeks = weeks_of([days[day] for day in sorted(days)], self.bars.today, self.bars.week_starts)
        self.bars.measure, self.bars.unit = measure, notation.units
        self._show_week()

    def title(self) -> Content:
        return title_of_weeks(self.bars.measure, self._shown(), self.bars.last)

    def table(self, columns: int) -> tuple[Row, ...]:
        return week_table(self._shown(), self._notation.units, columns)

    def on_week_bars_moved(self) -> None:
        self._show_week()
        self.post_message(self.Moved())

    def on_week_bars_opened(self) -> None:
        self.post_message(self.Opened())

    def _shown(self) -> Sequence[WeekHistory]:
        first, last = self.span
        return [week for week in self.bars.weeks if first <= week.first <= last]

    def _show_week(self) -> None:
        week = self.bars.week
        self.query_one(".detail", Static).update(
            week_lines(week, self._notation.units) if week is not None else ""
        )
