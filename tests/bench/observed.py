"""The app with one routine, noting when it came upon each change: `python -m tests.bench.observed ROUTINE FILE`.

A line is the monotonic time, the index of the segment that begins, and the time at which it was due.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from coach.service.coach import Coach
from coach.session.session import Session
from coach.tui.app import run_app


def observe(notes: Path) -> None:
    """Have every tick that moves on leave a line in `notes`."""
    tick = Session.tick

    def observed(session: Session, at: float) -> Session:
        after = tick(session, at)
        if after.index != session.index and session.seen <= at:
            with notes.open("a", encoding="ascii") as file:
                file.write(f"{time.monotonic()} {after.index} {after.begun}\n")
        return after

    Session.tick = observed  # type: ignore[method-assign, assignment]


if __name__ == "__main__":
    observe(Path(sys.argv[2]))
    run_app(Coach(), routine=sys.argv[1])
