"""What a kill left behind: the diary and the next start of the program, looked at as its owner would."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.course import Stamp, opened, stamps
from tests.support.clock import FakeClock
from tests.support.commands import Commands
from tests.support.diaries import DAY


@dataclass
class Tally:
    """Counts over many runs; all but the first two must stay 0."""

    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0
    refused: int = 0
    too_much: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not (self.lost or self.unreadable or self.refused or self.too_much)

    def examine(self, home: Path, acknowledged: set[Stamp], where: str) -> None:
        """Look at a home after a kill."""
        found = opened(home)
        there = stamps(found)
        self.runs += 1
        self.acknowledged += len(acknowledged)
        self._count("lost", len(acknowledged - there), where)
        self._count("unreadable", len(unreadable(home)) + len(found.faults()), where)
        actions = {one.head.action for one in found.versions() if _stamp_of(one) not in acknowledged}
        self._count("too_much", max(len(actions) - 1, 0), where)
        self._count("refused", refused(home), where)

    def _count(self, name: str, number: int, where: str) -> None:
        if number:
            setattr(self, name, getattr(self, name) + number)
            self.told.append(f"{where}: {name} {number}")


def _stamp_of(version: object) -> Stamp:
    head = version.head  # type: ignore[attr-defined]
    return head.id, head.rev, head.logged.isoformat(), head.device


def unreadable(home: Path) -> list[str]:
    """The volumes that another program could not read either."""
    broken = []
    for path in (home / "data" / "diary").glob("*.json"):
        try:
            json.loads(path.read_bytes())
        except ValueError:
            broken.append(path.name)
    return broken


def refused(home: Path) -> int:
    """How many of two first commands of the next start are refused: one that reads, one that writes."""
    run = Commands(home, FakeClock())
    before = run("--data", str(home), "today", "--json")
    after = run("--data", str(home), "drink", "250", "--day", str(DAY))
    for thread in threading.enumerate():  # The day's backup; to fork while it runs would not do.
        if thread is not threading.current_thread():
            thread.join()
    return sum(result.exit_code != 0 or bool(result.stderr) for result in (before, after))
