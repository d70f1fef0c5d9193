from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from coach.cues.quiet import is_quiet


@pytest.mark.parametrize(
    ("awake_from", "awake_until", "at", "quiet"),
    [
        ("07:00", "22:00", "06:59", True),
        ("07:00", "22:00", "07:00", False),
        ("07:00", "22:00", "21:59", False),
        ("07:00", "22:00", "22:00", True),
        ("07:00", "22:00", "03:00", True),
        ("15:00", "06:00", "05:59", False),
        ("15:00", "06:00", "06:00", True),
        ("15:00", "06:00", "14:59", True),
        ("15:00", "06:00", "15:00", False),
        ("15:00", "06:00", "00:00", False),
        ("09:00", "00:00", "23:59", False),
        ("09:00", "00:00", "00:00", True),
        ("04:00", "04:00", "04:00", False),
        ("04:00", "04:00", "12:00", False),
    ],
)
def test_it_is_quiet_outside_the_waking_hours(awake_from: str, awake_until: str, at: str, quiet: bool) -> None:
    now = datetime.combine(datetime(2026, 11, 22), time.fromisoformat(at), UTC)
    hours = time.fromisoformat(awake_from), time.fromisoformat(awake_until)
    assert is_quiet(now, *hours) is quiet
    assert is_quiet(now, *hours, muted=True)
