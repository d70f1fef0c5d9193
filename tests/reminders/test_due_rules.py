"""What may be said when the app is closed, and when nothing may."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from coach.reminders.desktop import Shown
from coach.reminders.memory import Happened
from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.questions import answer_questions

FRIDAY = datetime(2026, 11, 20, 14, 0)
YESTERDAY = datetime(2026, 11, 19, 12, 0)


@pytest.fixture
def at_work(coach: Coach, clock: FakeClock, answered: None) -> Coach:  # noqa: ARG001
    """Friday, two in the afternoon, working hours set, last night answered."""
    clock.set(FRIDAY)
    coach.profile.set_all({"work_from": "09:00", "work_until": "17:00"})
    coach.cramps.no_cramp()
    return coach


def action(coach: Coach) -> str:
    due = coach.reminders.due()
    assert (due.step is None) == bool(due.silence)
    return due.step.action if due.step else due.silence


def at(clock: FakeClock, hour: int, minute: int = 0) -> None:
    clock.set(clock.now().replace(hour=hour, minute=minute))


def test_a_break_from_sitting_is_due_in_working_hours(at_work: Coach, clock: FakeClock) -> None:
    assert action(at_work) == "routine:desk-break"
    at(clock, 17)
    assert action(at_work) == "nothing is due"


def test_without_working_hours_no_break_from_sitting_is_ever_due(at_work: Coach) -> None:
    at_work.profile.set("work_until", "none")
    assert action(at_work) == "nothing is due"


def test_a_weekend_is_no_working_time(at_work: Coach, clock: FakeClock) -> None:
    clock.set(datetime(2026, 11, 21, 14, 0))
    at_work.cramps.no_cramp()
    assert action(at_work) == "nothing is due"


def test_a_break_is_due_only_while_behind(at_work: Coach, clock: FakeClock) -> None:
    at_work.day.tick("sitting-break")
    assert action(at_work) == "nothing is due"
    clock.advance(3600)
    assert action(at_work) == "routine:desk-break"
    at_work.day.tick("sitting-break", amount=6)
    clock.advance(3600)
    assert action(at_work) == "nothing is due"


def test_water_is_due_only_while_behind_the_persons_own_goal(at_work: Coach) -> None:
    at_work.profile.set_all({"work_from": "none", "work_until": "none"})
    assert action(at_work) == "nothing is due"
    at_work.profile.set("water.goal_ml", "2000")
    assert action(at_work) == "drink"
    at_work.day.drink("1500")
    assert action(at_work) == "nothing is due"


def test_with_a_limit_nobody_is_told_to_drink(at_work: Coach) -> None:
    at_work.profile.set_all({"water.goal_ml": "2000", "water.limit_ml": "1500", "work_from": "none"})
    assert action(at_work) == "nothing is due"


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"), [(6, 59, True), (7, 0, False), (21, 59, False), (22, 0, True)]
)
def test_nothing_is_said_outside_the_waking_hours(
    at_work: Coach, clock: FakeClock, hour: int, minute: int, quiet: bool
) -> None:
    at(clock, hour, minute)
    assert (action(at_work) == "outside your waking hours") is quiet


def test_a_day_off_is_silent_and_only_that_day(at_work: Coach, clock: FakeClock) -> None:
    at_work.day.skip("sick")
    assert action(at_work) == "a day off"
    clock.set(datetime(2026, 11, 23, 14, 0))
    assert action(at_work) != "a day off"


def test_the_day_ends_when_the_person_says(at_work: Coach, clock: FakeClock) -> None:
    at_work.profile.set_all({"awake_from": "15:00", "awake_until": "06:00", "day_starts_at": "12:00"})
    at_work.day.skip("sick")
    at(clock, 15)
    clock.advance(12 * 3600)
    assert action(at_work) == "a day off"


def test_before_the_health_questions_are_answered_nothing_is_pushed(coach: Coach, clock: FakeClock) -> None:
    clock.set(FRIDAY)
    coach.profile.set_all({"work_from": "09:00", "work_until": "17:00", "water.goal_ml": "2000"})
    assert action(coach) == "the questions about your health are not answered yet"


@pytest.mark.parametrize("condition", ["suspected-dvt", "red-flag-active", "chest-pain-now", "rest-in-pregnancy"])
def test_who_shall_not_exercise_is_not_told_to(at_work: Coach, tmp_path: Path, condition: str) -> None:
    assert action(at_work) == "routine:desk-break"
    answer_questions(tmp_path, YESTERDAY, **{f"condition.{condition}": "yes"})
    assert action(at_work) == "nothing is due"


@pytest.mark.parametrize("condition", ["dialysis", "heart-failure", "fluid-limit", "low-sodium", "lithium"])
def test_who_shall_not_drink_by_a_goal_is_not_told_to(at_work: Coach, tmp_path: Path, condition: str) -> None:
    at_work.profile.set_all({"water.goal_ml": "2000", "work_from": "none"})
    assert action(at_work) == "drink"
    answer_questions(tmp_path, YESTERDAY, **{f"condition.{condition}": "yes"})
    assert action(at_work) == "nothing is due"


def test_no_clinician_and_no_profile_question_on_a_desktop_that_others_see(
    at_work: Coach, clock: FakeClock
) -> None:
    for day in range(1, 7):
        clock.set(datetime(2026, 11, 14 + day, 7, 30))
        at_work.cramps.log(site="calf", woke=True)
    clock.set(FRIDAY)
    at_work.profile.set_all({"work_from": "none", "work_until": "none"})
    shown = at_work.day.today().next
    assert shown is not None
    assert shown.action == "clinician"
    assert action(at_work) == "nothing is due"


def test_the_same_is_not_said_again_within_an_hour(at_work: Coach, clock: FakeClock) -> None:
    said: list[str] = []

    def tell() -> str:
        look = at_work.reminders.tell(lambda step: said.append(step.action) or Shown("test"))  # type: ignore[func-returns-value]
        return str(look.happened)

    assert [tell(), tell()] == ["told", "nothing to tell"]
    clock.advance(59 * 60)
    assert tell() == "nothing to tell"
    clock.advance(60)
    assert tell() == "told"
    assert said == ["routine:desk-break"] * 2


def test_last_night_is_asked_for_once_a_day(coach: Coach, clock: FakeClock, answered: None) -> None:  # noqa: ARG001
    clock.set(datetime(2026, 11, 21, 8, 0))
    happened = []
    for _ in range(4):
        happened.append(coach.reminders.tell(lambda _: Shown("test")).what)
        clock.advance(2 * 3600)
    assert happened == ["Say how last night was", "", "", ""]
    clock.set(datetime(2026, 11, 22, 8, 0))
    assert coach.reminders.tell(lambda _: Shown("test")).what == "Say how last night was"


def test_what_could_not_be_shown_is_tried_again_and_remembered(at_work: Coach) -> None:
    look = at_work.reminders.tell(lambda _: Shown("notify-send", "no desktop"))
    assert (look.happened, look.why) == (Happened.FAILED, "no desktop")
    assert at_work.reminders.memory().notice == look
    assert at_work.reminders.tell(lambda _: Shown("notify-send")).happened is Happened.TOLD


def test_a_clock_set_back_does_not_silence_for_ever(at_work: Coach, clock: FakeClock) -> None:
    clock.set(datetime(2031, 11, 21, 14, 0))
    at_work.cramps.no_cramp()
    assert at_work.reminders.tell(lambda _: Shown("test")).happened is Happened.TOLD
    clock.set(FRIDAY)
    assert at_work.reminders.tell(lambda _: Shown("test")).happened is Happened.TOLD


def test_a_spoilt_memory_is_an_empty_one(at_work: Coach) -> None:
    at_work.reminders.tell(lambda _: Shown("test"))
    (at_work.places.state / "reminders.json").write_bytes(b"\xff{")
    assert at_work.reminders.memory().last is None
    assert at_work.reminders.tell(lambda _: Shown("test")).happened is Happened.TOLD
