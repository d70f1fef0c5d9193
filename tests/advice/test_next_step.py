from __future__ import annotations

import msgspec
import pytest
from advice_examples import CHECKLIST, drink, here, safety, session, tick

from coach.advice.checklist import item_views
from coach.advice.next_step import Moment, NextStep, next_step
from coach.advice.water import WaterView
from coach.model.day_entries import DayEntries
from coach.model.entry import Entry
from coach.model.profile import Profile

ALL = {
    "bedtime": ("Bedtime", 225.0),
    "bedtime-in-bed": ("Bedtime, all in bed", 300.0),
    "desk-break": ("Desk break", 174.0),
}
NO_GOAL = WaterView(ml=0, goal_ml=None, limit_ml=None, pace_ml=None, why="no goal set")
BEHIND = WaterView(ml=500, goal_ml=2000, limit_ml=None, pace_ml=1000, why="2 glasses behind")


def moment(
    at: str, *of_day: Entry, told: tuple[str, ...] = (), profile: Profile | None = None, **changes: object
) -> Moment:
    views = item_views(DayEntries(of_day), CHECKLIST, profile or Profile(), safety(*told))
    usual = Moment(
        now=here(at),
        wakes=here("07:00"),
        bedtime=here("22:00"),
        items={view.id: view for view in views},
        water=NO_GOAL,
        of_day=of_day,
        night_answered=True,
        clinician=None,
        answered=True,
        run_out=None,
        routines=ALL,
    )
    return msgspec.structs.replace(usual, **changes)


def action(now: Moment, *declined: str) -> str | None:
    step = next_step(now, Profile(), frozenset(declined))
    return step.action if step else None


JUST_MOVED = session("chair", at="12:00")
STRETCHED = session("bedtime", at="20:30")


def test_everything_at_once_comes_in_order_and_each_can_be_declined() -> None:
    now = moment("17:59", clinician="six weeks", night_answered=False, water=BEHIND)
    assert action(now) == "clinician"
    assert action(now, "clinician") == "night"
    assert action(now, "clinician", "night") == "routine:desk-break"
    assert action(now, "clinician", "night", "routine:desk-break") == "drink"
    assert action(now, "clinician", "night", "routine:desk-break", "drink") is None


def test_the_questions_come_first_and_what_has_run_out_after_the_clinician() -> None:
    now = moment("20:00", clinician="six weeks", answered=False, run_out="an operation (13 weeks ago)")
    assert action(now) == "questions"
    assert action(now, "questions") == "clinician"
    assert action(now, "questions", "clinician") == "profile"
    assert action(now, "questions", "clinician", "profile") == "routine:bedtime"
    step = next_step(now, Profile(), frozenset({"questions", "clinician"}))
    assert step is not None
    assert step.text == "Does this still hold: an operation (13 weeks ago)?"


def test_in_the_evening_the_stretch_comes_before_all_but_the_clinician() -> None:
    now = moment("20:00", clinician="six weeks", night_answered=False, water=BEHIND)
    assert action(now) == "clinician"
    assert action(now, "clinician") == "routine:bedtime"
    assert action(now, "clinician", "routine:bedtime") is None


def test_a_step_says_what_why_and_how() -> None:
    assert next_step(moment("20:00"), Profile()) == NextStep(
        "Bedtime, 4 min",
        "a few minutes before sleep; one trial found fewer night cramps, one did not",
        "routine:bedtime",
    )
    clinician = next_step(moment("12:00", clinician="cramps woke you"), Profile())
    assert clinician is not None
    assert clinician.why == "cramps woke you"


@pytest.mark.parametrize(
    ("seconds", "said"), [(20, "1 min"), (89, "1 min"), (91, "2 min"), (174, "3 min"), (600, "10 min")]
)
def test_how_long_a_step_takes_is_said_in_minutes(seconds: float, said: str) -> None:
    step = next_step(moment("12:00", routines={"desk-break": ("Desk break", seconds)}), Profile())
    assert step is not None
    assert step.text == f"Desk break, {said}"


@pytest.mark.parametrize(
    ("at", "pushed"),
    [("19:59", False), ("20:00", True), ("21:59", True), ("22:00", False), ("2026-11-23T00:00", False)],
)
def test_the_stretch_is_for_the_two_hours_before_bedtime(at: str, *, pushed: bool) -> None:
    assert (action(moment(at), "routine:desk-break") == "routine:bedtime") is pushed


def test_at_three_in_the_morning_nothing_is_asked() -> None:
    assert action(moment("2026-11-23T03:10", night_answered=False, water=BEHIND)) is None


