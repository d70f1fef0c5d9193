"""The move that is on: what it is, what to do, on which side, for how much longer, and what comes next."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from coach.model.entry import Side
from coach.tui.text import plain
from coach.tui.widgets.bar import Bar
from coach.tui.widgets.big_digits import BigDigits
from coach.tui.widgets.player_words import Shown
from coach.tui.widgets.prose import Line, Prose


class HoldView(Vertical):
    """Shows one moment of a session; only what differs from the moment before is drawn again.

    A move's caution stands under everything wherever there is room for all of it.
    """

    DEFAULT_CSS = """
    HoldView {
        Static { height: 1; }
        #clock, #words, #turn { height: auto; }
        #name { color: $foreground; text-style: bold; height: auto; }
        #purpose { color: $muted; height: auto; margin: 0 0 1 0; }
        #kind { color: $accent; text-style: bold; width: 1fr; }
        #kind.-rests { color: $water; }
        #kind.-paused { color: $warning; }
        #side { color: $foreground; text-style: bold; margin: 0 0 1 0; }
        #side.-right { text-align: right; }
        Digits { color: $primary; text-style: bold; width: 1fr; }
        BigDigits { display: none; }
        Bar { margin: 0 0 1 0; }
        #said { color: $foreground; height: auto; min-height: 2; margin: 0 0 1 0; }
        #said.-paused { color: $warning; }
        #next { height: auto; }
        #caution { margin: 1 0 0 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: Shown | None = None
        self._flash = False

    def compose(self) -> ComposeResult:
        with Container(id="clock"):
            with Vertical(id="words"):
                yield Static(id="name")
                yield Static(id="purpose")
                with Container(id="turn"):
                    yield Static(id="kind")
                    yield Static(id="side")
            yield Digits("0:00")
            yield BigDigits()
        yield Bar()
        yield Static(id="said")
        yield Static(id="next")
        yield Prose(id="caution")

    def show(self, now: Shown, share: float, *, flash: bool) -> None:
        """Show this moment; `share` of the segment is over, `flash` says that it has only just begun."""
        before, self._told = self._told, now
        flashed, self._flash = self._flash, flash
        self.query_one(Bar).show(share)
        if now == before and flash is flashed:
            return
        kind = self.query_one("#kind", Static)
        # Laying out anew takes longer than all the rest, so it is done only where the size is the text's own.
        kind.update(
            _kind(now, flash), layout=before is None or bool(kind.styles.width and kind.styles.width.is_auto)
        )
        if now == before:
            return
        self.query_one("#caution").set_class(now.prepares, "-prepares")
        kind.set_class(not now.works, "-rests").set_class(now.paused, "-paused")
        side = self.query_one("#side", Static)
        side.update(now.side_said, layout=False)
        side.set_class(now.side is Side.RIGHT, "-right")
        self.query_one(Digits).update(now.countdown)
        self.query_one(BigDigits).show(now.countdown)
        self.query_one(Bar).set_class(not now.works, "-waiting")
        self._show_texts(before, now)

    def on_resize(self, _: events.Resize) -> None:
        self.call_after_refresh(self._make_room)

    def _show_texts(self, before: Shown | None, now: Shown) -> None:
        if before is None or now.name != before.name:
            self.query_one("#name", Static).update(plain(now.name))
            self.query_one("#purpose", Static).update(plain(now.purpose))
            caution = (Line(((now.caution, "muted"),), "▌ ", "warning", lead_again=True),) if now.caution else ()
            self.query_one("#caution", Prose).lines = caution
        if before is None or (now.said, now.paused) != (before.said, before.paused):
            said = self.query_one("#said", Static)
            self._update(said, plain(now.said))
            said.set_class(now.paused, "-paused")
        if before is None or now.next != before.next:
            next_said = Content.assemble(("Next: ", "$muted"), plain(now.next).stylize("$muted"))
            self._update(self.query_one("#next", Static), next_said)
        if before is None or (now.name, now.said, now.next) != (before.name, before.said, before.next):
            self.call_after_refresh(self._make_room)

    def _update(self, line: Static, text: Content) -> None:
        """Show a text that is as high as it needs."""
        line.update(text, layout=len(text.wrap(max(1, line.size.width))) != line.size.height)

    def _make_room(self) -> None:
        """Show the caution only where nothing of it would be cut off."""
        for caution in self.query("#caution").results(Prose):  # None when the screen was left meanwhile.
            caution.visible = bool(caution.lines) and caution.region.bottom <= self.region.bottom


def _kind(now: Shown, flash: bool) -> Content:
    return Content.assemble(
        (now.kind, "reverse" if flash else ""), (f"  {now.count}" if now.count else "", "$foreground")
    )
