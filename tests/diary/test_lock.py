"""One writer at a time, and nobody waits for ever."""

from __future__ import annotations

import os
import signal
from contextlib import ExitStack
from pathlib import Path

import pytest

from coach.diary.diary import Diary
from coach.diary.lock import Patience, holder_of, locked
from coach.errors import StorageError
from tests.support.clock import FakeClock
from tests.support.diaries import add, amounts, diary_in, shown
from tests.support.writing import started

PROCESSES = 10
WRITES = 20


def test_a_lock_held_elsewhere_is_told_then_an_error_and_free_when_its_holder_is_killed(tmp_path: Path) -> None:
    told: list[str] = []
    clock = FakeClock()
    add(diary_in(tmp_path, clock))
    hasty = Diary(tmp_path / "diary", tmp_path / "state", clock, patience=lambda: Patience(0.1, told.append, 0))
    with started("hold", str(tmp_path)) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        by_whom = f"another coach (process {holder.pid})"
        with pytest.raises(StorageError) as error:
            add(hasty)
        assert error.value.message == f"{by_whom} has been writing to the diary for 0.1 s; nothing was written"
        assert error.value.hint
        assert told == [f"waiting for {by_whom}, which is writing to the diary"]
        assert holder_of(tmp_path / "state") == by_whom
        with pytest.raises(StorageError, match="nothing was written"):
            hasty.undo()
        assert amounts(hasty) == [250]
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        assert holder_of(tmp_path / "state") == ""
        add(hasty)
    assert amounts(hasty) == [250, 250]
    assert len(told) == 2


def test_reading_needs_no_lock(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    entry = add(diary)
    with locked(tmp_path / "state"):
        assert shown(diary) == [entry]
        assert diary.find(entry.id) == entry
        assert diary.settings() == {}


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        raise ZeroDivisionError
    with locked(tmp_path, Patience(0)):
        pass


def test_a_stale_lock_file_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "diary.lock").write_text("4711")
    add(diary_in(tmp_path))


@pytest.mark.parametrize("obstacle", ["diary.lock", "."])
def test_a_state_folder_that_cannot_be_used_is_an_error_in_words(tmp_path: Path, obstacle: str) -> None:
    if obstacle == ".":
        (tmp_path / "state").write_text("a file")
    else:
        (tmp_path / "state" / obstacle).mkdir(parents=True)
    diary = diary_in(tmp_path)
    with pytest.raises(StorageError, match="nothing was written") as error:
        add(diary)
    assert str(tmp_path) in error.value.message
    assert shown(diary) == []


def test_ten_processes_at_once_lose_nothing_and_take_one_device_id(tmp_path: Path) -> None:
    """All begin with a machine that has no device id yet; a reader looks on all the while."""
    diary = diary_in(tmp_path)
    seen = [0]
    acknowledged: list[str] = []
    with ExitStack() as processes:
        running = [
            processes.enter_context(started("entries", str(tmp_path), str(WRITES))) for _ in range(PROCESSES)
        ]
        while any(process.poll() is None for process in running):
            seen.append(len(shown(diary)))
            assert diary.faults() == []
        for process in running:
            told, complaints = process.communicate()
            assert process.returncode == 0, complaints
            acknowledged.extend(told.split())
    assert len(set(acknowledged)) == PROCESSES * WRITES
    assert {entry.id for entry in shown(diary)} == set(acknowledged)
    assert seen == sorted(seen)
    assert len(list((tmp_path / "diary").iterdir())) == 1
    assert diary.check() == []
