"""From the start to the first picture: Today with ten years of diary, with none, and other programs."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.bench.replay import first_paint_s
from tests.bench.table import Row, median_ratio, ms

TODAY = ("STRETCH AND POSTURE", "An easy evening for the legs", "undo")
BARE = ("Nothing happens here.", "palette")


def today_s(home: Path) -> float:
    """Seconds to the whole picture of Today."""
    return first_paint_s(["coach"], {"COACH_HOME": str(home)}, TODAY)


def bare_s() -> float:
    """Seconds to the whole picture of a bare app."""
    return first_paint_s(["tests.bench.bare"], {}, BARE)


def first_paint(ten_years: Path, empty: Path, rounds: int) -> Iterator[Row]:
    """Ten years beside a bare app, and beside an empty diary."""
    measured = [(bare_s(), today_s(ten_years), today_s(empty)) for _ in range(rounds + 1)][1:]
    bare, full, none = (list(of_one) for of_one in zip(*measured, strict=True))
    bare_ms, full_ms, none_ms = (ms(statistics.median(taken)) for taken in (bare, full, none))
    yield Row("first paint of Today, ten years / bare app", full_ms, bare_ms, median_ratio(full, bare), 1.7, 1.4)
    yield Row("the same / empty diary", full_ms, none_ms, median_ratio(full, none), 1.1, 1.0)
