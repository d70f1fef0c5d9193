"""Choosing a theme: each is worn while one looks at it, and kept only by enter."""

from __future__ import annotations

import pytest
from textual.filter import Monochrome

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.dialogs.theme import ThemeDialog
from tests.support.legibility import signs
from tests.support.tui import dialog_text, screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")


async def test_a_theme_is_tried_with_the_cursor_and_kept_with_enter(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("ctrl+p", *"theme")
        await wait_for(pilot, lambda: any(line.strip() == "Theme" for line in screen_text(app).splitlines()))
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, ThemeDialog))
        await wait_for(pilot, lambda: "▸ coach-dark" in dialog_text(app))
        await pilot.press("down")
        await wait_for(pilot, lambda: app.theme == "coach-light")
        assert "▸ coach-light" in dialog_text(app)
        assert "1 Today" in screen_text(app).splitlines()[0], "the mode below is the preview"
        await pilot.press("escape")
        await wait_for(pilot, lambda: not isinstance(app.screen, ThemeDialog))
        assert app.theme == "coach-dark"
        assert coach.settings.now().theme is None, "looking is not choosing"
        app.action_change_theme()
        await pilot.press("end")
        await wait_for(pilot, lambda: app.theme == sorted(set(app.available_themes))[-1])
        await pilot.press("home", "down", "down", "enter")
        await wait_for(pilot, lambda: not isinstance(app.screen, ThemeDialog))
        assert app.theme == coach.settings.now().theme == "coach-contrast"


async def test_every_theme_can_be_worn_in_every_mode(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        for theme in app.available_themes:
            app.theme = theme
            await pilot.pause()
            ours = theme.startswith("coach-")
            assert any("STRETCH" in sign.text for sign in signs(app)) or not ours


async def test_without_colour_nothing_is_coloured_whatever_is_chosen(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    coach.settings.set("theme", "nord")
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.theme == "coach-ansi"
        assert not any(isinstance(one, Monochrome) for one in app.get_line_filters())
        assert {(sign.ink.is_default, sign.ground.is_default) for sign in signs(app)} == {(True, True)}
        here = [sign for sign in signs(app) if sign.style.reverse]
        assert any("Calf and hamstring" in sign.text for sign in here), "the cursor's row is reversed"
        app.action_change_theme()
        await wait_for(pilot, lambda: "NO_COLOR is set" in screen_text(app))
        await pilot.press("home", "enter")
        await wait_for(pilot, lambda: not isinstance(app.screen, ThemeDialog))
        assert (app.theme, coach.settings.now().theme) == ("coach-ansi", "coach-dark")
