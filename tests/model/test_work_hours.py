from __future__ import annotations

from datetime import datetime, time

import pytest

from coach.errors import BadInputError
from coach.model.profile import read_profile
from coach.model.work import WorkHours, parse_weekdays

DAY_SHIFT = WorkHours(time(9), time(17))
NIGHT_SHIFT = WorkHours(time(22), time(6), frozenset({4}))


@pytest.mark.parametrize(
    ("work", "now", "holds"),
    [
        (DAY_SHIFT, datetime(2026, 11, 20, 9, 0), True),  # a Friday
        (DAY_SHIFT, datetime(2026, 11, 20, 8, 59), False),
        (DAY_SHIFT, datetime(2026, 11, 20, 16, 59), True),
        (DAY_SHIFT, datetime(2026, 11, 20, 17, 0), False),
        (DAY_SHIFT, datetime(2026, 11, 21, 12, 0), False),
        (NIGHT_SHIFT, datetime(2026, 11, 20, 23, 0), True),
        (NIGHT_SHIFT, datetime(2026, 11, 21, 5, 59), True),
        (NIGHT_SHIFT, datetime(2026, 11, 21, 6, 0), False),
        (NIGHT_SHIFT, datetime(2026, 11, 21, 23, 0), False),
        (NIGHT_SHIFT, datetime(2026, 11, 20, 5, 0), False),
        (WorkHours(time(9), time(9)), datetime(2026, 11, 20, 9, 0), False),
    ],
)
def test_working_time(work: WorkHours, now: datetime, holds: bool) -> None:
    assert work.hold(now) is holds


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("mon-fri", (0, 1, 2, 3, 4)),
        ("Mon, wed", (0, 2)),
        ("fri-mon", (0, 4, 5, 6)),
        ("sun", (6,)),
        ("mon-wed,tue-thu", (0, 1, 2, 3)),
    ],
)
def test_days_of_the_week(said: str, days: tuple[int, ...]) -> None:
    assert parse_weekdays(said) == days


@pytest.mark.parametrize("said", ["", "monday", "mon-", "-fri", "mon-fri-sun", "1-5"])
def test_what_is_no_day_is_refused(said: str) -> None:
    with pytest.raises(BadInputError, match="days of the week"):
        parse_weekdays(said)


def test_there_are_no_working_hours_until_both_ends_are_set() -> None:
    assert read_profile({"work_from": "09:00"}).work is None
    assert read_profile({"work_from": "09:00", "work_until": "17:00"}).work == DAY_SHIFT
    assert read_profile({"work_from": "22:00", "work_until": "06:00", "work_days": "fri"}).work == NIGHT_SHIFT
