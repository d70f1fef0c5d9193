"""A page to read: what is said first, a text in Markdown, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Markdown

from coach.tui.widgets.prose import Line, Prose
from coach.tui.widgets.reading import Reading


@dataclass(frozen=True)
class Page:
    """`body` is Markdown of the shipped content; `routines` and `items` are what its keys start and list."""

    id: str
    head: tuple[Line, ...]
    body: str = ""
    tail: tuple[Line, ...] = ()
    routines: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


class PageView(Reading):
    """Shows a page, scrolled with the keys when it has the focus; a link in it does nothing."""

    DEFAULT_CSS = """
    PageView {
        Markdown { padding: 0; margin: 1 1 0 0; max-width: 76; background: $background; }
        Markdown MarkdownH2 {
            color: $muted;
            background: $background;
            text-style: bold;
            margin: 0;
            padding: 0;
        }
        Markdown MarkdownBulletList { margin: 0 0 1 0; }
        MarkdownBullet { color: $muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "scroll_up", "up", show=False),
        Binding("j", "scroll_down", "down", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None

    def compose(self) -> ComposeResult:
        yield Prose(id="head")
        yield Markdown(open_links=False)
        yield Prose(id="tail")

    async def turn_to(self, page: Page) -> None:
        """Show `page` from its beginning; the same page again only where something in it changed."""
        before, self._page = self._page, page
        with self.app.batch_update():
            self.query_one("#head", Prose).lines = page.head
            # The last block of the Markdown leaves a line free already.
            self.query_one("#tail", Prose).lines = page.tail[1:] if page.body else page.tail
            if before is None or before.body != page.body:
                markdown = self.query_one(Markdown)
                markdown.display = bool(page.body)
                await markdown.update(page.body)
            if before is None or before.id != page.id:
                self.scroll_home(animate=False)
