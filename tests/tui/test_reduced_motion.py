"""Where motion is not wanted nothing moves but the countdown: no blinking, no flash, no figure, no gliding."""

from __future__ import annotations

from itertools import pairwise

import pytest
from textual.widgets import Input

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.figure import FigureView
from tests.support.clock import FakeClock
from tests.support.short_routine import let_pass
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")


async def test_no_cursor_blinks(coach: Coach) -> None:
    coach.settings.set("reduced_motion", "yes")
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.animation_level == "none"
        await pilot.press("n")
        await wait_for(pilot, lambda: "A note about the day" in screen_text(app))
        await wait_for(pilot, lambda: not app.screen.query_one(Input).cursor_blink)


async def test_of_a_session_only_the_countdown_moves(coach: Coach, clock: FakeClock) -> None:
    coach.settings.set("reduced_motion", "yes")
    app = CoachApp(coach, routine="chair")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        await pilot.press("n")
        frames, texts, flashes = [], [], []
        for _ in range(5):
            await let_pass(pilot, clock, 0.7)
            frames.append(app.screen.query_one(FigureView).frame)
            texts.append(screen_text(app))
            strips = app.screen._compositor.render_strips()
            flashes.append(any(part.style and part.style.reverse for strip in strips for part in strip))
        assert len(set(frames)) == 1
        assert any(one != other for one, other in pairwise(texts)), "the countdown goes on"
        assert not any(flashes)
