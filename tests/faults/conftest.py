"""What the faults are put into."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.homes import WELL
from tests.support.clock import FakeClock
from tests.support.commands import Commands


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The faults are a suite of their own: they take minutes, and run by themselves."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("faults")


@pytest.fixture
def run(tmp_path: Path) -> Commands:
    """A home with three drinks, all of them of this machine."""
    run = Commands(tmp_path, FakeClock())
    for ml in (100, 200, 300):
        run.out("drink", str(ml))
    assert run.out("check").startswith(WELL)
    return run
