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
        Binding("k", "move(-1)", "up", show=False),
        Binding("j", "move(1)", "down", show=False),
        Binding("up", "move(-1)", "up", show=False, id="list.up"),
        Binding("down", "move(1)", "down", show=False, id="list.down"),
        Binding("pageup", "move_page(-1)", "page up", show=False, id="list.page_up"),
        Binding("pagedown", "move_page(1)", "page down", show=False, id="list.page_down"),
        Binding("space", "move_page(1)", "page down", show=False),
        Binding("ctrl+u", "half(-1)", "half a page up", show=False, id="list.half_up"),
        Binding("ctrl+d", "half(1)", "half a page down", show=False, id="list.half_down"),
        Binding("g", "to_end(False)", "first", show=False),
        Binding("G", "to_end(True)", "last", show=False),
        Binding("home", "to_end(False)", "first", show=False, id="list.first"),
        Binding("end", "to_end(True)", "last", show=False, id="list.last"),
        Binding("q", "leave", "leave", show=False),
    ]

    def action_move(self, lines: int) -> None:
        self.page.scroll_relative(y=lines, animate=False, immediate=True)

    def action_move_page(self, pages: int) -> None:
        self.page.scroll_relative(y=pages * max(1, self.page.size.height - 2), animate=False, immediate=True)

    def action_half(self, by: int) -> None:
        self.action_move(by * max(1, self.page.size.height // 2))

    def action_to_end(self, end: bool) -> None:
        if end:
            self.page.scroll_end(animate=False, immediate=True)
        else:
            self.page.scroll_home(animate=False, immediate=True)
