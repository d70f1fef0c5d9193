"""A year of days as a calendar: weeks across, weekdays down, each day a sign that says how it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from coach.advice.history import DayHistory, Measure, first_of_week, level_of
from coach.model.notation import MONDAY
from coach.tui.widgets.diary_words import NONE, SHADES, UNKNOWN

WEEKS = 53
_LEFT, _LABEL = 3, 4
_NAMED = (0, 2, 4, 6)
"""The rows that say which day of the week they are."""
_STEP = timedelta(weeks=26)
"""How far the calendar moves on when the cursor leaves it."""


class YearMap(Widget, can_focus=True):
    """A calendar of 53 weeks with a cursor on one day; further back and forward it moves by half a year."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "year--label",
        "year--unknown",
        "year--none",
        "year--cramps",
        "year--water",
        "year--stretching",
        "year--cursor",
    }
    DEFAULT_CSS = """
    YearMap {
        height: 8;
        .year--label { color: $muted; }
        .year--unknown { color: $faint; }
        .year--none { color: $success; }
        .year--cramps { color: $accent; }
        .year--water { color: $water; }
        .year--stretching { color: $primary; }
        .year--cursor { text-style: reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "day before", show=False, id="list.up"),
        Binding("down", "move(1)", "day after", show=False, id="list.down"),
        Binding("pageup", "move(-364)", "year before", show=False, id="list.page_up"),
        Binding("pagedown", "move(364)", "year after", show=False, id="list.page_down"),
        Binding("home", "move(-99999)", "first day", show=False, id="list.first"),
        Binding("end", "move(99999)", "today", show=False, id="list.last"),
    ]

    days: reactive[Mapping[date, DayHistory]] = reactive[Mapping[date, DayHistory]](dict)
    measure = reactive(Measure.CRAMPS)
    cursor: reactive[date] = reactive(date(2000, 1, 1))
    week_starts: reactive[int] = reactive(MONDAY)
    begins: date = date(2000, 1, 1)
    today: date = date(2000, 1, 1)
    _ends: reactive[date] = reactive(date(2000, 1, 1))

    class Moved(Message):
        """The cursor went to another day, perhaps to one that is not read yet."""

    class Opened(Message):
        """The day under the cursor was asked for, by a click."""

    @property
    def first(self) -> date:
        """The first day that the calendar has room for, the first of a week."""
        return self._week_of(self._ends) - timedelta(weeks=WEEKS - 1)

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return min(self.today, self._week_of(self._ends) + timedelta(days=6))

    def place(self, begins: date, today: date, week_starts: int = MONDAY) -> None:
        """Let the calendar reach from the first day of the diary to today."""
        self.week_starts = week_starts
        was_today = self.cursor >= self.today
        self.begins, self.today = min(begins, today), today
        self.cursor = today if was_today else max(self.begins, min(today, self.cursor))
        self._follow()
        self.refresh()

    def action_move(self, days: int) -> None:
        """Move the cursor by so many days, within the diary."""
        room = (self.begins - self.cursor).days, (self.today - self.cursor).days
        self.go_to(self.cursor + timedelta(days=max(room[0], min(room[1], days))))

    def go_to(self, day: date) -> None:
        """Put the cursor on a day."""
        self.cursor = day
        self._follow()
        self.post_message(self.Moved())

    def _week_of(self, day: date) -> date:
        return first_of_week(day, self.week_starts)

    def _follow(self) -> None:
        """Move the calendar just so far, in half years, that it shows the cursor."""
        ends = self._ends if self.begins <= self._ends <= self.today else self.today
        while self.cursor > self._week_of(ends) + timedelta(days=6):
            ends = min(self.today, ends + _STEP)
        while self.cursor < self._week_of(ends) - timedelta(weeks=WEEKS - 1):
            ends -= _STEP
        self._ends = ends

    def on_click(self, event: events.Click) -> None:
        column, row = (event.x - _LEFT - _LABEL) // self._cell, event.y - 1
        if 0 <= column < WEEKS and 0 <= row < 7:
            day = self.first + timedelta(weeks=column, days=row)
            if day == self.cursor:
                self.post_message(self.Opened())
            elif self.begins <= day <= self.today:
                self.go_to(day)

    def render_line(self, y: int) -> Strip:
        label = self.get_component_rich_style("year--label", partial=True)
        if y == 0:
            segments = [Segment(self._months(), label)]
        else:
            name = f"{self.first + timedelta(days=y - 1):%a}" if y - 1 in _NAMED else ""
            segments = [Segment(" " * _LEFT + name.ljust(_LABEL), label)]
            segments += [self._sign(self.first + timedelta(weeks=week, days=y - 1)) for week in range(WEEKS)]
        return Strip(segments).adjust_cell_length(self.size.width).apply_style(self.rich_style)

    @property
    def _cell(self) -> int:
        """The columns of a day."""
        return 2 if self.size.width >= _LEFT + _LABEL + 2 * WEEKS else 1

    def _months(self) -> str:
        """The names of the months over the weeks in which they begin."""
        line = [" "] * (_LEFT + _LABEL + WEEKS * self._cell)
        for week in range(WEEKS):
            last = self.first + timedelta(weeks=week, days=6)
            at = _LEFT + _LABEL + week * self._cell
            if last.day <= 7 and at + 3 <= len(line):
                line[at : at + 3] = f"{last:%b}"
        return "".join(line)

    def _sign(self, day: date) -> Segment:
        if not self.begins <= day <= self.today:
            return Segment(" " * self._cell)
        known = self.days.get(day)
        level = level_of(known, self.measure) if known is not None else None
        if known is None:
            text, tone = " ", "unknown"
        elif level is None:
            text, tone = UNKNOWN, "unknown"
        elif level == 0:
            text, tone = NONE, "none"
        else:
            text, tone = SHADES[level - 1] * self._cell, self.measure.value
        style = self.get_component_rich_style(f"year--{tone}", partial=True)
        if day == self.cursor:
            style += self.get_component_rich_style("year--cursor", partial=True)
        return Segment(text.ljust(self._cell), style)
