"""Single keys from a terminal, which is left as it was found, and signals that end a command in order."""

from __future__ import annotations

import os
import select
import signal
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType, TracebackType
from typing import Self

ENDINGS = (signal.SIGTERM, signal.SIGHUP)
LONGEST_SEQUENCE = 64
END_OF_INPUT = "q"


class TerminalKeys:
    """Keys as they are pressed, without enter; ctrl+z gives the terminal back while it lasts."""

    listening = True

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._pressed: list[str] = []

    def __enter__(self) -> Self:
        self._found = termios.tcgetattr(self._descriptor)
        self._on_suspend = signal.signal(signal.SIGTSTP, self._suspend)
        tty.setcbreak(self._descriptor)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGTSTP, self._on_suspend)
        # A terminal that was closed has nothing left to give back.
        with suppress(termios.error):
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._found)

    def read(self, wait_s: float) -> str | None:
        """The next key, or None when none came within `wait_s` seconds; a closed terminal reads as `q`."""
        if not self._pressed:
            try:
                ready, _, _ = select.select([self._descriptor], [], [], wait_s)
                typed = os.read(self._descriptor, LONGEST_SEQUENCE).decode(errors="replace") if ready else None
            except OSError:
                typed = ""
            if typed is None:
                return None
            # Arrows and other such keys come as a sequence that begins with escape: no letters of ours.
            self._pressed = [] if typed.startswith("\x1b") else list(typed or END_OF_INPUT)
        return self._pressed.pop(0).lower() if self._pressed else None

    def _suspend(self, _: int, __: FrameType | None) -> None:
        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._found)
        os.kill(os.getpid(), signal.SIGSTOP)
        tty.setcbreak(self._descriptor)


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end what runs inside with 128 + their number, so that it can keep what was done.

    One that was to be ignored (`nohup`) still is.
    """

    def end(number: int, _: FrameType | None) -> None:
        raise SystemExit(128 + number)

    heeded = [number for number in ENDINGS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, end) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
