"""What can be done with the mouse: lines of keys, tabs, the footer, the wheel."""

from __future__ import annotations

import pytest
from textual import events

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.key_line import key_pieces
from coach.tui.widgets.row_list import RowList
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")


def at(app: CoachApp, text: str) -> tuple[int, int]:
    """Where a text stands on the screen, the lowest one of several."""
    lines = [*enumerate(screen_text(app).splitlines())]
    return next((line.index(text), y) for y, line in reversed(lines) if text in line)


def test_a_line_of_keys_knows_which_piece_presses_what() -> None:
    line = "← → change   empty for none   k keep what   esc done"
    assert [(said.strip(), key) for said, key in key_pieces(line)] == [
        ("←", "left"),
        ("→", "right"),
        ("change", "right"),
        ("", ""),
        ("empty for none", ""),
        ("", ""),
        ("k", "k"),
        ("keep what", "k"),
        ("", ""),
        ("esc", "escape"),
        ("done", "escape"),
    ]


async def test_top_line_footer_dialogs_and_tabs_can_be_clicked(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "STRETCH AND POSTURE" in screen_text(app))
        today = app.screen
        await pilot.click(offset=at(app, "? keys"))
        await wait_for(pilot, lambda: "EVERYWHERE" in screen_text(app))
        await pilot.click(offset=at(app, "esc leave"))
        await wait_for(pilot, lambda: app.screen is today)
        await pilot.click(offset=at(app, "f food"))
        await wait_for(pilot, lambda: "portions" in screen_text(app))
        await pilot.click(offset=at(app, "leave"))
        await wait_for(pilot, lambda: app.screen is today)
        await pilot.click(offset=at(app, "4 Diary"))
        await wait_for(pilot, lambda: "v next" in screen_text(app))
        await pilot.click(offset=at(app, "v next"))
        await wait_for(pilot, lambda: app.screen.page == "year")  # type: ignore[attr-defined]
        await pilot.click(offset=at(app, "c CRAMP NOW"))
        await wait_for(pilot, lambda: "esc leave" in screen_text(app))
        await pilot.click(offset=at(app, "esc leave"))
        await wait_for(pilot, lambda: "v next" in screen_text(app))


async def test_settings_are_turned_by_clicks_and_the_wheel_scrolls_lists_and_help(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.press("semicolon")
        await wait_for(pilot, lambda: "Vim keys" in screen_text(app))
        await pilot.click(offset=at(app, "Vim keys"))
        await wait_for(pilot, lambda: coach.settings.now().vim_keys)
        await pilot.press("escape", "3")
        await wait_for(pilot, lambda: "Bedtime" in screen_text(app))
        rows = app.screen.query_one(RowList)
        before = screen_text(app)
        rows.post_message(events.MouseScrollDown(rows, 5, 5, 0, 1, 0, False, False, False))
        await wait_for(pilot, lambda: screen_text(app) != before)
        await pilot.press("question_mark")
        await wait_for(pilot, lambda: "HERE" in screen_text(app))
        page = app.screen.query_one("#page")
        page.post_message(events.MouseScrollDown(page, 5, 5, 0, 1, 0, False, False, False))
        await wait_for(pilot, lambda: page.scroll_y > 0)
