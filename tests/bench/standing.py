"""What an open app costs that nobody touches: memory, and processor time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.keys import home, ready
from tests.bench.opening import BARE, TODAY
from tests.bench.table import Row
from tests.bench.watched import Watched

SETTLES_S = 3
MOST_CPU, AIM_CPU = 1.5, 1.1


def standing(ten_years: Path, seconds: float) -> Iterator[Row]:
    """Today with ten years of diary beside a bare app, both open for so long at the same time."""
    with Watched(["tests.bench.bare"], {}) as bare, Watched(["coach"], home(ten_years)) as ours:
        ready(bare, BARE)
        ready(ours, TODAY)
        time.sleep(SETTLES_S)
        before_s = ours.cpu_s(), bare.cpu_s()
        time.sleep(seconds)
        ours_s, bare_s = ours.cpu_s() - before_s[0], bare.cpu_s() - before_s[1]
        memory = ours.memory_mb(), bare.memory_mb()
        shares = ours.share_mb(), bare.share_mb()
    yield _beside("memory of Today, ten years / bare app (RSS)", memory, "MiB", 1.7, 1.2)
    yield _beside("the same, shared pages by share (PSS)", shares, "MiB", 1.7, 1.2)
    yield _beside(
        f"Today idle for {seconds:.0f} s / bare app", (1000 * ours_s, 1000 * bare_s), "ms", MOST_CPU, AIM_CPU
    )


def _beside(what: str, both: tuple[float, float], unit: str, must: float, aim: float) -> Row:
    ours, theirs = both
    return Row(what, f"{ours:.1f} {unit}", f"{theirs:.1f} {unit}", ours / theirs, must, aim)
