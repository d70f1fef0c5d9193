"""A session in the Player that is cut off at any moment, is offered again, and is taken up where it stopped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach.paths import folders
from coach.service.coach import Coach
from coach.service.progress import Progress
from coach.tui.app import CoachApp
from tests.support.clock import FakeClock
from tests.support.cut_off import under_way
from tests.support.short_routine import READY_S, held, let_pass, sessions, write_short_routine
from tests.support.tui import screen_text, wait_for

SIZE = (80, 24)


@pytest.fixture(autouse=True)
def _short_routine(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    """The routine `short`; and the display looks at the clock more often, so that tests need not wait for it."""
    write_short_routine(coach)
    monkeypatch.setattr("coach.tui.screens.player.BEAT_S", 0.05)


def kept(coach: Coach) -> bool:
    return (coach.places.state / "session.json").exists()


def if_killed_now(coach: Coach, clock: FakeClock, elsewhere: Path) -> Progress | None:
    """What the next start would offer if the program were killed at this moment."""
    shutil.copytree(coach.places.data, elsewhere / "data")
    shutil.copytree(coach.places.state, elsewhere / "state", ignore=shutil.ignore_patterns("*.lock"))
    return Coach(folders(elsewhere), clock).progress.cut_off()


def cut_off(coach: Coach, clock: FakeClock, seconds: int) -> None:
    coach.progress.save(under_way(coach, clock, seconds, "short"))
    coach.progress.release()


async def test_killed_in_the_first_get_ready_it_is_offered(
    coach: Coach, clock: FakeClock, tmp_path_factory: pytest.TempPathFactory
) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await wait_for(pilot, lambda: "GET READY" in screen_text(app) and kept(coach))
        found = if_killed_now(coach, clock, tmp_path_factory.mktemp("next"))
        assert found is not None
        assert (found.session.index, found.session.timeline.routine) == (0, "short")
        assert found.started == clock.now()


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_left_before_anything_was_held_it_is_not_offered(coach: Coach, clock: FakeClock, key: str) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S - 1)
        await wait_for(pilot, lambda: kept(coach))
        await pilot.press(key)
    assert not kept(coach)
    assert sessions(coach) == []


async def test_taken_up_again_it_says_so_and_goes_on_to_its_end(coach: Coach, clock: FakeClock) -> None:
    cut_off(coach, clock, READY_S + 4)
    clock.advance(3600)
    app = CoachApp(coach)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await wait_for(pilot, lambda: "0:04 held so far" in screen_text(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "‖ PAUSED  HOLD" in screen_text(app))
        text = " ".join(screen_text(app).split())
        assert "Taken up again where it stopped" in text
        assert "slept" not in text
        assert "0:21 left" in text
        await pilot.press("space")
        await let_pass(pilot, clock, 100)
        await wait_for(pilot, lambda: "is done" in screen_text(app))
    assert [held(session) for session in sessions(coach)] == [[("left", 10), ("right", 10)]]


async def test_one_with_nothing_held_asks_only_whether_it_goes_on(coach: Coach, clock: FakeClock) -> None:
    cut_off(coach, clock, READY_S - 5)
    app = CoachApp(coach)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await wait_for(pilot, lambda: "A session was cut off" in screen_text(app))
        text = screen_text(app)
        assert "nothing was held yet" in text
        assert "keep it" not in text
        await pilot.press("k")
        assert "A session was cut off" in screen_text(app)
        await pilot.press("enter")
        await wait_for(pilot, lambda: "‖ PAUSED  GET READY" in screen_text(app))
        assert "0:30 left" in screen_text(app)
