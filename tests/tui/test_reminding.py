"""Reminders in the open app: by the rules of `coach due`, once, gently, and never over what matters more."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from textual.pilot import Pilot

from coach.advice.next_step import NextStep
from coach.model.entry import Drink, Entry, Session, Tick
from coach.reminders.desktop import Shown
from coach.reminders.memory import Happened
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.screens.player import PlayerScreen
from coach.tui.screens.today import TodayScreen
from coach.tui.widgets.row_list import RowList
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")
FRIDAY = datetime(2026, 11, 20, 14, 0)


@pytest.fixture
def at_work(coach: Coach, clock: FakeClock) -> Coach:
    """Friday, two in the afternoon, working hours set, last night answered: a break from sitting is due."""
    clock.set(FRIDAY)
    coach.profile.set_all({"work_from": "09:00", "work_until": "17:00"})
    coach.cramps.no_cramp()
    return coach


async def said(pilot: Pilot[int]) -> list[str]:
    """What was said and not looked at yet; saying it again would be another one."""
    await pilot.pause()
    notes = [note.message for note in pilot.app._notifications]
    pilot.app._notifications.clear()
    return notes


def of_today(coach: Coach) -> list[Entry]:
    return list(coach.diary.entries(date(2026, 11, 20), date(2026, 11, 20)))


async def running(pilot: Pilot[int]) -> None:
    await wait_for(pilot, lambda: "STRETCH AND POSTURE" in screen_text(pilot.app))


async def test_what_is_due_is_said_once_with_the_key_that_does_it(at_work: Coach, clock: FakeClock) -> None:
    app = CoachApp(at_work)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await running(pilot)
        app.remind()
        await wait_for(pilot, lambda: "press . to begin" in screen_text(app))
        (told,) = await said(pilot)
        assert told.startswith("Desk break, ")
        assert "No break from sitting yet today." in told
        clock.advance(59 * 60)
        app.remind()
        assert await said(pilot) == []
        clock.advance(60)
        app.remind()
        assert len(await said(pilot)) == 1
        await pilot.press("full_stop")
        await wait_for(pilot, lambda: isinstance(app.screen, PlayerScreen))
        clock.advance(65 * 60)
        app.remind()
        assert await said(pilot) == [], "nothing is said over a session"
        await pilot.press("1")
        app.remind()
        assert await said(pilot) == [], "nor while it waits"
    assert not any(isinstance(entry, Session) and entry.finished for entry in of_today(at_work))


async def test_a_drink_and_last_night_by_the_same_key(at_work: Coach, clock: FakeClock) -> None:
    at_work.profile.set_all({"work_from": "none", "work_until": "none", "water.goal_ml": "2000"})
    app = CoachApp(at_work, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("full_stop")
        assert "nothing was reminded of just now" in await said(pilot)
        app.remind()
        assert await said(pilot) == ["A glass of water, if you are thirsty\n4 glasses behind.\npress . to log it"]
        await pilot.press("full_stop")
        await wait_for(pilot, lambda: any(isinstance(entry, Drink) for entry in of_today(at_work)))
        clock.set(datetime(2026, 11, 21, 8, 0))
        await said(pilot)
        app.remind()
        assert (await said(pilot))[0].startswith("Say how last night was")
        await pilot.press("full_stop")
        await wait_for(pilot, lambda: isinstance(app.screen, TodayScreen))
        assert app.screen.query_one(RowList).cursor == "night"
        app._reminded = (
            NextStep("Covers loose at the feet", "tried since Monday", "tick:covers-loose"),
            clock.now(),
        )
        await pilot.press("full_stop")
        await wait_for(pilot, lambda: any(isinstance(entry, Tick) for entry in at_work.entries.log(days=1)))


async def test_never_over_a_cramp_a_dialog_or_what_was_put_off(at_work: Coach, clock: FakeClock) -> None:
    app = CoachApp(at_work)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await running(pilot)
        for key, shown in (("c", "CRAMP"), ("comma", "About you"), ("question_mark", "Keys")):
            await pilot.press(key)
            await wait_for(pilot, lambda: len(app.screen_stack) > 1)
            app.remind()
            assert await said(pilot) == [], f"nothing over {shown}"
            await pilot.press("escape")
            await wait_for(pilot, lambda: len(app.screen_stack) == 1)
        await said(pilot)
        await pilot.press("x")
        app.remind()
        assert await said(pilot) == [], "it was put off"
        clock.set(datetime(2026, 11, 20, 23, 0))
        app.remind()
        assert await said(pilot) == [], "not at night"


def test_the_app_and_the_timer_do_not_both_say_it(at_work: Coach, clock: FakeClock) -> None:
    looked = at_work.reminders.tell(lambda _: Shown("notify-send"))
    shown: list[str] = []
    at_work.reminders.tell_here(lambda step: shown.append(step.action))
    assert shown == [], "the timer said it just before"
    clock.advance(3600)
    at_work.reminders.tell_here(lambda step: shown.append(step.action))
    assert shown == ["routine:desk-break"]
    memory = at_work.reminders.memory()
    assert memory.last == looked, "when the timer looked last is not for the app to say"
    assert memory.notice is not None
    assert (memory.notice.by, memory.notice.at) == ("the open app", clock.now())
    assert at_work.reminders.tell(lambda _: Shown("notify-send")).happened is Happened.NOTHING


def test_what_is_declined_makes_way_for_what_is_due_besides(at_work: Coach) -> None:
    at_work.profile.set("water.goal_ml", "2000")
    shown: list[str] = []
    at_work.reminders.tell_here(lambda step: shown.append(step.action), frozenset({"routine:desk-break"}))
    at_work.reminders.tell_here(lambda step: shown.append(step.action), frozenset({"drink"}))
    assert shown == ["drink", "routine:desk-break"]


def test_nothing_is_pushed_before_the_questions_on_a_day_off_and_at_night(coach: Coach, clock: FakeClock) -> None:
    shown: list[str] = []
    clock.set(datetime(2026, 11, 20, 23, 30))
    coach.reminders.tell_here(lambda step: shown.append(step.action))
    clock.set(datetime(2026, 11, 20, 8, 0))
    coach.day.skip("sick")
    coach.reminders.tell_here(lambda step: shown.append(step.action))
    coach.profile.set("answered", "none")
    clock.set(datetime(2026, 11, 21, 8, 0))
    coach.reminders.tell_here(lambda step: shown.append(step.action))
    assert shown == []
    assert not (coach.places.state / "reminders.json").exists(), "and nothing is written for it"
