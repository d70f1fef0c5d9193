"""What the pictures of the diary have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from coach.advice.history import DayHistory, Measure
from coach.model.notation import Notation
from coach.tui.widgets.diary_tables import day_of_row
from coach.tui.widgets.row import Row

Days = Mapping[date, DayHistory]


class Picture(Vertical):
    """What the pictures have in common: a span of days, steps in time, and a table that says the same."""

    DEFAULT_CSS = """
    Picture {
        height: 1fr;
        .below { padding: 0 3; max-width: 116; text-wrap: nowrap; text-overflow: ellipsis; }
        .legend { height: 1; margin-top: 1; }
        .detail { height: 3; margin-top: 1; }
    }
    """

    class Moved(Message):
        """The picture shows another time, or its cursor is elsewhere."""

    class Opened(Message):
        """The day under the cursor was asked for."""

    def place(self, begins: date, today: date, week_starts: int) -> None:
        """Let the picture reach from the first day of the diary to today, by weeks from that day (0 is Monday)."""
        raise NotImplementedError

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day that the picture shows."""
        raise NotImplementedError

    @property
    def day(self) -> date | None:
        """The day that is opened from here."""
        raise NotImplementedError

    @property
    def row(self) -> str | None:
        """The row of the table where the cursor is."""
        return None

    def day_at(self, row: str) -> date | None:
        """The day that a row of the table opens."""
        return day_of_row(row)

    def go_to_row(self, row: str) -> None:
        """Put the cursor where the table has it."""

    def walk(self, steps: int) -> None:
        """Move in time."""
        raise NotImplementedError

    def show(self, days: Days, measure: Measure, notation: Notation) -> None:
        """Show what has been read so far."""
        raise NotImplementedError

    def title(self) -> Content:
        """What is shown, from when to when: two lines."""
        raise NotImplementedError

    def table(self, columns: int) -> tuple[Row, ...]:
        """The same in rows, the first of them naming the columns."""
        raise NotImplementedError
