"""A device writes only volumes that are as it left them; otherwise it takes a new id and leaves them alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.diary.machine import Machine
from coach.errors import StorageError
from tests.support.diaries import DAY, add, amounts, diary_in, snapshot, volume, volumes
from tests.support.faults import killed_while_replacing


def rewrite(path: Path, data: bytes) -> None:
    """What a file sync or a restore does: a new file of the same name."""
    new = path.with_name("new")
    new.write_bytes(data)
    new.replace(path)


def restore(path: Path, older: bytes) -> None:
    rewrite(path, older)


def restore_with_its_time(path: Path, older: bytes) -> None:
    status = path.stat()
    rewrite(path, older)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def scribble_in_place(path: Path, older: bytes) -> None:
    path.write_bytes(older)


def touch(path: Path, _: bytes) -> None:
    os.utime(path, ns=(0, 0))


def replace_by_a_copy(path: Path, _: bytes) -> None:
    shutil.copy2(path, path.with_name("copy"))
    path.with_name("copy").replace(path)


MISFORTUNES = [restore, restore_with_its_time, scribble_in_place, touch, replace_by_a_copy]


@pytest.mark.parametrize("misfortune", MISFORTUNES)
def test_a_volume_that_is_not_as_it_was_left_is_left_alone(
    tmp_path: Path, misfortune: Callable[[Path, bytes], None]
) -> None:
    diary = diary_in(tmp_path)
    add(diary, 100)
    older = volume(tmp_path / "diary").read_bytes()
    add(diary, 200)
    old = volume(tmp_path / "diary")
    misfortune(old, older)
    found = snapshot(tmp_path / "diary")
    kept = amounts(diary)
    add(diary, 300)
    add(diary, 400)
    assert found.items() <= snapshot(tmp_path / "diary").items()
    assert len(volumes(tmp_path / "diary")) == 2
    assert amounts(diary) == [*kept, 300, 400]
    assert diary.notices() == []


@pytest.mark.parametrize("writes", [1, 2])
def test_a_volume_that_vanished_is_not_begun_again(tmp_path: Path, writes: int) -> None:
    diary = diary_in(tmp_path)
    for _ in range(writes):
        add(diary, 100)
    old = volume(tmp_path / "diary")
    old.unlink()
    add(diary, 200)
    assert volume(tmp_path / "diary").name != old.name
    assert amounts(diary) == [200]


def test_a_folder_rolled_back_by_one_write_is_noticed(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary, 100)
    path = volume(tmp_path / "diary")
    os.link(path, tmp_path / "kept")
    add(diary, 200)
    (tmp_path / "kept").replace(path)
    found = snapshot(tmp_path / "diary")
    add(diary, 300)
    assert found.items() <= snapshot(tmp_path / "diary").items()
    assert len(volumes(tmp_path / "diary")) == 2


def test_a_volume_somebody_else_began_under_this_name_is_left_alone(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    device = volume(tmp_path / "diary").name.split(".")[1]
    theirs = tmp_path / "diary" / f"2026-10.{device}.json"
    theirs.write_text('{"entries": {}}')
    add(diary, day=DAY.replace(month=10))
    assert theirs.read_text() == '{"entries": {}}'
    assert len(volumes(tmp_path / "diary", "2026-10")) == 2


@pytest.mark.parametrize("first", [True, False])
def test_our_own_crash_between_noting_and_replacing_changes_no_id(tmp_path: Path, *, first: bool) -> None:
    diary = diary_in(tmp_path)
    if first:
        diary.put({"units": "oz"}, DAY, "units")
    else:
        add(diary)
    device = diary._machine.device()
    for _ in range(3):
        with killed_while_replacing():
            add(diary)
    add(diary)
    assert [path.name for path in volumes(tmp_path / "diary")] == [f"2026-11.{device}.json"]
    assert amounts(diary) == [250] * (1 if first else 2)


def test_our_own_crash_after_replacing_changes_no_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diary = diary_in(tmp_path)
    add(diary)

    def crash(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as fault:
        fault.setattr("coach.diary.writer.sync_folder", crash)
        with pytest.raises(KeyboardInterrupt):
            add(diary)
    add(diary)
    assert len(volumes(tmp_path / "diary")) == 1
    assert amounts(diary) == [250] * 3


def test_a_full_state_folder_after_replacing_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    real = Machine.note
    noted: list[object] = []

    def full_at_the_second(machine: Machine, stamps: object) -> None:
        noted.append(stamps)
        if len(noted) == 2:
            raise StorageError("the disk is full")
        real(machine, stamps)  # type: ignore[arg-type]

    with monkeypatch.context() as fault:
        fault.setattr(Machine, "note", full_at_the_second)
        add(diary)
    add(diary)
    assert len(noted) == 2
    assert len(volumes(tmp_path / "diary")) == 1
    assert amounts(diary) == [250] * 3


def test_a_cloned_home_gets_its_own_id_and_leaves_the_other_alone(tmp_path: Path) -> None:
    add(diary_in(tmp_path / "one", machine="one"), 100)
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    clone = diary_in(tmp_path / "two", machine="two")
    found = snapshot(tmp_path / "two" / "diary")
    add(clone, 200)
    assert found.items() <= snapshot(tmp_path / "two" / "diary").items()
    assert amounts(clone) == [100, 200]
    assert clone.undo() is not None
    assert clone.undo() is None


def test_a_home_cloned_with_its_machine_id_gets_its_own_id_too(tmp_path: Path) -> None:
    add(diary_in(tmp_path / "one"), 100)
    shutil.copytree(tmp_path / "one", tmp_path / "two", copy_function=shutil.copy2)
    clone = diary_in(tmp_path / "two")
    add(clone, 200)
    assert len(volumes(tmp_path / "two" / "diary")) == 2
    assert amounts(clone) == [100, 200]


def test_two_machines_in_one_shared_home_write_volumes_of_their_own(tmp_path: Path) -> None:
    one, two = diary_in(tmp_path, machine="one"), diary_in(tmp_path, machine="two")
    for _ in range(3):
        add(one)
        add(two)
    assert len(volumes(tmp_path / "diary")) == 2
    assert amounts(one) == amounts(two) == [250] * 6
