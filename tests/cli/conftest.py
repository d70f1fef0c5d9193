"""Commands, and the hour at which they are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.commands import Commands, Wall


@pytest.fixture
def run(tmp_path: Path, clock: FakeClock) -> Commands:
    """Runs commands at home in `tmp_path`."""
    return Commands(tmp_path, clock)


@pytest.fixture
def at(clock: FakeClock) -> Wall:
    """Turns the clock to an hour and minute of its day."""
    return lambda hour, minute: clock.set(clock.now().replace(hour=hour, minute=minute))
