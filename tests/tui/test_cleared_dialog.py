"""A clinician's yes: noted with its date, asked again after a year, taken back, and never for what is withheld."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from coach.model.ruling import Topic
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.row_list import RowList
from tests.support.clock import FakeClock
from tests.support.tui import dialog_text, screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")
SIZES = [(60, 20), (80, 24), (120, 40)]


async def opened(pilot: Pilot[int]) -> None:
    await pilot.press("comma")
    await wait_for(pilot, lambda: "Ask first: " in screen_text(pilot.app))
    await pilot.press("home", "down", "space")
    await wait_for(pilot, lambda: "what a clinician said yes to" in screen_text(pilot.app))


@pytest.mark.parametrize("size", SIZES)
async def test_what_waits_is_listed_with_its_reason_and_whom_to_ask(coach: Coach, size: tuple[int, int]) -> None:
    coach.profile.set("condition.kidney-disease", "yes")
    waiting = [verdict.topic for verdict in coach.day.safety().waiting]
    assert Topic.POTASSIUM_FOOD in waiting
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await opened(pilot)
        for topic in waiting:
            assert f"▸ ·  {topic.words[0].upper()}{topic.words[1:20]}" in screen_text(app)
            assert "because of kidney disease" in dialog_text(app)
            assert "Ask your kidney team." in dialog_text(app)
            await pilot.press("down")
        ids = {row.id for row in app.screen.query_one(RowList).rows}
        assert Topic.POTASSIUM_SUPPLEMENT not in ids
        assert Topic.PAINKILLER not in ids


async def test_a_yes_is_noted_today_and_taken_back(coach: Coach) -> None:
    coach.profile.set_all({"condition.kidney-disease": "yes", "condition.past-high-potassium": "yes"})
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        app.screen.query_one(RowList).cursor = Topic.WATER_GOAL
        await pilot.press("space")
        assert "✓  A water goal" in screen_text(app)
        assert "yes, 22 Nov" in screen_text(app)
        assert "asks again from 22 Nov 2027" in dialog_text(app)
        assert coach.day.safety().verdict(Topic.WATER_GOAL).ruling.offers
        await pilot.press("space")
        assert "·  A water goal" in screen_text(app)
        assert not coach.day.safety().verdict(Topic.WATER_GOAL).ruling.offers


async def test_a_yes_that_ran_out_says_so(coach: Coach, clock: FakeClock) -> None:
    coach.profile.set("condition.kidney-disease", "yes")
    coach.profile.clinician_said_yes(Topic.WATER_GOAL)
    clock.advance(timedelta(days=365).total_seconds())
    app = CoachApp(coach)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await opened(pilot)
        assert "a yes of 22 Nov 2026 ran out" in screen_text(app)
        await pilot.press("space")
        assert "yes, 22 Nov" in screen_text(app)


async def test_a_yes_does_not_lift_what_something_else_withholds(coach: Coach) -> None:
    coach.profile.set("condition.kidney-disease", "yes")
    coach.profile.clinician_said_yes(Topic.WATER_GOAL)
    coach.profile.set("condition.desmopressin", "yes")
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        app.screen.query_one(RowList).cursor = Topic.WATER_GOAL
        await wait_for(pilot, lambda: "It stays held back all the same: desmopressin." in dialog_text(app))


async def test_nobody_is_asked_where_nothing_waits(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("comma")
        await wait_for(pilot, lambda: "About you" in screen_text(app))
        assert "Ask first" not in screen_text(app)
