"""Cramp now on the screen: one sentence, a slow count, and the question that is never out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Digits, Static

from coach.tui.night import BAND, GROUND, KEY, MUTED, TEXT, URGENT
from coach.tui.widgets.relief_pages import Page
from coach.tui.widgets.relief_text import Text

if TYPE_CHECKING:
    from coach.tui.widgets.relief_figure import ReliefFigure

_PARTS = ("head", "big", "beside", "below", "question", "strip", "keys")
_TALL = 24
_WIDE = 76
_WIDEST = 110
_ACTION = "coach.action"
_TONES = {
    "text": "",
    "strong": "bold",
    "muted": MUTED,
    "heading": f"bold {MUTED}",
    "here": "bold underline",
    "key": f"bold {KEY}",
    "urgent": URGENT,
    "urgent heading": f"bold {URGENT}",
}


class ReliefView(Widget):
    """Shows a page; a part that has nothing to say takes no room.

    A figure, once there is one, stands beside the words where the screen is large enough (`-tall`, `-wide`).
    """

    DEFAULT_CSS = f"""
    ReliefView {{
        height: 1fr;
        align-horizontal: center;
        color: {TEXT};
        background: {GROUND};
        #column {{ max-width: 76; padding: 0 2; }}
        &.-tall #column {{ padding: 1 2 0 2; }}
        &.-demo #column {{ padding: 1 2; }}
        &.-widest #column {{ max-width: 108; }}
        Static {{ height: auto; }}
        #stage {{ height: 1fr; }}
        #middle {{
            height: 1fr;
            align-vertical: top;
            scrollbar-size-vertical: 1;
            scrollbar-color: {BAND};
            scrollbar-background: {GROUND};
        }}
        &.-tall #head {{ margin-bottom: 1; }}
        #big {{ max-width: 40; }}
        #counting {{ height: auto; margin-top: 1; }}
        Digits {{ width: auto; margin-right: 2; color: {KEY}; text-style: bold; }}
        #beside {{ width: 1fr; }}
        #below {{ max-width: 66; margin-top: 1; }}
        ReliefFigure {{ display: none; color: {MUTED}; background: {GROUND}; }}
        &.-drawn.-tall.-wide {{
            #middle {{ width: 40; }}
            ReliefFigure {{ display: block; }}
        }}
        #question {{ max-width: 66; margin-top: 1; }}
        #strip {{ margin-top: 1; }}
        #keys {{ margin-top: 1; }}
        &.-short {{ #strip, #keys {{ margin-top: 0; }} }}
    }}
    """

    page: reactive[Page] = reactive(Page())

    class Chosen(Message):
        """A piece of the page was clicked that does something."""

        def __init__(self, action: str) -> None:
            self.action = action
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._shown: Page | None = None

    def compose(self) -> ComposeResult:
        # Known before anything is laid out, so that it is laid out once.
        self._fit(self.app.size)
        with Vertical(id="column"):
            yield Static(id="head", markup=False)
            with Horizontal(id="stage"), VerticalScroll(id="middle", can_focus=False):
                yield Static(id="big", markup=False)
                with Horizontal(id="counting"):
                    yield Digits()
                    yield Static(id="beside", markup=False)
                yield Static(id="below", markup=False)
            yield Static(id="question", markup=False)
            yield Static(id="strip", markup=False)
            yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        if self._fit(event.size):
            self.query_one("#big", Static).update(self._large(self.page.big))

    def watch_page(self) -> None:
        if self._shown is not None:
            self._show()

    def on_click(self, event: events.Click) -> None:
        if action := event.style.meta.get(_ACTION):
            self.post_message(self.Chosen(action))

    def move(self, lines: int) -> None:
        """Move through what is longer than the screen."""
        self.query_one("#middle").scroll_relative(y=lines, animate=False, immediate=True)

    async def add_figure(self, figure: ReliefFigure) -> None:
        """Take in the figure, which is not there from the beginning so that no word waits for it."""
        await self.query_one("#stage").mount(figure)

    def _fit(self, size: Size) -> bool:
        """Take on the classes of a size; gives whether any is another."""
        before = self.classes
        self.set_class(size.height >= _TALL, "-tall")
        self.set_class(size.height < _TALL, "-short")
        self.set_class(size.width >= _WIDE, "-wide")
        self.set_class(size.width >= _WIDEST, "-widest")
        return self.classes != before

    def _show(self) -> None:
        """Bring to the screen what is not there yet."""
        page, before = self.page, self._shown
        self._shown = page
        for name in _PARTS:
            text: Text = getattr(page, name)
            if before is None or text != getattr(before, name):
                part = self.query_one(f"#{name}", Static)
                part.update(self._large(text) if name == "big" else _content(text))
                part.display = bool(text)
        self.query_one("#counting").display = bool(page.count)
        self.query_one(Digits).update(page.count)
        if before is None or page.big != before.big:
            self.query_one("#middle").scroll_home(animate=False, immediate=True)

    def _large(self, text: Text) -> Content:
        """The sentence as large as a terminal can have it: bold, with an empty line after each full stop."""
        spaced = "\n\n" if self.has_class("-tall") else "\n"
        return _content(tuple(piece._replace(text=piece.text.replace("\n", spaced)) for piece in text))


def _content(text: Text) -> Content:
    content = []
    for piece in text:
        styled = Content(piece.text).stylize(_TONES[piece.tone])
        content.append(styled.stylize(Style.from_meta({_ACTION: piece.action})) if piece.action else styled)
    return Content("").join(content)
