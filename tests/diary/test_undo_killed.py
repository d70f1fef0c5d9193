"""Undo after a write that was killed or failed: what was never there is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.diary.diary import Diary, Undone
from coach.errors import StorageError
from tests.support.diaries import DAY, add, amounts, diary_in, shown, snapshot
from tests.support.faults import killed_while_replacing


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return diary_in(tmp_path)


def test_an_action_killed_before_it_was_written_is_passed_over(diary: Diary) -> None:
    add(diary, 100)
    with killed_while_replacing():
        add(diary, 200)
    assert diary.undo() == Undone("100 ml", 1)
    assert diary.undo() is None


def test_an_undo_killed_before_it_was_written_can_be_repeated(diary: Diary) -> None:
    add(diary, 100)
    with killed_while_replacing():
        diary.undo()
    assert amounts(diary) == [100]
    assert diary.undo() == Undone("100 ml", 1)
    assert amounts(diary) == []


def test_a_move_killed_half_way_shows_the_entry_and_undo_mends_it(diary: Diary) -> None:
    entry = add(diary, 100)
    with killed_while_replacing(2):
        diary.edit(entry.id, {"day": DAY.replace(month=10)}, "move")
    assert amounts(diary) == [100, 100]
    assert diary.undo() == Undone("move", 1)
    assert [(found.id, found.day) for found in shown(diary)] == [(entry.id, DAY)]


def test_an_undo_that_cannot_be_written_changes_nothing(
    tmp_path: Path, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(diary, 100)
    before = snapshot(tmp_path / "diary")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as fault:
        fault.setattr("os.fsync", full)
        with pytest.raises(StorageError, match="full"):
            diary.undo()
    assert snapshot(tmp_path / "diary") == before
    assert diary.undo() == Undone("100 ml", 1)
