"""The least a Textual app of two modes can be, for comparison: `python -m tests.bench.bare_modes`."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Footer, Header, Static


class BareScreen(Screen[None]):
    """A header, a line of text and a footer."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield Header()
        yield Static(self._text)
        yield Footer()


class BareModes(App[None]):
    """Two bare screens to switch between."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("1", "switch_mode('one')", "One"),
        ("2", "switch_mode('two')", "Two"),
    ]

    def on_mount(self) -> None:
        self.add_mode("one", lambda: BareScreen("The first of two."))
        self.add_mode("two", lambda: BareScreen("The second of two."))
        self.switch_mode("one")


if __name__ == "__main__":
    BareModes().run()
