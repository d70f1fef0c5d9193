from __future__ import annotations

from datetime import date, datetime, time

import pytest
from advice_examples import DRINKS, TODAY, drink, here

from coach.advice.safety import Verdict
from coach.advice.water import WaterView, counts, waking_hours, waking_share, water_view
from coach.model.day import start_of
from coach.model.entry import Drink
from coach.model.profile import Profile
from coach.model.ruling import Ruling, Topic

GOAL = Profile(goal_ml=2000)
LIMIT = Profile(limit_ml=1000, goal_ml=2000)


def share(at: str, profile: Profile | None = None) -> float:
    profile = profile or Profile()
    return waking_share(here(at), start_of(TODAY, profile.day_starts_at, here), profile, here)


def water(
    *drinks: Drink,
    profile: Profile | None = None,
    at: str | None = None,
    ruling: Ruling = Ruling.SHOW,
    condition: str = "illness",
) -> WaterView:
    profile = profile or Profile()
    pace = None if at is None else share(at, profile)
    verdict = Verdict(
        topic=Topic.WATER_GOAL, ruling=ruling, condition=condition, name=condition, text="Why.", ask="a nurse"
    )
    return water_view(drinks, DRINKS, profile, pace, verdict)


def test_without_a_goal_there_is_no_pace_and_no_praise() -> None:
    assert water(drink(250), drink(236.6), at="12:00") == WaterView(
        ml=486.6, goal_ml=None, limit_ml=None, pace_ml=None, why="no goal set"
    )


def test_tenths_of_a_millilitre_add_up() -> None:
    assert water(*(drink(0.1) for _ in range(3))).ml == 0.3


def test_alcohol_does_not_count_and_what_is_no_longer_known_does() -> None:
    assert water(drink(500, "beer"), drink(300, "soup"), drink(200, "kvass")).ml == 500
    assert not counts(drink(500, "beer"), DRINKS)


@pytest.mark.parametrize(
    ("at", "pace"),
    [("04:00", 0), ("06:59", 0), ("07:00", 0), ("13:30", 1000), ("19:59", 2000), ("20:00", 2000), ("23:30", 2000)],
)
def test_the_pace_goes_from_getting_up_to_two_hours_before_bed(at: str, pace: float) -> None:
    assert water(profile=GOAL, at=at).pace_ml == pace


@pytest.mark.parametrize(
    ("ml", "why"),
    [
        (1999, "on pace"),
        (1000, "on pace"),
        (850, "on pace"),
        (849, "a glass behind"),
        (626, "a glass behind"),
        (625, "2 glasses behind"),
        (500, "2 glasses behind"),
        (0.1, "4 glasses behind"),
    ],
)
def test_beside_the_pace_at_half_past_one(ml: float, why: str) -> None:
    assert water(drink(ml), profile=GOAL, at="13:30").why == why


def test_the_pace_is_said_in_tens_of_millilitres() -> None:
    assert water(profile=GOAL, at="09:17").pace_ml == 350


def test_before_getting_up_nobody_is_behind() -> None:
    assert water(profile=GOAL, at="05:00").why == "on pace"


@pytest.mark.parametrize("at", ["20:00", "21:59", "2026-11-23T00:30", "2026-11-23T03:59"])
def test_nobody_is_told_to_catch_up_before_bed(at: str) -> None:
    assert water(drink(500), profile=GOAL, at=at).why == "no need to catch up"
    assert water(drink(1849), profile=GOAL, at=at).why == "no need to catch up"
    assert water(drink(1850), profile=GOAL, at=at).why == "on pace"


@pytest.mark.parametrize("at", ["08:00", "21:00", None])
def test_enough_is_enough_and_more_is_no_better(at: str | None) -> None:
    view = water(drink(2000), drink(1500), profile=GOAL, at=at)
    assert view.why == ("enough for today" if at else "")
    assert view.ml == 3500
    assert water(drink(2000), profile=GOAL, at="21:00").why == "enough for today"


def test_a_past_day_has_no_pace() -> None:
    assert water(drink(500), profile=GOAL) == WaterView(ml=500, goal_ml=2000, limit_ml=None, pace_ml=None, why="")


def test_with_a_limit_everything_drunk_counts_and_there_is_neither_goal_nor_pace() -> None:
    view = water(drink(300), drink(300, "soup"), drink(400, "beer"), profile=LIMIT, at="12:00")
    assert view == WaterView(ml=1000, goal_ml=None, limit_ml=1000, pace_ml=None, why="at most, as you were told")


