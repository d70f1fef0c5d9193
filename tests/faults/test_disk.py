"""A full disk, a read-only one, and a folder that is suddenly not there."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from coach.errors import StorageError
from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.commands import Commands
from tests.support.diaries import add, amounts, diary_in, snapshot
from tests.support.faults import make_read_only, small_disk

KILOBYTES = 128


def fill(run: Commands, folder: Path) -> list[str]:
    """Log until the disk is full; the ids of what was acknowledged."""
    acknowledged: list[str] = []
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    while (result := run("drink", "100", "--json")).exit_code == 0:
        acknowledged += [entry["id"] for entry in run.json("log", "--days", "1")]
        assert len(acknowledged) < 10_000
    assert result.exit_code == 3, result.output
    assert "the disk is full" in result.stderr
    return acknowledged


@pytest.mark.parametrize("part", ["", "data", "state"])
def test_a_full_disk_refuses_in_words_and_keeps_what_was_acknowledged(tmp_path: Path, part: str) -> None:
    run = Commands(tmp_path, FakeClock())
    with small_disk(tmp_path / part, KILOBYTES) as disk:
        run.out("drink", "250")
        run.out("profile", "units", "oz")
        acknowledged = {*fill(run, disk), *(entry["id"] for entry in run.json("log"))}
        for _ in range(3):
            assert run("drink", "300").exit_code == 3
            assert run("undo").exit_code == 3
        assert {entry["id"] for entry in run.json("log")} == acknowledged
        assert run.out("today")
        assert [path.name for path in (tmp_path / "data" / "diary").iterdir() if path.suffix == ".tmp"] == []
        (disk / "ballast").unlink()
        run.out("drink", "350")
        assert len(run.json("log")) == len(acknowledged) + 1
        assert run("check").exit_code == 0


def test_a_read_only_disk_can_be_read_and_is_told(tmp_path: Path) -> None:
    run = Commands(tmp_path, FakeClock())
    with small_disk(tmp_path / "data", KILOBYTES) as disk:
        run.out("drink", "250")
        before = snapshot(disk / "diary")
        make_read_only(disk, read_only=True)
        assert "no permission to write" in run.refused("drink", "300", code=3)
        assert "250 ml" in run.out("log")
        found = run("check")
        assert found.exit_code == 1
        assert "diary: diary: cannot be written to" in found.stdout
        assert snapshot(disk / "diary") == before
        make_read_only(disk, read_only=False)
        run.out("drink", "300")
        assert run("check").exit_code == 0


def test_a_folder_that_vanishes_in_the_middle_of_a_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diary = diary_in(tmp_path)
    add(diary, 100)
    with monkeypatch.context() as fault:

        def vanish(_: object) -> None:
            shutil.rmtree(tmp_path / "diary")

        fault.setattr("coach.diary.machine.Machine.record", lambda *_: vanish(_))
        with pytest.raises(StorageError, match="nothing was written"):
            add(diary, 200)
    assert amounts(diary) == []
    add(diary, 300)
    assert amounts(diary) == [300]


def test_what_a_vanished_volume_held_before_its_last_write_comes_back_by_repair(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    for ml in (100, 200, 300):
        add(diary, ml)
    shutil.rmtree(tmp_path / "diary")
    (fault,) = diary.survey()
    assert "it is gone" in fault.wrong
    assert "write the 2 entries that are still known" in fault.mend
    diary.repair(lambda: None)
    assert amounts(diary) == [100, 200]
    assert diary.survey() == []


def test_a_moved_data_folder_that_is_not_mounted_is_never_begun_again(tmp_path: Path) -> None:
    run = Commands(tmp_path, FakeClock())
    run.out("drink", "250")
    drive = tmp_path / "drive" / "coach"
    run.out("settings", "data-dir", str(drive))
    drive.rename(tmp_path / "unplugged")
    for command in (["today"], ["drink", "300"], ["undo"], ["check"]):
        result = run(*command)
        assert result.exit_code == 3
        assert "is not there; nothing was written" in result.stderr
    assert not drive.exists()
    (tmp_path / "unplugged").rename(drive)
    run.out("drink", "300")
    assert {entry["ml"] for entry in run.json("log")} == {300, 250}


def test_an_app_that_was_open_before_a_move_says_so_and_writes_nowhere(tmp_path: Path) -> None:
    run = Commands(tmp_path, FakeClock())
    run.out("drink", "250")
    opened = Coach(clock=FakeClock())
    assert len(opened.entries.log()) == 1
    run.out("settings", "data-dir", str(tmp_path / "new"))
    before = snapshot(tmp_path / "data" / "diary")
    with pytest.raises(StorageError, match="it was moved to"):
        opened.day.drink()
    assert any("it was moved to" in news for news in opened.entries.news())
    assert snapshot(tmp_path / "data" / "diary") == before
