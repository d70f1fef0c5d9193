"""With kidney disease nothing high in potassium is offered, on any screen."""

from __future__ import annotations

import pytest

from coach.advice.links import Address
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.screens.pages.making import make_page
from coach.tui.screens.pages.shelf import shelf_rows
from coach.tui.widgets.page import Page
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")
HIGH_MG = 400


@pytest.fixture
def ill(coach: Coach) -> Coach:
    """Someone with kidney disease who had set a water goal before."""
    coach.profile.set_all({"water.goal_ml": "2000", "condition.kidney-disease": "yes"})
    return coach


def high(coach: Coach) -> list[str]:
    """The names of all foods that are high in potassium."""
    return [food.name.lower() for food in coach.knowledge.foods() if food.portion.potassium_mg >= HIGH_MG]


def offered(app: CoachApp, names: list[str]) -> list[str]:
    text = " ".join(screen_text(app).split()).lower()
    return [name for name in names if name in text]


async def test_today_stretch_diary_and_cramp_now_name_none(ill: Coach) -> None:
    app, names = CoachApp(ill), high(ill)
    async with app.run_test(size=(120, 60), notifications=True) as pilot:
        await wait_for(pilot, lambda: "potassium-rich food" in screen_text(app).lower())
        text = screen_text(app)
        assert "ask first" in text
        assert "2.0 l" not in text
        assert offered(app, names) == []
        for mode, sign in (("3", "Bedtime"), ("4", "Diary")):
            await pilot.press(mode)
            await wait_for(pilot, lambda sign=sign: sign in screen_text(app))  # type: ignore[misc]
            assert offered(app, names) == []
        await pilot.press("c")
        await wait_for(pilot, lambda: "Toes UP" in screen_text(app))
        assert offered(app, names) == []


def said(page: Page) -> str:
    """All that a page says."""
    return " ".join(" ".join((line.lead, *(text for text, _ in line.text), line.aside)) for line in page.lines)


def test_no_page_names_one_but_the_neutral_list_of_foods(ill: Coach) -> None:
    names = high(ill)
    rows = [row.id for row in shelf_rows(ill, columns=46, height=200) if row.id is not None]
    assert len(rows) > 40
    for row in rows:
        text = said(make_page(ill, Address.read(row))).lower()
        found = [name for name in names if name in text]
        if row == "list:foods":
            assert len(found) == len(names)
            assert "nothing here is a suggestion" in text
        else:
            assert found == [], row


async def test_the_food_list_stands_by_name_with_its_warning(ill: Coach) -> None:
    app = CoachApp(ill)
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await wait_for(pilot, lambda: "FOOD" in screen_text(app))
        await pilot.press("f")
        await wait_for(pilot, lambda: "by name" in screen_text(app))
        assert "nothing here is a suggestion" in " ".join(screen_text(app).split())
        await pilot.press("tab")
        await wait_for(pilot, lambda: "by name, not by potassium" in screen_text(app))
