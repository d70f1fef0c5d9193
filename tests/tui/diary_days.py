"""A few days of a diary that the tests of its pages look at; today is Sunday 22 November 2026."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from coach.service.coach import Coach

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def night(coach: Coach, days: int, hour: int = 3, minute: int = 10) -> datetime:
    """A time in the night that follows the day so many days ago."""
    return coach.clock.local(datetime(2026, 11, 23, hour, minute) - timedelta(days=days))


def some_days(coach: Coach) -> None:
    """Yesterday without a cramp, two cramps the day before that, and nothing known of the third."""
    coach.cramps.no_cramp(day=TODAY)
    coach.cramps.log(at=night(coach, 2), site="calf", side="left", pain=6, minutes=3)
    coach.cramps.log(at=night(coach, 2, 4, 30), site="foot", side="both", pain=3)
    coach.day.drink("500", day=ago(2))
    coach.day.drink("250", day=ago(3))
    coach.day.eat("banana", day=ago(3))
    coach.day.tick("stretch-before-bed", day=ago(3))
    coach.day.note("long walk", day=ago(2))