def test_the_stretch_is_asked_for_once() -> None:
    assert action(moment("21:00", STRETCHED)) is None
    assert action(moment("21:00", tick("stretch-before-bed", at="20:40"))) is None
    assert action(moment("21:00", session("bedtime", 0.5, at="20:30"))) == "routine:bedtime"


def test_who_cannot_do_the_stretch_standing_is_shown_the_one_in_bed() -> None:
    in_bed = {name: routine for name, routine in ALL.items() if name != "bedtime"}
    assert action(moment("21:00", routines=in_bed)) == "routine:bedtime-in-bed"
    assert action(moment("21:00", routines={})) is None


def test_nothing_withheld_or_off_the_list_is_pushed() -> None:
    off = Profile(listed={"stretch-before-bed": False, "sitting-break": False})
    assert action(moment("21:00", profile=off)) is None
    assert action(moment("12:00", profile=off)) is None
    views = {
        name: msgspec.structs.replace(view, withheld="withheld: a clot")
        for name, view in moment("12:00").items.items()
    }
    assert action(moment("21:00", items=views)) is None
    assert action(moment("12:00", items=views)) is None
    assert action(moment("12:00", routines={"bedtime": ALL["bedtime"]})) is None


@pytest.mark.parametrize(
    ("at", "asked"), [("06:59", False), ("07:00", True), ("08:00", True), ("18:00", True), ("18:01", False)]
)
def test_last_night_is_asked_about_until_the_next_is_near(at: str, *, asked: bool) -> None:
    assert (action(moment(at, night_answered=False), "routine:desk-break") == "night") is asked


@pytest.mark.parametrize(
    ("at", "pushed"), [("04:30", False), ("07:59", False), ("08:00", True), ("19:59", True), ("20:00", False)]
)
def test_a_break_from_sitting_is_for_the_waking_day(at: str, *, pushed: bool) -> None:
    assert (action(moment(at), "routine:bedtime") == "routine:desk-break") is pushed


@pytest.mark.parametrize(
    "moved", [session("chair", at="12:00"), tick("sitting-break", at="12:00"), session("bedtime", 0.2, at="12:00")]
)
def test_who_has_moved_within_the_hour_is_left_alone(moved: Entry) -> None:
    assert action(moment("12:59", moved)) is None
    step = next_step(moment("13:00", moved), Profile())
    assert step is not None
    assert (step.action, step.why) == ("routine:desk-break", "the last break was at 12:00")


def test_a_break_at_a_time_nobody_knows_and_other_ticks_are_no_break() -> None:
    assert action(moment("12:00", tick("sitting-break"), tick("covers-loose", at="11:50"))) == "routine:desk-break"


def test_enough_breaks_are_enough() -> None:
    assert action(moment("15:00", tick("sitting-break", 6, at="09:00"))) is None


def test_water_is_offered_to_who_is_a_glass_behind_and_only_when_thirsty() -> None:
    step = next_step(moment("12:30", JUST_MOVED, water=BEHIND), Profile(usual_vessel="mug"))
    assert step == NextStep("A mug of water, if you are thirsty", "2 glasses behind", "drink")
    little = msgspec.structs.replace(BEHIND, ml=751)
    assert action(moment("12:30", JUST_MOVED, water=little)) is None
    assert action(moment("12:30", JUST_MOVED, water=msgspec.structs.replace(little, ml=750))) == "drink"


def test_water_is_not_offered_to_who_has_just_drunk_anything() -> None:
    assert action(moment("12:29", JUST_MOVED, drink(200, "soup", at="12:00"), water=BEHIND)) is None
    assert action(moment("12:30", JUST_MOVED, drink(200, at="12:00"), water=BEHIND)) == "drink"


@pytest.mark.parametrize(("at", "offered"), [("19:59", True), ("20:00", False), ("21:30", False)])
def test_water_is_not_offered_in_the_two_hours_before_bed(at: str, *, offered: bool) -> None:
    done = [session("chair", at="19:50"), STRETCHED]
    assert (action(moment(at, *done, water=BEHIND)) == "drink") is offered


def test_water_is_never_offered_without_a_pace_or_with_a_limit() -> None:
    limit = WaterView(ml=100, goal_ml=None, limit_ml=1500, pace_ml=None, why="at most, as you were told")
    assert action(moment("12:30", JUST_MOVED, water=limit)) is None
    assert action(moment("12:30", JUST_MOVED, water=NO_GOAL)) is None


def test_a_day_that_asks_for_nothing_more() -> None:
    assert next_step(moment("12:30", JUST_MOVED), Profile()) is None
