"""A column that is read: scrolled with the keys when it has the focus, with a quiet scrollbar."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll


class Reading(VerticalScroll):
    """What the page of a cause and the card of a routine have in common."""

    DEFAULT_CSS = """
    Reading {
        scrollbar-size-vertical: 1;
        scrollbar-color: $faint;
        scrollbar-color-hover: $muted;
        scrollbar-color-active: $muted;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        &:focus { scrollbar-color: $primary; }
        Prose { margin: 0 1 0 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "page_down", "page down", show=False),
        Binding("up", "scroll_up", "up", show=False, id="list.up"),
        Binding("down", "scroll_down", "down", show=False, id="list.down"),
        Binding("pageup", "page_up", "page up", show=False, id="list.page_up"),
        Binding("pagedown", "page_down", "page down", show=False, id="list.page_down"),
        Binding("ctrl+u", "half(-1)", "half a page up", show=False, id="list.half_up"),
        Binding("ctrl+d", "half(1)", "half a page down", show=False, id="list.half_down"),
        Binding("home", "scroll_home", "first", show=False, id="list.first"),
        Binding("end", "scroll_end", "last", show=False, id="list.last"),
    ]

    def action_half(self, by: int) -> None:
        """Scroll by half of what is shown."""
        self.scroll_relative(y=by * max(1, self.size.height // 2), animate=False)
