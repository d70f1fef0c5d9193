"""The Player measured: `python -m tests.bench.player`, or with `--quick` in a minute.

Prints what was found beside what must hold; ends with 1 when something does not.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys

from tests.bench.cost import costs
from tests.bench.routines import TIMED, TIMED_QUICKLY
from tests.bench.timing import Guided, guide

LATEST_MS = 100
SUM_MS = 50
MOVING_CPU = 12
HOLD_CPU = 3
TODAY_CPU = 1
MEMORY_RATIO = 1.7


def say(line: str = "") -> None:
    """A line on standard output."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def verdict(what: str, found: float, must: float, unit: str) -> bool:
    """Say what was found beside what must hold, and whether it does."""
    holds = found < must
    say(f"{what:<44}{found:>9.2f} {unit:<8}must be under {must:g} {unit:<8}{'yes' if holds else 'NO'}")
    return holds


def time_changes(guided: Guided) -> bool:
    """Every change with both cores busy: due, noticed, on the terminal."""
    timeline, began, changes = guided.timeline, guided.began, guided.moments
    say(f"{len(changes)} changes in {timeline.total_s:g} s, both cores busy; ms after each was due")
    say(f"{'change':<26}{'due s':>9}{'noticed':>10}{'shown':>10}{'machine':>10}")
    for change in changes:
        noticed_ms, shown_ms = (1000 * (at - change.due) for at in (change.noticed, change.shown))
        times = f"{noticed_ms:>10.1f}{shown_ms:>10.1f}{1000 * change.stalled_s:>10.1f}"
        say(f"{change.to:<26}{change.due - began:>9.1f}{times}")
    say("machine: by how much a process that only naps was woken too late around then\n")
    # The page at the end comes after the diary has been written, so it is no measure of the time that was kept.
    *within, end = changes
    lags_ms = [1000 * (change.shown - change.due) for change in within]
    say(f"{'median change on the terminal':<44}{statistics.median(lags_ms):>9.2f} ms")
    say(f"{'the page at the end':<44}{1000 * (end.shown - end.due):>9.2f} ms")
    return all(
        [
            verdict("worst change noticed", 1000 * max(c.noticed - c.due for c in changes), LATEST_MS, "ms"),
            verdict("worst change on the terminal", max(lags_ms), LATEST_MS, "ms"),
            verdict("the whole, as noticed", 1000 * abs(end.noticed - began - timeline.total_s), SUM_MS, "ms"),
            verdict("first change to last, on the terminal", abs(lags_ms[-1] - lags_ms[0]), SUM_MS, "ms"),
        ]
    )


def weigh(windows: int, window_s: float, guided: Guided | None) -> bool:
    """Processor time and memory, beside a bare app; memory also after a whole routine, if one was guided."""
    found = costs(windows, window_s)
    say(f"per cent of a core at 120x40, {windows} windows of {window_s:g} s; memory in MiB")
    for name, cost in found.items():
        shares = "  ".join(f"{share:6.2f}" for share in cost.windows)
        say(f"{name:<10}{cost.cpu:>8.2f} %  {cost.memory_mb:>8.1f} MiB   {shares}")
    memory_mb = max(found["moving"].memory_mb, found["hold"].memory_mb, guided.memory_mb if guided else 0)
    if guided:
        say(f"memory after a routine of {guided.timeline.total_s:g} s: {guided.memory_mb:.1f} MiB")
    say()
    return all(
        [
            verdict("moving", found["moving"].cpu, MOVING_CPU, "%"),
            verdict("in a hold", found["hold"].cpu, HOLD_CPU, "%"),
            verdict("Today, idle", found["today"].cpu, TODAY_CPU, "%"),
            verdict("memory of the player", memory_mb / found["bare"].memory_mb, MEMORY_RATIO, "x bare"),
        ]
    )


def main() -> int:
    """Measure all, or what was asked for; 1 when something does not hold."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.player")
    asked.add_argument("--quick", action="store_true", help="about a minute, for while you work")
    asked.add_argument("--only", choices=["timing", "cost"])
    wanted = asked.parse_args()
    say(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before\n")
    held, guided = True, None
    if wanted.only != "cost":
        guided = guide(TIMED_QUICKLY if wanted.quick else TIMED)
        held = time_changes(guided)
        say()
    if wanted.only != "timing":
        held = weigh(*((3, 3.0) if wanted.quick else (7, 5.0)), guided) and held
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
