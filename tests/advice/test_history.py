"""What the diary says day by day, week by week and site by site."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.advice.history import (
    DayHistory,
    Known,
    Measure,
    amount_of_week,
    day_histories,
    level_of,
    sites_of,
    stretching_items,
    weeks_of,
)
from coach.model.checklist import Item
from coach.model.entry import Entry, Side, Site
from coach.model.evidence import Evidence
from coach.model.food import DrinkKind
from coach.model.notation import SATURDAY, SUNDAY
from coach.model.profile import Profile
from tests.advice.advice_examples import TODAY, ago, cramp, drink, eat, here, night, session, tick
from tests.support.clock import FakeClock

YESTERDAY = ago(1)
BEER = DrinkKind(id="beer", name="Beer", note="", sources=("S1",), counts=False)


def known(**profile: object) -> Known:
    return Known({"beer": BEER}, frozenset({"stretch-before-bed"}), Profile(**profile), FakeClock().local)


def of_day(day: date, *entries: Entry, **profile: object) -> DayHistory:
    (history,) = day_histories(day, day, entries, known(**profile))
    return history


@pytest.mark.parametrize(
    ("at", "logged_on", "stands_with"),
    [
        ("2026-11-22T03:10", YESTERDAY, YESTERDAY),
        ("2026-11-22T05:30", TODAY, YESTERDAY),
        ("2026-11-22T06:59", TODAY, YESTERDAY),
        ("2026-11-22T07:00", TODAY, TODAY),
        ("2026-11-22T15:00", TODAY, TODAY),
        ("2026-11-22T23:30", TODAY, TODAY),
        (None, TODAY, TODAY),
    ],
)
def test_a_cramp_stands_with_the_day_before_its_night(at: str | None, logged_on: date, stands_with: date) -> None:
    days = day_histories(ago(2), TODAY, [cramp(at=at, day=logged_on)], known())
    assert {day.day: day.cramps for day in days if day.cramps} == {stands_with: 1}


def test_the_answer_of_the_morning_is_about_the_day_before() -> None:
    days = day_histories(ago(2), TODAY, [night(0, day=TODAY)], known())
    assert [day.cramps for day in days] == [None, 0, None]


@pytest.mark.parametrize(
    ("answer", "entries", "cramps"),
    [
        (None, [], None),
        (0, [], 0),
        (2, [], 2),
        (0, [cramp(at="2026-11-22T03:10", day=YESTERDAY)], 1),
        (1, [cramp(at="2026-11-22T03:10", day=YESTERDAY)], 1),
        (3, [cramp(at="2026-11-22T05:10", day=TODAY)], 3),
        (0, [cramp(at="2026-11-21T15:00", day=YESTERDAY)], 1),
        (1, [cramp(at="2026-11-21T15:00", day=YESTERDAY)], 2),
    ],
)
def test_cramps_that_only_the_answer_tells_of_count_too(
    answer: int | None, entries: list[Entry], cramps: int | None
) -> None:
    answers = [] if answer is None else [night(answer, day=TODAY)]
    assert of_day(YESTERDAY, *entries, *answers).cramps == cramps


def test_the_newest_answer_counts() -> None:
    assert of_day(YESTERDAY, night(2), night(0)).cramps == 0
    assert of_day(YESTERDAY, night(0), night(2)).cramps == 2


def test_a_person_who_sleeps_by_day_has_the_cramps_of_that_sleep_with_the_day_before() -> None:
    asleep = cramp(at="2026-11-22T09:00", day=TODAY)
    days = day_histories(YESTERDAY, TODAY, [asleep], known(awake_from=time(14), awake_until=time(6)))
    assert [day.cramps for day in days] == [1, None]


def test_what_was_drunk_and_stretched_is_added_up() -> None:
    day = of_day(
        TODAY,
        drink(250),
        drink(300, "tea"),
        drink(500, "beer"),
        drink(999, day=YESTERDAY),
        session(held=2.0),
        session(held=0.5),
        tick("stretch-before-bed"),
        tick("sitting-break"),
        eat("Banana"),
    )
    assert (day.water_ml, day.stretched_s, day.stretches) == (550, 150, 3)


def test_with_a_limit_everything_drunk_counts() -> None:
    assert of_day(TODAY, drink(250), drink(500, "beer"), limit_ml=1500.0).water_ml == 750


def test_nothing_logged_is_not_the_same_as_nothing_drunk() -> None:
    assert of_day(TODAY, eat("Banana")).water_ml is None
    assert of_day(TODAY, drink(500, "beer")).water_ml == 0


def test_stretching_is_what_a_routine_does_once_a_day() -> None:
    def item(name: str, target: int, *routines: str) -> Item:
        return Item(
            id=name,
            label=name,
            group="movement",
            why="",
            evidence=Evidence.WEAK,
            sources=("S1",),
            target=target,
            routines=routines,
        )

    items = [item("bed", 1, "bedtime"), item("break", 6, "desk-break"), item("uncrossed", 1)]
    assert stretching_items(items) == {"bed"}


@pytest.mark.parametrize(
    ("measure", "fields", "level"),
    [
        (Measure.CRAMPS, {}, None),
        (Measure.CRAMPS, {"cramps": 0}, 0),
        (Measure.CRAMPS, {"cramps": 1}, 2),
        (Measure.CRAMPS, {"cramps": 2}, 3),
        (Measure.CRAMPS, {"cramps": 3}, 4),
        (Measure.CRAMPS, {"cramps": 40}, 4),
        (Measure.WATER, {}, None),
        (Measure.WATER, {"water_ml": 0}, 1),
        (Measure.WATER, {"water_ml": 499.9}, 1),
        (Measure.WATER, {"water_ml": 500}, 2),
        (Measure.WATER, {"water_ml": 1000}, 3),
        (Measure.WATER, {"water_ml": 2000}, 4),
        (Measure.STRETCHING, {}, None),
        (Measure.STRETCHING, {"stretches": 1}, 1),
        (Measure.STRETCHING, {"stretches": 1, "stretched_s": 300}, 2),
        (Measure.STRETCHING, {"stretches": 1, "stretched_s": 600}, 3),
        (Measure.STRETCHING, {"stretches": 2, "stretched_s": 1200}, 4),
    ],
)
def test_how_much_is_how_dark(measure: Measure, fields: dict[str, float], level: int | None) -> None:
    assert level_of(DayHistory(day=TODAY, **fields), measure) == level


def test_a_week_begins_on_monday_and_ends_today() -> None:
    wednesday = date(2026, 11, 18)
    days = [DayHistory(day=date(2026, 11, 1) + timedelta(days=n), cramps=0) for n in range(30)]
    weeks = weeks_of(days, wednesday)
    assert [week.first for week in weeks] == [date(2026, 10, 26), *(date(2026, 11, day) for day in (2, 9, 16))]
    assert [week.days for week in weeks] == [1, 7, 7, 3]
    assert sum(week.answered for week in weeks) == 18


def test_a_week_may_begin_on_any_day() -> None:
    days = [DayHistory(day=date(2026, 11, 14) + timedelta(days=n), cramps=0) for n in range(9)]
    assert [week.first.day for week in weeks_of(days, TODAY, SUNDAY)] == [8, 15, 22]
    assert [week.days for week in weeks_of(days, TODAY, SATURDAY)] == [7, 2]


def test_medians_are_of_the_cramps_that_say_so() -> None:
    entries = [
        cramp(at=f"{day}T15:00", day=day, pain=pain, minutes=minutes)
        for day, pain, minutes in [
            (ago(1), 3, 1.0),
            (ago(1), 8, None),
            (ago(2), 4, 2.0),
            (ago(3), None, None),
        ]
    ]
    (week,) = weeks_of(day_histories(ago(6), TODAY, entries, known()), TODAY)
    assert (week.cramps, week.cramp_days, week.answered, week.days) == (4, 3, 3, 7)
    assert (week.pain, week.minutes) == (4, 1.5)
    assert week.opens == ago(3)


def test_an_unanswered_week_has_no_bar_and_an_answered_one_without_a_cramp_has_none_of_height() -> None:
    unanswered, answered = (DayHistory(day=TODAY), DayHistory(day=TODAY, cramps=0, water_ml=800, stretches=1))
    (first,), (second,) = weeks_of([unanswered], TODAY), weeks_of([answered], TODAY)
    assert [amount_of_week(first, measure) for measure in Measure] == [None, None, None]
    assert [amount_of_week(second, measure) for measure in Measure] == [0, 800, 0]


def test_water_of_a_week_is_the_mean_of_the_days_logged() -> None:
    days = [DayHistory(day=ago(2), water_ml=1000), DayHistory(day=ago(1)), DayHistory(day=TODAY, water_ml=2000)]
    assert weeks_of(days, TODAY)[0].water_ml == 1500


def test_sites_are_counted_by_side_and_both_legs_count_in_each() -> None:
    cramps = [
        cramp(site=site, side=side, pain=pain)
        for site, side, pain in [
            (Site.CALF, Side.LEFT, 5),
            (Site.CALF, Side.BOTH, 7),
            (Site.CALF, None, None),
            (Site.FOOT, Side.RIGHT, 2),
        ]
    ]
    calf, foot = sites_of(day_histories(TODAY, TODAY, cramps, known()))
    assert (calf.site, calf.cramps, calf.pain) == (Site.CALF, 3, 6)
    assert dict(calf.sides) == {Side.LEFT: 1, Side.BOTH: 1, None: 1}
    assert (calf.in_leg(Side.LEFT), calf.in_leg(Side.RIGHT)) == (2, 1)
    assert (foot.site, foot.in_leg(Side.LEFT), foot.in_leg(Side.RIGHT)) == (Site.FOOT, 0, 1)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 23)), max_size=20))
def test_every_cramp_stands_with_exactly_one_day(whens: list[tuple[int, int]]) -> None:
    cramps = []
    for days, hour in whens:
        moment = here(f"{ago(days)}T{hour:02}:00")
        cramps.append(cramp(at=f"{ago(days)}T{hour:02}:00", day=ago(days) - timedelta(days=moment.hour < 4)))
    histories = day_histories(ago(12), TODAY, cramps, known())
    assert sorted(one.id for day in histories for one in day.logged) == sorted(one.id for one in cramps)
    assert sum(day.cramps or 0 for day in histories) == len(cramps)


def test_who_gets_up_before_the_new_day_begins_loses_no_cramp() -> None:
    early = cramp(at="2026-11-22T03:30", day=YESTERDAY)
    days = day_histories(YESTERDAY, TODAY, [early], known(awake_from=time(3)))
    assert [day.cramps for day in days] == [None, 1]
