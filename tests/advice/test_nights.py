from __future__ import annotations

from datetime import time

import msgspec
import pytest
from advice_examples import TODAY, ago, cramp, here, night, tick

from coach.advice.night import Trend, cramps_of_night, night_before, nights_with_cramps, trend
from coach.model.entry import Entry
from coach.model.profile import Profile


def cramps_before_today(*entries: Entry, profile: Profile | None = None) -> int | None:
    view = night_before(TODAY, entries, profile or Profile(), here)
    return None if view is None else view.cramps


def test_an_unanswered_night_is_not_a_good_one() -> None:
    assert cramps_before_today() is None
    assert cramps_before_today(tick("covers-loose")) is None
    assert cramps_before_today(night(0, day=ago(1))) is None


def test_the_answer_counts_and_the_last_of_several() -> None:
    assert cramps_before_today(night(0)) == 0
    assert cramps_before_today(night(2), night(0)) == 0
    assert cramps_before_today(night(0), night(2)) == 2


def test_the_last_answer_is_the_one_given_last_whatever_its_time() -> None:
    first, last = night(0), night(3)
    assert cramps_before_today(last, first) == 3


def test_a_cramp_at_ten_past_three_is_of_the_day_before_and_of_this_mornings_night() -> None:
    at_three = cramp(at="03:10", day=ago(1))
    assert cramps_before_today(at_three) == 1
    assert night_before(ago(1), [at_three], Profile(), here) is None


@pytest.mark.parametrize(
    ("at", "day", "counts"),
    [
        ("2026-11-21T21:59", ago(1), False),
        ("2026-11-21T22:00", ago(1), True),
        ("2026-11-21T23:59", ago(1), True),
        ("2026-11-22T00:00", ago(1), True),
        ("2026-11-22T04:00", TODAY, True),
        ("2026-11-22T06:59", TODAY, True),
        ("2026-11-22T07:00", TODAY, False),
        ("2026-11-22T23:00", TODAY, False),
    ],
)
def test_a_night_goes_from_going_to_bed_to_getting_up(at: str, day: object, *, counts: bool) -> None:
    assert cramps_before_today(cramp(at=at, day=day)) == (1 if counts else None)


def test_cramps_that_were_logged_outweigh_an_answer_of_fewer() -> None:
    two = [cramp(at="01:00", day=ago(1)), cramp(at="05:00")]
    assert cramps_before_today(night(0), *two) == 2
    assert cramps_before_today(night(3), *two) == 3


def test_a_cramp_whose_time_nobody_knows_is_of_no_night() -> None:
    assert cramps_before_today(cramp(), cramp(day=ago(1))) is None


@pytest.mark.parametrize(("at", "counts"), [("00:30", False), ("01:00", True), ("06:00", True), ("09:00", False)])
def test_someone_who_goes_to_bed_after_midnight(at: str, *, counts: bool) -> None:
    late = Profile(awake_from=time(9), awake_until=time(1))
    assert cramps_before_today(cramp(at=at), profile=late) == (1 if counts else None)


@pytest.mark.parametrize(("at", "counts"), [("03:10", False), ("08:00", True), ("14:59", True), ("15:00", False)])
def test_someone_who_works_at_night(at: str, *, counts: bool) -> None:
    worker = Profile(awake_from=time(15), awake_until=time(7))
    assert cramps_before_today(cramp(at=at), profile=worker) == (1 if counts else None)


def test_someone_who_says_they_rise_when_they_go_to_bed() -> None:
    odd = Profile(awake_from=time(7), awake_until=time(7))
    assert cramps_before_today(cramp(at="2026-11-21T07:00", day=ago(1)), profile=odd) == 1
    assert cramps_before_today(cramp(at="07:00"), profile=odd) is None


def test_a_night_in_which_the_clocks_change() -> None:
    entries = [cramp(at="2026-10-24T22:30"), cramp(at="2026-10-25T06:30"), cramp(at="2026-10-25T07:30")]
    assert len(cramps_of_night(here("2026-10-25T12:00").date(), entries, Profile(), here)) == 2


def test_the_trend_counts_cramps_of_two_fortnights() -> None:
    entries = [cramp(day=ago(days)) for days in (0, 0, 13, 14, 27, 28)]
    assert trend(TODAY, entries) == Trend(last=3, before=2)
    assert trend(TODAY, [cramp(day=ago(-1))]) == Trend(0, 0)


def nights(*entries: Entry, woke: bool = False) -> int:
    return sum(ago(13) <= night <= TODAY for night in nights_with_cramps(entries, woke=woke))


def test_cramps_of_one_night_are_one_night_on_whichever_day_they_were_logged() -> None:
    entries = [cramp(at="2026-11-20T23:30", day=ago(2)), cramp(at="2026-11-21T03:10", day=ago(2))]
    assert nights(*entries) == 1
    assert nights(*entries, cramp(at="2026-11-21T05:00", day=ago(1))) == 1
    assert nights(*entries, cramp(at="2026-11-21T23:00", day=ago(1))) == 2


@pytest.mark.parametrize(("at", "counted"), [("2026-11-21T11:59", 1), ("2026-11-21T12:00", 2)])
def test_a_night_goes_from_noon_to_noon(at: str, counted: int) -> None:
    assert nights(cramp(at="2026-11-20T23:30", day=ago(2)), cramp(at=at, day=ago(1))) == counted


def test_an_answer_is_about_the_night_before_its_day() -> None:
    assert nights(cramp(at="2026-11-20T23:30", day=ago(2)), night(1, day=ago(1))) == 1
    assert nights(night(1, day=ago(1)), night(2)) == 2
    assert nights(night(0, day=ago(1))) == 0


def test_a_cramp_whose_time_nobody_knows_counts_on_its_day() -> None:
    assert nights(cramp(day=ago(3)), cramp(day=ago(3)), cramp(day=ago(5))) == 2


def test_only_cramps_that_woke_count_as_disturbed_nights() -> None:
    woke, slept, unsaid = cramp(day=ago(1), woke=True), cramp(day=ago(2), woke=False), cramp(day=ago(3))
    assert nights(woke, slept, unsaid, night(1, day=ago(5)), woke=True) == 1
    assert nights(msgspec.structs.replace(slept, woke=True), woke, woke=True) == 2
