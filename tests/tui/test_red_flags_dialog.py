"""The red flags: what to call for help for is there without scrolling, and says whom this person calls."""

from __future__ import annotations

import pytest

from coach.model.cause import Urgency
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.tui import dialog_text, screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

LONGEST = 33
"""Cells of one of two columns at 80."""


def test_every_emergency_is_said_in_a_few_words(coach: Coach) -> None:
    (emergency, urgent), *_ = coach.cramps.red_flags()
    assert emergency is Urgency.EMERGENCY
    assert [flag.id for flag in urgent if not 0 < len(flag.brief) <= LONGEST] == []


@pytest.mark.parametrize(("region", "number"), [("", "your local emergency number"), ("uk", "999"), ("us", "911")])
async def test_all_emergencies_are_seen_at_once_with_whom_to_call(coach: Coach, region: str, number: str) -> None:
    if region:
        coach.profile.set("region", region)
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "exclamation_mark")
        await wait_for(pilot, lambda: "esc leave" in screen_text(app))
        shown = dialog_text(app)
        (_, urgent), (_, today), _ = coach.cramps.red_flags()
        assert [flag.brief for flag in urgent if flag.brief not in shown] == []
        assert f"→ Call {number}" in shown
        assert ("999" in shown, "911" in shown) == (region == "uk", region == "us")
        await pilot.press("2")
        await wait_for(pilot, lambda: today[0].signs[:20] in dialog_text(app))
        assert dialog_text(app).index("TODAY") < dialog_text(app).index(today[0].signs[:20])
        await pilot.press("4")
        await wait_for(pilot, lambda: urgent[0].problem in dialog_text(app))
        assert urgent[0].action in dialog_text(app)


async def test_on_the_smallest_screen_they_are_one_below_the_other(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.press("c", "exclamation_mark")
        (_, urgent), *_ = coach.cramps.red_flags()
        assert urgent[0].brief in screen_text(app)
        assert not any(urgent[0].brief in line and "cancer" in line for line in screen_text(app).splitlines())
        assert "esc leave" in screen_text(app)
        await pilot.press(*["down"] * 16)
        await wait_for(pilot, lambda: urgent[-1].brief in screen_text(app))
