"""Days as patterns see them."""

from __future__ import annotations

import random
from datetime import date, time, timedelta

import pytest
from advice_examples import (
    CHECKLIST,
    DRINKS,
    STRETCH,
    TODAY,
    ago,
    cramp,
    drink,
    eat,
    item,
    night,
    safety,
    session,
    skip,
    tick,
)

from coach.advice.days import HABITS, DaySeries, cramp_days, day_at, day_series, habits_for
from coach.advice.patterns import Known, find_patterns
from coach.model.checklist import Checklist
from coach.model.entry import Entry
from coach.model.medicine import DO_NOT_STOP

UP = time(7)
ITEMS = Checklist(groups=CHECKLIST.groups, items=(*CHECKLIST.items, item("warm-up", on_active_days=True)))


def series(entries: list[Entry], days: int = 10) -> DaySeries:
    """The ten days up to yesterday."""
    return day_series(entries, ago(days), ago(1), awake_from=UP, kinds=DRINKS, checklist=ITEMS)


def answered(*, back: int) -> list[Entry]:
    """A good answer for each of so many days that are over."""
    return [night(0, day=ago(n - 1)) for n in range(1, back + 1)]


def habit(name: str, *entries: Entry, back: int = 4) -> list[Known]:
    """The habit on the last days, the oldest first."""
    return list(series([*answered(back=back), *entries]).habits[name])


def test_a_cramp_before_getting_up_counts_for_the_day_before() -> None:
    at_three = cramp(at=f"{TODAY}T03:10", day=ago(1))
    after_four = cramp(at=f"{TODAY}T06:59", day=TODAY)
    by_day = cramp(at=f"{TODAY}T07:00", day=TODAY)
    assert cramp_days([at_three], UP) == {ago(1): True}
    assert cramp_days([after_four], UP) == {ago(1): True}
    assert cramp_days([by_day], UP) == {TODAY: True}
    assert cramp_days([cramp(day=ago(3))], UP) == {ago(3): True}


def test_an_answer_in_the_morning_is_about_the_day_before_and_silence_is_none() -> None:
    assert cramp_days([night(0, day=TODAY), night(2, day=ago(2))], UP) == {ago(1): False, ago(3): True}
    assert cramp_days([], UP) == {}


def test_the_last_answer_counts_but_a_logged_cramp_beats_it() -> None:
    assert cramp_days([night(3), night(0)], UP) == {ago(1): False}
    assert cramp_days([night(0), night(3)], UP) == {ago(1): True}
    assert cramp_days([night(0), cramp(at="02:00", day=ago(1))], UP) == {ago(1): True}


def test_somebody_who_sleeps_by_day_has_days_from_getting_up_too() -> None:
    woken = cramp(at=f"{TODAY}T11:00")
    assert woken.at is not None
    assert day_at(woken.at, time(16)) == ago(1)


def test_the_days_lie_between_the_first_and_the_last_answer() -> None:
    found = series([night(0, day=ago(6)), night(1, day=ago(3)), drink(300, day=ago(9))])
    assert found.first == ago(7)
    assert found.cramps == (False, None, None, True)
    assert {len(known) for known in found.habits.values()} == {4}
    assert series([drink(300)]).cramps == ()


def test_a_skipped_day_is_unknown_in_everything() -> None:
    entries = [*answered(back=4), *(drink(300, day=ago(n)) for n in range(1, 6)), skip(day=ago(2))]
    found = series(entries)
    assert found.cramps == (False, False, None, False)
    assert found.habits["alcohol"] == (False, False, None, False)
    assert found.habits["alcohol-before"] == (False, False, False, None)


def test_less_to_drink_is_below_the_median_of_days_with_drinks() -> None:
    drinks = [drink(ml, day=ago(n)) for n, ml in ((4, 1000), (3, 1500), (1, 2000))]
    assert habit("less-to-drink", *drinks) == [True, False, None, False]


def test_alcohol_is_no_water_and_is_known_on_days_with_drinks_alone() -> None:
    drinks = [
        drink(500, "beer", day=ago(4)),
        drink(1500, day=ago(4)),
        drink(1500, day=ago(3)),
        eat("Bread", day=ago(2)),
    ]
    assert habit("alcohol", *drinks) == [True, False, None, None]
    assert habit("less-to-drink", *drinks) == [False, False, None, None]


def test_no_stretching_is_known_on_days_on_which_something_else_was_logged() -> None:
    entries = [tick("covers-loose", day=ago(4)), tick(STRETCH.id, day=ago(3)), session("bedtime", day=ago(2))]
    assert habit("no-stretching", *entries) == [True, False, False, None]


@pytest.mark.parametrize(
    ("routine", "held", "known"),
    [("bedtime", 0.5, True), ("desk-break", 1.0, True), ("own-stretches", 1.0, False), ("after-cramp", 1.0, None)],
)
def test_what_is_a_stretch(routine: str, held: float, known: Known) -> None:
    assert habit("no-stretching", session(routine, held, day=ago(4)))[0] is known


def test_what_is_logged_with_a_cramp_alone_makes_no_habit_known() -> None:
    together = [
        cramp(day=ago(4), triggers=("heat", "alcohol"), new_medicine=True),
        session("after-cramp", day=ago(4)),
    ]
    found = series([*answered(back=4), *together])
    assert {name for name, known in found.habits.items() if any(day is not None for day in known)} == set()


