"""Files are written whole or not at all, and for their owner alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.diary import files
from coach.diary.files import StagedFile, private_folder, remove_leftovers, replace_file
from coach.diary.storage import DurableStorage
from coach.errors import StorageError
from tests.support.diaries import add, amounts, diary_in, drink, snapshot, volume

FAULTS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EROFS: "no permission to write",
    errno.EACCES: "no permission to write",
    errno.EPERM: "no permission to write",
    errno.EIO: "Input/output error",
}


def failing(code: int) -> Callable[..., None]:
    """A system call that fails."""

    def call(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return call


@pytest.fixture(params=[0o000, 0o022, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_everything_is_private_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    home = tmp_path / "new" / "home"
    diary = diary_in(home)
    add(diary)
    add(diary)
    diary.undo()
    diary.put({"units": "oz"}, drink().day, "units")
    diary.put({"units": "ml"}, drink().day, "units")
    made = [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    assert len([path for path in made if path.is_file()]) >= 7, umask
    assert {mode(path) for path in made if path.is_file()} == {0o600}
    assert {mode(path) for path in made if path.is_dir()} == {0o700}


def test_an_existing_folder_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine").chmod(0o755)
    private_folder(tmp_path / "mine" / "new")
    assert mode(tmp_path / "mine") == 0o755
    assert mode(tmp_path / "mine" / "new") == 0o700


@pytest.mark.parametrize("call", ["os.fsync", "os.replace", "tempfile.mkstemp", "os.fchmod"])
@pytest.mark.parametrize("code", FAULTS)
def test_a_write_that_fails_says_why_and_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    before = snapshot(tmp_path / "diary")
    with monkeypatch.context() as fault:
        fault.setattr(call, failing(code))
        with pytest.raises(StorageError, match=FAULTS[code]) as error:
            add(diary, 300)
    assert "nothing was written" in error.value.message
    assert error.value.hint
    assert snapshot(tmp_path / "diary") == before
    assert amounts(diary) == [250]
    add(diary, 350)
    assert amounts(diary) == [250, 350]
    assert len(snapshot(tmp_path / "diary")) == 1


@pytest.mark.parametrize("code", FAULTS)
def test_a_replacement_that_fails_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    replace_file(tmp_path / "file", b"old")
    before = snapshot(tmp_path)
    monkeypatch.setattr("os.replace", failing(code))
    with pytest.raises(StorageError, match=FAULTS[code]):
        replace_file(tmp_path / "file", b"new")
    assert snapshot(tmp_path) == before


def test_a_disk_full_in_the_state_folder_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    before = snapshot(tmp_path / "diary")
    with monkeypatch.context() as fault:
        fault.setattr("coach.diary.journal.open", failing(errno.ENOSPC), raising=False)
        with pytest.raises(StorageError, match="the disk is full"):
            add(diary)
    assert snapshot(tmp_path / "diary") == before


def test_of_two_volumes_neither_is_written_when_one_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = diary_in(tmp_path)
    entry = add(diary)
    before = snapshot(tmp_path / "diary")
    forced: list[int] = []

    def full_at_the_second(descriptor: int) -> None:
        forced.append(descriptor)
        if len(forced) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as fault:
        fault.setattr("os.fsync", full_at_the_second)
        with pytest.raises(StorageError, match="the disk is full"):
            diary.edit(entry.id, {"day": drink().day.replace(month=10)}, "move")
    assert snapshot(tmp_path / "diary") == before
    assert [shown.day for shown in diary.entries(entry.day.replace(month=1), entry.day)] == [entry.day]


def test_a_folder_that_cannot_be_confirmed_is_told_and_not_called_unwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    real = os.fsync

    def no_folders(descriptor: int) -> None:
        if os.fstat(descriptor).st_mode & 0o040000:
            raise OSError(errno.EIO, "Input/output error")
        real(descriptor)

    monkeypatch.setattr("os.fsync", no_folders)
    with pytest.raises(StorageError, match="does not confirm") as error:
        replace_file(path, b"new")
    assert "nothing was written" not in error.value.message
    assert path.read_bytes() == b"new"


def test_a_file_system_without_forced_folders_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def no_folders(descriptor: int) -> None:
        if os.fstat(descriptor).st_mode & 0o040000:
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr("os.fsync", no_folders)
    replace_file(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"


def test_file_and_folder_are_forced_to_disk_before_anything_is_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    real_replace, real_sync = os.replace, os.fsync

    def replace(source: Path, target: Path) -> None:
        calls.append("replace")
        real_replace(source, target)

    def fsync(descriptor: int) -> None:
        calls.append("folder" if os.fstat(descriptor).st_mode & 0o040000 else "file")
        real_sync(descriptor)

    monkeypatch.setattr("os.replace", replace)
    monkeypatch.setattr("os.fsync", fsync)
    add(diary_in(tmp_path))
    assert calls == ["file", "replace", "folder"]


def test_what_a_killed_writer_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    path = volume(tmp_path / "diary")
    mine = path.with_name(f".{path.name}.x1y2z3.tmp")
    theirs = [path.with_name(".2026-11.other.json.x1y2z3.tmp"), path.with_name(".syncthing.2026-11.a.json.tmp")]
    for leftover in [mine, *theirs]:
        leftover.write_bytes(b"torn")
    add(diary)
    assert not mine.exists()
    assert all(leftover.exists() for leftover in theirs)


def test_leftovers_in_a_folder_that_is_gone_are_no_trouble(tmp_path: Path) -> None:
    remove_leftovers(tmp_path / "gone" / "file")


def test_a_staged_file_takes_its_place_only_when_committed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    StagedFile(path, b"new").discard()
    assert snapshot(tmp_path) == {"file": (path.stat().st_ino, b"old")}
    staged = StagedFile(path, b"new")
    assert path.read_bytes() == b"old"
    staged.commit()
    staged.discard()
    assert path.read_bytes() == b"new"
    assert files.stamp_of(path.stat()) == staged.stamp
    assert list(tmp_path.iterdir()) == [path]


def test_closing_a_storage_forgets_what_was_not_committed(tmp_path: Path) -> None:
    path = tmp_path / "volume.json"
    storage = DurableStorage(path, tmp_path / "previous" / "volume.json")
    storage.write({"entries": {}})
    storage.close()
    assert list(tmp_path.iterdir()) == []
    storage.write({"entries": {}})
    storage.commit()
    storage.close()
    assert path.read_bytes() == b'{"entries":{}}'
