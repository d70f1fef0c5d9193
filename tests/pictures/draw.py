"""Draws the README's pictures from a diary of its own: `python -m tests.pictures.draw`."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ |= {"TEXTUAL_ANIMATIONS": "none", "COLORTERM": "truecolor", "TERM": "xterm-256color"}

from coach.paths import folders
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.clock import BERLIN, FakeClock

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Picture:
    """A screen worth showing: what the app opens with, and the keys pressed then (numbers let seconds pass)."""

    name: str
    mode: str = "today"
    routine: str | None = None
    keys: Sequence[str | float] = ()
    size: tuple[int, int] = (100, 30)


PICTURES = (
    Picture("today"),
    Picture("causes", mode="causes", keys=("down", "down")),
    Picture("player", routine="bedtime", keys=("n", 1.5, 1.5)),
)


def at(days_ago: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 22, hour, minute, tzinfo=BERLIN) - timedelta(days=days_ago)


def live_some_weeks(coach: Coach) -> None:
    """Fill the diary as someone might who has used coach for a month."""
    coach.profile.answer({"water.goal_ml": "2000"})
    for days_ago, hour in ((3, 3), (9, 2), (17, 3), (19, 3), (23, 2), (25, 3)):
        coach.cramps.log(at=at(days_ago, hour, 10), site="calf", side="left", pain=6, minutes=3)
    for days_ago in range(1, 13):
        coach.day.tick("stretch-before-bed", day=TODAY - timedelta(days=days_ago))
    for hour, minute, said, what in (
        (7, 40, "250", "water"),
        (9, 5, "mug", "tea"),
        (11, 20, "250", "water"),
        (13, 40, "350", "water"),
    ):
        coach.day.drink(said, at=at(0, hour, minute), what=what)
    coach.day.eat("banana", at=at(0, 8))
    coach.day.tick("covers-loose")
    for _ in range(3):
        coach.day.tick("sitting-break")
    coach.cramps.no_cramp()


async def draw(picture: Picture, home: Path) -> str:
    """The picture as SVG."""
    clock = FakeClock(datetime(2026, 11, 22, 16, 20))
    coach = Coach(folders(home), clock)
    live_some_weeks(coach)
    clock.advance(50 * 60)
    app = CoachApp(coach, mode=picture.mode, routine=picture.routine)
    async with app.run_test(size=picture.size, notifications=True) as pilot:
        for key in picture.keys:
            if isinstance(key, str):
                await pilot.press(key)
            else:
                clock.advance(key)
                await pilot.pause(0.6)
        await pilot.pause()
        return app.export_screenshot(title="coach")


def main() -> None:
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as home:
            svg = asyncio.run(draw(picture, Path(home)))
        (HERE / f"{picture.name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
