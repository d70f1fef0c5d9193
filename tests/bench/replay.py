"""What a terminal emulator makes of everything a program wrote, moment by moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

import pyte

from tests.bench.watched import COLUMNS, LINES, Watched

LOOK_EVERY_S = 0.01
KEYS = {"down": "\x1b[B", "up": "\x1b[A", "end": "\x1b[F", "pagedown": "\x1b[6~", "escape": "\x1b", "enter": "\r"}


class Replay:
    """The screen as it was after each piece that the program wrote; asked for later and later moments."""

    def __init__(self, app: Watched) -> None:
        self._app = app
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._fed = 0
        self.text = ""

    def frames(self) -> Iterator[tuple[float, str]]:
        """Monotonic time and text of the screen after each piece not replayed yet."""
        while self._fed < len(self._app.written):
            at, piece = self._app.written[self._fed]
            self._fed += 1
            self._stream.feed(piece)
            self.text = "\n".join(self._screen.display)
            yield at, self.text

    def first(self, shows: Callable[[str], bool], patience_s: float = 60) -> float:
        """When the screen first satisfied `shows`, of what is still to be replayed; raises TimeoutError."""
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            for at, text in self.frames():
                if shows(text):
                    return at
            time.sleep(LOOK_EVERY_S)
        raise TimeoutError(f"waited in vain; the screen:\n{self.text}")

    def settled(self, quiet_s: float, columns: int = COLUMNS) -> float | None:
        """When the text in the first columns last changed, once that is so long ago; None when it never did."""
        changed, before = None, _left(self.text, columns)
        until = time.monotonic() + quiet_s
        while time.monotonic() < until:
            for at, text in self.frames():
                if (left := _left(text, columns)) != before:
                    changed, before = at, left
                    until = time.monotonic() + quiet_s
            time.sleep(LOOK_EVERY_S)
        return changed


def _left(text: str, columns: int) -> list[str]:
    return [line[:columns] for line in text.splitlines()]


def pressed(app: Watched, replay: Replay, key: str, shows: Callable[[str], bool]) -> float:
    """Seconds from a key to the screen that `shows` what it does."""
    began = time.monotonic()
    app.press(KEYS.get(key, key))
    return replay.first(shows) - began


def first_paint_s(
    arguments: Sequence[str], environment: dict[str, str], shows: Sequence[str], program: Sequence[str] = ()
) -> float:
    """Seconds from the start of a program to the screen that shows all of these words."""
    began = time.monotonic()
    with Watched(arguments, environment, *([program] if program else [])) as app:
        for words in shows:
            app.wait_for_bytes(words.encode())
        return Replay(app).first(lambda text: all(words in text for words in shows)) - began
