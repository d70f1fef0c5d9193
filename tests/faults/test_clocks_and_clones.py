"""A clock that was wrong for years, a home that was cloned, a folder that was rolled back."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from tests.faults.homes import WELL, diary, logged
from tests.support.commands import Commands
from tests.support.diaries import DAY, snapshot


def test_a_clock_that_was_ahead_for_a_while_loses_nothing_and_is_told(run: Commands) -> None:
    right = run.clock.now()
    run.clock.set(datetime(2031, 5, 1, 12, 0))
    run.out("drink", "500")
    run.out("profile", "units", "oz")
    run.clock.set(right)
    run.out("profile", "units", "ml")
    run.out("drink", "600")
    assert logged(run) == [100, 200, 300, 600]
    assert run.json("profile")["units"] == "ml"
    found = run("check")
    assert found.exit_code == 1
    assert "1 entries were written by a clock that was ahead" in found.stdout
    wanted = found.stdout.split("ahead: ")[1].split()[0]
    run.out("edit", wanted, f"day={DAY}")
    assert run.out("check").startswith(WELL)
    assert logged(run) == [100, 200, 300, 500, 600]
    assert run.out("undo").startswith("taken back: edit of a drink")


def test_undo_takes_the_last_action_whatever_the_clock_said_then(run: Commands) -> None:
    run.clock.set(run.clock.now() + timedelta(days=1700))
    run.out("drink", "500", "--day", str(DAY))
    run.clock.set(run.clock.now() - timedelta(days=1700))
    run.out("drink", "600")
    run.out("undo")
    assert logged(run) == [100, 200, 300, 500]
    run.out("undo")
    assert logged(run) == [100, 200, 300]


def test_a_cloned_home_begins_files_of_its_own(run: Commands, tmp_path: Path) -> None:
    shutil.copytree(run.home / "data", tmp_path / "clone" / "data")
    shutil.copytree(run.home / "state", tmp_path / "clone" / "state")
    clone = Commands(tmp_path / "clone", run.clock)
    told = clone("--data", str(clone.home), "check")
    assert "restored, cloned or shared" in told.stdout
    found = snapshot(diary(clone))
    clone.out("--data", str(clone.home), "drink", "500")
    assert found.items() <= snapshot(diary(clone)).items()
    assert len(snapshot(diary(clone))) == len(found) + 1


def test_a_folder_rolled_back_to_last_week_keeps_this_weeks_entries_apart(run: Commands) -> None:
    week_ago = {path.name: path.read_bytes() for path in diary(run).iterdir()}
    run.out("drink", "400")
    shutil.rmtree(diary(run))
    diary(run).mkdir(mode=0o700)
    for name, data in week_ago.items():
        (diary(run) / name).write_bytes(data)
        (diary(run) / name).chmod(0o600)
    assert "restored, cloned or shared" in run("check").stdout
    run.out("drink", "500")
    assert logged(run) == [100, 200, 300, 500]
    assert all((diary(run) / name).read_bytes() == data for name, data in week_ago.items())
    assert run.out("check").startswith(WELL)
