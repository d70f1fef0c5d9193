"""A dialog that is read: longer than the screen, and moved through with the arrows."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType

from coach.tui.dialogs.dialog import Dialog

T = TypeVar("T")


class PageDialog(Dialog[T]):
    """The arrows and pages move through it, for there is nothing to type."""

    KEYS_TEXT = "↑ ↓ move   esc leave"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("pageup", "move_page(-1)", "page up", show=False),
        Binding("pagedown,space", "move_page(1)", "page down", show=False),
        Binding("home", "to_end(False)", "first", show=False),
        Binding("end", "to_end(True)", "last", show=False),
        Binding("q", "leave", "leave", show=False),
    ]

    def action_move(self, lines: int) -> None:
        self.page.scroll_relative(y=lines, animate=False, immediate=True)

    def action_move_page(self, pages: int) -> None:
        self.page.scroll_relative(y=pages * max(1, self.page.size.height - 2), animate=False, immediate=True)

    def action_to_end(self, end: bool) -> None:
        if end:
            self.page.scroll_end(animate=False, immediate=True)
        else:
            self.page.scroll_home(animate=False, immediate=True)
