"""The Player: guided to the last hold, whatever keys are pressed, and logged once or not at all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from coach.errors import StorageError
from coach.model.entry import Entry, Felt, Session
from coach.service.coach import Coach
from coach.session.session import State
from coach.tui.app import CoachApp
from coach.tui.screens.player import PlayerScreen
from coach.tui.widgets.top_line import TopLine
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for

STEP_S = 1.5
"""Below the gap of two seconds after which a session pauses."""
READY_S = 10
SIZE = (80, 24)


@pytest.fixture(autouse=True)
def _fast_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    """The display looks at the clock more often, so that tests need not wait for it."""
    monkeypatch.setattr("coach.tui.screens.player.BEAT_S", 0.1)


@pytest.fixture(autouse=True)
def _own_routine(coach: Coach) -> None:
    """A short routine with a hostile move: 10 s to get ready, then 10 s for each leg with 5 s between them."""
    moves, routines = coach.places.own_content / "moves", coach.places.own_content / "routines"
    moves.mkdir(parents=True)
    routines.mkdir(parents=True)
    (moves / "pull.toml").write_text(
        'name = "Pull [/] [Mg]"\npurpose = "[@click=app.quit]calf[/]"\nsegment = "hold"\nmuscles = ["calf"]\n'
        'position = "seated"\nequipment = []\nstart = "Sit [/b] tall"\ncues = ["First [x]", "Second שלום 🦵🏽"]\n'
        'per_side = true\ncaution = "Gently [/]"\nsources = ["S63"]\n[dose]\nhold_s = 10\n',
        encoding="utf-8",
    )
    (routines / "short.toml").write_text(
        'name = "Short [/]"\nwhen = "now"\nwhy = "why"\nevidence = "weak"\nsources = ["S63"]\n'
        '[[steps]]\nmove = "pull"\n',
        encoding="utf-8",
    )
    (coach.places.own_content / "checklist.toml").write_text(
        '[[items]]\nid = "short-pull"\nlabel = "A short pull [/]"\ngroup = "movement"\nwhy = "why"\n'
        'evidence = "weak"\ntarget = 2\nroutines = ["short"]\nsources = ["S63"]\n',
        encoding="utf-8",
    )


def player(app: CoachApp) -> PlayerScreen:
    (screen,) = (one for stack in app._screen_stacks.values() for one in stack if isinstance(one, PlayerScreen))
    return screen


def playing(app: CoachApp) -> bool:
    return isinstance(app.screen, PlayerScreen)


async def let_pass(pilot: Pilot[int], clock: FakeClock, seconds: float) -> None:
    """Let time pass in steps that the Player sees, to the end of the session at most."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    await wait_for(pilot, lambda: playing(app))
    screen = player(app)
    left = seconds
    while left > 0 and screen.session.state is State.RUNNING:
        clock.advance(min(STEP_S, left))
        left -= STEP_S
        now = clock.monotonic()
        await wait_for(pilot, lambda: screen.session.seen == now or screen.session.state is not State.RUNNING)  # noqa: B023


def sessions(coach: Coach) -> list[Session]:
    return [entry for entry in coach.entries.log(days=7) if isinstance(entry, Session)]


def held(session: Session) -> list[tuple[str, float]]:
    return [(str(step.side), step.held_s) for step in session.steps]


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
        assert "▸ 3  Lift the toes" in screen_text(app)


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
        assert "! for the warning signs" in screen_text(app)
        assert [session.felt for session in sessions(coach)] == [Felt.PAIN]


async def test_the_end_page_does_not_come_back_after_another_mode(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await finish(pilot, clock)
        await pilot.press("1")
        await wait_for(pilot, lambda: "Last night" in screen_text(app))
        await pilot.press("3")
        await wait_for(pilot, lambda: "STEPS" in screen_text(app))
        assert "how did it feel" not in screen_text(app)


async def test_digits_only_and_back(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 3)
        await pilot.press("z")
        assert "First [x]" not in screen_text(app)
        assert "HOLD" in screen_text(app)
        assert "LEFT LEG" in screen_text(app)
        assert "Next: change to the right leg" in screen_text(app)
        await pilot.press("z")
        assert "First [x]" in screen_text(app)
