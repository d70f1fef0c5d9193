"""What the app costs beside a bare one: processor time while moving, in a hold and idle, and memory."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.routines import HOLDING, LEAD_IN_S, MOVING, home_with
from tests.bench.watched import Watched

SETTLES_S = LEAD_IN_S + 3


@dataclass(frozen=True)
class Cost:
    """Shares of one core, in per cent, in several windows of time; resident memory in MiB."""

    windows: tuple[float, ...]
    memory_mb: float

    @property
    def cpu(self) -> float:
        """The median share of a core, in per cent."""
        return statistics.median(self.windows)


def costs(windows: int, window_s: float) -> dict[str, Cost]:
    """The cost of the bare app, of Today, of a hold and of repetitions, one after the other."""
    wanted = {
        "bare": (["tests.bench.bare"], "Nothing happens here"),
        "today": (["coach"], "STRETCH AND POSTURE"),
        "hold": (["coach", "stretch", HOLDING.id], "HOLD"),
        "moving": (["coach", "stretch", MOVING.id], "REPEAT"),
    }
    return {name: _cost(arguments, shows, windows, window_s) for name, (arguments, shows) in wanted.items()}


def _cost(arguments: list[str], shows: str, windows: int, window_s: float) -> Cost:
    with tempfile.TemporaryDirectory() as folder:
        home_with(Path(folder), MOVING, HOLDING)
        return _watch(arguments, shows, folder, windows, window_s)


def _watch(arguments: list[str], shows: str, home: str, windows: int, window_s: float) -> Cost:
    with Watched(arguments, {"COACH_HOME": home}) as app:
        app.wait_until(lambda: shows in app.text())
        time.sleep(SETTLES_S)
        shares = []
        for _ in range(windows):
            began, before_s = time.monotonic(), app.cpu_s()
            time.sleep(window_s)
            shares.append(100 * (app.cpu_s() - before_s) / (time.monotonic() - began))
        if shows not in app.text():
            raise AssertionError(f"{shows!r} is no longer shown:\n{app.text()}")
        return Cost(tuple(shares), app.memory_mb())
