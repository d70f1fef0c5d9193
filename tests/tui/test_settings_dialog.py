"""The settings of this machine: turned, kept at once, and keys chosen by pressing them."""

from __future__ import annotations

import pytest

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.dialogs.keymap import KeymapDialog
from coach.tui.dialogs.settings import SettingsDialog
from coach.tui.widgets.row_list import RowList
from coach.tui.widgets.setting_rows import ABOUT, setting_rows
from tests.support.tui import dialog_text, screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")


def test_every_row_says_what_it_is_about() -> None:
    assert [row.id for row in setting_rows({})] != []
    assert {row.id for row in setting_rows({})} == set(ABOUT)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_settings_are_turned_and_kept_at_once(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("semicolon")
        await wait_for(pilot, lambda: "as they come" in screen_text(app))
        assert "esc done" in dialog_text(app)
        rows = app.screen.query_one(RowList)
        pressed = {"reduced_motion": "space", "sound": "right", "notices": "left", "vim_keys": "enter"}
        for key, press in pressed.items():
            rows.cursor = key
            await pilot.press(press)
        held = coach.settings.now()
        assert (held.reduced_motion, held.sound, held.notices, held.vim_keys) == (True, False, "osc777", True)
        rows.cursor = "theme"
        await pilot.press("left")
        assert isinstance(app.screen, SettingsDialog), "an arrow opens nothing"
        await pilot.press("escape")
        await wait_for(pilot, lambda: "c CRAMP NOW" in screen_text(app))
        assert app.animation_level == "none"
        await pilot.press("K")
        await wait_for(pilot, lambda: "day off" in screen_text(app).lower())


async def test_a_theme_is_chosen_from_all_there_are(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("semicolon", "enter")
        await wait_for(pilot, lambda: "coach-light" in screen_text(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: isinstance(app.screen, SettingsDialog))
        await wait_for(pilot, lambda: "Theme coach-dark …" in dialog_text(app))


async def test_a_key_is_chosen_by_pressing_it_and_a_clash_is_told_at_once(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.press("semicolon", "end", "enter")
        await wait_for(pilot, lambda: isinstance(app.screen, KeymapDialog))
        rows = app.screen.query_one(RowList)
        rows.cursor = "app.cramp"
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Press the key for app.cramp" in dialog_text(app))
        await pilot.press("w")
        await wait_for(pilot, lambda: "app.cramp cannot be w: that is drink" in dialog_text(app))
        await pilot.press("enter", "ctrl+h")
        await wait_for(pilot, lambda: "ctrl+h is backspace" in dialog_text(app))
        await pilot.press("enter", "escape")
        await wait_for(pilot, lambda: "app.cramp is as it comes" in dialog_text(app))
        assert coach.settings.keys.now().own == {}
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Press the key" in dialog_text(app))
        await pilot.click(RowList, offset=(10, 6))
        await wait_for(pilot, lambda: "is as it comes" in dialog_text(app))
        rows.cursor = "app.cramp"
        await pilot.press("f8", "enter", "f9")
        await wait_for(pilot, lambda: "app.cramp is f9 now" in dialog_text(app))
        assert coach.settings.keys.now().own == {"app.cramp": ("f9",)}
        await pilot.press("escape")
        await wait_for(pilot, lambda: "1 of your own" in dialog_text(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: "f9 CRAMP NOW" in screen_text(app))
        await pilot.press("semicolon", "end", "enter", *["down"] * 4, "delete", "escape", "escape")
        await wait_for(pilot, lambda: "c CRAMP NOW" in screen_text(app))
        assert coach.settings.keys.now().own == {}


async def test_leaving_the_app_works_while_a_key_is_waited_for(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("semicolon", "end", "enter", "enter", "ctrl+c")
    assert app.return_code == 0
