"""Every screen of the demo says that it is one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from textual.pilot import Pilot

from coach.service.coach import Coach
from coach.service.demo import DemoCoach
from coach.tui.app import CoachApp
from coach.tui.widgets.demo_mark import WORD, DemoMark
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for

MOMENT = datetime(2026, 11, 19, 16, 20)
WALK = (
    ("", "TodayScreen"),
    ("W", "DrinkDialog"),
    ("escape f", "FoodDialog"),
    ("escape n", "LineDialog"),
    ("escape a", "ItemsDialog"),
    ("escape question_mark", "KeysDialog"),
    ("escape comma", "ProfileDialog"),
    ("escape ctrl+p", "CommandPalette"),
    ("escape c", "CrampNowScreen"),
    ("exclamation_mark", "RedFlagsDialog"),
    ("escape escape 2", "CausesScreen"),
    ("4", "DiaryScreen"),
    ("enter", "EntryDialog"),
    ("escape e", "EditDialog"),
    ("escape 3", "StretchScreen"),
    ("o", "OptionsDialog"),
    ("escape M", "SoundDialog"),
    ("escape enter", "PlayerScreen"),
    ("n wait q", "StopDialog"),
    ("enter", "SessionEndScreen"),
    ("enter e", "EditorScreen"),
    ("escape", "ChoiceDialog"),
)
"""Keys pressed one after another (`wait` lets a second and a half go by), and the screen that is on top then."""


@pytest.fixture
def demo(clock: FakeClock) -> Iterator[DemoCoach]:
    clock.set(MOMENT)
    demo = DemoCoach(clock)
    yield demo
    demo.finish()


def first_line(app: CoachApp) -> str:
    return screen_text(app).splitlines()[0]


async def marked(pilot: Pilot[int], name: str) -> None:
    """Wait until that screen is shown, and the word on it."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    await wait_for(pilot, lambda: type(app.screen).__name__ == name and first_line(app).endswith(f" {WORD}"))
    assert first_line(app).rindex(WORD) == app.size.width - len(WORD)


async def test_every_screen_has_the_word_where_nothing_covers_it(demo: DemoCoach, clock: FakeClock) -> None:
    app = CoachApp(demo)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for keys, name in WALK:
            for key in keys.split():
                if key == "wait":
                    clock.advance(1.5)
                else:
                    await pilot.press(key)
            await marked(pilot, name)


async def test_it_takes_no_room_from_the_ways_out_of_a_narrow_screen(demo: DemoCoach) -> None:
    app = CoachApp(demo)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await marked(pilot, "TodayScreen")
        assert " ".join(first_line(app).split()) == "1 Today 2 Causes 3 Stretch 4 Diary c CRAMP NOW ? keys demo"
        await pilot.press("3", "enter", "n", "n", "1")
        await wait_for(pilot, lambda: "waits" in first_line(app))
        assert " ".join(first_line(app).split()) == "1 Today 2 Causes 3 Stretch 4 Diary ‖ waits c CRAMP NOW demo"
        await pilot.press("c")
        await marked(pilot, "CrampNowScreen")
        assert "t Thigh (front)" in screen_text(app)


@pytest.mark.usefixtures("answered")
async def test_nothing_of_it_is_on_the_persons_own_screens(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "keys" in first_line(app))
        await pilot.press("c")
        await pilot.pause()
        assert WORD not in screen_text(app)
        assert not app.screen.query(DemoMark)
