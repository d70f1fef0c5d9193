"""Every mode and every dialog, as the app comes to show it; drawn by `sheet`, measured by `test_looks`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot
from textual.theme import Theme

from coach.paths import folders
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.screens.player import PlayerScreen
from coach.tui.theme import THEMES
from coach.tui.themes.calm import DARK
from coach.tui.widgets.row_list import RowList
from tests.support.clock import BERLIN, FakeClock
from tests.support.cut_off import under_way
from tests.support.tui import wait_for

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Scene:
    """What the app opens with, and the keys pressed then; a number lets seconds pass."""

    name: str
    keys: Sequence[str | float] = ()
    mode: str = "today"
    routine: str | None = None
    site: str | None = None
    profile: Mapping[str, str] = field(default_factory=dict)
    is_answered: bool = True
    is_cut_off: bool = False
    row: str = ""
    """The row where the cursor is put first."""
    is_system: bool = False
    """Textual's own screens keep the theme that they were opened in."""


CHANGE_THEME = "the palette's entry Theme"
_HOLD = ("n", 1.5, 1.5)
SCENES = (
    Scene("today"),
    Scene("today-past", ["left", "down"]),
    Scene(
        "today-withheld", ["down"], profile={"condition.kidney-disease": "yes", "condition.suspected-dvt": "yes"}
    ),
    Scene("today-toast", ["w", "u"]),
    Scene("causes", mode="causes"),
    Scene("causes-page", ["down", "enter", "pagedown"], mode="causes"),
    Scene("causes-search", ["slash", *"magn"], mode="causes"),
    Scene("stretch", mode="stretch"),
    Scene("stretch-later", ["down"] * 6, mode="stretch", profile={"condition.balance-problem": "yes"}),
    Scene("player-ready", [1.5], routine="bedtime"),
    Scene("player-hold", _HOLD, routine="bedtime"),
    Scene("player-paused", [*_HOLD, "space"], routine="bedtime"),
    Scene("player-digits", [*_HOLD, "z"], routine="bedtime"),
    Scene("player-waits", [*_HOLD, "1"], routine="bedtime"),
    Scene("player-chair", ["n", 1.5], routine="chair"),
    Scene("session-end", [*_HOLD, 1.5, 1.5, "q", "k"], routine="bedtime"),
    Scene("editor", ["e"], mode="stretch"),
    Scene("cramp-now", ["c"]),
    Scene("cramp-now-next", ["space", "space", "space"], site="calf"),
    Scene("cramp-now-after", [1.5, "n", "enter"], site="calf"),
    Scene("cramp-now-clot", [1.5], site="calf", profile={"condition.raised-clot-risk": "yes"}),
    Scene("diary", mode="diary"),
    Scene("diary-table", ["v", "t"], mode="diary"),
    Scene("diary-year", ["v", "left", "up"], mode="diary"),
    Scene("diary-year-water", ["v", "f"], mode="diary"),
    Scene("diary-weeks", ["v", "v"], mode="diary"),
    Scene("diary-legs", ["v", "v", "v"], mode="diary"),
    Scene("diary-patterns", ["v", "v", "v", "v"], mode="diary"),
    Scene("diary-experiment", ["v", "v", "v", "v", "v"], mode="diary"),
    Scene("diary-day", ["v", "o"], mode="diary"),
    Scene("dialog-questions", is_answered=False),
    Scene("dialog-profile", ["comma"]),
    Scene("dialog-profile-numbers", ["comma", *["tab"] * 4]),
    Scene("dialog-cleared", ["enter", "enter"], profile={"condition.kidney-disease": "yes"}, row="potassium-food"),
    Scene("dialog-drink", ["W", "down"]),
    Scene("dialog-food", ["f", *"po"]),
    Scene("dialog-note", ["n", *"slept"]),
    Scene("dialog-day-off", ["k"]),
    Scene("dialog-items", ["a", "down"]),
    Scene("dialog-keys", ["question_mark"]),
    Scene("dialog-theme", [CHANGE_THEME]),
    Scene("dialog-choice", ["down", "down", "s", "down"], mode="causes"),
    Scene("dialog-follow", ["down", "o", "down"], mode="causes"),
    Scene("dialog-withheld", ["enter"], profile={"condition.suspected-dvt": "yes"}),
    Scene("dialog-cramp", [1.5, "n", "enter", "d", "tab"], site="calf"),
    Scene("dialog-marks", ["d", "down", "space"]),
    Scene("dialog-settings", ["semicolon", "down"]),
    Scene("dialog-own-keys", ["semicolon", "end", "enter", "down"]),
    Scene("dialog-find", ["slash", "down"], mode="diary"),
    Scene("dialog-edit", ["e"], mode="diary"),
    Scene("dialog-entry", ["enter"], mode="diary"),
    Scene("dialog-report", ["R"], mode="diary"),
    Scene("dialog-options", ["o", "down"], mode="stretch"),
    Scene("dialog-sound", ["M"], mode="stretch"),
    Scene("dialog-dose", ["e", "enter"], mode="stretch"),
    Scene("dialog-move", ["e", "a", *"ca"], mode="stretch"),
    Scene("dialog-unsaved", ["e", "escape"], mode="stretch"),
    Scene("dialog-red-flags", [*_HOLD, 1.5, 1.5, "q", "k", "exclamation_mark"], routine="bedtime"),
    Scene("dialog-red-flags-night", ["exclamation_mark"], site="calf"),
    Scene("dialog-stop", [*_HOLD, 1.5, 1.5, 1.5, "q"], routine="bedtime"),
    Scene("dialog-resume", is_cut_off=True),
    Scene("palette", ["ctrl+p", *"the"], is_system=True),
)


