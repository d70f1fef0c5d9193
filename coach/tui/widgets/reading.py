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
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "page_down", "page down", show=False)]
