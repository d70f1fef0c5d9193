"""A page to read: its lines, and what its keys do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from coach.advice.links import Address
from coach.tui.widgets.prose import Line, Prose
from coach.tui.widgets.reading import Reading


@dataclass(frozen=True)
class Page:
    """`routines` and `items` are what its keys start and list, `links` the pages it leads to."""

    address: Address
    lines: tuple[Line, ...]
    routines: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    links: tuple[Address, ...] = ()


class PageView(Reading):
    """Shows a page, scrolled with the keys when it has the focus; nothing in it can be clicked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "scroll_up", "up", show=False),
        Binding("j", "scroll_down", "down", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None

    def compose(self) -> ComposeResult:
        yield Prose()

    def turn_to(self, page: Page) -> None:
        """Show `page` from its beginning; the same page again only where something in it changed."""
        before, self._page = self._page, page
        self.query_one(Prose).lines = page.lines
        if before is None or before.address != page.address:
            self.scroll_home(animate=False)
