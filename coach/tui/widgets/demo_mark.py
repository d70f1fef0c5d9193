"""The word that says of every screen that what is on it is made up."""

from __future__ import annotations

from textual.app import App
from textual.screen import Screen
from textual.widgets import Static

WORD = "demo"


class DemoMark(Static):
    """The word `demo` in the upper right corner, above everything; what lies in that corner leaves it room.

    To that end the parts of every screen have the class `-demo`.
    """

    DEFAULT_CSS = """
    DemoMark {
        dock: right;
        layer: demo;
        width: auto;
        height: 1;
        padding-left: 1;
        color: $muted;
    }
    """

    def __init__(self) -> None:
        super().__init__(WORD, markup=False)


def mark_demo(app: App[int]) -> None:
    """Put the word on the screen that is shown, and on every one from now on."""
    app.screen_change_signal.subscribe(app, _mark)
    app.call_after_refresh(lambda: _mark(app.screen))


def _mark(screen: Screen[object]) -> None:
    if screen.is_running and not screen.query(DemoMark):
        for part in screen.children:
            part.add_class("-demo")
        screen.mount(DemoMark())
