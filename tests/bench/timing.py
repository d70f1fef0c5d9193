"""When changes come: due, noticed by the program, and on the terminal."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import msgspec
import pyte

from coach.service.progress import Progress
from coach.session.timeline import Kind, Timeline
from tests.bench.routines import Measured, home_with
from tests.bench.watched import COLUMNS, LINES, Watched

BUSY = 2
"""Processes that keep the cores busy meanwhile."""
WORDS = {
    Kind.PREPARE: "GET READY",
    Kind.HOLD: "HOLD",
    Kind.REPETITIONS: "REPEAT",
    Kind.STEADY: "KEEP GOING",
    Kind.REST: "REST",
    Kind.CHANGE_SIDE: "CHANGE SIDE",
}
END = "how did it feel"
PAGE_S = 2
"""The page at the end has come by then; looking for it would take processor time from it."""
NAP_S = 0.01
NEAR_S = 0.4


@dataclass(frozen=True)
class Moment:
    """A change: to what, and the monotonic times in seconds when it was due, noticed and on the terminal.

    `stalled_s` is by how much a process that only naps was woken too late around then: the machine's own share.
    """

    to: str
    due: float
    noticed: float
    shown: float
    stalled_s: float


class Naps:
    """Naps and notes how much too late it wakes, to tell a slow program from a machine that stood still."""

    def __init__(self) -> None:
        self._late: list[tuple[float, float]] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._nap, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def latest_s(self, at: float) -> float:
        """The latest waking around `at`, in seconds."""
        return max((late for woke, late in self._late if abs(woke - at) < NEAR_S), default=0.0)

    def _nap(self) -> None:
        while not self._over.is_set():
            began = time.monotonic()
            time.sleep(NAP_S)
            woke = time.monotonic()
            self._late.append((woke, woke - began - NAP_S))


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep the cores busy with processes that do nothing else."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(BUSY)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


@dataclass(frozen=True)
class Guided:
    """A routine guided to its end: when it began (monotonic), every change, and the memory in MiB it left."""

    timeline: Timeline
    began: float
    moments: list[Moment]
    memory_mb: float


def guide(routine: Measured) -> Guided:
    """Guide through `routine` to its end while the cores are busy."""
    with tempfile.TemporaryDirectory() as folder:
        home = home_with(Path(folder), routine)
        notes, kept = home / "notes", home / "state" / "session.json"
        with (
            busy_cores(),
            Naps() as naps,
            Watched(["tests.bench.observed", routine.id, str(notes)], {"COACH_HOME": folder}) as app,
        ):
            app.wait_until(lambda: notes.exists() and kept.exists())
            timeline = msgspec.json.decode(kept.read_bytes(), type=Progress).session.timeline
            last = len(timeline.segments)
            app.wait_until(lambda: f" {last} " in notes.read_text(), timeline.total_s + 30)
            time.sleep(PAGE_S)
            memory_mb = app.memory_mb()
            noticed = [(float(at), int(index), float(due)) for at, index, due in _lines(notes)]
    began = noticed[0][2] - timeline.segments[noticed[0][1]].start_s
    shown = _first_shown(app.written, [*(WORDS[segment.kind] for segment in timeline.segments), END], began)
    found = []
    for at, index, due in noticed:
        end = index == last
        to = END if end else f"{timeline.segments[index].kind} {timeline.segments[index].side}"
        found.append(Moment(to, due, at, shown[index], naps.latest_s(due)))
    if [index for _, index, _ in noticed] != list(range(1, last + 1)):
        raise AssertionError(f"changes are missing or came twice: {noticed}")
    return Guided(timeline, began, found, memory_mb)


def _lines(notes: Path) -> Iterator[list[str]]:
    return (line.split() for line in notes.read_text(encoding="ascii").splitlines())


def _first_shown(written: list[tuple[float, bytes]], words: list[str], began: float) -> list[float]:
    """When each of `words`, which follow one another on the screen, was there for the first time."""
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    found: list[float] = []
    for at, piece in written:
        stream.feed(piece)
        text = "\n".join(screen.display)
        while at >= began and len(found) < len(words) and _shows(text, words, len(found)):
            found.append(at)
    if len(found) < len(words):
        raise AssertionError(f"never shown: {words[len(found)]!r}; the screen:\n{text}")
    return found


def _shows(text: str, words: list[str], number: int) -> bool:
    return words[number] in text and (number == 0 or words[number - 1] not in text)
