"""However a session ends, what was held is logged once, or nothing is; and the page that says what was done."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from coach.errors import StorageError
from coach.model.entry import Entry, Felt
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.top_line import TopLine
from tests.support.clock import FakeClock
from tests.support.short_routine import READY_S, held, let_pass, player, sessions, write_short_routine
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

SIZE = (80, 24)


@pytest.fixture(autouse=True)
def _short_routine(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    """The routine `short`; and the display looks at the clock more often, so that tests need not wait for it."""
    write_short_routine(coach)
    monkeypatch.setattr("coach.tui.screens.player.BEAT_S", 0.05)


async def test_a_routine_to_its_end_is_logged_to_the_second(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        started = clock.now()
        await let_pass(pilot, clock, 100)
        await wait_for(pilot, lambda: "Short [/] is done" in screen_text(app))
        (session,) = sessions(coach)
        assert held(session) == [("left", 10), ("right", 10)]
        assert session.started == session.at == started
        assert session.finished
        text = screen_text(app)
        assert "0:20 held of 0:20 planned" in text
        assert "left 0:10  right 0:10" in text
        assert "✓ A short pull [/], 1 of 2" in text
        await pilot.press("enter")
        await wait_for(pilot, lambda: "STEPS" in screen_text(app))
        assert len(sessions(coach)) == 1
        assert all(line.waiting == "" for line in app.screen.query(TopLine))


async def test_stopping_before_anything_was_held_asks_nothing_and_logs_nothing(coach: Coach) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        await pilot.press("q")
        await wait_for(pilot, lambda: "STEPS" in screen_text(app))
        assert sessions(coach) == []
        await pilot.press("enter")
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))


@pytest.mark.parametrize(
    ("keys", "logged", "shows"),
    [(("k",), [4.0], "not to the end"), (("d",), [], "STEPS"), (("g",), [], "HOLD"), (("escape",), [], "HOLD")],
    ids=["keep", "discard", "go on", "escape goes on"],
)
async def test_stopping_asks_what_becomes_of_what_was_held(
    coach: Coach, clock: FakeClock, keys: Sequence[str], logged: list[float], shows: str
) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 4)
        await pilot.press("q")
        await wait_for(pilot, lambda: "0:04 held so far" in screen_text(app))
        clock.advance(60)
        await pilot.press(*keys)
        await wait_for(pilot, lambda: shows in screen_text(app) and "held so far" not in screen_text(app))
        assert [session.steps[0].held_s for session in sessions(coach)] == logged
        if shows == "HOLD":
            await wait_for(pilot, lambda: "PAUSED" not in screen_text(app))


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
async def test_quitting_keeps_what_was_held(coach: Coach, clock: FakeClock, key: str) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 4)
        await pilot.press(key)
    assert [held(session) for session in sessions(coach)] == [[("left", 4), ("right", 0)]]


async def test_it_is_kept_once_however_often_it_is_asked(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 4)
        screen = player(app)
        screen.keep()
        screen.keep()
        await pilot.press("ctrl+q")
    assert len(sessions(coach)) == 1


async def test_what_cannot_be_saved_is_told_stays_and_can_be_tried_again(
    coach: Coach, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> list[Entry]:
        raise StorageError("the disk is full", "make room")

    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        with monkeypatch.context() as patched:
            patched.setattr(coach.diary, "add", full)
            await let_pass(pilot, clock, 100)
            await wait_for(pilot, lambda: "the disk is full" in screen_text(app))
            assert "not saved yet" in screen_text(app)
            await pilot.press("space")
        assert sessions(coach) == []
        await pilot.press("space")
        await wait_for(pilot, lambda: "is done" in screen_text(app))
        assert [held(session) for session in sessions(coach)] == [[("left", 10), ("right", 10)]]


async def finish(pilot: Pilot[int], clock: FakeClock) -> None:
    await let_pass(pilot, clock, 100)
    await wait_for(pilot, lambda: "how did it feel" in screen_text(pilot.app))


async def test_how_it_felt_is_one_key_and_can_be_changed(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await finish(pilot, clock)
        assert sessions(coach)[0].felt is None
        await pilot.press("e")
        assert sessions(coach)[0].felt is Felt.EASIER
        await pilot.press("p")
        await wait_for(pilot, lambda: "Let the leg rest" in screen_text(app))
        await pilot.press("exclamation_mark")
        await wait_for(pilot, lambda: "CALL FOR HELP NOW" in screen_text(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: "how did it feel" in screen_text(app))
        assert [session.felt for session in sessions(coach)] == [Felt.PAIN]


async def test_on_the_smallest_screen_every_key_of_the_end_page_is_named(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await finish(pilot, clock)
        await pilot.press("p")
        await wait_for(pilot, lambda: "✓ it hurt" in screen_text(app))
        keys = "e easier s same h harder p it hurt ! warnings enter done"
        assert screen_text(app).splitlines()[-1].strip() == keys


async def test_the_end_page_does_not_come_back_after_another_mode(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await finish(pilot, clock)
        await pilot.press("1")
        await wait_for(pilot, lambda: "Last night" in screen_text(app))
        await pilot.press("3")
        await wait_for(pilot, lambda: "STEPS" in screen_text(app))
        assert "how did it feel" not in screen_text(app)


async def test_after_pain_the_gentler_way_is_promised_and_offered(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="after-run")
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 4)
        await pilot.press("q", "k")
        await wait_for(pilot, lambda: "how did it feel" in screen_text(app))
        await pilot.press("p")
        await wait_for(pilot, lambda: "Let the leg rest" in screen_text(app))
        assert ("gentler way" in screen_text(app)) == coach.sessions.routine("after-run").hurt
        assert coach.sessions.routine("after-run").hurt
        await pilot.press("s")
        await wait_for(pilot, lambda: "gentler way" not in screen_text(app))
