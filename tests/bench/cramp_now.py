"""Cramp now measured: `python -m tests.bench.cramp_now`, or with `--quick` in half a minute.

Prints how long it takes from `c` in the open app, and from the start of `coach now`, until the first instruction
is on a real terminal; ends with 1 when the median of `c` is not under 300 ms, whatever the diary.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from coach.paths import folders
from coach.service.coach import Coach
from tests.bench.diary import YEARS_DAYS, home_with, say
from tests.bench.timing import Naps
from tests.bench.watched import Watched

MOST_MS = 300
FIRST = "Light on."
OPEN = "STRETCH AND POSTURE"
SETTLES_S = 1.0
"""After Today is on the screen, so that the key does not wait for what opening still does."""
DIARIES = {
    "an empty diary": (0, 0),
    "ten years, a cramp 3 days ago": (YEARS_DAYS, 3),
    "ten years, the last cramp 360 days ago": (YEARS_DAYS, 360),
}
"""Days of diary, and how long ago the last cramp was (0: never)."""
_MS = 1000


class Taken(NamedTuple):
    """Milliseconds until the instruction was there, and by how much the machine woke a mere nap too late then.

    `cpu_ms` is what it took of processor time, a look or two more included: busy cores do not make it longer.
    """

    ms: float
    stalled_ms: float
    cpu_ms: float


def home_for(home: Path, days: int, cramp_ago: int) -> None:
    """A home with so many days of diary, the safety questions answered."""
    until = date.today()  # noqa: DTZ011  The program that is measured has the same today.
    if days:
        home_with(home, days, until)
    coach = Coach(folders(home))
    coach.profile.answer({})
    if cramp_ago:
        coach.cramps.log(day=until - timedelta(days=cramp_ago), site="calf")


def by_key(home: Path) -> Taken:
    """From `c` in the open app."""
    with Naps() as naps, Watched(["coach"], {"COACH_HOME": str(home)}) as app:
        app.wait_until(lambda: OPEN in app.text())
        time.sleep(SETTLES_S)
        before_s = app.cpu_s()
        return _until_first(app, app.press("c"), naps, before_s)


def by_command(home: Path) -> Taken:
    """From the start of `coach now`."""
    began = time.monotonic()
    with Naps() as naps, Watched(["coach", "now"], {"COACH_HOME": str(home)}) as app:
        return _until_first(app, began, naps)


def _until_first(app: Watched, began: float, naps: Naps, before_s: float = 0.0) -> Taken:
    app.wait_until(lambda: FIRST in app.text())
    cpu_ms = _MS * (app.cpu_s() - before_s)
    shown = app.first_shown(FIRST, began)
    if shown is None:
        raise AssertionError(f"{FIRST!r} was there before it was asked for:\n{app.text()}")
    return Taken(_MS * (shown - began), _MS * naps.latest_s(shown), cpu_ms)


def row(what: str, taken: list[Taken]) -> float:
    """Print one row; gives the median in milliseconds."""
    worst = max(taken)
    median_ms = statistics.median(one.ms for one in taken)
    cpu_ms = statistics.median(one.cpu_ms for one in taken)
    say(f"{what:<52}{median_ms:>9.0f}{worst.ms:>9.0f}{worst.stalled_ms:>14.0f}{cpu_ms:>12.0f}")
    return median_ms


def main() -> int:
    """Measure, print, and tell with 1 that the first instruction came too late."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.cramp_now")
    asked.add_argument("--quick", action="store_true", help="three rounds, for while you work")
    rounds = 3 if asked.parse_args().quick else 11
    say(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before; {rounds} rounds; ms to {FIRST!r}\n")
    say(f"{'':<52}{'median':>9}{'worst':>9}{'machine then':>14}{'processor':>12}")
    medians = []
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: Path(folder) / str(number) for number, name in enumerate(DIARIES)}
        for name, home in homes.items():
            home_for(home, *DIARIES[name])
        for name, home in homes.items():
            medians.append(row(f"c: {name}", [by_key(home) for _ in range(rounds)]))
        for name, home in homes.items():
            row(f"coach now: {name}", [by_command(home) for _ in range(rounds)])
    say("\nmachine then: by how much a process that only naps was woken too late around the worst")
    holds = max(medians) < MOST_MS
    say(f"median of c, any diary: {max(medians):.0f} ms, must be under {MOST_MS} ms: {'yes' if holds else 'NO'}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
