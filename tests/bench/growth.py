"""How cost grows with the diary, from none to thirty years of it."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from tests.bench.commands import COACH, interleaved
from tests.bench.homes import home_with
from tests.bench.keys import home, ready
from tests.bench.opening import TODAY, today_s
from tests.bench.replay import pressed
from tests.bench.table import ms, say
from tests.bench.watched import Watched

YEARS = (0, 1, 3, 10, 30)
SETTLES_S = 1


def growth(folder: Path, rounds: int) -> None:
    """Print what a start, a command, the Diary and memory cost at each size; medians of so many rounds."""
    homes = {years: home_with(folder / f"years-{years}", years) for years in YEARS}
    commands = [(*COACH, "--data", str(homes[years]), *what) for what in _COMMANDS for years in YEARS]
    taken = [ms(statistics.median(seconds)) for seconds in interleaved(*commands, rounds=rounds)]
    paints: dict[int, list[float]] = {years: [] for years in YEARS}
    diaries: dict[int, list[float]] = {years: [] for years in YEARS}
    memory: dict[int, float] = {}
    for _ in range(rounds):
        for years in YEARS:
            paints[years].append(today_s(homes[years]))
            with Watched(["coach"], home(homes[years])) as app:
                replay = ready(app, TODAY)
                time.sleep(SETTLES_S)
                memory[years] = app.memory_mb()
                diaries[years].append(pressed(app, replay, "4", lambda text: "f next kind" in text))
    say("\nhow cost grows with the diary, 15 entries a day")
    say(f"{'years':<24}" + "".join(f"{years:>12}" for years in YEARS))
    _line("first picture of Today", [ms(statistics.median(paints[years])) for years in YEARS])
    _line("coach status", taken[: len(YEARS)])
    _line("coach drink 250", taken[len(YEARS) :])
    _line("opening Diary", [ms(statistics.median(diaries[years])) for years in YEARS])
    _line("memory of Today", [f"{memory[years]:.1f} MiB" for years in YEARS])


_COMMANDS = (("status",), ("drink", "250", "--what", "tea"))


def _line(what: str, values: list[str]) -> None:
    say(f"{what:<24}" + "".join(f"{value:>12}" for value in values))
