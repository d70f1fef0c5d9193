"""The pictures of the diary, and the tables that say the same."""

from __future__ import annotations

import pytest

from coach.advice.history import Measure
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.row_list import RowList
from tests.support.tui import screen_text, wait_for
from tests.tui.diary_days import ago, night, some_days

SIZES = [(60, 20), (80, 24), (120, 40)]


def signs(app: CoachApp) -> dict[str, str]:
    """The rows of the calendar by the day of the week."""
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    lines = screen_text(app).splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("   Mon "))
    return {name: lines[first + n][7:] for n, name in enumerate(names)}


@pytest.mark.parametrize("size", SIZES)
async def test_a_night_without_answer_looks_different_from_a_good_one(coach: Coach, size: tuple[int, int]) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("v")
        await wait_for(pilot, lambda: "2 cramps on 1 day, 1 without" in screen_text(app))
        last = {name: row.rstrip()[-1:] for name, row in signs(app).items()}
        assert (last["Sun"], last["Sat"], last["Fri"], last["Thu"]) == ("·", "o", "▓", "·")
        assert "· not answered   o no cramp" in screen_text(app)


async def test_a_cramp_late_in_the_night_stands_with_the_day_before(coach: Coach) -> None:
    coach.cramps.log(at=night(coach, 1, 5, 45), site="calf")
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("v", "up")
        await wait_for(pilot, lambda: "Saturday 21 November 2026 and the night after it" in screen_text(app))
        await wait_for(pilot, lambda: "1 cramp: 05:45 calf" in screen_text(app))


@pytest.mark.parametrize("size", SIZES)
async def test_weeks_say_how_many_and_how_bad(coach: Coach, size: tuple[int, int]) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("v", "v")
        await wait_for(pilot, lambda: "2 cramps on 1 day, 2 of 7 days and nights answered" in screen_text(app))
        rows = {line.split()[0]: line.split()[1:] for line in screen_text(app).splitlines() if line.split()}
        assert (rows["answered"][-1], rows["pain"][-1], rows["minutes"][-1]) == ("2", "5", "3")
        assert "median pain 4.5 of 10" in screen_text(app)
        await pilot.press("left")
        await wait_for(pilot, lambda: "Week from Monday 9 November 2026\n   not answered" in screen_text(app))
        await pilot.press("right", "enter")
        await wait_for(pilot, lambda: "Friday 20 November 2026" in screen_text(app))


@pytest.mark.parametrize("size", SIZES)
async def test_the_legs_say_where(coach: Coach, size: tuple[int, int]) -> None:
    some_days(coach)
    coach.cramps.log(at=night(coach, 5), site="shin")
    coach.cramps.log(at=night(coach, 100), site="hamstring", side="right")
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("v", "v", "v")
        await wait_for(pilot, lambda: "3 cramps logged; side not said: shin 1" in screen_text(app))
        calf = next(line for line in screen_text(app).splitlines() if line.endswith("calf"))
        assert [word for word in calf.split() if word.isdigit()] == ["1"]
        foot = next(line for line in screen_text(app).splitlines() if line.startswith("    foot"))
        assert [word for word in foot.split() if word.isdigit()] == ["1", "1"]
        await pilot.press("f")
        await wait_for(pilot, lambda: "4 cramps logged" in screen_text(app))
        hamstring = next(line for line in screen_text(app).splitlines() if line.endswith("hamstring"))
        assert [word for word in hamstring.split() if word.isdigit()] == ["1"]
        await pilot.press("f", "left")
        await wait_for(pilot, lambda: "1 cramp logged" in screen_text(app))


@pytest.mark.parametrize("size", SIZES)
async def test_every_picture_is_a_table_too(coach: Coach, size: tuple[int, int]) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("v", "t")
        await wait_for(pilot, lambda: "Fri 20 Nov 2026" in screen_text(app))
        lines = {line[3:18].strip(): line[18:].split() for line in screen_text(app).splitlines()}
        assert lines["Sun 22 Nov 2026"] == ["not", "answered"]
        assert lines["Sat 21 Nov 2026"] == ["no", "cramp"]
        assert lines["Fri 20 Nov 2026"] == ["2", "cramps", "500", "ml"]
        assert lines["Thu 19 Nov 2026"] == ["not", "answered", "250", "ml", "ticked"]
        await pilot.press("v")
        await wait_for(pilot, lambda: "WEEK FROM" in screen_text(app))
        assert "16 Nov 2026" in screen_text(app)
        assert "2 of 7" in screen_text(app)
        await pilot.press("v")
        await wait_for(pilot, lambda: "WHERE" in screen_text(app))
        calf = next(line for line in screen_text(app).splitlines() if "calf" in line)
        assert calf.replace("▸", "").split() == ["calf", "1", "0", "0", "0", "6", "3"]
        await pilot.press("t")
        await wait_for(pilot, lambda: "FRONT" in screen_text(app))


async def test_a_row_of_a_table_opens_its_last_day_with_a_cramp(coach: Coach) -> None:
    some_days(coach)
    coach.cramps.log(at=night(coach, 4), site="shin")
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("v", "v", "t")
        await wait_for(pilot, lambda: "WEEK FROM" in screen_text(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Wednesday 18 November 2026" in screen_text(app))
        await pilot.press("escape", "v")
        await wait_for(pilot, lambda: " ▸ calf" in screen_text(app))
        await pilot.press("end", "enter")
        await wait_for(pilot, lambda: "Wednesday 18 November 2026" in screen_text(app))
        assert "03:10  shin" in screen_text(app)


async def test_the_table_and_the_picture_are_at_the_same_day(coach: Coach) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("v", "up", "up", "t")
        await wait_for(pilot, lambda: app.screen.query_one(RowList).cursor == f"day:{ago(2)}")
        await pilot.press("down", "down", "t")
        await wait_for(pilot, lambda: "Wednesday 18 November 2026 and the night" in screen_text(app))
        await pilot.press("t", "left")
        await wait_for(pilot, lambda: app.screen.query_one(RowList).cursor == f"day:{ago(11)}")
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Wednesday 11 November 2026" in screen_text(app))


async def test_f_shows_water_and_stretching(coach: Coach) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("v")
        for name, thursday in ((Measure.CRAMPS, "·"), (Measure.WATER, "░"), (Measure.STRETCHING, "░")):
            await wait_for(pilot, lambda name=name: f"   {name.value.capitalize()}   1 Nov" in screen_text(app))
            assert signs(app)["Thu"].rstrip()[-1] == thursday
            await pilot.press("f")
        await wait_for(pilot, lambda: "   Cramps   1 Nov" in screen_text(app))
        await pilot.press("f", "v")
        await wait_for(pilot, lambda: "   Water a day   " in screen_text(app))
        assert "375 ml" in screen_text(app)
