"""Draws the README's pictures from the demo, on a clock of their own: `python -m tests.pictures.draw [FOLDER]`.

Without a folder the pictures here are replaced. The same code draws the same bytes on every machine.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

os.environ |= {
    "TEXTUAL_ANIMATIONS": "none",
    "COLORTERM": "truecolor",
    "TERM": "xterm-256color",
    "LC_ALL": "C.UTF-8",
    "SSH_CONNECTION": "drawing",  # Over SSH no tone is played.
}
os.environ.pop("NO_COLOR", None)

from coach.service.demo import DemoCoach
from coach.tui.app import CoachApp
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for

_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""A font to be fetched from elsewhere: the pictures do without."""
HERE = Path(__file__).parent
SIZE = 100, 30
Step = tuple[str | float, str]
"""A key, or seconds that go by, and what the screen shows after it."""


@dataclass(frozen=True)
class Picture:
    """A screen worth showing: the moment, what the app opens with and shows first, and the steps from there."""

    name: str
    moment: datetime
    shows: str
    mode: str = "today"
    routine: str | None = None
    site: str | None = None
    steps: Sequence[Step] = ()


AFTERNOON = datetime(2026, 11, 18, 14, 50)
EVENING = datetime(2026, 11, 18, 21, 40)
NIGHT = datetime(2026, 11, 19, 3, 12)
PICTURES = (
    Picture("today", AFTERNOON, "Last night"),
    Picture("causes", AFTERNOON, "What a cramp is", mode="causes", steps=[("down", "Dehydration")] * 2),
    Picture(
        "player",
        EVENING,
        "GET READY",
        routine="bedtime",
        steps=[("n", "HOLD"), (1.5, "4:34 left"), (1.5, "4:32 left")],
    ),
    Picture("diary", EVENING, "Everything", mode="diary", steps=[("v", "not answered"), ("v", "Cramps a week")]),
    Picture("cramp-now", NIGHT, "step 1", site="calf"),
)


async def draw(picture: Picture) -> str:
    """The picture as SVG."""
    clock = FakeClock(picture.moment)
    demo = DemoCoach(clock)
    try:
        app = CoachApp(demo, mode=picture.mode, routine=picture.routine, site=picture.site)
        async with app.run_test(size=SIZE, notifications=True) as pilot:
            await wait_for(pilot, lambda: picture.shows in screen_text(app) and "demo" in screen_text(app))
            for deed, shown in picture.steps:
                if isinstance(deed, str):
                    await pilot.press(deed)
                else:
                    clock.advance(deed)
                await wait_for(pilot, lambda shown=shown: shown in screen_text(app))  # type: ignore[misc]
            await pilot.pause()
            # A picture fetches nothing: without a font of its own it takes the reader's.
            return re.sub(
                r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="coach --demo"), flags=re.DOTALL
            )
    finally:
        demo.finish()


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for picture in PICTURES:
        (folder / f"{picture.name}.svg").write_text(asyncio.run(draw(picture)), encoding="utf-8")


if __name__ == "__main__":
    main()
