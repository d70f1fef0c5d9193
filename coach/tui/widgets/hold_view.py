"""The move that is on: what it is, what to do, on which side, for how much longer, and what comes next."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from coach.model.entry import Side
from coach.tui.text import plain
from coach.tui.widgets.bar import Bar
from coach.tui.widgets.player_words import Shown


class HoldView(Vertical):
    """Shows one moment of a session; only what differs from the moment before is drawn again."""

    DEFAULT_CSS = """
    HoldView {
        Static { height: 1; }
        #name { color: $foreground; text-style: bold; height: auto; }
        #purpose { color: $muted; margin: 0 0 1 0; }
        #kind { color: $accent; text-style: bold; width: auto; }
        #kind.-rests { color: $water; }
        #kind.-paused { color: $warning; }
        #kind.-flash { text-style: bold reverse; }
        #side { color: $foreground; text-style: bold; margin: 0 0 1 0; }
        #side.-right { text-align: right; }
        Digits { color: $primary; text-style: bold; width: 1fr; }
        Bar { margin: 0 0 1 0; }
        #said { color: $foreground; height: auto; min-height: 2; margin: 0 0 1 0; }
        #said.-paused { color: $warning; }
        #next { height: auto; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: Shown | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="name")
        yield Static(id="purpose")
        yield Static(id="kind")
        yield Static(id="side")
        yield Digits("0:00")
        yield Bar()
        yield Static(id="said")
        yield Static(id="next")

    def show(self, now: Shown, share: float, *, flash: bool) -> None:
        """Show this moment; `share` of the segment is over, `flash` says that it has only just begun."""
        before, self._told = self._told, now
        kind = self.query_one("#kind", Static)
        kind.set_class(flash, "-flash")
        self.query_one(Bar).show(share)
        if now == before:
            return
        kind.update(_kind(now))
        kind.set_class(not now.works, "-rests").set_class(now.paused, "-paused")
        side = self.query_one("#side", Static)
        side.update(now.side_said)
        side.set_class(now.side is Side.RIGHT, "-right")
        self.query_one(Digits).update(now.countdown)
        self.query_one(Bar).set_class(not now.works, "-waiting")
        if before is None or now.name != before.name:
            self.query_one("#name", Static).update(plain(now.name))
            self.query_one("#purpose", Static).update(plain(now.purpose))
        if before is None or (now.said, now.paused) != (before.said, before.paused):
            said = self.query_one("#said", Static)
            said.update(plain(now.said))
            said.set_class(now.paused, "-paused")
        if before is None or now.next != before.next:
            self.query_one("#next", Static).update(
                Content.assemble(("Next: ", "$muted"), plain(now.next).stylize("$muted"))
            )


def _kind(now: Shown) -> Content:
    paused = "‖ PAUSED  " if now.paused else ""
    return Content.assemble(f"{paused}{now.kind}", (f"  {now.count}" if now.count else "", "$foreground"))
