"""What the faults are put into."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.homes import WELL
from tests.support.clock import FakeClock
from tests.support.commands import Commands


@pytest.fixture
def run(tmp_path: Path) -> Commands:
    """A home with three drinks, all of them of this machine."""
    run = Commands(tmp_path, FakeClock())
    for ml in (100, 200, 300):
        run.out("drink", str(ml))
    assert run.out("check").startswith(WELL)
    return run
