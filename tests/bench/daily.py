"""Is it fast, also after ten years?  `python -m tests.bench.daily [--quick] [--only ROW]`.

Prints each measurement beside its yardstick and beside what must hold, then other apps, and how cost grows with
the diary; ends with 1 when something does not hold.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tests.bench.commands import drink, status
from tests.bench.growth import growth
from tests.bench.homes import TEN_YEARS, home_with
from tests.bench.keys import diary, modes, search, ticks
from tests.bench.opening import first_paint
from tests.bench.others import others
from tests.bench.standing import standing
from tests.bench.table import Row, head, say, show

ROUNDS, QUICK_ROUNDS, GROWTH_ROUNDS = 15, 5, 9
IDLE_S, QUICK_IDLE_S = 60, 10


def rows(folder: Path, *, quick: bool) -> Mapping[str, Callable[[], Iterable[Row]]]:
    """The measurements by name; each has homes of its own, so that none finds what another one left."""
    rounds, idle_s = (QUICK_ROUNDS, QUICK_IDLE_S) if quick else (ROUNDS, IDLE_S)

    def full(name: str) -> Path:
        return home_with(folder / name, TEN_YEARS)

    def empty(name: str) -> Path:
        return home_with(folder / f"{name}-empty", 0)

    return {
        "first-paint": lambda: first_paint(full("paint"), empty("paint"), rounds),
        "drink": lambda: drink(full("drink"), rounds),
        "status": lambda: status(full("status"), rounds),
        "tick": lambda: ticks(full("tick"), empty("tick"), rounds),
        "modes": lambda: modes(full("modes"), rounds),
        "diary": lambda: diary(full("diary"), max(3, rounds // 3)),
        "standing": lambda: standing(full("standing"), idle_s),
        "search": lambda: search(full("search"), rounds),
    }


def main() -> int:
    """Measure all, or what was asked for; 1 when something does not hold."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.daily")
    asked.add_argument("--quick", action="store_true", help="fewer rounds, for while you work")
    asked.add_argument("--only", metavar="ROW", help="one measurement")
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        known = rows(Path(folder), quick=wanted.quick)
        if wanted.only and wanted.only not in known:
            asked.error(f"no {wanted.only!r}; there is: {', '.join(known)}")
        say(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before\n")
        head()
        chosen = [wanted.only] if wanted.only else list(known)
        held = [show(known[name]()) for name in chosen]
        if not wanted.only:
            rounds = QUICK_ROUNDS if wanted.quick else ROUNDS
            others(home_with(Path(folder) / "others", TEN_YEARS), rounds)
            growth(Path(folder), QUICK_ROUNDS if wanted.quick else GROWTH_ROUNDS)
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
