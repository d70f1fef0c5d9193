"""Our first picture beside those of daily Textual apps from PyPI, each in a virtual environment of its own."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.opening import today_s
from tests.bench.replay import first_paint_s
from tests.bench.table import ms, say

OTHERS = {
    "posting": (["posting"], ("Collection",)),
    "dooit": (["dooit"], ("Workspaces",)),
    "kanban-tui": (["ktui"], ("Your Boards",)),
}
"""How each is started, and words on the screen that it is there."""
KEPT = Path(tempfile.gettempdir()) / "coach-bench-others"
INSTALL_S = 300


def installed(name: str, program: str) -> Path | None:
    """The program of a package, installed for itself and kept for the next time; None when that cannot be done."""
    home = KEPT / name
    found = home / "bin" / program
    if not found.exists():
        try:
            for command in (
                [sys.executable, "-m", "venv", str(home)],
                [str(home / "bin" / "pip"), "install", "-q", name],
            ):
                subprocess.run(command, check=True, capture_output=True, timeout=INSTALL_S)
        except (subprocess.SubprocessError, OSError):
            return None
    return found if found.exists() else None


def others(ten_years: Path, rounds: int) -> None:
    """Print them, one started after the other in each round; one that cannot be installed or shown is skipped."""
    starts: dict[str, Callable[[], float]] = {"coach, ten years": lambda: today_s(ten_years)}
    skipped = []
    for name, (command, shows) in OTHERS.items():
        program = installed(name, command[0])
        if program is None:
            skipped.append(f"{name}: skipped, it cannot be installed here")
            continue
        home = {
            "HOME": str(ten_years),
            "XDG_DATA_HOME": str(ten_years / name),
            "XDG_CONFIG_HOME": str(ten_years / name),
        }

        def start(program: Path = program, shows: tuple[str, ...] = shows, home: dict[str, str] = home) -> float:
            return first_paint_s([], home, shows, [str(program)])

        try:
            start()
        except TimeoutError:
            skipped.append(f"{name}: skipped, it never showed {' and '.join(shows)}")
            continue
        starts[name] = start
    taken: dict[str, list[float]] = {name: [] for name in starts}
    for _ in range(rounds + 1):
        for name, start_one in starts.items():
            taken[name].append(start_one())
    say("\nfirst picture of daily apps, medians")
    for name, seconds in taken.items():
        say(f"{name:<24}{ms(statistics.median(seconds[1:])):>12}")
    for line in skipped:
        say(line)
