"""A page is text: nothing in it can run."""

from __future__ import annotations

from textual.app import App, ComposeResult

from coach.advice.links import Address, Shelf
from coach.tui.theme import DARK
from coach.tui.widgets.marked import marked
from coach.tui.widgets.page import Page, PageView
from coach.tui.widgets.prose import paragraph


class OnePage(App[None]):
    """A page by itself, with hostile text in it."""

    opened = ""

    def on_load(self) -> None:
        self.register_theme(DARK)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        yield PageView()

    def open_url(self, url: str, *, new_tab: bool = True) -> None:  # noqa: ARG002
        self.opened = url


async def test_a_link_or_markup_in_a_page_does_nothing() -> None:
    app = OnePage()
    async with app.run_test(size=(60, 20)) as pilot:
        body = marked("[link](https://example.org) and [@click=app.quit]x[/] and [Mg]")
        app.query_one(PageView).turn_to(Page(Address(Shelf.ABOUT, "x"), (paragraph("[/] [bold]"), *body)))
        await pilot.pause()
        for column in (1, 12, 26):
            await pilot.click(PageView, offset=(column, 2))
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        text = " ".join("".join(segment.text for strip in strips for segment in strip).split())
        assert "[/] [bold]" in text
        assert "[link](https://example.org) and [@click=app.quit]x[/] and [Mg]" in text
        assert app.opened == ""
        assert app.is_running
