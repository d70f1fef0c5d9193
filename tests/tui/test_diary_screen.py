"""The diary: everything that was logged, under its days, to read, mend and delete."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from coach.model.entry import Cramp, Drink, Entry, Note
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.diary_rows import KIND_NAMES, diary_rows
from coach.tui.widgets.row_list import RowList
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for

TODAY = date(2026, 11, 22)
SIZES = [(60, 20), (120, 40)]
HOSTILE = "[/] [@click=app.quit]x[/] [Mg] \x1b[31mred\x1b[0m שלום 🦵🏽 " + "y" * 9_900
SHOWN = "[/] [@click=app.quit]x[/] [Mg] [31mred[0m"


def at(coach: Coach, days: int, hour: int, minute: int = 0) -> datetime:
    return coach.clock.local(datetime(2026, 11, 22, hour, minute) - timedelta(days=days))


def entries(coach: Coach, days: int = 0) -> list[Entry]:
    day = TODAY - timedelta(days=days)
    return coach.diary.entries(day, day)


async def opened(pilot: Pilot[int]) -> None:
    await pilot.press("4")
    await wait_for(pilot, lambda: "4 Diary" in screen_text(pilot.app))


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_diary_says_what_will_stand_there(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "Nothing here yet." in screen_text(app))
        await pilot.press("e", "d", "n", "enter", "f")
        assert "Nothing here yet." in screen_text(app)
        await pilot.press("w")
        assert "Nothing here yet." not in screen_text(app)
        assert "drink    250 ml water" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_entries_stand_under_their_days_newest_first(coach: Coach, size: tuple[int, int]) -> None:
    coach.day.drink("250", at=at(coach, 0, 9, 5), what="tea")
    coach.day.drink("500", at=at(coach, 0, 11))
    coach.cramps.log(at=at(coach, 1, 3, 10), site="calf", side="left", pain=6)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "SUNDAY 22 NOVEMBER" in screen_text(app))
        lines = [line.strip(" ▸") for line in screen_text(app).splitlines() if line.strip()]
        body = lines[lines.index("SUNDAY 22 NOVEMBER") : -1]
        assert body == [
            "SUNDAY 22 NOVEMBER",
            "11:00  drink    500 ml water",
            "09:05  drink    250 ml tea",
            "FRIDAY 20 NOVEMBER",
            "03:10  cramp    calf, left leg, pain 6 of 10",
        ]


async def test_f_walks_through_the_kinds_that_are_there(coach: Coach) -> None:
    coach.day.drink("250")
    coach.day.tick("covers-loose")
    coach.cramps.log(site="foot")
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Everything   3 since" in screen_text(app))
        seen = []
        for _ in range(4):
            await pilot.press("f")
            seen.append(screen_text(app).splitlines()[1].split()[0])
        assert seen == ["Cramps", "Drinks", "Ticks", "Everything"]


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


@pytest.mark.parametrize("size", SIZES)
async def test_enter_shows_all_of_an_entry(coach: Coach, size: tuple[int, int]) -> None:
    done = coach.cramps.log(site="calf", released_by=["stretch", "standing"], note="a [b] c", minutes=4)
    coach.day.note("seen by the physio", of=done.entries[0].id)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "cramp" in screen_text(app))
        await pilot.press("f", "enter")
        shown = screen_text(app)
        for said in ("Cramp, Sunday 22 November 2026, 20:00", "stretch, standing", "a [b] c", "minutes"):
            assert said in shown
        await pilot.press("end")
        shown = screen_text(app)
        assert "seen by the physio" in shown
        assert done.entries[0].id in shown
        assert f"written 2026-11-22 20:00 by device {done.entries[0].device}" in shown
        await pilot.press("d")
        assert not any(isinstance(entry, Cramp) for entry in entries(coach))


async def test_older_days_come_when_the_cursor_nears_the_end(coach: Coach, clock: FakeClock) -> None:
    for days in (0, 30, 59, 61, 200, 700):
        for hour in range(8, 14):
            coach.day.drink("250", at=at(coach, days, hour))
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "18 since 24 September" in screen_text(app))
        for _ in range(6):
            await pilot.press("end")
        await wait_for(pilot, lambda: "36 since" in screen_text(app))
        assert "2024" in screen_text(app)
        reads = coach.diary.days()
        assert reads is not None
        assert reads[0] <= clock.now().date() - timedelta(days=700)


async def test_what_another_process_deletes_goes_and_the_cursor_stays_near(coach: Coach, clock: FakeClock) -> None:
    for hour in (8, 9, 10):
        coach.day.drink(f"{hour}00", at=at(coach, 0, hour))
    app = CoachApp(coach, mode="diary")
    other = Coach(coach.places, clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "900 ml" in screen_text(app))
        await pilot.press("end")
        other.entries.delete(entries(coach)[1].id)
        await wait_for(pilot, lambda: "900 ml" not in screen_text(app))
        assert next(line for line in screen_text(app).splitlines() if "800 ml" in line).startswith(" ▸")


async def test_hostile_text_is_shown_as_typed_everywhere(coach: Coach) -> None:
    coach.cramps.log(site="calf", note=HOSTILE, activity="[Mg]", triggers=["[/]"])
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await wait_for(pilot, lambda: "[Mg], [/]" in screen_text(app))
        assert "[/] [@click=app.quit]x[/] [Mg]" in screen_text(app)
        await pilot.press("enter")
        assert SHOWN in screen_text(app)
        await pilot.press("e")
        assert any(SHOWN in field.value for field in app.screen.query(Input))
        await pilot.press("escape", "d")
        await wait_for(pilot, lambda: "u brings it back" in screen_text(app))
        assert app.is_running
        await pilot.press("u")
        assert len(entries(coach)) == 1


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


def test_every_kind_of_entry_has_its_words(coach: Coach) -> None:
    coach.day.drink("250")
    coach.day.tick("covers-loose")
    coach.day.eat("banana")
    coach.day.skip("sick")
    coach.day.note("a line")
    coach.cramps.log()
    coach.cramps.no_cramp()
    written = entries(coach)
    rows = diary_rows(written, kind=None, today=TODAY, unit=coach.person().units, columns=80)
    assert {entry.kind for entry in written} == set(KIND_NAMES) - {"session"}
    assert sum(row.id is not None for row in rows) == len(written)


async def test_the_cursor_is_where_it_was_after_another_mode(coach: Coach) -> None:
    for hour in (8, 9, 10):
        coach.day.drink(f"{hour}00", at=at(coach, 0, hour))
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "900 ml" in screen_text(app))
        await pilot.press("down", "1", "w", "4")
        await wait_for(pilot, lambda: "250 ml" in screen_text(app))
        rows = app.screen.query_one(RowList)
        assert rows.cursor == next(entry.id for entry in entries(coach) if getattr(entry, "ml", 0) == 900)
