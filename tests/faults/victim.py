"""A process that walks the course until it is killed: at a chosen point, or from outside."""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import coach.diary
from tests.faults.course import Stamp, opened, stamps, steps

CALLS = {
    "open",
    "os.rename",
    "os.remove",
    "os.mkdir",
    "os.chmod",
    "os.truncate",
    "os.listdir",
    "os.scandir",
    "fcntl.flock",
    "tempfile.mkstemp",
}
"""What the audit hook tells of: the calls to the operating system that a write makes."""
FORCING = ("fsync", "fdopen", "pwrite", "fstat")
"""Calls that the audit hook does not tell of."""
_ROOM = str(Path(coach.diary.__file__).parent)
Arm = Callable[[Callable[[], None]], None]


def at_calls(reached: Callable[[], None]) -> None:
    """Tell of every call to the operating system."""
    sys.addaudithook(lambda event, _: reached() if event in CALLS else None)
    for name in FORCING:
        _watch(name, reached)


def at_lines(reached: Callable[[], None]) -> None:
    """Tell of every line of the room of the diary, before it is run."""

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if not frame.f_code.co_filename.startswith(_ROOM):
            return None
        if event == "line":
            reached()
        return trace

    sys.settrace(trace)


def killed_at(home: Path, arm: Arm, fatal: int) -> tuple[set[Stamp], int]:
    """Walk the course to its `fatal`-th point; what was acknowledged, and minus the signal or the exit code."""
    reader, child = _started(home, arm, fatal)
    return _heard(reader), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_after(home: Path, seconds: float) -> tuple[set[Stamp], int]:
    """Walk the course, killed from outside so many seconds after it began."""
    reader, child = _started(home, None, 0)
    told = os.read(reader, 1)
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if not select.select([reader], [], [], left)[0] or not (piece := os.read(reader, 1 << 16)):
            break
        told += piece
    os.kill(child, signal.SIGKILL)
    return _heard(reader, told), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _started(home: Path, arm: Arm | None, fatal: int) -> tuple[int, int]:
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return reader, child
    try:
        os.close(reader)
        _walk(home, writer, arm, fatal)
    finally:
        os._exit(1)


def _walk(home: Path, writer: int, arm: Arm | None, fatal: int) -> None:
    diary = opened(home)
    points = count(1)
    armed = True

    def reached() -> None:
        if armed and next(points) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    if arm is not None:
        arm(reached)
    for step in steps(home):
        step(diary)
        armed = False
        os.write(writer, json.dumps(sorted(stamps(diary))).encode() + b"\n")
        armed = True
    os._exit(0)


def _heard(reader: int, told: bytes = b"") -> set[Stamp]:
    """What was acknowledged last; a line that was cut off by the kill was not told."""
    with os.fdopen(reader, "rb") as rest:
        *lines, _ = (told + rest.read()).split(b"\n")
    return {tuple(stamp) for stamp in json.loads(lines[-1])} if lines else set()


def _watch(name: str, reached: Callable[[], None]) -> None:
    real = getattr(os, name)

    def watched(*arguments: Any, **options: Any) -> Any:
        reached()
        return real(*arguments, **options)

    setattr(os, name, watched)
