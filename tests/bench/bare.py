"""The least a Textual app can be, for comparison: `python -m tests.bench.bare`."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static


class BareApp(App[None]):
    """A header, a line of text and a footer."""

    TITLE = "bare"

    def compose(self) -> ComposeResult:
        yield Header()
        yield Static("Nothing happens here.")
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
