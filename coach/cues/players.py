"""The programs of this machine that play a file or say a text, tried in turn until one can."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from coach.cues.children import Child, Popen, ask_to_end, end, start

Command = tuple[str, ...]
Which = Callable[[str], str | None]
PATIENCE_S = 4.0
"""How much longer than its tone a player may run: they play out their buffer first, which is up to 2 s."""
_PLAYERS: Mapping[str, tuple[Command, ...]] = {
    "darwin": (("afplay",),),
    "win32": (),
}
_UNIX_PLAYERS: tuple[Command, ...] = (("pw-play",), ("paplay", "--latency-msec=50"), ("aplay", "-q"))


def players_of(platform: str) -> tuple[Command, ...]:
    """The commands that may play a file on `platform` (as `sys.platform` names it), best first."""
    return _PLAYERS.get(platform, _UNIX_PLAYERS)


def is_remote(environment: Mapping[str, str]) -> bool:
    """Whether sound would come out of another machine than the one the person sits at."""
    return bool(environment.get("SSH_CONNECTION"))


class Run(NamedTuple):
    """A program at work on `argument`, which takes `lasts_s`; by `until_s` of the clock it must have ended."""

    child: Child
    command: Command
    argument: str
    lasts_s: float
    until_s: float


class Programs:
    """Those of `commands` that are there, best first; one that fails or hangs is not tried again."""

    def __init__(
        self, commands: Iterable[Command], which: Which, popen: Popen, monotonic: Callable[[], float]
    ) -> None:
        self._commands = [command for command in commands if which(command[0])]
        self._popen = popen
        self._monotonic = monotonic
        self._running: list[Run] = []
        self._ending: list[Child] = []

    @property
    def best(self) -> str | None:
        """The name of the program that would be used now, if there is one."""
        return self._commands[0][0] if self._commands else None

    def run(self, argument: str, lasts_s: float = math.inf) -> bool:
        """Start the best program with `argument`, beside what runs; False when there is none (any more).

        It counts as hanging when it runs for 4 s more than `lasts_s`.
        """
        while self._commands:
            command = self._commands[0]
            try:
                child = start(self._popen, (*command, argument))
            except (OSError, ValueError):
                self._drop(command)
            else:
                until_s = self._monotonic() + lasts_s + PATIENCE_S
                self._running.append(Run(child, command, argument, lasts_s, until_s))
                return True
        return False

    def collect(self) -> list[Run]:
        """Let go of what has ended or hangs; the runs that just failed."""
        self._ending = [child for child in self._ending if child.poll() is None]
        failed: list[Run] = []
        now_s = self._monotonic()
        running, self._running = self._running, []
        for run in running:
            code = run.child.poll()
            if code is None and now_s <= run.until_s:
                self._running.append(run)
            elif code is None:
                self._drop(run.command)
                self._end(run)
            elif code != 0:
                self._drop(run.command)
                failed.append(run)
        return failed

    def interrupt(self) -> None:
        """Ask what runs to end, without waiting for it."""
        for run in self._running:
            self._end(run)
        self._running.clear()

    def close(self) -> None:
        """End what runs and wait until it has ended."""
        end([*self._ending, *(run.child for run in self._running)])
        self._ending.clear()
        self._running.clear()

    def _end(self, run: Run) -> None:
        if run.child.poll() is None:
            ask_to_end(run.child)
            self._ending.append(run.child)

    def _drop(self, command: Command) -> None:
        if command in self._commands:
            self._commands.remove(command)
