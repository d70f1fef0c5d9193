"""Getting about in the diary: its pages, time, and the day that is opened from them."""

from __future__ import annotations

import pytest
from textual.widgets import Footer

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.screens import diary
from coach.tui.screens.diary import DiaryScreen
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for
from tests.tui.diary_days import ago, night, some_days

SIZES = [(60, 20), (80, 24), (120, 40)]
HOSTILE = "[/] [@click=app.quit]x[/] [Mg] \x1b[31mred\x1b[0m שלום 🦵🏽 " + "y" * 9_900


async def test_keys_move_in_time_and_enter_opens_the_day_and_the_day_before(coach: Coach) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("v", "left", "right", "up", "up")
        await wait_for(pilot, lambda: "2 cramps: 03:10 calf, left leg" in screen_text(app))
        await pilot.press("enter")
        shown = screen_text(app)
        for said in (
            "Friday 20 November 2026",
            "03:10  calf, left leg, 3 min, pain 6 of 10",
            "04:30  foot, both legs, pain 3 of 10",
            "DRUNK      500 ml",
            "no food logged",
            "note: long walk",
            "THE DAY BEFORE, THURSDAY 19 NOVEMBER",
            "250 ml in 1 drink",
            "Banana",
            "ticked",
        ):
            assert said in shown
        await pilot.press("right")
        assert "answered the next day: no cramp" in screen_text(app)
        assert "THE DAY BEFORE" not in screen_text(app)
        await pilot.press("right", "right", "right")
        assert "Sunday 22 November 2026" in screen_text(app)
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Friday 20 November 2026 and the night after it" in screen_text(app))


async def test_the_day_before_is_opened_from_its_row(coach: Coach) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("v", "up", "up", "enter", "end", "enter")
        await wait_for(pilot, lambda: "Thursday 19 November 2026" in screen_text(app))
        assert "STRETCHED  ticked" in screen_text(app)


async def test_entries_of_the_opened_day_are_mended_there(coach: Coach) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("v", "up", "up", "enter", "d")
        assert "03:10  calf" not in screen_text(app)
        await pilot.press("u")
        assert "03:10  calf" in screen_text(app)
        await pilot.press("home", "e", "tab", "tab", "tab", "backspace", "9", "enter")
        await wait_for(pilot, lambda: "pain 9 of 10" in screen_text(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: "pain 9 of 10" in screen_text(app))


async def test_o_on_the_list_opens_the_day_of_the_entry(coach: Coach) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "FRIDAY 20 NOVEMBER" in screen_text(app))
        await pilot.press("left", "left", "o")
        assert "Friday 20 November 2026" in screen_text(app)
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Everything   8 since" in screen_text(app))


async def test_ten_years_are_walked_back_a_year_at_a_time(coach: Coach) -> None:
    coach.cramps.log(at=night(coach, 3600), site="calf")
    coach.day.drink("250")
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("v", "home")
        await wait_for(pilot, lambda: "1 cramp on 1 day" in screen_text(app))
        assert "January 2017" in screen_text(app)
        await pilot.press("pagedown")
        await wait_for(pilot, lambda: "December 2017" in screen_text(app))
        await pilot.press("end")
        await wait_for(pilot, lambda: "Sunday 22 November 2026 and the night" in screen_text(app))


async def test_another_page_is_not_written_over_by_what_is_still_being_read(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diary, "MOST_AT_ONCE_S", -1)
    coach.day.drink("250", day=ago(360))
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Everything" in screen_text(app))
        screen = app.screen
        assert isinstance(screen, DiaryScreen)
        screen.action_turn(1)
        screen.action_turn(-1)
        await pilot.pause()
        await pilot.pause()
        assert "Everything" in screen_text(app)
        await pilot.press("v")
        await wait_for(pilot, lambda: "2 cramps on 1 day, 1 without" in screen_text(app))


async def test_what_another_process_writes_is_shown(coach: Coach, clock: FakeClock) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    other = Coach(coach.places, clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("v")
        await wait_for(pilot, lambda: "2 cramps on 1 day" in screen_text(app))
        other.cramps.log(at=night(coach, 9), site="calf")
        await wait_for(pilot, lambda: "3 cramps on 2 days" in screen_text(app))


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_diary_has_pages_too(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=size, notifications=True) as pilot:
        for _ in range(6):
            await pilot.press("v", "left", "right", "up", "f", "t", "t", "enter", "escape")
        await wait_for(pilot, lambda: "Nothing here yet." in screen_text(app))
        await pilot.press("V")
        await wait_for(pilot, lambda: "nothing is being tried" in screen_text(app))
        await pilot.press("V")
        await wait_for(pilot, lambda: "Not enough to say yet" in screen_text(app))


async def test_hostile_text_is_shown_as_typed_on_every_page(coach: Coach) -> None:
    coach.cramps.log(at=night(coach, 1), note=HOSTILE, activity="[Mg]", triggers=["[/]"])
    coach.day.note(HOSTILE, day=ago(1))
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("v", "up")
        await wait_for(pilot, lambda: "[Mg], [/], [/] [@click=app.quit]x[/] [Mg]" in screen_text(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "note: [/] [@click=app.quit]x[/] [Mg]" in screen_text(app))
        await pilot.click(offset=(30, 8))
        assert app.is_running


@pytest.mark.parametrize("page", range(6))
async def test_no_more_than_eight_keys_in_the_footer_that_fit_60_columns(coach: Coach, page: int) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.press(*["v"] * page)
        await wait_for(pilot, lambda: "undo" in screen_text(app).splitlines()[-1])
        footer = app.screen.query_one(Footer)
        assert footer.virtual_size.width <= 60
        assert screen_text(app).splitlines()[-1].rstrip().endswith("u undo")


async def test_a_click_chooses_a_page_and_a_day(coach: Coach) -> None:
    some_days(coach)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.click("DiaryTabs", offset=(11, 0))
        await wait_for(pilot, lambda: "2 cramps on 1 day" in screen_text(app))
        await pilot.click("YearMap", offset=(7 + 52, 5))
        await wait_for(pilot, lambda: "Friday 20 November 2026 and the night" in screen_text(app))
        await pilot.click("YearMap", offset=(7 + 52, 5))
        await wait_for(pilot, lambda: "THE DAY BEFORE" in screen_text(app) or "esc back" in screen_text(app))
