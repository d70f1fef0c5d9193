"""The diary: everything that was logged, under its days, to read, mend and delete."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from textual.widgets import Input

from coach.model.entry import Cramp, Entry
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.diary_filter import Filter
from coach.tui.widgets.diary_rows import diary_rows
from coach.tui.widgets.entry_kinds import KIND_NAMES
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
            seen.append(screen_text(app).splitlines()[3].split()[0])
        assert seen == ["Cramps", "Drinks", "Ticks", "Everything"]


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


def test_every_kind_of_entry_has_its_words(coach: Coach) -> None:
    coach.day.drink("250")
    coach.day.tick("covers-loose")
    coach.day.eat("banana")
    coach.day.skip("sick")
    coach.day.note("a line")
    coach.cramps.log()
    coach.cramps.no_cramp()
    written = entries(coach)
    rows = diary_rows(written, only=Filter(), today=TODAY, notation=coach.person().notation, columns=80)
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
