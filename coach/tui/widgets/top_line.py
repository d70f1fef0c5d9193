"""The line on top of every mode: where am I, how do I get elsewhere, and the way to help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from coach.model.keymap import AS_GIVEN, Keymap
from coach.tui.text import one_line

MODES = (("today", "Today"), ("causes", "Causes"), ("stretch", "Stretch"), ("diary", "Diary"))
WIDE = 76


class _Piece(NamedTuple):
    text: str
    tone: str
    target: str = ""


_END = _Piece(" ", "mode")
_WAITS = "‖ {} waits"


def _cells(pieces: Iterable[_Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)


class TopLine(Widget):
    """The four modes, a session that waits, cramp now, and the keys; each can be clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"top--mode", "top--here", "top--key", "top--urgent", "top--waiting"}
    DEFAULT_CSS = """
    TopLine {
        height: 1;
        background: $surface;
        &.-demo { padding-right: 5; }
        .top--mode { color: $muted; }
        .top--here { color: $foreground; text-style: bold underline; }
        .top--key { color: $primary; }
        .top--urgent { color: $accent; text-style: bold; }
        .top--waiting { color: $warning; }
    }
    """

    waiting = reactive("")
    """The name of a session that is paused elsewhere."""

    keys: reactive[Keymap] = reactive(AS_GIVEN)
    """The keys that are shown."""

    class Chosen(Message):
        """A place in the line was clicked: a mode, `cramp`, `keys` or `session`."""

        def __init__(self, target: str) -> None:
            self.target = target
            super().__init__()

    def __init__(self, mode: str, keys: Keymap = AS_GIVEN) -> None:
        super().__init__()
        self._mode = mode
        self.set_reactive(TopLine.keys, keys)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        left, right = self._pieces()
        used = _cells((*left, *right))
        gap = _Piece(" " * max(0, self.size.width - used), "mode")
        segments = [
            Segment(piece.text, self.get_component_rich_style(f"top--{piece.tone}"))
            for piece in (*left, gap, *right)
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        left, right = self._pieces()
        at = 0
        for piece in left:
            at += cell_len(piece.text)
            if event.x < at:
                self._choose(piece)
                return
        at = self.size.width
        for piece in reversed(right):
            at -= cell_len(piece.text)
            if event.x >= at:
                self._choose(piece)
                return

    def _choose(self, piece: _Piece) -> None:
        if piece.target:
            self.post_message(self.Chosen(piece.target))

    def _pieces(self) -> tuple[list[_Piece], list[_Piece]]:
        wide = self.outer_size.width >= WIDE
        left = [_Piece("   " if wide else " ", "mode")]
        for mode, name in MODES:
            left.append(_Piece(f"{self.keys.shown(f'app.{mode}')} ", "key", mode))
            left.append(_Piece(name, "here" if mode == self._mode else "mode", mode))
            left.append(_Piece("  " if wide else " ", "mode"))
        keys = [
            _Piece("   " if wide else "  ", "mode"),
            _Piece(f"{self.keys.shown('app.keys')} ", "key", "keys"),
            _Piece("keys", "mode", "keys"),
        ]
        cramp = [_Piece(f"{self.keys.shown('app.cramp')} CRAMP NOW", "urgent", "cramp")]
        if not self.waiting:
            return left, [*cramp, *keys, _END]
        return left, [*self._waiting_and_keys(self.size.width - _cells(left), cramp, keys), _END]

    def _waiting_and_keys(self, columns: int, cramp: list[_Piece], keys: list[_Piece]) -> list[_Piece]:
        """To the right of the modes: a long name takes the place of the keys, and never that of help."""
        if self.outer_size.width < WIDE:
            return [_Piece("‖ waits", "waiting", "session"), _Piece(" ", "mode"), *cramp]
        between = _Piece("   ", "mode")
        room = columns - _cells([between, *cramp, _END]) - cell_len(_WAITS.format(""))
        name = self.waiting
        if cell_len(name) > room:
            name = one_line(name, room).rstrip()
        shown = [_Piece(_WAITS.format(name), "waiting", "session"), between, *cramp]
        return [*shown, *keys] if cell_len(name) <= room - _cells(keys) else shown
