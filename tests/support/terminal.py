"""A real program on a real pseudo-terminal, its screen read by a terminal emulator."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

PATIENCE_S = 30
KEYS = {"enter": "\r", "escape": "\x1b", "down": "\x1b[B", "up": "\x1b[A", "right": "\x1b[C", "left": "\x1b[D"}


class Terminal:
    """Runs `command`; `press` sends keys, `wait_for` reads the screen until it shows what is wanted."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        *,
        columns: int = 80,
        lines: int = 24,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._patience_s = patience_s
        self.output = b""
        self.child = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **environment},
            cwd=str(folder),
            dimensions=(lines, columns),
            preexec_fn=_heed_interrupts,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.child.close(force=True)

    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Send keys: names such as `enter`, or characters."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.child.pid, number)

    def wait_for(self, wanted: str | Callable[[str], bool]) -> str:
        """Read until the screen shows `wanted` (or satisfies it); fails with the screen as it is."""
        until = time.monotonic() + self._patience_s
        while not self._shows(wanted):
            if time.monotonic() > until:
                raise AssertionError(f"waited in vain for {wanted!r}; the screen:\n{self.text()}")
            self._read()
        return self.text()

    def wait_for_end(self) -> int:
        """Read until the program has ended; its exit code, or minus the signal that ended it."""
        until = time.monotonic() + self._patience_s
        while self._read():
            if time.monotonic() > until:
                raise AssertionError(f"the program did not end; the screen:\n{self.text()}")
        self.child.wait()
        if self.child.exitstatus is not None:
            return int(self.child.exitstatus)
        return -int(self.child.signalstatus or 0)

    def _shows(self, wanted: str | Callable[[str], bool]) -> bool:
        return wanted in self.text() if isinstance(wanted, str) else wanted(self.text())

    def _read(self) -> bool:
        """Take in what the program has written meanwhile; False when there will be no more."""
        try:
            read = self.child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.output += read
        self._stream.feed(read)
        return True


def _heed_interrupts() -> None:
    """As in the foreground: tests that were begun in the background ignore ctrl+c, and would pass that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
