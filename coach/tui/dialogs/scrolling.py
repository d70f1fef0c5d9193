"""A dialog that may be longer than the screen: its title and its keys stay, what is between them scrolls."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain

T = TypeVar("T")
_AROUND = 8
"""Lines that the panel's own edges, the title and the keys take."""
_LEAST = 3


class ScrollingDialog(Dialog[T]):
    """Composed of `content`, in a part that is never higher than the screen leaves it."""

    DEFAULT_CSS = """
    ScrollingDialog {
        #panel { max-height: 100%; }
        #page {
            height: auto;
            scrollbar-size: 0 1;
            scrollbar-gutter: stable;
        }
        .keys { margin-top: 1; }
        .page-heading { color: $muted; text-style: bold; }
    }
    """

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static(plain(self.title_text()), classes="title", markup=False)
            page = VerticalScroll(id="page", can_focus=False)
            page.styles.max_height = _room(self.app.size.height)
            with page:
                yield from self.content()
            yield Static(self.KEYS_TEXT, classes="keys", markup=False)

    @property
    def page(self) -> VerticalScroll:
        """What scrolls."""
        return self.query_one("#page", VerticalScroll)

    def on_resize(self, event: events.Resize) -> None:
        self.page.styles.max_height = _room(event.size.height)


def _room(lines: int) -> int:
    """The lines of a screen that are left for what scrolls."""
    return max(_LEAST, lines - _AROUND)
