"""Times of day as they are shown: one function, two clocks, and columns that stand straight."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.model.time_of_day import HourClock, parse_time, time_cell, time_of_day

PACKAGE = Path(__file__).resolve().parents[2] / "coach"
ON_DISK = {"service/profile.py", "model/setting.py", "exchange/sheet.py", "cli/doctor.py", "model/time_of_day.py"}
"""Where a time of day is written for programs, files and reports of faults, always by 24 hours."""


@pytest.mark.parametrize(
    ("at", "twelve"),
    [
        (time(0), "12:00 am"),
        (time(3, 5), "3:05 am"),
        (time(12), "12:00 pm"),
        (time(14, 30), "2:30 pm"),
        (time(23, 59), "11:59 pm"),
    ],
)
def test_a_clock_of_twice_twelve_hours(at: time, twelve: str) -> None:
    assert time_of_day(at, HourClock.H12) == twelve
    assert time_of_day(at, HourClock.H24) == f"{at:%H:%M}"


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.sampled_from(HourClock))
def test_what_is_shown_can_be_typed_and_columns_align(at: time, clock: HourClock) -> None:
    assert parse_time(time_of_day(at, clock)) == at
    assert len(time_cell(at, clock)) == clock.width
    assert time_cell(at, clock).index(":") == 2


def test_no_other_place_writes_a_time_of_day_for_people() -> None:
    writing = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if re.search(r"%H:%M|%I:%M|strftime", path.read_text(encoding="utf-8"))
    }
    assert writing == ON_DISK
