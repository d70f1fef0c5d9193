"""What the profile holds of a person's health: what is ticked, for how long, and whether all was gone through."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.row_list import RowList
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")
SIZES = [(60, 20), (80, 24), (120, 40)]


async def opened(pilot: Pilot[int]) -> None:
    await pilot.press("comma")
    await wait_for(pilot, lambda: "About you" in screen_text(pilot.app))


def go_to(app: CoachApp, row: str) -> None:
    app.screen.query_one(RowList).cursor = row


async def test_conditions_are_ticked_with_space_and_say_what_they_change(coach: Coach) -> None:
    coach.profile.set("condition.balance-problem", "yes")
    app = CoachApp(coach)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await opened(pilot)
        go_to(app, "suspected-dvt")
        await wait_for(pilot, lambda: "Signs of a clot in one leg." in screen_text(app))
        await pilot.press("space")
        assert "✓  signs of a clot in one leg" in screen_text(app)
        go_to(app, "balance-problem")
        await wait_for(pilot, lambda: "✓  a balance problem or falls" in screen_text(app))
        assert "BALANCE AND STANDING" in screen_text(app)
        await pilot.press("space")
        assert "·  a balance problem or falls" in screen_text(app)
        await pilot.press("enter")
        assert coach.person().conditions == frozenset({"suspected-dvt"})


@pytest.mark.parametrize("size", SIZES)
async def test_what_holds_for_a_time_says_until_when_and_when_it_ran_out(
    coach: Coach, size: tuple[int, int]
) -> None:
    coach.profile.set_all(
        {
            "condition.knee-replacement-recent": "yes",
            "since.knee-replacement-recent": "2026-11-01",
            "condition.hip-replacement-recent": "yes",
            "since.hip-replacement-recent": "2026-08-27",
        }
    )
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "Does this still hold" in screen_text(app))
        await pilot.press("s")
        await wait_for(pilot, lambda: "About you" in screen_text(app))
        assert app.screen.query_one(RowList).cursor == "hip-replacement-recent"
        assert "ran out 19 Nov" in screen_text(app)
        await pilot.press("down")
        assert "until 24 Jan 2027" in screen_text(app)
        await pilot.press("up", "space")
        assert "until 14 Feb 2027" in screen_text(app)
        await pilot.press("enter")
        assert coach.person().since["hip-replacement-recent"].isoformat() == "2026-11-22"
        assert "hip-replacement-recent" in coach.day.safety().held


async def test_having_gone_through_it_all_can_be_said_and_taken_back(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("space", "enter")
        assert not coach.day.safety().answered
        await opened(pilot)
        assert "▸ ·  I have gone through these questions" in screen_text(app)
        go_to(app, "diabetes")
        await pilot.press("space", "home", "space", "enter")
        assert coach.day.safety().answered
        assert coach.person().conditions == frozenset({"diabetes"})
        await pilot.press("u")
        assert not coach.day.safety().answered
        assert coach.person().conditions == frozenset()


async def test_what_follows_from_the_diary_is_not_asked(coach: Coach) -> None:
    coach.cramps.log(site="calf")
    app = CoachApp(coach)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await opened(pilot)
        ids = {row.id for row in app.screen.query_one(RowList).rows}
        assert "suspected-dvt" in ids
        assert not ids & {"calf-cramp-today", "under-18", "unanswered"}