def test_fewer_breaks_is_below_the_median_of_days_with_breaks() -> None:
    breaks = [tick("sitting-break", n, day=ago(back)) for back, n in ((4, 2), (3, 6), (2, 6))]
    assert habit("fewer-breaks", *breaks) == [True, False, False, None]


LOOKED = "day-marks"
"""The tick that says that the marks of a day were looked through."""


@pytest.mark.parametrize(
    "marks",
    [tick("warm-up", day=ago(4)), session("after-run", 0.2, day=ago(4)), tick("hard-activity", day=ago(4))],
)
def test_activity_is_known_on_days_on_which_the_list_was_used(marks: Entry) -> None:
    assert habit("hard-activity", marks, tick("covers-loose", day=ago(3)))[:3] == [True, False, None]


@pytest.mark.parametrize("name", ["heat", "long-sitting", "new-medicine"])
def test_what_is_not_marked_was_not_so_on_days_that_were_looked_through_and_on_no_others(name: str) -> None:
    days = [tick(name, day=ago(4)), tick(LOOKED, day=ago(3)), tick("covers-loose", day=ago(2)), drink(250)]
    assert habit(name, *days) == [True, False, None, None]


def test_looking_through_the_marks_answers_for_all_of_them_and_for_nothing_else() -> None:
    found = series([*answered(back=4), tick("alcohol", day=ago(4)), tick(LOOKED, day=ago(4))])
    known = {name: days[0] for name, days in found.habits.items() if days[0] is not None}
    assert known == {
        "alcohol": True,
        "hard-activity": False,
        "heat": False,
        "long-sitting": False,
        "new-medicine": False,
    }
    assert habit("alcohol", drink(500, "beer", day=ago(4)), tick(LOOKED, day=ago(4)))[0] is True


def test_an_item_of_their_own_on_the_list_is_looked_at_whenever_the_list_is() -> None:
    own = Checklist(groups=ITEMS.groups, items=(*ITEMS.items, item("heat")))
    entries = [*answered(back=4), tick("heat", day=ago(4)), tick("covers-loose", day=ago(3))]
    found = day_series(entries, ago(4), ago(1), awake_from=UP, kinds=DRINKS, checklist=own)
    assert found.habits["heat"] == (True, False, None, None)


def test_the_day_before_is_the_same_habit_one_day_earlier() -> None:
    drinks = [drink(ml, day=ago(n)) for n, ml in ((5, 1000), (4, 2000), (3, 1500))]
    found = series([*answered(back=4), *drinks])
    assert found.habits["less-to-drink"] == (False, False, None, None)
    assert found.habits["less-to-drink-before"] == (True, False, False, None)


def test_drinking_and_stretching_are_left_out_where_they_would_be_a_push() -> None:
    kept, left_out = habits_for(safety("kidney-disease"))
    assert "less-to-drink" not in {habit.id for habit in kept}
    assert left_out == ("Less to drink than usual, not compared: kidney disease.",)
    assert len(habits_for(safety())[0]) == len(HABITS)


def test_a_medicine_is_never_named_without_what_matters() -> None:
    note = HABITS["new-medicine"].note
    assert note.startswith("Do not stop it; show this to your pharmacist.")
    assert DO_NOT_STOP in note


def test_a_year_without_a_gap_has_every_day() -> None:
    first = date(2025, 11, 22)
    entries: list[Entry] = [night(0, day=first + timedelta(days=n)) for n in range(1, 366)]
    found = day_series(entries, first, ago(1), awake_from=UP, kinds=DRINKS, checklist=ITEMS)
    assert found.first == first
    assert found.cramps == (False,) * 365


def spells(rng: random.Random, rate: float) -> list[bool]:
    """120 days that stay as the day before with .7, or else are drawn anew."""
    drawn = [rng.random() < rate]
    while len(drawn) < 121:
        drawn.append(drawn[-1] if rng.random() < 0.7 else rng.random() < rate)
    return drawn


def kept_in_spells(rng: random.Random) -> list[Entry]:
    """A diary in which nothing hangs together; good nights are answered on days of use alone."""
    entries: list[Entry] = []
    cramps, used, stretched, beer, little = (spells(rng, rate) for rate in (0.3, 0.8, 0.5, 0.4, 0.5))
    for number in range(120):
        day = ago(120 - number)
        if used[number]:
            entries += [drink(1000 if little[number] else 2000, day=day), tick("sitting-break", 2, day=day)]
            entries += [drink(150, "beer", day=day)] * beer[number] + [tick(STRETCH.id, day=day)] * stretched[
                number
            ]
        if cramps[number]:
            entries.append(cramp(day=day))
        elif used[number + 1]:
            entries.append(night(0, day=day + timedelta(days=1)))
    return entries


def test_answers_that_hang_on_use_and_come_in_spells_seldom_show_a_finding() -> None:
    rng = random.Random(3)
    showing = 0
    for _ in range(100):
        found = series(kept_in_spells(rng), 120)
        showing += any(one.found for one in find_patterns(found.cramps, found.habits).comparisons)
    # 100 draws at one in twenty: more than 12 would come up once in a thousand times.
    assert showing <= 12
