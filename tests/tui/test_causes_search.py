"""A word typed in haste finds every page that speaks of it, and enter opens one."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.tui import screen_text, wait_for
from tests.tui.causes_shown import cursor, listed, page_title

pytestmark = pytest.mark.usefixtures("answered")
SIZES = [(60, 20), (80, 24), (120, 40)]


async def test_a_word_narrows_the_list_titles_first_and_escape_shows_all_again(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash", *"medic")
        await wait_for(pilot, lambda: "speak of medic" in screen_text(app))
        found = listed(app)
        assert found[:2] == ["cause:conditions", "cause:medicines"]
        assert found.index("cause:dehydration") > found.index("list:medicines")
        assert "cause:posture" not in found
        await pilot.press("escape")
        assert "WHAT YOU CAN CHANGE" in screen_text(app)
        assert "cause:posture" in listed(app)


@pytest.mark.parametrize("size", SIZES)
async def test_arrows_choose_while_typing_and_enter_opens_the_page(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("slash", *"statin")
        await wait_for(pilot, lambda: cursor(app) == "medicine:statins")
        assert "medicine" in screen_text(app)
        await pilot.press("down", "up", "enter")
        await wait_for(pilot, lambda: page_title(app) == "Statins")
        await pilot.press("pagedown")
        await wait_for(pilot, lambda: page_title(app) != "Statins")
        await pilot.press("escape", "escape")
        await wait_for(pilot, lambda: "WHAT YOU CAN CHANGE" in screen_text(app))


async def test_the_best_find_is_chosen_anew_with_every_letter(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash", *"cal", "down", "down")
        assert cursor(app) != listed(app)[0]
        await pilot.press("f")
        await wait_for(pilot, lambda: "speak of calf" in screen_text(app))
        assert cursor(app) == listed(app)[0]


@pytest.mark.parametrize(("typed", "meant"), [("hamsting", "hamstring"), ("magnesum", "magnesium")])
async def test_a_slip_of_the_finger_is_mended_and_said(coach: Coach, typed: str, meant: str) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash", *typed)
        await wait_for(pilot, lambda: f"taken for {meant}" in screen_text(app))
        assert len(listed(app)) > 1


async def test_what_a_page_says_of_the_word_stands_under_its_title_where_there_is_room(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("slash", *"statin")
        await wait_for(pilot, lambda: "Statins are blamed most." in screen_text(app))
    small = CoachApp(coach, mode="causes")
    async with small.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash", *"statin")
        await wait_for(pilot, lambda: "speak of statin" in screen_text(small))
        assert "Statins are blamed most." not in screen_text(small)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("sepsis", "red flag:fast-spreading-skin-change"),
        ("banana", "food:banana"),
        ("soleus", "move:soleus-wall"),
        ("bedtime", "routine:bedtime"),
        ("covers", "item:covers-loose"),
        ("restless", "look-alike:restless-legs"),
        ("pickle", "remedy:pickle-juice"),
        ("salmeterol", "medicine:laba"),
        ("recommended daily", "list:intakes"),
    ],
)
async def test_every_kind_of_page_is_found(coach: Coach, word: str, found: str) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash")
        app.screen.query_one(Input).value = word
        await wait_for(pilot, lambda: found in listed(app))


async def test_a_food_is_never_the_first_find_of_someone_who_asks_first_about_potassium(coach: Coach) -> None:
    coach.profile.set("condition.kidney-disease", "yes")
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash")
        for word in ("banana", "potato", "tomato paste", "potassium-rich", "potassium"):
            app.screen.query_one(Input).value = word
            await wait_for(pilot, lambda: f"of {word}" in screen_text(app))  # noqa: B023
            assert not listed(app)[0].startswith(("food:", "item:"))
        assert "ask first" in screen_text(app), "the item of the checklist says so beside its name"


async def test_letters_that_mean_something_elsewhere_are_only_letters_in_the_search(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash", *"wcuq4sao")
        await wait_for(pilot, lambda: "nothing speaks of wcuq4sao" in screen_text(app))
        assert coach.entries.log(days=1) == []


async def test_what_is_typed_into_the_search_is_shown_as_typed(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash")
        for typed in ("[/]", "[@click=app.quit]x[/]", "[Mgx]", "שלום", "🦵🏽", "x" * 10_000, "\x1b[31mred"):
            app.screen.query_one(Input).value = typed
            seen = typed.replace("\x1b", "")[:8]
            await wait_for(pilot, lambda: f"nothing speaks of {seen}" in screen_text(app))  # noqa: B023
            assert "\x1b" not in screen_text(app)
