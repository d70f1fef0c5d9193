"""A part of what `python -m tests.faults.kill` does, and that it would tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.course import opened, prepare, stamps
from tests.faults.kill import Killing, write_at_once
from tests.faults.verdict import Tally
from tests.faults.victim import Arm, at_calls, at_lines
from tests.support.diaries import MONTH, volume, volumes


@pytest.fixture
def killing(tmp_path: Path) -> Killing:
    return Killing(tmp_path)


@pytest.mark.parametrize("arm", [at_calls, at_lines])
def test_killed_at_points_of_a_course_nothing_acknowledged_is_lost(killing: Killing, arm: Arm) -> None:
    tally = Tally()
    assert killing.at_points(arm, 12, tally) > 300
    assert tally.runs >= 11
    assert tally.told == []


def test_killed_at_random_moments_nothing_acknowledged_is_lost(killing: Killing) -> None:
    tally = Tally()
    killing.at_random(12, tally)
    assert tally.runs == 12
    assert tally.told == []


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    acknowledged, found, _ = write_at_once(tmp_path, 10, 10)
    assert acknowledged == found == 100


def test_a_torn_volume_would_be_told(tmp_path: Path) -> None:
    prepare(tmp_path)
    acknowledged = stamps(opened(tmp_path))
    path = volume(tmp_path / "data" / "diary", MONTH)
    path.write_bytes(path.read_bytes()[:2000])
    (previous,) = (tmp_path / "state").rglob(f"previous/{path.name}")
    previous.unlink()
    tally = Tally()
    tally.examine(tmp_path, acknowledged, "here")
    assert not tally.sound
    assert (tally.lost > 0, tally.unreadable, tally.refused > 0) == (True, 2, True)
    assert all(line.startswith("here: ") for line in tally.told)


def test_a_state_folder_that_keeps_the_coach_from_writing_would_be_told(tmp_path: Path) -> None:
    prepare(tmp_path)
    (tmp_path / "state" / "diary.lock").unlink()
    (tmp_path / "state" / "diary.lock").mkdir()
    tally = Tally()
    tally.examine(tmp_path, stamps(opened(tmp_path)), "here")
    assert (tally.lost, tally.unreadable, tally.refused) == (0, 0, 1)


def test_the_course_leaves_a_diary_that_other_programs_can_read(tmp_path: Path) -> None:
    prepare(tmp_path)
    assert len(volumes(tmp_path / "data" / "diary", MONTH)) == 1
    assert len(stamps(opened(tmp_path))) > 50
