"""A program on a real pseudo-terminal, everything it writes noted with its time, and what it costs."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

CHECKOUT = Path(__file__).parents[2]
COLUMNS, LINES = 120, 40
PATIENCE_S = 60
_NS = 1e9
_LOOK_EVERY_S = 0.05


def as_installed() -> dict[str, str]:
    """The environment of a program that keeps its compiled modules, as an installed one does."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Watched:
    """Runs `python -m MODULE ARGUMENTS…` in 120x40 true colour; a thread reads, so that it is never held up.

    `program` is another beginning of the command, for programs that are no modules.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        program: Sequence[str] = (sys.executable, "-m"),
    ) -> None:
        self._child = pexpect.spawn(
            program[0],
            [*program[1:], *arguments],
            env={
                **as_installed(),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LANG": "C.UTF-8",
                **environment,
            },
            cwd=str(CHECKOUT),
            dimensions=(LINES, COLUMNS),
        )
        self.written: list[tuple[float, bytes]] = []
        """What it wrote, each piece with the monotonic time at which it came."""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.kill(9)
        self._child.wait()
        self._reader.join()
        self._child.close(force=True)

    def wait_until(self, holds: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
        """Look now and then until `holds`; raises TimeoutError when it never does, or the program has ended."""
        until = time.monotonic() + patience_s
        while not holds():
            if time.monotonic() > until or not self._reader.is_alive():
                raise TimeoutError(f"waited in vain; the screen:\n{self.text()}")
            time.sleep(_LOOK_EVERY_S)

    def wait_for_bytes(self, wanted: bytes, patience_s: float = PATIENCE_S) -> None:
        """Look now and then until `wanted` was written, at little cost; raises TimeoutError as `wait_until`."""
        self.wait_until(lambda: wanted in b"".join(piece for _, piece in list(self.written)), patience_s)

    def text(self) -> str:
        """What the screen shows now."""
        screen = pyte.Screen(COLUMNS, LINES)
        stream = pyte.ByteStream(screen)
        for _, piece in list(self.written):
            stream.feed(piece)
        return "\n".join(screen.display)

    def press(self, keys: str) -> float:
        """Send what keys send, at once, where pexpect would wait 50 ms; gives the monotonic time just before."""
        at = time.monotonic()
        os.write(self._child.child_fd, keys.encode())
        return at

    def first_shown(self, text: str, since: float) -> float | None:
        """The monotonic time from `since` on when `text` was first on the screen; None while it is not."""
        screen = pyte.Screen(COLUMNS, LINES)
        stream = pyte.ByteStream(screen)
        for at, piece in list(self.written):
            stream.feed(piece)
            if at >= since and any(text in line for line in screen.display):
                return at
        return None

    def cpu_s(self) -> float:
        """Seconds of processor time, of user and system, that all its threads have had."""
        tasks = Path(f"/proc/{self._child.pid}/task")
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / _NS

    def memory_mb(self) -> float:
        """Resident memory, in MiB."""
        return self._kilobytes("status", "VmRSS:") / 1024

    def share_mb(self) -> float:
        """The same, of shared pages only its share, in MiB."""
        return self._kilobytes("smaps_rollup", "Pss:") / 1024

    def _kilobytes(self, file: str, key: str) -> int:
        for line in Path(f"/proc/{self._child.pid}/{file}").read_text().splitlines():
            if line.startswith(key):
                return int(line.split()[1])
        raise ProcessLookupError(self._child.pid)

    def _read(self) -> None:
        while True:
            try:
                piece = os.read(self._child.child_fd, 65536)
            except OSError:
                return
            if not piece:
                return
            self.written.append((time.monotonic(), piece))
