"""The picture of a year, with what its signs mean and the day under its cursor."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from coach.advice.history import DayHistory, Measure
from coach.model.notation import Notation
from coach.tui.widgets.diary_picture import Days, Picture
from coach.tui.widgets.diary_tables import day_id, day_of_row, day_table
from coach.tui.widgets.diary_words import day_lines, legend, title_of_days
from coach.tui.widgets.diary_year import YearMap
from coach.tui.widgets.row import Row


class YearPicture(Picture):
    """The days of a year."""

    _days: Days = MappingProxyType({})
    _notation = Notation()

    def compose(self) -> ComposeResult:
        yield YearMap()
        yield Static(classes="below legend", markup=False)
        yield Static(classes="below detail", markup=False)

    @property
    def map(self) -> YearMap:
        return self.query_one(YearMap)

    def place(self, begins: date, today: date, week_starts: int) -> None:
        self.map.place(begins, today, week_starts)

    @property
    def span(self) -> tuple[date, date]:
        return max(self.map.first, self.map.begins), self.map.last

    @property
    def day(self) -> date | None:
        return self.map.cursor

    @property
    def row(self) -> str | None:
        return day_id(self.map.cursor)

    def go_to_row(self, row: str) -> None:
        day = day_of_row(row)
        if day is not None and day != self.map.cursor:
            self.map.go_to(day)

    def walk(self, steps: int) -> None:
        self.map.action_move(7 * steps)

    def show(self, days: Days, measure: Measure, notation: Notation) -> None:
        self._days, self._notation = days, notation
        self.map.days, self.map.measure = days, measure
        self.query_one(".legend", Static).update(legend(measure, notation.units))
        self._show_day()

    def title(self) -> Content:
        return title_of_days(self.map.measure, self._shown())

    def table(self, columns: int) -> tuple[Row, ...]:  # noqa: ARG002
        return day_table(self._shown(), self._notation.units)

    def on_year_map_moved(self) -> None:
        self._show_day()
        self.post_message(self.Moved())

    def on_year_map_opened(self) -> None:
        self.post_message(self.Opened())

    def _shown(self) -> list[DayHistory]:
        first, last = self.span
        return [self._days[day] for day in sorted(self._days) if first <= day <= last]

    def _show_day(self) -> None:
        day = self._days.get(self.map.cursor)
        self.query_one(".detail", Static).update(day_lines(day, self._notation) if day is not None else "")
