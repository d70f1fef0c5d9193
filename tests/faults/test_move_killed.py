"""A move of the data folder that is cut off anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.diary.machine import Machine
from coach.paths import folders
from coach.service.coach import Coach
from tests.faults.homes import logged
from tests.support.commands import Commands
from tests.support.faults import killed_while_replacing


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_move_that_is_killed_changes_nothing_and_can_be_repeated(
    run: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """At the first and second copy, and between naming the new folder and remembering the old one."""
    run.out("profile", "day_starts_at", "05:00")
    new, known = tmp_path / "new", logged(run)
    coach = Coach(folders(run.home), run.clock)
    if nth < 3:
        with killed_while_replacing(nth):
            coach.settings.move_data(str(new))
        assert run.out("settings", "data-dir").strip() == str(run.home / "data")
        run.out("drink", "300")
        run.out("settings", "data-dir", str(new))
        known = logged(run)
        assert len(known) == 4
    else:

        def die(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as fault:
            fault.setattr(Machine, "moved", die)
            with pytest.raises(KeyboardInterrupt):
                coach.settings.move_data(str(new))
    assert run.out("settings", "data-dir").strip() == str(new)
    assert logged(run) == known
    run.out("drink", "350")
    assert run.out("check").startswith("all well")
