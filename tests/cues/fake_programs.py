"""Programs that only seem to run, and cues to play."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from coach.cues.cue import Cue, CueEvent
from coach.cues.cues import Cues
from coach.model.entry import Side
from coach.session.timeline import Kind, Segment

FIRST_PID = 1 << 30
"""No process has such a number, should a signal ever go astray."""


def segment(kind: Kind = Kind.HOLD, side: Side = Side.LEFT, name: str = "Wall calf stretch") -> Segment:
    return Segment(
        kind=kind,
        move="calf-wall",
        name=name,
        side=side,
        step=2,
        steps=3,
        repetition=1,
        repetitions=3,
        repetition_s=10,
        seconds=10,
        start_s=10,
    )


def event(cue: Cue = Cue.START, of: Segment | None = None, seconds: float = 10) -> CueEvent:
    return CueEvent(cue=cue, routine="bedtime", segment=of or segment(), seconds=seconds)


class FakeChild:
    """A process that runs until `code` is set."""

    def __init__(self, pid: int, command: list[str], options: Mapping[str, Any]) -> None:
        self.pid = pid
        self.command = command
        self.options = options
        self.code: int | None = None
        self.signals: list[int] = []

    def poll(self) -> int | None:
        return self.code

    def wait(self, timeout: float) -> int:
        if self.code is None:
            raise subprocess.TimeoutExpired(self.command, timeout)
        return self.code


class Machine:
    """A machine with these programs on it; time stands still unless `now_s` is moved."""

    def __init__(self, programs: Iterable[str]) -> None:
        self.programs = set(programs)
        self.broken: set[str] = set()
        self.children: list[FakeChild] = []
        self.bells = 0
        self.now_s = 0.0

    def which(self, name: str) -> str | None:
        return f"/usr/bin/{name}" if name in self.programs else None

    def popen(self, command: list[str], **options: Any) -> FakeChild:
        if command[0] not in self.programs | self.broken:
            raise FileNotFoundError(2, "No such file or directory")
        if command[0] in self.broken:
            raise PermissionError(13, "Permission denied")
        self.children.append(FakeChild(FIRST_PID + len(self.children), command, options))
        return self.children[-1]

    def killpg(self, pid: int, number: int) -> None:
        child = self.children[pid - FIRST_PID]
        child.signals.append(number)
        child.code = -number

    def bell(self) -> None:
        self.bells += 1

    def cues(self, folder: Path, **settings: Any) -> Cues:
        return Cues(
            folder,
            bell=self.bell,
            which=self.which,
            popen=self.popen,
            monotonic=lambda: self.now_s,
            **{"platform": "linux", **settings},
        )

    def run(self) -> list[str]:
        """The names of what was started, in order."""
        return [child.command[0] for child in self.children]

    def last(self) -> FakeChild:
        return self.children[-1]


def machine_with(monkeypatch: pytest.MonkeyPatch, programs: Sequence[str]) -> Machine:
    """A machine whose processes are also the only ones that get signals."""
    machine = Machine(programs)
    monkeypatch.setattr("coach.cues.children.os.killpg", machine.killpg)
    return machine
