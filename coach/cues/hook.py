"""The person's own command, run at each cue."""

from __future__ import annotations

import os
from collections.abc import Sequence

from coach.cues.children import Child, Popen, end, start
from coach.cues.cue import CueEvent
from coach.model.text import clean

MOST_AT_ONCE = 5
"""Runs of the command that may go on at the same time; the next is left out."""


def fields(event: CueEvent, *, quiet: bool) -> dict[str, str]:
    """What the command is told of a cue, as environment variables.

    COACH_SECONDS is what is left of what is on, in seconds; COACH_SIDE is left, right or both; COACH_QUIET is
    1 when no sound is wanted, else 0.
    """
    told = {
        "COACH_CUE": event.cue.value,
        "COACH_MOVE": event.segment.move,
        "COACH_MOVE_NAME": event.segment.name,
        "COACH_SIDE": event.segment.side.value,
        "COACH_SECONDS": f"{round(event.seconds, 3):g}",
        "COACH_STEP": str(event.segment.step),
        "COACH_STEPS": str(event.segment.steps),
        "COACH_ROUTINE": event.routine,
        "COACH_QUIET": str(int(quiet)),
    }
    return {name: clean(value) for name, value in told.items()}


class Hook:
    """Runs an argument list, without a shell; when that fails, `fault` says so once and all goes on.

    A command that cannot be started is not tried again.
    """

    def __init__(self, command: Sequence[str], popen: Popen) -> None:
        self._command = tuple(command)
        self._popen = popen
        self._running: list[Child] = []
        self.fault = ""

    def run(self, event: CueEvent, *, quiet: bool) -> None:
        """Start the command for a cue, unless there is none."""
        self.collect()
        if not self._command:
            return
        if len(self._running) >= MOST_AT_ONCE:
            self._remember(f"is still busy with {MOST_AT_ONCE} cues; one was left out")
            return
        environment = {**os.environ, **fields(event, quiet=quiet)}
        try:
            self._running.append(start(self._popen, self._command, environment))
        except OSError as error:
            self._remember(f"cannot be run: {error.strerror or error}")
            self._command = ()
        except ValueError as error:
            self._remember(f"cannot be run: {error}")
            self._command = ()

    def collect(self) -> None:
        """Let go of the runs that have ended, and remember when one failed."""
        still = []
        for child in self._running:
            code = child.poll()
            if code is None:
                still.append(child)
            elif code > 0:
                self._remember(f"ended with exit code {code}")
            elif code < 0:
                self._remember(f"was ended by signal {-code}")
        self._running = still

    def close(self) -> None:
        """End the runs that go on."""
        self.collect()
        end(self._running)
        self._running.clear()

    def _remember(self, what: str) -> None:
        if not self.fault:
            self.fault = f"on_step: {clean(self._command[0])} {what}"
