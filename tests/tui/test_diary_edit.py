"""Entries of the diary mended, noted and deleted, field by field."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from coach.model.entry import Cramp, Drink, Entry, Note
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.tui import screen_text, wait_for

TODAY = date(2026, 11, 22)


def at(coach: Coach, days: int, hour: int, minute: int = 0) -> datetime:
    return coach.clock.local(datetime(2026, 11, 22, hour, minute) - timedelta(days=days))


def entries(coach: Coach, days: int = 0) -> list[Entry]:
    day = TODAY - timedelta(days=days)
    return coach.diary.entries(day, day)


async def test_delete_takes_the_row_away_and_undo_brings_it_back(coach: Coach) -> None:
    for hour in (8, 9, 10):
        coach.day.drink(f"{hour}00", at=at(coach, 0, hour))
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "900 ml" in screen_text(app))
        await pilot.press("down", "d")
        assert sorted(entry.ml for entry in entries(coach) if isinstance(entry, Drink)) == [800, 1000]
        assert "u brings it back" in screen_text(app)
        await pilot.press("delete")
        assert [entry.ml for entry in entries(coach) if isinstance(entry, Drink)] == [1000]
        await pilot.press("u", "u")
        assert len(entries(coach)) == 3
        assert "900 ml" in screen_text(app)


async def test_a_field_is_edited_and_a_fault_is_said_in_place(coach: Coach) -> None:
    coach.cramps.log(at=at(coach, 0, 3, 10), site="calf", note="first")
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "cramp" in screen_text(app))
        await pilot.press("e", "tab", *"leftt", "tab", "tab", *"12", "enter")
        shown = screen_text(app)
        assert "pain cannot be '12'" in shown
        assert "side cannot be 'leftt'" in shown
        assert "leftt" in shown
        await pilot.press("backspace", "tab", "tab", "backspace", "enter")
        (cramp,) = coach.diary.entries(TODAY - timedelta(days=1), TODAY)
        assert isinstance(cramp, Cramp)
        assert (cramp.side, cramp.pain, cramp.note) == ("left", 1, "first")
        assert "pain 1 of 10" in screen_text(app)


async def test_an_entry_moved_to_another_day_stays_under_the_cursor(coach: Coach) -> None:
    coach.day.drink("330", at=at(coach, 0, 9))
    coach.day.drink("250", at=at(coach, 0, 10))
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "330 ml" in screen_text(app))
        await pilot.press("down", "e", "tab", "tab", *["backspace"] * 10, *"yesterday", "enter")
        assert "SATURDAY 21 NOVEMBER" in screen_text(app)
        moved = next(line for line in screen_text(app).splitlines() if "330 ml" in line)
        assert "▸" in moved
        await pilot.press("u")
        assert "SATURDAY 21 NOVEMBER" not in screen_text(app)


async def test_nothing_changed_writes_nothing(coach: Coach) -> None:
    coach.cramps.log(site="calf", pain=3, minutes=2.5, released_by=["stretch", "walking"], woke=True)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "cramp" in screen_text(app))
        await pilot.press("e", "enter")
        assert [entry.rev for entry in entries(coach)] == [1]
        await pilot.press("e", "escape")
        assert "CRAMP NOW" in screen_text(app)


async def test_line_breaks_of_a_note_survive_an_edit(coach: Coach) -> None:
    coach.day.note("one\ntwo")
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "one two" in screen_text(app))
        await pilot.press("e", *"zero ", "ctrl+s")
        assert [entry.text for entry in entries(coach) if isinstance(entry, Note)] == ["zero one\ntwo"]


async def test_a_note_on_an_entry_stands_with_it(coach: Coach) -> None:
    coach.cramps.log(at=at(coach, 1, 14), site="calf")
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await wait_for(pilot, lambda: "cramp" in screen_text(app))
        await pilot.press("n", *"after the long walk", "enter")
        (note,) = [entry for entry in entries(coach, 1) if isinstance(entry, Note)]
        assert note.text == "after the long walk"
        shown = screen_text(app)
        assert "after the long walk (about the cramp 14:00)" in shown
        assert next(line for line in shown.splitlines() if "14:00" in line and "calf" in line).endswith("walk")


async def test_a_diary_that_cannot_be_written_says_so_and_keeps_what_was_typed(coach: Coach) -> None:
    coach.day.drink("250")
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "250 ml" in screen_text(app))
        await pilot.press("e", "backspace", "backspace", "backspace", *"300")
        folder, away = coach.places.diary, coach.places.diary.with_name("away")
        folder.rename(away)
        await pilot.press("enter")
        assert "300" in screen_text(app)
        assert "Change this drink" in screen_text(app)
        away.rename(folder)
        await pilot.press("enter")
        assert "300 ml" in screen_text(app)
