"""The line that says which page of the diary is shown."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

PAGES = {
    "list": "List",
    "year": "Year",
    "weeks": "Weeks",
    "legs": "Legs",
    "patterns": "Patterns",
    "experiment": "Experiment",
}
_LEFT, _GAP = 3, 3
_NEXT = " next"


class DiaryTabs(Widget):
    """The pages of the diary in a row, the shown one underlined; each can be clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabs--page", "tabs--here", "tabs--key"}
    DEFAULT_CSS = """
    DiaryTabs {
        height: 1;
        .tabs--page { color: $muted; }
        .tabs--here { color: $foreground; text-style: bold underline; }
        .tabs--key { color: $primary; }
    }
    """

    page = reactive("list")

    next_key = reactive("v")
    """The key that shows the next page."""

    class Chosen(Message):
        """A page was clicked."""

        def __init__(self, page: str) -> None:
            self.page = page
            super().__init__()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        segments = [Segment(" " * _LEFT)]
        for page, name in PAGES.items():
            tone = "tabs--here" if page == self.page else "tabs--page"
            segments.append(Segment(name, self.get_component_rich_style(tone)))
            segments.append(Segment(" " * _GAP))
        if sum(len(segment.text) for segment in segments) + len(self.next_key) + len(_NEXT) < self.size.width:
            segments.append(Segment(self.next_key, self.get_component_rich_style("tabs--key")))
            segments.append(Segment(_NEXT, self.get_component_rich_style("tabs--page")))
        return Strip(segments).adjust_cell_length(self.size.width).apply_style(self.rich_style)

    def on_click(self, event: events.Click) -> None:
        at = _LEFT
        for page, name in PAGES.items():
            if at <= event.x < at + len(name):
                self.post_message(self.Chosen(page))
            at += len(name) + _GAP
        if at <= event.x < at + len(self.next_key) + len(_NEXT):
            pages = list(PAGES)
            self.post_message(self.Chosen(pages[(pages.index(self.page) + 1) % len(pages)]))
