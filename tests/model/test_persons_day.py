from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from zone_examples import here, new_york

from coach.model.day import end_of, first_at, person_day, start_of

FOUR = time(4)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-22T23:59", 22),
        ("2026-11-23T00:00", 22),
        ("2026-11-23T03:10", 22),
        ("2026-11-23T03:59:59.999999", 22),
        ("2026-11-23T04:00", 23),
        ("2026-11-23T23:59", 23),
    ],
)
def test_the_night_belongs_to_the_day_before(moment: str, day: int) -> None:
    assert person_day(here(moment), FOUR) == date(2026, 11, day)


def test_with_a_day_that_starts_at_midnight_it_is_the_calendars() -> None:
    assert person_day(here("2026-11-23T00:00"), time(0)) == date(2026, 11, 23)
    assert person_day(here("2026-11-22T23:59"), time(0)) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 3, 27), 24),
        (date(2026, 3, 28), 23),
        (date(2026, 3, 29), 24),
        (date(2026, 10, 24), 25),
        (date(2026, 10, 25), 24),
    ],
)
def test_the_day_before_the_clocks_change_is_an_hour_shorter_or_longer(day: date, hours: int) -> None:
    length = end_of(day, FOUR, here) - start_of(day, FOUR, here)
    assert length == timedelta(hours=hours)


@pytest.mark.parametrize("starts_at", [time(0), FOUR, time(6, 30)])
@pytest.mark.parametrize("around", [date(2026, 3, 29), date(2026, 10, 25), date(2026, 12, 31)])
def test_every_moment_lies_within_the_day_it_belongs_to(around: date, starts_at: time) -> None:
    first = datetime.combine(around, time(0), UTC) - timedelta(hours=12)
    for step in range(3 * 24 * 4):
        moment = here(first + timedelta(minutes=15 * step))
        day = person_day(moment, starts_at)
        assert start_of(day, starts_at, here) <= moment < end_of(day, starts_at, here)


def test_a_flight_west_lives_the_same_day_twice_and_one_east_loses_none() -> None:
    landed = new_york(datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    assert person_day(here("2026-11-23T00:30"), time(0)) == date(2026, 11, 23)
    assert person_day(landed, time(0)) == date(2026, 11, 22)
    assert start_of(date(2026, 11, 22), FOUR, new_york) > start_of(date(2026, 11, 22), FOUR, here)


def test_the_first_time_of_day_after_a_moment_may_be_that_moment_or_tomorrow() -> None:
    after = here("2026-11-22T04:00")
    assert first_at(time(4), after, here) == after
    assert first_at(time(7), after, here) == here("2026-11-22T07:00")
    assert first_at(time(3, 59), after, here) == here("2026-11-23T03:59")


def test_the_first_time_of_day_after_a_moment_minds_the_change_of_the_clocks() -> None:
    assert first_at(time(22), here("2026-10-24T23:00"), here) - here("2026-10-24T23:00") == timedelta(hours=24)
    assert first_at(time(7), here("2026-03-28T23:00"), here) - here("2026-03-28T23:00") == timedelta(hours=7)
