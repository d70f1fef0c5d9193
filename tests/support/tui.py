"""Looking at the app in tests: its screen as text, and waiting for it without sleeping."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual.app import App
from textual.pilot import Pilot

PATIENCE_S = 20


def screen_text(app: App[int]) -> str:
    """What the screen shows, toasts included, line by line."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
    assert len(lines) <= height
    assert all(len(line) <= width * 2 for line in lines)
    return "\n".join(lines)


def dialog_text(app: App[int]) -> str:
    """What the dialog on top shows, as one line; what lies beneath it and its scrollbar are left out."""
    region = app.screen.query_one("#panel").region
    lines = screen_text(app).splitlines()[region.y : region.bottom]
    shown = " ".join(line[region.x : region.right].rstrip("▁▂▃▄▅▆▇█ ") for line in lines)
    return " ".join(shown.split())


async def wait_for(pilot: Pilot[int], predicate: Callable[[], bool]) -> None:
    """Let the app work until `predicate` holds; fails with the screen when it never does."""
    until = time.monotonic() + PATIENCE_S
    while not predicate():
        if time.monotonic() > until:
            raise AssertionError(f"waited in vain; the screen:\n{screen_text(pilot.app)}")
        await pilot.pause(0.02)
