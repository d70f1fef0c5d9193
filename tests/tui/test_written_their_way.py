"""Screens in somebody else's units, by another clock, and in weeks that begin on another day."""

from __future__ import annotations

from datetime import datetime

import pytest

from coach.model.amount import Unit
from coach.model.notation import SUNDAY, Notation
from coach.model.time_of_day import HourClock
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.tui import screen_text, wait_for
from tests.tui.diary_days import some_days

pytestmark = pytest.mark.usefixtures("answered")
AMERICAN = Notation(Unit.OUNCE, HourClock.H12, SUNDAY)
SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("unit", "drunk"), [(Unit.OUNCE, "33.8 oz"), (Unit.PINT, "1.76 pints")])
async def test_today_has_room_for_every_unit(coach: Coach, size: tuple[int, int], unit: Unit, drunk: str) -> None:
    theirs = Coach(coach.places, coach.clock, Notation(unit, HourClock.H12))
    theirs.profile.set("water.goal_ml", "2000")
    theirs.clock.set(datetime(2026, 11, 22, 16, 20))  # type: ignore[attr-defined]
    theirs.day.drink("1l")
    theirs.day.tick("covers-loose")
    app = CoachApp(theirs)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: drunk in screen_text(app))
        water = next(line for line in screen_text(app).splitlines() if "Water" in line)
        assert "2 glasses behind" in water
        assert "…" not in water
        assert "until 4:00 am" in screen_text(app)
        assert size[0] < 80 or "4:20 pm" in screen_text(app)


async def test_the_diary_by_twelve_hours_and_from_sunday(coach: Coach) -> None:
    some_days(coach)
    theirs = Coach(coach.places, coach.clock, AMERICAN)
    theirs.day.drink("8 oz", at=theirs.moment("2:05 pm"))
    theirs.day.drink("8 oz", at=theirs.moment("11:40"))
    app = CoachApp(theirs, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "11:40 am" in screen_text(app))
        times = [line.index(":") for line in screen_text(app).splitlines() if "8 oz water" in line]
        assert len(times) == 2
        assert len(set(times)) == 1, "the minutes stand under each other"
        await pilot.press("v")
        await wait_for(pilot, lambda: "16 oz drunk" in screen_text(app))
        lines = screen_text(app).splitlines()
        named = [line[3:6] for line in lines if line[3:6] in {"Sun", "Tue", "Thu", "Sat", "Mon"}]
        assert named[:4] == ["Sun", "Tue", "Thu", "Sat"]
        await pilot.press("up", "up")
        await wait_for(pilot, lambda: "3:10 am calf" in screen_text(app))
        await pilot.press("v")
        await wait_for(pilot, lambda: "Week from Sunday 22 November 2026" in screen_text(app))
        await pilot.press("left")
        await wait_for(
            pilot, lambda: "Week from Sunday 15 November 2026\n   2 cramps on 1 day" in screen_text(app)
        )
        theirs.profile.set("week_starts", "monday")
        await wait_for(pilot, lambda: "Week from Monday" in screen_text(app))
        assert "Week from Monday 9 November" in screen_text(app)
