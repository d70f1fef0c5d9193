"""Which routine is on, how far it has come, and how long it still takes."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from coach.tui.text import one_line, plain
from coach.tui.widgets.bar import Bar
from coach.tui.widgets.player_words import Shown

_BETWEEN = 6
"""Columns between the parts."""
_BAR, _LEAST_BAR = 8, 4


def fitted(title: str, place: str, sound: str, columns: int) -> tuple[str, str]:
    """Title and place for so many columns, with why nothing is heard; what is short of room is said shorter.

    Words of the place give way first, then the bar, and the title last of all.
    """
    short = place.replace(" of ", "/")
    for said, bar in ((place, _BAR), (short, _LEAST_BAR), (short, 1)):
        told = f"{said}  {sound}" if sound else said
        if cell_len(title) + len(told) + bar <= columns:
            return title, told
    return one_line(title, max(1, columns - len(told) - 1)).rstrip(), told


class SessionBar(Horizontal):
    """One line: the routine's name, move k of n, a bar of the whole, the time that is left."""

    DEFAULT_CSS = """
    SessionBar {
        height: 1;
        padding: 0 2 0 3;
        Static { width: auto; height: 1; }
        #title { color: $primary; text-style: bold; }
        #place { color: $muted; margin: 0 2; }
        #left { color: $muted; margin: 0 0 0 2; }
        Bar { width: 1fr; min-width: 0; .bar--full { color: $primary; } }
    }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._told: Shown | None = None
        self._sound = ""
        self._fits = ("", "")

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="place", markup=False)
        yield Bar()
        yield Static(id="left", markup=False)

    def show(self, now: Shown, share: float, sound: str) -> None:
        """Show where the session is; `share` of it is over, `sound` says why nothing is heard, if so."""
        before, self._told, self._sound = self._told, now, sound
        if before is None or before.left != now.left:
            self.query_one("#left", Static).update(
                now.left, layout=before is None or len(before.left) != len(now.left)
            )
        self._fit()
        self.query_one(Bar).show(share)

    def on_resize(self, _: events.Resize) -> None:
        self._fit()

    def _fit(self) -> None:
        if self._told is None or not self.size.width:
            return
        columns = self.size.width - _BETWEEN - len(self._told.left)
        fits = fitted(plain(self._title).plain, self._told.place, self._sound, columns)
        if fits != self._fits:
            self._fits = fits
            title, place = fits
            self.query_one("#title", Static).update(plain(title))
            self.query_one("#place", Static).update(place)
