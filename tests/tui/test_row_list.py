"""A list draws only the lines that changed, and what stands there is what a drawing of all of them gives."""

from __future__ import annotations

import pytest

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.row_list import RowList
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

WALKS = {
    "today": ("space", "down", "plus", "plus", "end", "up", "space", "home", "w", "left", "right", "k", "u"),
    "causes": ("down", "pagedown", "slash", "m", "a", "g", "backspace", "down", "escape", "end", "home"),
    "stretch": ("end", "up", "up", "home", "pagedown"),
    "diary": ("v", "down", "f", "end", "up", "left", "home"),
}


def drawn(app: CoachApp) -> list[str]:
    """Every line of the list with its colours, as it was drawn."""
    rows = app.screen.query_one(RowList)
    return [repr(strip) for strip in rows.render_lines(rows.size.region)]


@pytest.mark.parametrize("size", [(80, 24), (120, 14)])
@pytest.mark.parametrize("mode", WALKS)
async def test_what_changed_is_drawn(coach: Coach, mode: str, size: tuple[int, int]) -> None:
    app = CoachApp(coach, mode=mode)
    async with app.run_test(size=size) as pilot:
        await wait_for(pilot, lambda: bool(app.screen.query(RowList)) and "Today" in screen_text(app))
        for key in WALKS[mode]:
            await pilot.press(key)
            await pilot.pause()
            if not app.screen.query(RowList):
                continue
            as_it_came = drawn(app)
            app.screen.query_one(RowList).refresh()
            assert drawn(app) == as_it_came, key
