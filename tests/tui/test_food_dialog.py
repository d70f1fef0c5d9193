"""The food dialog: by name, sorted on tab, and neutral for those whom potassium may harm."""

from __future__ import annotations

import pytest

from coach.model.entry import Eat
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")


def order(text: str, *names: str) -> list[str]:
    return sorted(names, key=text.index)


async def test_tab_sorts_by_the_next_thing_and_comes_round(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f", *"potato")
        await wait_for(pilot, lambda: "by name" in screen_text(app))
        assert order(screen_text(app), "Potato, baked", "Sweet potato")[0] == "Potato, baked"
        await pilot.press("tab")
        assert "by potassium" in screen_text(app)
        assert order(screen_text(app), "Potato, boiled", "Sweet potato") == ["Sweet potato", "Potato, boiled"]
        await pilot.press("tab", "tab", "tab")
        assert "by sodium, least first" in screen_text(app)
        await pilot.press("tab")
        assert "by name" in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_with_kidney_disease_it_stays_by_name_and_says_why(coach: Coach, size: tuple[int, int]) -> None:
    coach.profile.set("condition.kidney-disease", "yes")
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("f")
        await wait_for(pilot, lambda: "nothing here is a suggestion" in screen_text(app))
        await pilot.press("tab")
        text = screen_text(app)
        assert "by name, not by pot" in text
        assert "Not by potassium: kidney disease." in text
        assert order(text, "Almonds", "Apple", "Avocado") == ["Almonds", "Apple", "Avocado"]
        await pilot.press(*"banan")
        assert "422" in screen_text(app), "a food looked up by name keeps its numbers"


async def test_a_note_is_shown_and_portions_are_logged(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f", *"kidney b", "plus")
        assert "1.5 × 1/2 cup (89 g)" in screen_text(app)
        assert "Boil dried ones hard" in screen_text(app)
        await pilot.press("enter")
        (eaten,) = coach.diary.entries(coach.current_day(), coach.current_day())
        assert isinstance(eaten, Eat)
        assert (eaten.food, eaten.portions) == ("kidney-beans", 1.5)


async def test_nothing_found_says_so_and_logs_nothing(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f", *"[/]xyz", "down", "tab", "enter")
        assert "no such food in the list" in screen_text(app)
        assert not coach.diary.entries(coach.current_day(), coach.current_day())


async def test_the_cursor_stays_where_it_was_when_the_terminal_changes_size(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f", "down", "down")
        await wait_for(pilot, lambda: "2/3 cup cubes" in screen_text(app))
        await pilot.resize_terminal(100, 30)
        await wait_for(pilot, lambda: "2/3 cup cubes" in screen_text(app))
