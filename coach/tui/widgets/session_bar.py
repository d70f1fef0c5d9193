"""Which routine is on, how far it has come, and how long it still takes."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from coach.tui.text import plain
from coach.tui.widgets.bar import Bar
from coach.tui.widgets.player_words import Shown


class SessionBar(Horizontal):
    """One line: the routine's name, move k of n, a bar of the whole, the time that is left."""

    DEFAULT_CSS = """
    SessionBar {
        height: 1;
        padding: 0 2 0 3;
        Static { width: auto; height: 1; }
        #title { color: $primary; text-style: bold; max-width: 40%; text-wrap: nowrap; text-overflow: ellipsis; }
        #place { color: $muted; margin: 0 2; }
        #left { color: $muted; margin: 0 0 0 2; }
        Bar { width: 1fr; .bar--full { color: $primary; } }
    }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._told: Shown | None = None
        self._place = ""

    def compose(self) -> ComposeResult:
        yield Static(plain(self._title), id="title")
        yield Static(id="place", markup=False)
        yield Bar()
        yield Static(id="left", markup=False)

    def show(self, now: Shown, share: float, sound: str) -> None:
        """Show where the session is; `share` of it is over, `sound` says why nothing is heard, if so."""
        before, self._told = self._told, now
        place = f"{now.place}  {sound}" if sound else now.place
        if place != self._place:
            self._place = place
            self.query_one("#place", Static).update(place)
        if before is None or before.left != now.left:
            self.query_one("#left", Static).update(
                now.left, layout=before is None or len(before.left) != len(now.left)
            )
        self.query_one(Bar).show(share)
