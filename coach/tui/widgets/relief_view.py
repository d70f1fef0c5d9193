"""Cramp now on the screen: one sentence, a slow count, and the question that is never out of sight."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Digits, Static

from coach.tui.night import BAND, GROUND, KEY, MUTED, TEXT, URGENT
from coach.tui.widgets.relief_pages import Page, Text

_PARTS = ("strip", "head", "big", "beside", "below", "question", "keys")
_TALL = 24
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
    """Shows a page; a part that has nothing to say takes no room."""

    DEFAULT_CSS = f"""
    ReliefView {{
        height: 1fr;
        align-horizontal: center;
        color: {TEXT};
        background: {GROUND};
        #column {{ max-width: 76; padding: 0 2; }}
        &.-tall #column {{ padding: 1 2; }}
        Static {{ height: auto; }}
        #middle {{
            height: 1fr;
            align-vertical: middle;
            scrollbar-size-vertical: 1;
            scrollbar-color: {BAND};
            scrollbar-background: {GROUND};
        }}
        #big {{ max-width: 44; margin-bottom: 1; }}
        #counting {{ height: auto; margin-bottom: 1; }}
        Digits {{ width: 15; color: {KEY}; text-style: bold; }}
        #beside {{ width: 1fr; }}
        #below {{ max-width: 66; }}
        #question {{ max-width: 66; margin-top: 1; }}
        #keys {{ margin-top: 1; }}
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
        with Vertical(id="column"):
            yield Static(id="strip", markup=False)
            with VerticalScroll(id="middle", can_focus=False):
                yield Static(id="head", markup=False)
                yield Static(id="big", markup=False)
                with Horizontal(id="counting"):
                    yield Digits()
                    yield Static(id="beside", markup=False)
                yield Static(id="below", markup=False)
            yield Static(id="question", markup=False)
            yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.height >= _TALL, "-tall")

    def watch_page(self) -> None:
        if self._shown is not None:
            self._show()

    def on_click(self, event: events.Click) -> None:
        if action := event.style.meta.get(_ACTION):
            self.post_message(self.Chosen(action))

    def move(self, lines: int) -> None:
        """Move through what is longer than the screen."""
        self.query_one("#middle").scroll_relative(y=lines, animate=False, immediate=True)

    def _show(self) -> None:
        """Bring to the screen what is not there yet."""
        page, before = self.page, self._shown
        self._shown = page
        for name in _PARTS:
            text: Text = getattr(page, name)
            if before is None or text != getattr(before, name):
                part = self.query_one(f"#{name}", Static)
                part.update(_content(text))
                part.display = bool(text)
        self.query_one("#counting").display = bool(page.count)
        self.query_one(Digits).update(page.count)
        if before is None or page.big != before.big:
            self.query_one("#middle").scroll_home(animate=False, immediate=True)


def _content(text: Text) -> Content:
    content = []
    for piece in text:
        styled = Content(piece.text).stylize(_TONES[piece.tone])
        content.append(styled.stylize(Style.from_meta({_ACTION: piece.action})) if piece.action else styled)
    return Content("").join(content)
