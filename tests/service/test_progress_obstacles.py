"""A session that was cut off when what it needs is gone, withheld, or cannot be written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import msgspec
import pytest

from coach.errors import StorageError
from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.cut_off import cut_off, held, next_start, offered, write_own_routine


@pytest.fixture(autouse=True)
def own_routine(coach: Coach) -> Path:
    return write_own_routine(coach)


@contextmanager
def broken(folder: Path) -> Iterator[None]:
    """While a file lies where a folder should be."""
    aside = folder.with_name("aside")
    if folder.exists():
        folder.rename(aside)
    folder.write_text("", encoding="utf-8")
    yield
    folder.unlink()
    if aside.exists():
        aside.rename(folder)


def test_when_its_routine_is_gone_it_goes_on_and_when_its_move_is_gone_it_can_be_kept(
    coach: Coach, clock: FakeClock, own_routine: Path
) -> None:
    cut_off(coach, clock)
    (own_routine / "routines" / "own.toml").unlink()
    assert offered(coach, clock).obstacle == ""
    (own_routine / "moves" / "pull.toml").unlink()
    later = next_start(coach, clock)
    found = later.progress.cut_off()
    assert found is not None
    assert found.obstacle == "Pull is no longer there."
    later.progress.log(found)
    assert held(later) == [5]


def test_what_is_withheld_by_now_does_not_go_on(coach: Coach, clock: FakeClock) -> None:
    cut_off(coach, clock)
    coach.profile.set("condition.balance-problem", "yes")
    assert "withheld" in offered(coach, clock).obstacle


def test_while_the_diary_cannot_be_written_it_stays_and_is_kept_once(coach: Coach, clock: FakeClock) -> None:
    cut_off(coach, clock)
    later = next_start(coach, clock)
    found = later.progress.cut_off()
    assert found is not None
    with (
        patch.object(later.diary, "add", side_effect=StorageError("the disk is full")),
        pytest.raises(StorageError),
    ):
        later.progress.log(found)
    again = next_start(later, clock)
    kept = again.progress.cut_off()
    assert kept is not None
    (entry,) = again.progress.log(kept).entries
    # The first window tries again: it is in the diary by now.
    assert later.progress.log(found).entries == (entry,)
    assert held(coach) == [5]


@pytest.mark.parametrize("place", ["diary", "state"])
def test_while_a_folder_cannot_be_used_nothing_is_offered_and_nothing_lost(
    coach: Coach, clock: FakeClock, place: str
) -> None:
    progress = cut_off(coach, clock)
    coach.day.drink()
    coach.finish()  # The day's backup, which makes its folder anew, is made by then.
    with broken(getattr(coach.places, place)):
        assert next_start(coach, clock).progress.cut_off() is None
        later = next_start(coach, clock)
        with pytest.raises(StorageError):
            later.progress.log(progress)
    assert offered(coach, clock).started == progress.started


def test_nothing_held_leaves_no_entry(coach: Coach, clock: FakeClock) -> None:
    cut_off(coach, clock, 5)
    later = next_start(coach, clock)
    found = later.progress.cut_off()
    assert found is not None
    assert later.progress.log(found).entries == ()
    assert held(later) == []
    assert next_start(later, clock).progress.cut_off() is None


def test_an_obstacle_of_the_last_start_is_not_believed_at_the_next(
    coach: Coach, clock: FakeClock, own_routine: Path
) -> None:
    cut_off(coach, clock)
    shutil.move(own_routine / "moves" / "pull.toml", own_routine / "pull.toml")
    found = offered(coach, clock)
    assert found.obstacle
    path = coach.places.state / "session.json"
    path.write_bytes(msgspec.json.encode(found))
    shutil.move(own_routine / "pull.toml", own_routine / "moves" / "pull.toml")
    assert offered(coach, clock).obstacle == ""
