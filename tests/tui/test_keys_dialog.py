"""The keys and the red flags, as pages to read."""

from __future__ import annotations

import pytest

from coach.model.cause import Urgency
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.messages import RedFlagsWanted
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

SIZES = [(60, 20), (120, 40)]


async def all_of(app: CoachApp, press: object) -> str:
    """Everything a page holds, read from top to bottom."""
    seen = [screen_text(app)]
    for _ in range(120):
        await press("pagedown")  # type: ignore[operator]
        if screen_text(app) == seen[-1]:
            break
        seen.append(screen_text(app))
    return "\n".join(seen)


@pytest.mark.parametrize("size", SIZES)
async def test_every_key_of_the_screen_and_of_the_app_is_listed(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "1 Today" in screen_text(app))
        await pilot.press("question_mark")
        assert "esc leave" in screen_text(app)
        shown = " ".join((await all_of(app, pilot.press)).split())
        for said in (
            "space Tick",
            "k A day off",
            "a Items on your list",
            "w Drink the usual vessel",
            "c Cramp now",
        ):
            assert said in shown
        assert "not a diagnosis" in shown
        assert "coach --help" in shown
        await pilot.press("question_mark")
        assert "c CRAMP NOW" in screen_text(app)


async def test_the_keys_are_those_of_the_mode_beneath(coach: Coach) -> None:
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "4 Diary" in screen_text(app))
        await pilot.press("question_mark")
        shown = " ".join(screen_text(app).split())
        assert "f Filter" in shown
        assert "Tick" not in shown


async def test_two_columns_when_wide_and_one_when_narrow(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:

        def columns() -> int:
            lines = [line for line in screen_text(app).splitlines() if "HERE" in line]
            return 2 if any(" HERE" in line and "EVERYWHERE" in line for line in lines) else len(lines[:1])

        await pilot.press("question_mark")
        await wait_for(pilot, lambda: columns() == 2)
        await pilot.resize_terminal(60, 20)
        await wait_for(pilot, lambda: columns() == 1)


@pytest.mark.parametrize("size", SIZES)
async def test_red_flags_stand_by_urgency_with_what_to_do(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "1 Today" in screen_text(app))
        app.screen.post_message(RedFlagsWanted())
        await wait_for(pilot, lambda: "CALL FOR HELP NOW" in screen_text(app))
        assert "esc leave" in screen_text(app)
        await pilot.press("3")
        await wait_for(pilot, lambda: "SOON" in screen_text(app))
        await pilot.press("home")
        await wait_for(pilot, lambda: "CALL FOR HELP NOW" in screen_text(app))
        whole = " ".join((await all_of(app, pilot.press)).split())
        assert whole.index("CALL FOR HELP NOW") < whole.index("TODAY") < whole.index("SOON")
        for level, flags in coach.cramps.red_flags():
            for flag in flags:
                assert flag.problem[:30] in whole, (level, flag.id)
        assert " ".join(flags[-1].action.split()[-4:]) in whole
        assert Urgency.EMERGENCY is coach.cramps.red_flags()[0][0]
        await pilot.press("escape")
        assert "c CRAMP NOW" in screen_text(app)
