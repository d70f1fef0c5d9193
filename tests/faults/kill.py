"""`kill -9` again and again: `python -m tests.faults.kill [--runs 2000]`.

Prints a table of what was acknowledged, lost, unreadable and refused afterwards, then of ten processes that write
at once; ends with 1 when anything was lost.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, fields
from pathlib import Path
from random import Random

from tests.faults.course import opened, prepare, stamps
from tests.faults.verdict import Tally
from tests.faults.victim import Arm, at_calls, at_lines, killed_after, killed_at
from tests.support.diaries import diary_in, shown
from tests.support.writing import started

KILLED = -signal.SIGKILL
SLACK = 50
"""By so many points one walk may be shorter than another, for ids are drawn anew each time."""
PROCESSES = 10
WRITES = 500
BOUND_S = 600
"""Far more than ten processes need; who waits for longer than ten seconds gives up with an error anyway."""


class Killing:
    """Kills many processes, each in a home of its own, and tallies what they leave."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._prepared = folder / "prepared"
        prepare(self._prepared)
        self._known = stamps(opened(self._prepared))

    def at_points(self, arm: Arm, most: int, tally: Tally) -> int:
        """Kill at points of the course, evenly spread, at most so many; gives how many points there are."""
        points = self._points(arm)
        share = min(1, most / points)
        for number in sorted({round(place / share) for place in range(1, round(points * share) + 1)}):
            with self._home() as home:
                told, ended = killed_at(home, arm, number)
                if ended != KILLED:
                    if points - number > SLACK:
                        raise AssertionError(f"point {number} of {points}: ended with {ended}")
                    continue
                tally.examine(home, told | self._known, f"{arm.__name__} {number}")
        return points

    def at_random(self, runs: int, tally: Tally, seed: int = 0) -> None:
        """Kill at random moments of the course."""
        chance = Random(seed)
        began = time.monotonic()
        with self._home() as home:
            killed_at(home, at_calls, 0)
        whole_s = time.monotonic() - began
        for number in range(runs):
            with self._home() as home:
                after_s = chance.uniform(0, whole_s)
                told, _ = killed_after(home, after_s)
                tally.examine(home, told | self._known, f"at random {number}, after {after_s:.4f} s")

    def _points(self, arm: Arm) -> int:
        """How many points the course has: the first that is never reached, less one."""
        low, high = 1, 2
        while self._reached(arm, high):
            low, high = high, high * 2
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._reached(arm, middle) else (low, middle)
        return low

    def _reached(self, arm: Arm, number: int) -> bool:
        with self._home() as home:
            return killed_at(home, arm, number)[1] == KILLED

    @contextmanager
    def _home(self) -> Iterator[Path]:
        home = self._folder / "home"
        shutil.copytree(self._prepared, home, copy_function=shutil.copy2)
        try:
            yield home
        finally:
            shutil.rmtree(home)


def write_at_once(home: Path, processes: int, writes: int) -> tuple[int, int, float]:
    """Many processes that write at once: how many writes were acknowledged and found, and the seconds it took."""
    began = time.monotonic()
    acknowledged: set[str] = set()
    with ExitStack() as running:
        all_of_them = [running.enter_context(started("entries", str(home), str(writes))) for _ in range(processes)]
        for process in all_of_them:
            told, complaints = process.communicate(timeout=BOUND_S)
            if process.returncode != 0:
                raise AssertionError(complaints)
            acknowledged.update(told.split())
    took_s = time.monotonic() - began
    found = {entry.id for entry in shown(diary_in(home))}
    return len(acknowledged), len(acknowledged & found), took_s


def say(line: str = "") -> None:
    """A line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def kill_all(folder: Path, runs: int) -> list[tuple[str, Tally]]:
    """Every call to the system, then lines and random moments half and half."""
    killing = Killing(folder)
    rows = []
    tally = Tally()
    points = killing.at_points(at_calls, runs, tally)
    rows.append((f"at every one of {points} system calls", tally))
    left = runs - tally.runs
    tally = Tally()
    points = killing.at_points(at_lines, left // 2, tally)
    rows.append((f"at {tally.runs} of {points} lines of the diary", tally))
    left -= tally.runs
    tally = Tally()
    killing.at_random(left, tally)
    rows.append(("at random moments", tally))
    return rows


def main() -> int:
    """Kill, write at once, and print the tables; 1 when something does not hold."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults.kill")
    asked.add_argument("--runs", type=int, default=2000)
    asked.add_argument("--writes", type=int, default=WRITES)
    wanted = asked.parse_args()
    numbers = [one.name.replace("_", " ") for one in fields(Tally) if one.name != "told"]
    with tempfile.TemporaryDirectory() as folder:
        rows = kill_all(Path(folder), wanted.runs)
        whole = Tally(*(sum(column) for column in zip(*(astuple(tally)[:-1] for _, tally in rows), strict=True)))
        say(f"{'kill -9':<40}" + "".join(f"{name:>14}" for name in numbers))
        for name, tally in [*rows, ("all", whole)]:
            say(f"{name:<40}" + "".join(f"{number:>14}" for number in astuple(tally)[:-1]))
        for _, tally in rows:
            for line in tally.told:
                say(f"  {line}")
        say()
        known, found, took_s = write_at_once(Path(folder) / "crowd", PROCESSES, wanted.writes)
    wanted_writes = PROCESSES * wanted.writes
    say(f"{PROCESSES} processes x {wanted.writes} writes: {found} of {wanted_writes} in {took_s:.0f} s")
    return 0 if whole.sound and known == found == wanted_writes else 1


if __name__ == "__main__":
    sys.exit(main())
