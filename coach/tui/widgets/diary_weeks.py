"""Weeks as bars, with what is known of each beneath it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from coach.advice.history import Measure, WeekHistory, amount_of_week, first_of_week
from coach.model.amount import Unit, format_amount
from coach.model.notation import MONDAY
from coach.tui.widgets.diary_words import NONE, UNKNOWN

_GUTTER = 12
"""The columns of the names at the left."""
_BAR = 3
"""The columns of a week, the gap to the next among them."""
_WIDEST = 120
_EIGHTHS = " ▁▂▃▄▅▆▇"
_BENEATH = {
    Measure.CRAMPS: ("answered", "pain", "minutes"),
    Measure.WATER: ("cramps", "answered"),
    Measure.STRETCHING: ("cramps", "answered"),
}


def bar_cell(share: float, lines: int, line: int) -> str:
    """The sign of a bar in one line of so many, the topmost being 0; a bar has an eighth of a line at least."""
    eighths = max(1, round(share * lines * 8)) - (lines - 1 - line) * 8
    return "█" if eighths >= 8 else _EIGHTHS[max(0, eighths)]


class WeekBars(Widget, can_focus=True):
    """Bars of the weeks that there is room for, the newest at the right, with a cursor on one of them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "weeks--label",
        "weeks--text",
        "weeks--unknown",
        "weeks--none",
        "weeks--cramps",
        "weeks--water",
        "weeks--stretching",
        "weeks--cursor",
    }
    DEFAULT_CSS = """
    WeekBars {
        height: 1fr;
        max-height: 13;
        max-width: 120;
        .weeks--label { color: $muted; }
        .weeks--text { color: $foreground; }
        .weeks--unknown { color: $faint; }
        .weeks--none { color: $success; }
        .weeks--cramps { color: $accent; }
        .weeks--water { color: $water; }
        .weeks--stretching { color: $primary; }
        .weeks--cursor { background: $band; }
    }
    """

    weeks: reactive[Sequence[WeekHistory]] = reactive[Sequence[WeekHistory]](())
    measure = reactive(Measure.CRAMPS)
    cursor: reactive[date] = reactive(date(2000, 1, 3))
    unit: reactive[Unit] = reactive(Unit.ML)
    week_starts: reactive[int] = reactive(MONDAY)
    begins: date = date(2000, 1, 3)
    today: date = date(2000, 1, 3)
    _ends: reactive[date] = reactive(date(2000, 1, 3))

    class Moved(Message):
        """The cursor went to another week, perhaps to one that is not read yet."""

    class Opened(Message):
        """The week under the cursor was asked for, by a click."""

    @property
    def first(self) -> date:
        """The first day of the first week there is room for, within the diary."""
        return max(self._week_of(self.begins), self._ends - timedelta(weeks=self._room - 1))

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return min(self.today, self._ends + timedelta(days=6))

    @property
    def week(self) -> WeekHistory | None:
        """The week under the cursor."""
        return next((week for week in self.weeks if week.first == self.cursor), None)

    def place(self, begins: date, today: date, week_starts: int = MONDAY) -> None:
        """Let the weeks reach from the first day of the diary to today."""
        was_now = self.cursor >= self._week_of(self.today)
        self.week_starts = week_starts
        self.begins, self.today = min(begins, today), today
        self.cursor = (
            self._week_of(today)
            if was_now
            else max(self._week_of(self.begins), min(self._week_of(today), self._week_of(self.cursor)))
        )
        self._follow()

    def move(self, weeks: int) -> None:
        """Move the cursor by so many weeks, within the diary."""
        week = self.cursor + timedelta(weeks=weeks)
        self.cursor = max(self._week_of(self.begins), min(self._week_of(self.today), week))
        self._follow()
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        at = (event.x - _GUTTER) // _BAR
        if 0 <= at < len(self._shown):
            week = self._shown[at].first
            if week == self.cursor:
                self.post_message(self.Opened())
            else:
                self.move((week - self.cursor).days // 7)

    def render_line(self, y: int) -> Strip:
        bars = self.size.height - len(_BENEATH[self.measure]) - 1
        if y < bars:
            segments = self._bars(y, bars)
        elif y == bars:
            segments = self._months()
        else:
            segments = self._numbers(_BENEATH[self.measure][y - bars - 1])
        return Strip(segments).adjust_cell_length(self.size.width).apply_style(self.rich_style)

    @property
    def _room(self) -> int:
        """The weeks there is room for, known from the screen because the bars may be hidden by their table."""
        return max(1, (min(_WIDEST, self.app.size.width) - _GUTTER - 1) // _BAR)

    @property
    def _shown(self) -> list[WeekHistory]:
        """The weeks there is room for; one that is not read yet stands empty in its place."""
        read = {week.first: week for week in self.weeks}
        count = (self._ends - self.first).days // 7 + 1
        firsts = [self.first + timedelta(weeks=n) for n in range(count)]
        return [read.get(first) or WeekHistory.unread(first) for first in firsts]

    def _week_of(self, day: date) -> date:
        return first_of_week(day, self.week_starts)

    def _follow(self) -> None:
        """Move the weeks just so far that they show the cursor."""
        newest = self._week_of(self.today)
        last = self._week_of(self._ends)
        ends = last if self._week_of(self.begins) <= last <= newest else newest
        self._ends = min(newest, max(self.cursor, min(ends, self.cursor + timedelta(weeks=self._room - 1))))

    def _bars(self, line: int, lines: int) -> list[Segment]:
        amounts = [amount_of_week(week, self.measure) for week in self._shown]
        most = max((amount for amount in amounts if amount), default=0)
        names = {0: self._amount(most) if most else "", lines - 1: "0"}
        segments = [self._named(names.get(line, ""))]
        for week, amount in zip(self._shown, amounts, strict=True):
            if amount:
                text, tone = bar_cell(amount / most, lines, line) * 2, self.measure.value
            elif line == lines - 1:
                text, tone = (NONE, "none") if amount is not None else (UNKNOWN, "unknown")
            else:
                text, tone = "", "unknown"
            segments += self._week(week, text.ljust(2), tone)
        return segments

    def _months(self) -> list[Segment]:
        """The months over the weeks in which they begin; a name may reach into the next week."""
        line = [" "] * (_BAR * len(self._shown) + 1)
        for at, week in enumerate(self._shown):
            last = week.first + timedelta(days=6)
            if last.day <= 7:
                line[at * _BAR : at * _BAR + 3] = f"{last:%b}"
        return [self._named(""), Segment("".join(line), self._style("label"))]

    def _numbers(self, what: str) -> list[Segment]:
        segments = [self._named(what)]
        for week in self._shown:
            number = {
                "answered": week.answered,
                "cramps": week.cramps if week.answered else None,
                "pain": week.pain,
                "minutes": week.minutes,
            }[what]
            # Halves are shown in the words beneath; here is room for two digits.
            text = UNKNOWN if number is None else f"{min(99, int(number + 0.5))}"
            segments += self._week(week, text.rjust(2), "unknown" if number is None else "text")
        return segments

    def _week(self, week: WeekHistory, text: str, tone: str) -> list[Segment]:
        style = self._style(tone)
        if week.first == self.cursor:
            style += self._style("cursor")
        return [Segment(text, style), Segment(" ", Style())]

    def _named(self, name: str) -> Segment:
        return Segment(name.rjust(_GUTTER - 2) + "  ", self._style("label"))

    def _amount(self, amount: float) -> str:
        match self.measure:
            case Measure.CRAMPS:
                return f"{amount:g}"
            case Measure.WATER:
                return format_amount(amount, self.unit)
            case Measure.STRETCHING:
                return f"{amount:.0f} min"

    def _style(self, tone: str) -> Style:
        return self.get_component_rich_style(f"weeks--{tone}", partial=True)
