"""When the next step is silent, and what an experiment makes of it."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from advice_examples import TODAY, here, tick
from test_next_step import ALL, BEHIND, JUST_MOVED, NO_GOAL, STRETCHED, action, moment

from coach.advice.checklist import ItemView
from coach.advice.experiment import Experiment
from coach.advice.next_step import Moment, Trying, next_step, trying_on
from coach.model.profile import Profile

EVERYTHING = {"clinician": "six weeks", "night_answered": False, "water": BEHIND, "run_out": "an operation"}
BEFORE = "day 3 of 14 before the change: do as always, and say how each night was"
WITH = "day 5 of 42 of what you are trying: this"


def with_items() -> dict[str, ItemView]:
    """The list with something of the day and something with a routine besides."""
    views = dict(moment("12:30").items)
    covers = views["covers-loose"]
    views["varied-plate"] = msgspec.structs.replace(covers, id="varied-plate", group="food")
    views["warm-up"] = msgspec.structs.replace(covers, id="warm-up", group="movement", routine="before-run")
    return views


def why(now: Moment) -> str:
    step = next_step(now, Profile())
    assert step is not None
    return step.why


@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize(
    ("at", "silent"),
    [
        ("04:30", True),
        ("06:59", True),
        ("07:00", False),
        ("12:00", False),
        ("21:59", False),
        ("22:00", True),
        ("2026-11-23T03:10", True),
    ],
)
def test_nothing_at_all_is_asked_outside_the_waking_hours(at: str, *, silent: bool, answered: bool) -> None:
    assert (action(moment(at, answered=answered, **EVERYTHING)) is None) is silent


def test_waking_hours_may_go_past_midnight() -> None:
    late = {"wakes": here("11:00"), "bedtime": here("2026-11-23T02:00")}
    assert action(moment("10:59", **EVERYTHING, **late)) is None
    assert action(moment("23:59", **EVERYTHING, **late)) == "clinician"
    assert action(moment("2026-11-23T00:30", water=BEHIND, **late)) == "routine:bedtime"
    assert action(moment("2026-11-23T00:30", STRETCHED, water=BEHIND, **late)) is None, "no drink before bed"
    assert action(moment("2026-11-23T02:00", **EVERYTHING, **late)) is None


def test_who_has_no_night_is_not_silenced_for_ever() -> None:
    assert action(moment("12:00", **EVERYTHING, wakes=here("07:00"), bedtime=here("07:00"))) == "clinician"


@pytest.mark.parametrize("at", ["08:00", "12:30", "17:59", "20:00", "21:59"])
def test_a_day_off_is_asked_nothing_but_what_safety_asks(at: str) -> None:
    off = moment(at, **EVERYTHING, skipped=True)
    assert action(off) == "clinician"
    assert action(off, "clinician") == "profile"
    assert action(off, "clinician", "profile") is None
    assert action(moment(at, answered=False, **EVERYTHING, skipped=True)) == "questions"
    trying = Trying("covers-loose", begun=True, asked=WITH)
    assert action(moment(at, skipped=True, trying=trying, night_answered=False)) is None


@pytest.mark.parametrize("at", ["07:00", "09:00", "12:30", "15:00", "17:59", "20:00", "20:30", "21:59"])
def test_what_was_declined_does_not_come_again_that_day_whatever_the_hour(at: str) -> None:
    declined: list[str] = []
    while (offered := action(moment(at, **EVERYTHING), *declined)) is not None:
        assert offered not in declined
        declined.append(offered)
    assert action(moment("12:30", **EVERYTHING), *declined) not in declined


def test_before_the_change_the_stretch_is_not_offered_and_the_night_is_asked_for_the_measure() -> None:
    trying = Trying("stretch-before-bed", begun=False, asked=BEFORE)
    assert action(moment("20:30", trying=trying)) is None
    assert action(moment("20:30")) == "routine:bedtime"
    assert why(moment("08:00", trying=trying, night_answered=False)) == BEFORE
    other = Trying("covers-loose", begun=False, asked=BEFORE)
    assert action(moment("20:30", trying=other)) == "routine:bedtime", "as always"


def test_before_the_change_no_break_from_sitting_is_offered_and_then_it_is() -> None:
    before = Trying("sitting-break", begun=False, asked=BEFORE)
    assert action(moment("12:30", trying=before)) is None
    own = Trying("warm-up", begun=False, asked=BEFORE)
    views = with_items()
    views["warm-up"] = msgspec.structs.replace(views["warm-up"], routine="desk-break")
    assert action(moment("12:30", trying=own, items=views)) is None, "a break would count for it"
    with_it = msgspec.structs.replace(before, begun=True, asked=WITH)
    assert action(moment("12:30", trying=with_it)) == "routine:desk-break"
    assert why(moment("12:30", trying=with_it)) == WITH


def test_the_change_is_offered_in_its_time_with_the_day_of_the_experiment() -> None:
    stretch = Trying("stretch-before-bed", begun=True, asked=WITH)
    assert action(moment("20:30", trying=stretch)) == "routine:bedtime"
    assert why(moment("20:30", trying=stretch)) == WITH
    assert action(moment("20:30", STRETCHED, trying=stretch)) is None
    covers = Trying("covers-loose", begun=True, asked=WITH)
    assert action(moment("12:30", JUST_MOVED, trying=covers)) is None, "that is for the evening"
    assert action(moment("20:30", STRETCHED, trying=covers)) == "tick:covers-loose"
    assert action(moment("20:30", STRETCHED, tick("covers-loose"), trying=covers)) is None
    plate = Trying("varied-plate", begun=True, asked=WITH)
    assert action(moment("12:30", JUST_MOVED, trying=plate, items=with_items())) == "tick:varied-plate"
    run = Trying("warm-up", begun=True, asked=WITH)
    assert action(moment("12:30", JUST_MOVED, trying=run, items=with_items())) is None, "its routine is not safe"
    safe = {**ALL, "before-run": ("Before a run", 300.0)}
    assert (
        action(moment("12:30", JUST_MOVED, trying=run, items=with_items(), routines=safe)) == "routine:before-run"
    )


def test_a_change_that_is_withheld_or_off_the_list_is_not_offered() -> None:
    plate = Trying("varied-plate", begun=True, asked=WITH)
    views = with_items()
    assert action(moment("12:30", JUST_MOVED, trying=plate, items=views)) == "tick:varied-plate"
    views["varied-plate"] = msgspec.structs.replace(views["varied-plate"], withheld="withheld: a clot")
    assert action(moment("12:30", JUST_MOVED, trying=plate, items=views)) is None
    del views["varied-plate"]
    assert action(moment("12:30", JUST_MOVED, trying=plate, items=views)) is None


def test_an_experiment_asks_of_a_day_only_while_it_runs() -> None:
    began = Experiment(started=TODAY - timedelta(days=2), change="covers-loose", label="Covers loose")
    assert trying_on(TODAY, began) == Trying(
        "covers-loose",
        begun=False,
        asked="day 3 of 14 before the change: do as always, and say how each night was",
    )
    later = trying_on(TODAY + timedelta(days=12), began)
    assert later is not None
    assert (later.begun, later.asked) == (True, "day 1 of 42 of what you are trying: Covers loose")
    assert trying_on(TODAY + timedelta(days=54), began) is None
    assert trying_on(TODAY, began.stopped(TODAY)) is None
    assert trying_on(TODAY, None) is None


@pytest.mark.parametrize("condition", ["limit", "no goal"])
def test_no_experiment_brings_a_drink_back(condition: str) -> None:
    water = msgspec.structs.replace(NO_GOAL, limit_ml=1500 if condition == "limit" else None)
    trying = Trying("varied-plate", begun=False, asked=BEFORE)
    assert action(moment("12:30", JUST_MOVED, trying=trying, water=water)) is None
