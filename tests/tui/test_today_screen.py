"""Today: keys write to the diary, and the screen shows what the diary says."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from coach.diary.diary import Diary
from coach.model.entry import Drink, Eat, Night, Note, Skip, Tick
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.row_list import RowList
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

TODAY = date(2026, 11, 22)
HOSTILE = "[/] [@click=app.quit]x[/] [Mg] \x1b[31mred\x1b[0m שלום 🦵🏽 " + "y" * 200


def entries(coach: Coach, day: date = TODAY) -> list[object]:
    return list(coach.diary.entries(day, day))


async def test_space_ticks_and_space_again_unticks(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "STRETCH AND POSTURE" in screen_text(app))
        await pilot.press("space")
        assert [type(entry) for entry in entries(coach)] == [Tick]
        assert "✓  Calf and hamstring stretch before bed" in screen_text(app)
        await pilot.press("space")
        assert entries(coach) == []
        assert "·  Calf and hamstring stretch before bed" in screen_text(app)


async def test_plus_and_minus_change_an_amount(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("down", "plus", "plus", "space")
        assert "3 of 6" in screen_text(app)
        await pilot.press("minus")
        assert "2 of 6" in screen_text(app)
        assert len(entries(coach)) == 2


async def test_w_drinks_and_u_takes_it_back(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("w", "w")
        assert [entry.ml for entry in entries(coach) if isinstance(entry, Drink)] == [250, 250]
        assert "500 ml" in screen_text(app)
        await pilot.press("u")
        assert len(entries(coach)) == 1


async def test_the_rows_of_night_and_water_answer_to_space_and_minus(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("home", "space", "down", "space")
        assert {type(entry) for entry in entries(coach)} == {Night, Drink}
        assert "✓ no cramp" in screen_text(app)
        await pilot.press("minus", "up", "space")
        assert entries(coach) == []
        assert "not answered" in screen_text(app)


async def test_a_drink_of_another_kind_and_amount(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("W", *"0.3l", "tab", "down", "down", "enter")
        (drink,) = entries(coach)
        assert isinstance(drink, Drink)
        assert (drink.ml, drink.what) == (300, "tea")


async def test_an_impossible_drink_is_refused_in_place_and_can_be_mended(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("W", *"2001", "enter")
        assert "more than 2 l" in screen_text(app)
        assert entries(coach) == []
        await pilot.press("backspace", "backspace", "enter")
        assert [entry.ml for entry in entries(coach) if isinstance(entry, Drink)] == [20]


async def test_more_than_a_litre_is_written_and_answered_plainly(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("W", *"1.2l", "enter")
        await wait_for(pilot, lambda: "dangerous" in screen_text(app))
        assert len(entries(coach)) == 1


async def test_a_food_is_found_by_typing_and_counts_for_its_item(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f", *"banan", "enter")
        (eaten,) = entries(coach)
        assert isinstance(eaten, Eat)
        assert eaten.food == "banana"
        assert "1 of 2  banana" in screen_text(app)


async def test_a_past_day_is_walked_to_mended_and_left(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("left")
        assert "Saturday 21 November" in screen_text(app)
        assert "a past day" in screen_text(app)
        await pilot.press("space")
        assert len(entries(coach, TODAY - timedelta(days=1))) == 1
        await wait_for(pilot, lambda: "on Saturday 21 November" in screen_text(app))
        await pilot.press("t")
        assert "Sunday 22 November" in screen_text(app)
        await pilot.press("right")
        assert "Sunday 22 November" in screen_text(app)


async def test_other_keys_mean_now_while_a_past_day_is_shown(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("left", "w")
        assert [type(entry) for entry in entries(coach)] == [Drink]


async def test_a_past_day_left_open_gives_way_to_today(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("left")
        clock.advance(301)
        await wait_for(pilot, lambda: "Sunday 22 November" in screen_text(app))


async def test_a_new_day_begins_while_the_screen_is_open(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("w")
        clock.set(datetime(2026, 11, 23, 3, 59, tzinfo=clock.now().tzinfo))
        await pilot.press("w")
        assert len(entries(coach)) == 2
        clock.set(datetime(2026, 11, 23, 4, 0, tzinfo=clock.now().tzinfo))
        await wait_for(pilot, lambda: "Monday 23 November" in screen_text(app))
        await pilot.press("w")
        assert len(entries(coach, TODAY + timedelta(days=1))) == 1


async def test_what_another_process_writes_appears(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach)
    other = Coach(coach.places, clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "STRETCH AND POSTURE" in screen_text(app))
        other.day.drink("330")
        await wait_for(pilot, lambda: "330 ml" in screen_text(app))


async def test_hostile_notes_are_shown_as_typed(coach: Coach) -> None:
    coach.day.note(HOSTILE)
    app = CoachApp(coach)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await wait_for(pilot, lambda: "NOTES" in screen_text(app))
        assert "[/] [@click=app.quit]x[/] [Mg] [31mred[0m" in screen_text(app)


async def test_a_note_and_a_day_off_from_the_keys(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("n", *"[b]x", "enter", "k", *"sick", "enter")
        kinds = {type(entry): entry for entry in entries(coach)}
        assert set(kinds) == {Note, Skip}
        assert "nothing is asked of you: sick" in screen_text(app)


async def test_an_item_taken_off_the_list_is_gone_and_comes_back(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("a", "space", "escape")
        assert "Calf and hamstring stretch before bed" not in screen_text(app)
        await pilot.press("u")
        assert "Calf and hamstring stretch before bed" in screen_text(app)


async def test_what_comes_next_is_explained_declined_and_started(coach: Coach, clock: FakeClock) -> None:
    clock.set(datetime(2026, 11, 22, 21, 30, tzinfo=clock.now().tzinfo))
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Bedtime" in screen_text(app))
        await pilot.press("y")
        await wait_for(pilot, lambda: "found" in screen_text(app))
        await pilot.press("x")
        assert "nothing more for now" in screen_text(app)
    again = CoachApp(Coach(coach.places, clock))
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "nothing more for now" in screen_text(again))
    assert coach.reminders.due().step is None


async def test_a_withheld_item_says_why_and_is_not_ticked(coach: Coach) -> None:
    coach.profile.set("condition.kidney-disease", "yes")
    before = len(entries(coach))
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "potassium-food"
        await pilot.press("space")
        await wait_for(pilot, lambda: "kidney team" in screen_text(app))
        assert "Ask first: kidney disease" in screen_text(app)
        await pilot.press("escape")
        assert "ask first: kidney disease" in screen_text(app)
        assert len(entries(coach)) == before


async def test_a_full_disk_is_said_and_the_app_goes_on(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    from coach.errors import StorageError

    def full(*_: object) -> None:
        raise StorageError("the disk is full: nothing was written", "make room and try again")

    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        with monkeypatch.context() as patched:
            patched.setattr(Diary, "add", full)
            await pilot.press("w", "space")
            await wait_for(pilot, lambda: "the disk is full" in screen_text(app))
        await pilot.press("w")
        assert len(entries(coach)) == 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_click_on_the_mark_ticks_and_nothing_is_clipped(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "STRETCH AND POSTURE" in screen_text(app))
        rows = app.screen.query_one(RowList)
        index = next(n for n, row in enumerate(rows.rows) if row.id == "stretch-before-bed")
        await pilot.click(RowList, offset=(3, index))
        assert [type(entry) for entry in entries(coach)] == [Tick]
        assert "Calf and hamstring stretch before bed" in screen_text(app)
        assert "u undo" in screen_text(app)


async def test_arrows_in_the_day_line_can_be_clicked(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "‹ Sunday 22 November" in screen_text(app))
        await pilot.click("DayLine", offset=(3, 0))
        await wait_for(pilot, lambda: "Saturday 21 November" in screen_text(app))
        await pilot.click("TopLine", offset=(30, 0))
        await wait_for(pilot, lambda: app.current_mode == "stretch")
