"""Last night answered in one key, and what the day was like."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.model.entry import Tick
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.tui import screen_text

pytestmark = pytest.mark.usefixtures("answered")

TODAY = date(2026, 11, 22)


async def test_one_key_says_that_there_was_no_cramp_also_for_a_past_day(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert "not answered   0 no cramp" in screen_text(app)
        await pilot.press("0")
        assert "✓ no cramp" in screen_text(app)
        await pilot.press("left", "0")
        assert [(e.kind, e.day) for e in coach.entries.log(days=3)] == [
            ("night", TODAY),
            ("night", TODAY - timedelta(days=1)),
        ]


async def test_what_the_day_was_like_is_said_in_one_go_and_taken_back_in_one(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert "About this day  ·  hot, hard work" in screen_text(app)
        coach.day.drink("150", what="wine")
        app.refresh_mode()
        assert "About this day  ·  alcohol; anything else?" in screen_text(app)
        await pilot.press("d", "space", "down", "down", "down", "space")
        assert "logged as a drink" in screen_text(app)
        await pilot.press("enter")
        assert "About this day  ✓  a hot day, alcohol" in screen_text(app)
        assert {e.item for e in coach.diary.entries(TODAY, TODAY) if isinstance(e, Tick)} == {"heat", "day-marks"}
        await pilot.press("end", "space", "space", "enter", "u", "u")
        assert not coach.marks.of().looked
        await pilot.press("left", "d", "enter")
        assert "About this day  ✓  nothing out" in screen_text(app)
        assert coach.marks.of(TODAY - timedelta(days=1)).looked
        await pilot.press("d", "escape", "plus")
        assert "About Saturday 21 November" in screen_text(app)
