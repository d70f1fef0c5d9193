"""What Today shows of a thing that is withheld, asked about, or said in other words; nothing goes missing."""

from __future__ import annotations

import pytest

from coach.model.ruling import Topic
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.row_list import RowList
from tests.support.clock import FakeClock
from tests.support.tui import dialog_text, screen_text, wait_for

answered = pytest.mark.usefixtures("answered")
SIZES = [(60, 20), (80, 24), (120, 40)]


def flat(app: CoachApp) -> str:
    return " ".join(screen_text(app).split())


def said(app: CoachApp) -> str:
    """What the dialog says; nothing while there is none."""
    return dialog_text(app) if app.screen.query("#panel") else ""


def line(app: CoachApp, wanted: str) -> str:
    return next(" ".join(line.split()) for line in screen_text(app).splitlines() if wanted in line)


@answered
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["space", "enter"])
async def test_what_is_asked_about_keeps_its_row_and_says_all_of_it(
    coach: Coach, size: tuple[int, int], key: str
) -> None:
    coach.profile.set("condition.kidney-disease", "yes")
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "potassium-food"
        await wait_for(pilot, lambda: "▸ ?  A potassium-rich food" in screen_text(app))
        assert line(app, "A potassium-rich").endswith("ask first: kidney disease")
        await pilot.press(key)
        await wait_for(pilot, lambda: "until your kidney team says otherwise" in said(app))
        assert "when they say yes, note it in your profile" in said(app)
        await pilot.press("enter")
        await wait_for(pilot, lambda: "▸ ·  Foods rich in potassium" in screen_text(app))
        await pilot.press("space", "escape")
        await wait_for(pilot, lambda: "▸ ·  A potassium-rich food" in screen_text(app))
        assert coach.day.safety().verdict(Topic.POTASSIUM_FOOD).ruling.offers


@answered
async def test_what_is_withheld_cannot_be_noted_away(coach: Coach) -> None:
    coach.profile.set("condition.suspected-dvt", "yes")
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "▸ –  Calf and hamstring stretch before bed" in screen_text(app))
        assert line(app, "Calf and hamstring").endswith("withheld: signs of a clot in one…")
        await pilot.press("space")
        await wait_for(pilot, lambda: "Withheld: signs of a clot in one leg" in said(app))
        assert "urgent advice service, today" in said(app)
        assert "they said yes" not in said(app)
        await pilot.press("escape")
        assert coach.diary.entries(coach.current_day(), coach.current_day()) == []


async def test_unanswered_leads_to_the_questions(coach: Coach) -> None:
    coach.settings.set("first_questions", "no")
    app = CoachApp(coach)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "calcium-food"
        await wait_for(pilot, lambda: "▸ –  A calcium-rich food" in screen_text(app))
        assert line(app, "A calcium-rich").endswith("withheld: not answered yet")
        await pilot.press("space")
        await wait_for(pilot, lambda: "Answer a few questions about your health first." in said(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Not ticked is not cleared" in said(app))


@answered
@pytest.mark.parametrize("size", SIZES)
async def test_what_is_said_in_other_words_shows_them(coach: Coach, size: tuple[int, int]) -> None:
    coach.profile.set_all({"condition.ace-inhibitor": "yes", "condition.antidepressant": "yes"})
    coach.day.eat("banana")
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "Drink to thirst: with this medicine" in flat(app))
        assert "more than that can lower sodium." in flat(app)
        app.screen.query_one(RowList).cursor = "calcium-food"
        await wait_for(
            pilot, lambda: "Ordinary fruit, vegetables and beans are fine; no potassium target." in flat(app)
        )
        assert "of 2" not in line(app, "A potassium-rich")


@answered
async def test_a_limit_is_at_most_and_nothing_is_celebrated(coach: Coach) -> None:
    coach.profile.set_all({"condition.fluid-limit": "yes", "water.limit_ml": "1000", "water.goal_ml": "1000"})
    coach.day.drink("600", what="soup")
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "600 ml" in line(app, "Water"))
        assert "at most 1 l" in line(app, "Water")
        await pilot.press("W", *"400", "enter")
        await wait_for(pilot, lambda: "1 l" in line(app, "Water"))
        assert "enough for today" not in screen_text(app)
        assert "✓" not in line(app, "Water")
        await pilot.press("w")
        await wait_for(pilot, lambda: "250 ml over your limit" in line(app, "Water"))


@answered
@pytest.mark.parametrize("size", SIZES)
async def test_no_targets_for_someone_they_would_harm(coach: Coach, size: tuple[int, int]) -> None:
    coach.profile.set_all({"condition.eating-disorder": "yes", "water.goal_ml": "2000"})
    for _ in range(3):
        coach.day.tick("sitting-break")
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "✓  Break from sitting" in screen_text(app))
        shown = screen_text(app)
        assert "kept" not in shown
        assert " of " not in line(app, "Break from sitting")
        assert "3x" in line(app, "Break from sitting")
        assert "%" not in shown
        assert "2.0 l" not in line(app, "Water")
        await pilot.press("left")
        await wait_for(pilot, lambda: "a past day" in screen_text(app))
        assert "kept" not in screen_text(app)


@answered
async def test_why_there_is_no_goal_is_said_at_the_water(coach: Coach, clock: FakeClock) -> None:
    coach.profile.set("condition.desmopressin", "yes")
    clock.advance(60)
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "water"
        await pilot.press("y")
        await wait_for(pilot, lambda: "desmopressin" in flat(app))
