"""What is read and then written on, with nobody writing in between."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from coach.diary.diary import Diary
from coach.diary.lock import Patience
from coach.errors import BadInputError, StorageError
from tests.support.clock import FakeClock
from tests.support.diaries import add, amounts, diary_in

AT_ONCE = Patience(wait_s=0)


def impatient(home: Path) -> Diary:
    return Diary(home / "diary", home / "state", FakeClock(), patience=lambda: AT_ONCE)


def test_nobody_else_writes_and_what_is_written_within_is_under_the_same_lock(tmp_path: Path) -> None:
    here, there = diary_in(tmp_path), impatient(tmp_path)
    with here.undisturbed():
        add(here, 100)
        with pytest.raises(StorageError, match="nothing was written"):
            add(there, 200)
        with here.undisturbed():
            add(here, 300)
        with pytest.raises(StorageError, match="nothing was written"):
            add(there, 200)
    assert amounts(diary_in(tmp_path)) == [100, 300]


def test_it_reads_what_others_wrote_before_it(tmp_path: Path) -> None:
    here, there = diary_in(tmp_path), diary_in(tmp_path)
    with here.one_look():
        assert amounts(here) == []
        add(there, 200)
        with here.undisturbed():
            assert amounts(here) == [200]


def test_another_thread_of_the_same_program_waits_too(tmp_path: Path) -> None:
    diary = impatient(tmp_path)
    refused: list[StorageError] = []

    def write() -> None:
        try:
            add(diary, 200)
        except StorageError as error:
            refused.append(error)

    with diary.undisturbed():
        thread = Thread(target=write)
        thread.start()
        thread.join()
    assert len(refused) == 1
    assert amounts(diary) == []


def test_what_follows_a_write_comes_once_when_the_lock_is_free(tmp_path: Path) -> None:
    free: list[float] = []
    there = impatient(tmp_path)

    def on_written() -> None:
        free.append(add(there, 900).rev)

    diary = Diary(tmp_path / "diary", tmp_path / "state", FakeClock(), on_written=on_written)
    with diary.undisturbed():
        add(diary, 100)
        add(diary, 200)
        assert not free
    assert len(free) == 1
    with diary.undisturbed():
        assert amounts(diary) == [100, 200, 900]
    assert len(free) == 1


def test_an_error_within_lets_go_of_the_lock_and_what_was_written_stays(tmp_path: Path) -> None:
    followed: list[bool] = []
    diary = Diary(tmp_path / "diary", tmp_path / "state", FakeClock(), on_written=lambda: followed.append(True))

    def refuse() -> None:
        with diary.undisturbed():
            add(diary, 100)
            raise BadInputError("not that", "something else")

    with pytest.raises(BadInputError, match="not that"):
        refuse()
    assert followed == [True]
    add(impatient(tmp_path), 200)
    assert amounts(diary) == [100, 200]