def test_over_the_limit_it_says_by_how_much() -> None:
    view = water(drink(1000), drink(0.1), profile=LIMIT)
    assert view.why == "0.1 ml over your own limit"
    assert water(drink(1250), profile=LIMIT, at="21:00").why == "250 ml over your own limit"


def test_whose_health_withholds_a_goal_has_none_whatever_was_set() -> None:
    for ruling, why in {
        Ruling.ASK: "no goal: ask your team first",
        Ruling.LIMIT: "no goal: enter the limit you were given",
        Ruling.WITHHOLD: "no goal, to be safe",
    }.items():
        view = water(drink(300), profile=GOAL, at="12:00", ruling=ruling)
        assert (view.ml, view.goal_ml, view.limit_ml, view.pace_ml, view.why) == (300, None, None, None, why)
        assert view.withheld is not None
        assert "illness. Why. Ask a nurse" in view.withheld


def test_who_has_not_answered_is_told_what_a_goal_waits_for() -> None:
    view = water(profile=GOAL, ruling=Ruling.WITHHOLD, condition="unanswered")
    assert view.why == "no goal yet: questions not answered"


@pytest.mark.parametrize("ruling", Ruling)
def test_a_limit_of_ones_own_stands_whatever_the_ruling(ruling: Ruling) -> None:
    view = water(drink(300), profile=LIMIT, ruling=ruling)
    assert (view.limit_ml, view.goal_ml, view.withheld, view.caution) == (1000, None, None, None)


def test_a_goal_in_other_words_has_no_pace_and_says_them() -> None:
    view = water(drink(300), profile=GOAL, at="21:00", ruling=Ruling.REWORD)
    assert (view.goal_ml, view.pace_ml, view.why, view.caution) == (2000, None, "drink to thirst", "Why.")
    assert water(ruling=Ruling.REWORD).why == "no goal set"
    assert water(ruling=Ruling.REWORD).caution == "Why."
    assert water(drink(9000), profile=GOAL, ruling=Ruling.REWORD).why == "drink to thirst"


def hours(profile: Profile, day: date = TODAY) -> tuple[datetime, datetime]:
    return waking_hours(start_of(day, profile.day_starts_at, here), profile, here)


def test_waking_hours() -> None:
    assert hours(Profile()) == (here("07:00"), here("22:00"))


def test_someone_who_goes_to_bed_after_midnight_is_awake_until_then() -> None:
    late = Profile(awake_from=time(10), awake_until=time(2))
    assert hours(late) == (here("10:00"), here("2026-11-23T02:00"))
    assert share("18:00", late) == pytest.approx(8 / 14)
    assert share("2026-11-23T01:00", late) == 1


def test_someone_who_rises_before_the_day_begins_is_up_when_it_does() -> None:
    baker = Profile(awake_from=time(3, 30), awake_until=time(20))
    assert hours(baker) == (here("03:30"), here("20:00"))
    assert share("10:45", baker) == pytest.approx(0.5)


@pytest.mark.parametrize(("rises", "day"), [(time(22), 22), (time(22, 1), 21)])
def test_rising_six_hours_before_the_day_begins_or_more_is_rising_late_on_it(rises: time, day: int) -> None:
    wakes, _ = hours(Profile(awake_from=rises, awake_until=time(14)))
    assert wakes == here(f"2026-11-{day}T{rises:%H:%M}")


def test_someone_who_works_at_night_is_awake_in_the_evening() -> None:
    worker = Profile(awake_from=time(15), awake_until=time(7))
    assert hours(worker) == (here("15:00"), here("2026-11-23T07:00"))
    assert share("14:00", worker) == 0
    assert share("22:00", worker) == pytest.approx(0.5)


def test_a_waking_day_of_less_than_two_hours_asks_for_nothing_strange() -> None:
    short = Profile(awake_from=time(7), awake_until=time(8))
    assert share("07:30", short) == 1


@pytest.mark.parametrize(("day", "hours_awake"), [(date(2026, 3, 28), 14), (date(2026, 10, 24), 16)])
def test_waking_hours_across_a_change_of_the_clocks_are_hours_really_lived(day: date, hours_awake: int) -> None:
    wakes, sleeps = hours(Profile(awake_from=time(12), awake_until=time(3)), day)
    assert (sleeps - wakes).total_seconds() == hours_awake * 3600