def at(days_ago: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 22, hour, minute, tzinfo=BERLIN) - timedelta(days=days_ago)


def keep_a_diary(coach: Coach) -> None:
    """Some weeks with cramps in both legs, drinks, foods and stretching."""
    coach.profile.set("water.goal_ml", "2000")
    for number, days_ago in enumerate((3, 9, 17, 19, 23, 25, 40, 61)):
        side = "right" if number % 3 == 1 else "left"
        site = "foot" if number % 4 == 3 else "calf"
        coach.cramps.log(at=at(days_ago, 2 + number % 3, 10), site=site, side=side, pain=3 + number % 6, minutes=3)
    for days_ago in range(1, 40):
        coach.cramps.no_cramp(day=TODAY - timedelta(days=days_ago)) if days_ago % 5 == 1 else None
        if days_ago % 4:
            coach.day.tick("stretch-before-bed", day=TODAY - timedelta(days=days_ago))
            coach.day.drink(f"{400 * (1 + days_ago % 4)}", at=at(days_ago, 14))
    for hour, minute, said, what in ((7, 40, "250", "water"), (9, 5, "mug", "tea"), (13, 40, "350", "water")):
        coach.day.drink(said, at=at(0, hour, minute), what=what)
    coach.day.eat("banana", at=at(0, 8))
    coach.day.tick("covers-loose")
    for _ in range(3):
        coach.day.tick("sitting-break")
    coach.cramps.no_cramp()


def _has_seen(app: CoachApp, clock: FakeClock) -> bool:
    """Whether the Player, if there is one, knows what time it is."""
    screen = app.screen
    return not isinstance(screen, PlayerScreen) or screen.session.seen == clock.monotonic()


async def in_every_theme(scene: Scene, home: Path, size: tuple[int, int]) -> AsyncIterator[tuple[Theme, CoachApp]]:
    """The app as it shows the scene in each of our themes, one after the other."""
    if scene.is_system:
        for theme in THEMES:
            async with shown(scene, home / theme.name, size, theme) as (app, _):
                yield theme, app
        return
    async with shown(scene, home, size) as (app, pilot):
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            await pilot.pause()
            yield theme, app


@asynccontextmanager
async def shown(
    scene: Scene, home: Path, size: tuple[int, int], theme: Theme = DARK
) -> AsyncIterator[tuple[CoachApp, Pilot[int]]]:
    """The app as it shows the scene, for someone whose home is `home`, on Sunday 22 November 2026 at 16:20."""
    clock = FakeClock(datetime(2026, 11, 22, 16, 20))
    coach = Coach(folders(home), clock)
    if scene.is_answered:
        coach.profile.answer(dict(scene.profile))
        keep_a_diary(coach)
    if scene.is_cut_off:
        coach.progress.save(under_way(coach, clock, 40, "bedtime"))
        coach.progress.release()
        coach = Coach(folders(home), clock)
    app = CoachApp(coach, mode=scene.mode, routine=scene.routine, site=scene.site)
    app.theme = theme.name
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        if scene.row:
            app.screen.query_one(RowList).cursor = scene.row
        for key in scene.keys:
            if key == CHANGE_THEME:
                app.action_change_theme()
                await pilot.pause()
            elif isinstance(key, str):
                await pilot.press("space" if key == " " else key)
            else:
                clock.advance(key)
                await wait_for(pilot, lambda: _has_seen(app, clock))
        await pilot.pause()
        yield app, pilot
