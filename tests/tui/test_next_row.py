"""The row of what comes next: an experiment's change is ticked from it, a day off asks only what safety asks."""

from __future__ import annotations

from datetime import datetime

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.today_rows import today_rows
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for


def next_row(coach: Coach) -> str:
    rows = today_rows(coach.day.today(), usual="250 ml", unit="ml", minutes={}, columns=76, lines=20)
    cells = [
        str(cell.text) if isinstance(cell.text, str) else "".join(t for t, _ in cell.text)
        for cell in rows[3].cells
    ]
    return " ".join(cells)


def test_a_day_off_names_what_safety_asks_and_else_asks_nothing(coach: Coach) -> None:
    coach.day.skip("sick")
    assert next_row(coach).startswith("Day off Answer a few questions about your health s")
    coach.day.decline("questions")
    assert next_row(coach) == "Day off nothing is asked of you: sick"


async def test_what_is_tried_is_ticked_from_next(coach: Coach, clock: FakeClock, answered: None) -> None:  # noqa: ARG001
    coach.experiments.start("covers-loose")
    clock.set(datetime(2026, 12, 8, 21))
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Next        Bedtime" in screen_text(app))
        await pilot.press("x")
        assert "Next        Covers loose at the feet" in screen_text(app)
        await pilot.press("y")
        await wait_for(pilot, lambda: "Day 3 of 42 of what you are trying" in " ".join(screen_text(app).split()))
        await pilot.press("s")
        assert "nothing more for now" in screen_text(app)
        assert [item.done for item in coach.day.today().items if item.id == "covers-loose"] == [True]
        await pilot.press("u")
        assert "Next        Covers loose at the feet" in screen_text(app)
