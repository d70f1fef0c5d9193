"""What belongs to which day: backfilling, the small hours, a flight, and profiles of long ago."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coach.errors import BadInputError
from coach.model.entry import Side as LegSide
from coach.model.entry import StepDone
from coach.service.coach import Coach
from tests.support.clock import FakeClock

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)
LAST_WEEK = date(2026, 11, 15)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-22T23:59", TODAY),
        ("2026-11-23T00:00", TODAY),
        ("2026-11-23T03:59", TODAY),
        ("2026-11-23T04:00", date(2026, 11, 23)),
    ],
)
def test_what_is_logged_in_the_small_hours_is_of_the_day_before(
    coach: Coach, clock: FakeClock, now: str, day: date
) -> None:
    clock.set(at(now))
    (entry,) = coach.day.tick("covers-loose").entries
    assert (entry.day, coach.current_day()) == (day, day)


def test_everything_logged_for_a_past_day_lands_on_it_without_a_time(coach: Coach) -> None:
    done = [
        coach.day.tick("covers-loose", day=LAST_WEEK),
        coach.day.drink("500", day=LAST_WEEK),
        coach.day.eat("banana", day=LAST_WEEK),
        coach.day.skip("sick", day=LAST_WEEK),
        coach.day.note("forgot to say", day=LAST_WEEK),
        coach.cramps.log(site="foot", day=LAST_WEEK),
        coach.cramps.no_cramp(day=LAST_WEEK),
    ]
    entries = [entry for each in done for entry in each.entries]
    assert len(entries) == 7
    assert {(entry.day, entry.at) for entry in entries} == {(LAST_WEEK, None)}
    view = coach.day.today(LAST_WEEK)
    assert (view.water.ml, view.skipped, view.notes, view.is_today) == (500, "sick", ("forgot to say",), False)
    assert [cramp.at for cramp in view.cramps] == [None]
    assert coach.day.today().cramps == ()


def test_todays_own_name_is_no_past_day(coach: Coach, clock: FakeClock) -> None:
    (entry,) = coach.day.tick("covers-loose", day=TODAY).entries
    assert entry.at == clock.now()


def test_a_time_on_a_past_day_is_within_that_day(coach: Coach) -> None:
    assert coach.moment("22:00", YESTERDAY).isoformat() == "2026-11-21T22:00:00+01:00"
    assert coach.moment("03:10", YESTERDAY).isoformat() == "2026-11-22T03:10:00+01:00"
    assert coach.moment("03:10").isoformat() == "2026-11-22T03:10:00+01:00"
    (entry,) = coach.day.drink("250", at=coach.moment("03:10", YESTERDAY), day=YESTERDAY).entries
    assert entry.day == YESTERDAY


def test_a_time_that_has_not_come_or_is_on_another_day_is_refused(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="in the future"):
        coach.moment("21:00", TODAY)
    with pytest.raises(BadInputError, match="on 2026-11-20, not on 2026-11-22"):
        coach.moment("2026-11-20T22:00", TODAY)


def test_a_time_without_a_day_puts_the_entry_on_its_own(coach: Coach) -> None:
    (entry,) = coach.day.drink("250", at=coach.moment("yesterday 22:00")).entries
    assert entry.day == YESTERDAY
    (entry,) = coach.day.drink("250", at=coach.moment("03:10")).entries
    assert entry.day == YESTERDAY


def test_a_session_is_of_the_day_it_began(coach: Coach, clock: FakeClock) -> None:
    clock.set(at("2026-11-23T03:58"))
    started = clock.now()
    clock.advance(300)
    step = StepDone(move="calf-wall", side=LegSide.LEFT, planned_s=30, held_s=30)
    (entry,) = coach.sessions.log("bedtime", started, (step,)).entries
    assert (entry.day, coach.current_day()) == (TODAY, date(2026, 11, 23))


@pytest.mark.usefixtures("answered")
def test_a_past_day_is_shown_with_the_profile_as_it_stood_at_its_end(coach: Coach, clock: FakeClock) -> None:
    coach.profile.set_all({"water.goal_ml": "1500", "item.covers-loose.target": "2"})
    clock.advance(3 * 86400)
    coach.profile.set_all({"water.goal_ml": "2500", "condition.dialysis": "yes", "item.covers-loose.on": "no"})
    past, now = coach.day.today(TODAY), coach.day.today()
    assert past.water.goal_ml == 1500
    assert {item.id: item.target for item in past.items}["covers-loose"] == 2
    assert not any(item.withheld for item in past.items)
    assert now.water.goal_ml is None
    assert "covers-loose" not in [item.id for item in now.items]
    assert any(item.withheld for item in now.items)


@pytest.mark.usefixtures("answered")
def test_a_setting_of_the_small_hours_is_still_of_the_day(coach: Coach, clock: FakeClock) -> None:
    clock.set(at("2026-11-23T03:00"))
    coach.profile.set("water.goal_ml", "1800")
    clock.set(at("2026-11-23T05:00"))
    coach.profile.set("water.goal_ml", "2000")
    assert coach.day.today(TODAY).water.goal_ml == 1800
    assert coach.day.today(YESTERDAY).water.goal_ml is None


def test_a_flight_west_goes_on_with_the_same_day(coach: Coach, clock: FakeClock) -> None:
    coach.day.tick("covers-loose")
    clock.zone = ZoneInfo("America/New_York")
    assert coach.current_day() == TODAY
    assert coach.day.tick("covers-loose").entries == ()
    clock.advance(8 * 3600)
    assert coach.current_day() == TODAY
    clock.advance(6 * 3600)
    assert coach.current_day() == date(2026, 11, 23)


def test_a_flight_east_leaves_what_was_logged_where_it_was(coach: Coach, clock: FakeClock) -> None:
    coach.day.tick("covers-loose")
    clock.zone = ZoneInfo("Asia/Tokyo")
    assert coach.current_day() == date(2026, 11, 23)
    assert coach.day.today(TODAY).items[0] is not None
    assert [item.done for item in coach.day.today(TODAY).items if item.id == "covers-loose"] == [True]
    assert [item.done for item in coach.day.today().items if item.id == "covers-loose"] == [False]


def test_a_clock_set_back_loses_nothing(coach: Coach, clock: FakeClock) -> None:
    coach.day.tick("sitting-break")
    clock.set(at("2026-11-21T12:00"))
    coach.day.tick("sitting-break")
    clock.set(at("2026-11-22T20:05"))
    assert [coach.day.today(day).items[1].amount for day in (YESTERDAY, TODAY)] == [1, 1]


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 10, 24)])
def test_days_around_a_change_of_the_clocks_have_their_own_entries(
    coach: Coach, clock: FakeClock, day: date
) -> None:
    clock.set(datetime.combine(day, at("2026-01-01T04:00").time()))
    hours = 0
    while coach.current_day() == day:
        coach.day.tick("sitting-break")
        clock.advance(3600)
        hours += 1
    assert hours == (23 if day.month == 3 else 25)
    assert next(item.amount for item in coach.day.today(day).items if item.id == "sitting-break") == hours
    assert coach.day.today(day + timedelta(days=1)).items[1].amount == 0


def test_answering_today_is_enough_for_the_days_before_it(coach: Coach) -> None:
    assert not coach.day.safety(LAST_WEEK).answered
    coach.profile.answer({})
    assert coach.day.safety(LAST_WEEK).answered
