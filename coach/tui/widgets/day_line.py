"""Which day is shown, when it ends, and how many of the last days were kept."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from coach.advice.today import TodayView
from coach.model.time_of_day import HourClock, time_of_day


class DayLine(Widget):
    """The day between two arrows that can be clicked; a past day stands on a band that says so."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"day--name", "day--arrow", "day--note", "day--past"}
    DEFAULT_CSS = """
    DayLine {
        height: 1;
        .day--name { text-style: bold; }
        .day--arrow { color: $primary; }
        .day--note { color: $muted; }
        .day--past { background: $band; color: $warning; text-style: bold; }
    }
    """

    clock: reactive[HourClock] = reactive(HourClock.H24)
    view: reactive[TodayView | None] = reactive[TodayView | None](None)

    returns = reactive("t")
    """The key that goes back to today."""

    class Walked(Message):
        """An arrow was clicked: `days` to go, -1 or 1."""

        def __init__(self, days: int) -> None:
            self.days = days
            super().__init__()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        width = self.size.width
        left = Strip([Segment(text, self.get_component_rich_style(f"day--{tone}")) for text, tone in self._left()])
        note = self._kept()
        if left.cell_length + len(note) + 2 > width:
            note = ""
        gap = max(1, width - left.cell_length - len(note) - 1)
        right = Segment(" " * gap + note + " ", self.get_component_rich_style("day--note"))
        return Strip([*left, right]).adjust_cell_length(width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        if self.view is None:
            return
        if event.x < 5:
            self.post_message(self.Walked(-1))
        elif event.x < 8 + len(_name(self.view)):
            self.post_message(self.Walked(1))

    def _left(self) -> list[tuple[str, str]]:
        if self.view is None:
            return [("", "note")]
        if not self.view.is_today:
            return [
                ("   ‹ ", "arrow"),
                (f" {_name(self.view)} ", "past"),
                (" › ", "arrow"),
                (f"a past day, {self.returns} returns", "note"),
            ]
        left = [("   ‹ ", "arrow"), (_name(self.view), "name"), (" ›", "arrow")]
        if self.view.until.hour or self.view.until.minute:
            left.append((f"  until {time_of_day(self.view.until, self.clock)}", "note"))
        return left

    def _kept(self) -> str:
        if self.view is None or not self.view.has_targets:
            return ""
        kept = self.view.kept
        if self.size.width < 72:
            return f"kept {kept.days}/{kept.of}"
        return f"kept {kept.days} of the last {kept.of} days"


def _name(view: TodayView) -> str:
    return f"{view.day:%A} {view.day.day} {view.day:%B}"
