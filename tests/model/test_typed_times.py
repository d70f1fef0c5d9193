from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zone_examples import here

from coach.errors import BadInputError
from coach.model.day import parse_day, parse_moment
from coach.model.time_of_day import parse_time

TODAY = date(2026, 11, 22)
NOW = here("2026-11-22T14:30")


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("7:05", time(7, 5)),
        (" 07:05 ", time(7, 5)),
        ("7.05", time(7, 5)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
        ("7:05pm", time(19, 5)),
        ("7:05 PM", time(19, 5)),
        ("7.05 p.m.", time(19, 5)),
        ("7pm", time(19)),
        ("12:30 am", time(0, 30)),
        ("12 pm", time(12)),
        ("12:00am", time(0)),
    ],
)
def test_a_time_of_day(said: str, at: time) -> None:
    assert parse_time(said) == at


@pytest.mark.parametrize(
    "said",
    [
        "",
        "24:00",
        "7",
        "7:5",
        "12:60",
        "-1:00",
        "13:00 pm",
        "0:30am",
        "7:05 xm",
        "pm",
        "7 m",
        "noon",
        "07:05:00",
        "7:05\x00",
    ],
)
def test_what_is_no_time_of_day_is_refused(said: str) -> None:
    with pytest.raises(BadInputError, match="not a time of day"):
        parse_time(said)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", TODAY),
        (" Today ", TODAY),
        ("yesterday", date(2026, 11, 21)),
        ("-2", date(2026, 11, 20)),
        ("-22", date(2026, 10, 31)),
        ("-0", TODAY),
        ("2026-11-20", date(2026, 11, 20)),
        ("2024-02-29", date(2024, 2, 29)),
        ("1900-01-01", date(1900, 1, 1)),
    ],
)
def test_a_day(said: str, day: date) -> None:
    assert parse_day(said, TODAY) == day


@pytest.mark.parametrize(
    "said", ["", "tomorrow", "2026-11-31", "2026-02-29", "11/20/2026", "-", "--2", "-999999", "-2.5"]
)
def test_what_is_no_day_is_refused_with_what_one_is(said: str) -> None:
    with pytest.raises(BadInputError, match="not a day") as refusal:
        parse_day(said, TODAY)
    assert "yesterday" in refusal.value.hint


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(BadInputError, match="2026-11-23 has not come yet"):
        parse_day("2026-11-23", TODAY)


@pytest.mark.parametrize("said", ["1899-12-31", "0900-01-01", "0001-01-01", "-99999"])
def test_a_day_that_no_volume_can_be_named_after_is_refused(said: str) -> None:
    with pytest.raises(BadInputError, match="too long ago"):
        parse_day(said, TODAY)


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("14:30", "2026-11-22T14:30"),
        ("14:31", "2026-11-21T14:31"),
        ("03:10", "2026-11-22T03:10"),
        ("23:59", "2026-11-21T23:59"),
        ("0:00", "2026-11-22T00:00"),
        ("yesterday 22:00", "2026-11-21T22:00"),
        ("Yesterday 7:05", "2026-11-21T07:05"),
        ("2026-11-20T22:00", "2026-11-20T22:00"),
        ("2026-11-20 22:00", "2026-11-20T22:00"),
        ("2026-11-20t22:00:30", "2026-11-20T22:00:30"),
        ("2026-11-20T22:00+01:00", "2026-11-20T22:00"),
        ("2026-11-20T21:00Z", "2026-11-20T22:00"),
        ("1900-01-01T12:00", "1900-01-01T12:00"),
    ],
)
def test_a_moment_is_the_latest_that_is_not_in_the_future(said: str, moment: str) -> None:
    parsed = parse_moment(said, NOW, here)
    assert parsed == here(moment)
    assert parsed.tzinfo is not None


def test_a_time_of_day_just_after_midnight_is_of_the_evening_before() -> None:
    assert parse_moment("23:50", here("2026-11-22T00:05"), here) == here("2026-11-21T23:50")


@pytest.mark.parametrize(
    "said",
    [
        "",
        "noon",
        "25:00",
        "yesterday",
        "yesterday 25:00",
        "tomorrow 10:00",
        "2026-11-20T25:00",
        "T",
        "0000-01-01T00:00",
    ],
)
def test_what_is_no_time_is_refused_with_what_one_is(said: str) -> None:
    with pytest.raises(BadInputError, match="not a time") as refusal:
        parse_moment(said, NOW, here)
    assert "22:00" in refusal.value.hint


@pytest.mark.parametrize("said", ["2026-11-22T14:31", "2026-11-23T00:00", "2027-01-01T00:00Z", "9999-12-31T23:59"])
def test_a_time_to_come_is_refused(said: str) -> None:
    with pytest.raises(BadInputError, match="in the future"):
        parse_moment(said, NOW, here)


@pytest.mark.parametrize("said", ["2026-11-20", "20261120", "2026-W47-5"])
def test_a_day_alone_is_no_time(said: str) -> None:
    with pytest.raises(BadInputError, match="a day without a time"):
        parse_moment(said, NOW, here)


@pytest.mark.parametrize("said", ["0900-01-01T12:00", "1899-12-31T12:00"])
def test_a_time_that_no_volume_can_be_named_after_is_refused(said: str) -> None:
    with pytest.raises(BadInputError, match="too long ago"):
        parse_moment(said, NOW, here)


def test_an_iso_time_gets_the_offset_that_held_then_not_the_one_that_holds_now() -> None:
    summer = parse_moment("2026-07-01T02:30Z", NOW, here)
    assert summer.isoformat() == "2026-07-01T04:30:00+02:00"


def test_in_the_hour_that_comes_twice_the_latest_is_meant() -> None:
    second = here(datetime(2026, 10, 25, 2, 45, fold=1))
    assert parse_moment("02:30", second, here).isoformat() == "2026-10-25T02:30:00+01:00"
    first = here(datetime(2026, 10, 25, 2, 45, fold=0))
    assert parse_moment("02:30", first, here).isoformat() == "2026-10-25T02:30:00+02:00"
    assert parse_moment("02:50", second, here).isoformat() == "2026-10-25T02:50:00+02:00"


def test_a_time_in_the_hour_that_never_came_is_of_the_day_before() -> None:
    assert parse_moment("02:30", here("2026-03-29T09:00"), here) == here("2026-03-28T02:30")


@given(st.text(max_size=24))
def test_nothing_typed_gives_a_moment_in_the_future_or_another_error(said: str) -> None:
    try:
        moment = parse_moment(said, NOW, here)
    except BadInputError:
        return
    assert moment <= NOW
