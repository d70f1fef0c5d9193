"""The Player: what it shows at each moment, and what its keys do to the time."""

from __future__ import annotations

import pytest

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.clock import FakeClock
from tests.support.short_routine import READY_S, held, let_pass, sessions, write_short_routine
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

SIZE = (80, 24)


@pytest.fixture(autouse=True)
def _short_routine(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    """The routine `short`; and the display looks at the clock more often, so that tests need not wait for it."""
    write_short_routine(coach)
    monkeypatch.setattr("coach.tui.screens.player.BEAT_S", 0.05)


async def test_repetitions_are_counted_and_time_to_keep_going_is_named(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="desk-break")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 1)
        assert "KEEP GOING" in screen_text(app)
        assert "Next: Seated heel and toe raises" in screen_text(app)
        await pilot.press("n")
        assert "Next: repeat 10 times" in screen_text(app)
        await pilot.press("n")
        await let_pass(pilot, clock, 9)
        assert "REPEAT  3 of 10" in screen_text(app)
        assert "Lift the toes" in screen_text(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_nothing_is_lost_at_any_size(coach: Coach, clock: FakeClock, size: tuple[int, int]) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        assert "Sit [/b] tall" in screen_text(app)
        assert "Next: hold 10 s, left leg" in screen_text(app)
        await let_pass(pilot, clock, READY_S + 3)
        text = screen_text(app)
        for part in ("Short [/]", "move 1 of 1", "0:22 left", "Pull [/] [Mg]", "[@click=app.quit]calf[/]", "HOLD"):
            assert part in text
        assert "◀ LEFT LEG" in text
        assert "First [x]" in text
        assert "Next: change to the right leg" in text
        await let_pass(pilot, clock, 8)
        assert "CHANGE SIDE" in screen_text(app)
        await let_pass(pilot, clock, 10)
        text = screen_text(app)
        assert next(line for line in text.splitlines() if "RIGHT LEG ▶" in line).index("RIGHT") > size[0] / 2
        assert "Second שלום" in text
        assert "Next: the end" in text


async def test_a_pause_stands_still_until_space(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 3)
        await pilot.press("space")
        clock.advance(3600)
        await wait_for(pilot, lambda: "PAUSED" in screen_text(app))
        assert "0:22 left" in screen_text(app)
        await pilot.press("space")
        await let_pass(pilot, clock, 100)
        await wait_for(pilot, lambda: "is done" in screen_text(app))
        assert held(sessions(coach)[0]) == [("left", 10), ("right", 10)]


async def test_a_gap_pauses_and_says_that_nothing_was_counted(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 3)
        clock.advance(2.1)
        await wait_for(pilot, lambda: "nothing was counted" in screen_text(app))
        assert "0:22 left" in screen_text(app)
        await pilot.press("space")
        assert "PAUSED" not in screen_text(app)


async def test_next_back_and_ten_seconds_more(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        await pilot.press("right")
        assert "HOLD" in screen_text(app)
        await pilot.press("plus")
        assert "0:35 left" in screen_text(app)
        await let_pass(pilot, clock, 15)
        await pilot.press("n", "b")
        assert "HOLD" in screen_text(app)
        await pilot.press("right")
        await let_pass(pilot, clock, 6)
        await pilot.press("n")
        await wait_for(pilot, lambda: "not to the end" in screen_text(app))
        assert held(sessions(coach)[0]) == [("left", 15), ("right", 1)]


async def test_another_mode_pauses_it_and_the_top_line_says_so(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 3)
        await pilot.press("1")
        await wait_for(pilot, lambda: "‖ Short [/] waits" in screen_text(app))
        clock.advance(3600)
        await pilot.press("3")
        await wait_for(pilot, lambda: "PAUSED" in screen_text(app))
        assert "Space goes on" in screen_text(app)
        assert "waits" not in screen_text(app)
        assert "0:22 left" in screen_text(app)
        await pilot.press("space")
        await let_pass(pilot, clock, 100)
        await wait_for(pilot, lambda: "is done" in screen_text(app))
        assert held(sessions(coach)[0]) == [("left", 10), ("right", 10)]


async def test_a_dialog_over_it_pauses_it_too(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 3)
        await pilot.press("W")
        clock.advance(60)
        await pilot.press("escape")
        await wait_for(pilot, lambda: "PAUSED" in screen_text(app))
        assert "0:22 left" in screen_text(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_digits_only_and_back(coach: Coach, clock: FakeClock, size: tuple[int, int]) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=size, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 3)
        await pilot.press("z")
        assert "First [x]" not in screen_text(app)
        assert "HOLD" in screen_text(app)
        assert "LEFT LEG" in screen_text(app)
        assert "Next: change to the right leg" in screen_text(app)
        clock.advance(5)
        await wait_for(pilot, lambda: "nothing was counted" in screen_text(app))
        assert "Next: change to the right leg" in screen_text(app)
        await pilot.press("z")
        assert "PAUSED" in screen_text(app)
        await pilot.press("space")
        assert "First [x]" in screen_text(app)
