"""The pages of the diary that are read: patterns compared beside the keys, the experiment, the report."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from coach.advice.experiment import Phase
from coach.advice.pattern_view import PatternsView
from coach.service.coach import Coach
from coach.service.patterns import Gathered
from coach.tui.app import CoachApp
from tests.support.clock import FakeClock
from tests.support.tui import dialog_text, screen_text, wait_for
from tests.tui.diary_days import some_days

pytestmark = pytest.mark.usefixtures("answered")


async def test_keys_are_answered_while_days_are_compared_and_what_is_stale_is_dropped(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    some_days(coach)
    begun, go_on, done = Event(), Event(), Event()
    compared = Gathered.compared

    def slowly(gathered: Gathered) -> PatternsView:
        begun.set()
        go_on.wait(20)
        done.set()
        return compared(gathered)

    monkeypatch.setattr(Gathered, "compared", slowly)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        try:
            await pilot.press("V", "V")
            await wait_for(pilot, lambda: begun.is_set() and "looking …" in screen_text(app))
            await pilot.press("v")
            await wait_for(pilot, lambda: "nothing is being tried" in screen_text(app))
        finally:
            go_on.set()
        await wait_for(pilot, done.is_set)
        await pilot.pause()
        assert "nothing is being tried" in screen_text(app)
        assert "Not enough to say yet" not in screen_text(app)
        await pilot.press("V")
        await wait_for(pilot, lambda: "Not enough to say yet" in screen_text(app))


async def test_days_that_are_as_they_were_are_not_compared_again(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    some_days(coach)
    times: list[None] = []
    compared = Gathered.compared
    monkeypatch.setattr(Gathered, "compared", lambda gathered: times.append(None) or compared(gathered))
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("V", "V")
        await wait_for(pilot, lambda: "Not enough to say yet" in screen_text(app))
        await pilot.press("v", "V")
        await wait_for(pilot, lambda: "Not enough to say yet" in screen_text(app))
        assert len(times) == 1
        await pilot.press("w")
        await wait_for(pilot, lambda: len(times) == 2)


async def test_a_change_is_begun_stopped_gone_on_with_and_taken_back_by_keys(coach: Coach) -> None:
    app = CoachApp(coach, mode="diary")

    def phase() -> Phase | None:
        view = coach.experiments.current()
        return view.phase if view else None

    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.press("V")
        await wait_for(pilot, lambda: "s try something" in screen_text(app))
        assert "x stop" not in screen_text(app)
        await pilot.press("x", "g")
        assert phase() is None
        await pilot.press("s")
        assert "Calf and hamstring stretch before bed" in dialog_text(app)
        assert "potassium" not in dialog_text(app)
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: "before the change, day 1 of 14" in screen_text(app))
        await wait_for(pilot, lambda: "x stop" in screen_text(app))
        assert phase() is Phase.BASELINE
        await pilot.press("x")
        await wait_for(pilot, lambda: "g go on" in screen_text(app))
        assert phase() is Phase.STOPPED
        await pilot.press("g")
        await wait_for(pilot, lambda: "x stop" in screen_text(app))
        assert phase() is Phase.BASELINE
        await pilot.press("u", "u", "u")
        await wait_for(pilot, lambda: "nothing is being tried" in screen_text(app))
        assert phase() is None


async def test_what_was_tried_last_stands_first_to_be_tried_once_more(coach: Coach, clock: FakeClock) -> None:
    coach.experiments.start("covers-loose")
    clock.set(datetime(2026, 11, 22, 12) + timedelta(days=60))
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("V")
        await wait_for(pilot, lambda: "over, ended 16 January 2027" in screen_text(app))
        await pilot.press("s", "enter")
        await wait_for(pilot, lambda: "before the change, day 1 of 14" in screen_text(app))
        assert "BEFORE THIS ONE" in screen_text(app)
        assert [view.change for view in coach.experiments.views()] == ["covers-loose"] * 2


async def test_the_report_is_written_where_the_person_says_and_over_nothing(coach: Coach, tmp_path: Path) -> None:
    some_days(coach)
    suggested = tmp_path / "coach-report-2026-11-22.html"
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("R")
        assert "A note with a question mark is a question" in dialog_text(app)
        suggested.write_text("mine")
        await pilot.press("enter")
        await wait_for(pilot, lambda: "is there already, and stays as it is" in dialog_text(app))
        assert suggested.read_text() == "mine"
        await pilot.press("escape", "R", "enter")
        await wait_for(pilot, lambda: "one sheet of A4" in dialog_text(app))
        written = tmp_path / "coach-report-2026-11-22-2.html"
        assert "coach-report-2026-11-22-2.html" in dialog_text(app).replace(" ", "")
        assert written.read_text().startswith("<!DOCTYPE html>")
        assert written.stat().st_mode & 0o777 == 0o600
        await pilot.press("escape", "ctrl+p", *"for the clin")
        await wait_for(pilot, lambda: "Report for the clinician" in screen_text(app))
