"""A dialog that is read: longer than the screen, and moved through with the arrows."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from coach.tui.dialogs.dialog import Dialog

T = TypeVar("T")


class PageDialog(Dialog[T]):
    """The title above and the keys below stay; what is between them scrolls."""

    KEYS_TEXT = "↑ ↓ move   esc leave"
    DEFAULT_CSS = """
    PageDialog {
        #page {
            height: auto;
            max-height: 100%;
            scrollbar-size-vertical: 1;
            scrollbar-gutter: stable;
            padding-right: 1;
        }
        #panel { overflow: hidden; }
        .keys { dock: bottom; margin: 0; padding-top: 1; background: $surface; }
        .page-heading { color: $muted; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("pageup", "move_page(-1)", "page up", show=False),
        Binding("pagedown,space", "move_page(1)", "page down", show=False),
        Binding("home", "to_end(False)", "first", show=False),
        Binding("end", "to_end(True)", "last", show=False),
        Binding("q", "leave", "leave", show=False),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static(self.title_text(), classes="title", markup=False)
            with VerticalScroll(id="page", can_focus=False):
                yield from self.content()
            yield Static(self.KEYS_TEXT, classes="keys", markup=False)

    @property
    def page(self) -> VerticalScroll:
        """What scrolls."""
        return self.query_one("#page", VerticalScroll)

    def action_move(self, lines: int) -> None:
        self.page.scroll_relative(y=lines, animate=False)

    def action_move_page(self, pages: int) -> None:
        self.page.scroll_relative(y=pages * max(1, self.page.size.height - 2), animate=False)

    def action_to_end(self, end: bool) -> None:
        if end:
            self.page.scroll_end(animate=False)
        else:
            self.page.scroll_home(animate=False)
