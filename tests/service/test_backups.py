"""Backups: by themselves on the first write of a day, and restored as a union."""

from __future__ import annotations

import errno
import os
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from coach.diary.taking import Fate
from coach.errors import BadInputError, StorageError
from coach.exchange.unpacking import unpack
from coach.paths import folders
from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.diaries import EVER, record, volume, write_volume


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    """Where the automatic backups are."""
    return tmp_path / "state" / "backups"


def names(backups: Path) -> list[str]:
    return sorted(path.name for path in backups.iterdir()) if backups.exists() else []


def write(coach: Coach) -> None:
    coach.day.drink("250")
    coach.finish()


def volumes_in(path: Path) -> list[bytes]:
    return list(unpack(path.read_bytes(), path.name).volumes.values())


def test_the_first_write_of_a_day_makes_a_backup_and_later_ones_do_not(
    coach: Coach, clock: FakeClock, tmp_path: Path, backups: Path
) -> None:
    write(coach)
    assert names(backups) == ["coach-2026-11-22.zip", "coach-2026-11.zip"]
    first = (backups / "coach-2026-11-22.zip").read_bytes()
    assert volumes_in(backups / "coach-2026-11-22.zip") == [volume(tmp_path / "data" / "diary").read_bytes()]
    write(coach)
    write(Coach(folders(tmp_path), clock))
    assert (backups / "coach-2026-11-22.zip").read_bytes() == first
    clock.advance(timedelta(days=1).total_seconds())
    write(coach)
    assert names(backups) == ["coach-2026-11-22.zip", "coach-2026-11-23.zip", "coach-2026-11.zip"]


def test_reading_makes_no_backup(coach: Coach, backups: Path) -> None:
    coach.day.today()
    coach.entries.undo()
    coach.finish()
    assert names(backups) == []


def test_backups_are_private_and_their_number_is_bounded(coach: Coach, clock: FakeClock, backups: Path) -> None:
    for _ in range(40):
        write(coach)
        clock.advance(timedelta(days=1).total_seconds())
    assert len(names(backups)) == 7 + 2
    assert [path.name for path in coach.backups.automatic()][:2] == [
        "coach-2026-12-31.zip",
        "coach-2026-12-30.zip",
    ]
    assert backups.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in backups.iterdir()} == {0o600}


def test_a_backup_that_cannot_be_made_fails_no_write_and_is_told_once(coach: Coach, backups: Path) -> None:
    backups.parent.mkdir()
    backups.write_bytes(b"a file in the way")
    write(coach)
    assert coach.entries.count() == 1
    (told,) = coach.entries.faults()
    assert told.startswith("the backup of today could not be made: ")
    assert coach.entries.faults() == []


def test_a_full_disk_leaves_no_torn_backup(
    coach: Coach, clock: FakeClock, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(coach)
    clock.advance(timedelta(days=1).total_seconds())
    before = names(backups)
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if target.parent == backups:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(source, target)

    monkeypatch.setattr("os.replace", replace)
    write(coach)
    assert names(backups) == before
    assert "the disk is full" in coach.entries.faults()[0]


def test_what_was_lost_comes_back_from_an_automatic_backup(coach: Coach, tmp_path: Path, clock: FakeClock) -> None:
    coach.profile.set("units", "oz")
    coach.day.drink("250")
    clock.advance(timedelta(days=1).total_seconds())
    write(coach)
    before = coach.diary.entries(*EVER), coach.diary.settings()
    newest = coach.backups.automatic()[0]
    shutil.rmtree(tmp_path / "data")
    again = Coach(folders(tmp_path), clock)
    again.exchange.restore(newest)
    assert (again.diary.entries(*EVER), again.diary.settings()) == before


def test_a_restore_changes_no_volume_of_another_device(coach: Coach, tmp_path: Path) -> None:
    theirs = write_volume(tmp_path / "data" / "diary" / "2026-11.other.json", record())
    write(coach)
    path, _ = coach.backups.make(tmp_path)
    coach.day.drink("300")
    kept = theirs.stat().st_ino, theirs.read_bytes()
    own = [file for file in theirs.parent.iterdir() if file != theirs]
    before = own[0].read_bytes()
    assert {fate for _, fate in coach.exchange.restore(path).fates} == {Fate.THERE}
    assert (theirs.stat().st_ino, theirs.read_bytes()) == kept
    assert own[0].read_bytes() == before


def test_own_content_comes_back_and_what_is_otherwise_here_stays(coach: Coach, tmp_path: Path) -> None:
    folder = coach.places.own_content / "routines"
    folder.mkdir(parents=True)
    for name in ("gone", "changed", "same"):
        (folder / f"{name}.toml").write_text(f'name = "{name}"\n', encoding="utf-8")
    path, _ = coach.backups.make(tmp_path)
    (folder / "gone.toml").unlink()
    (folder / "changed.toml").write_text("mine", encoding="utf-8")
    preview = coach.exchange.restore(path, dry_run=True)
    assert not (folder / "gone.toml").exists()
    done = coach.exchange.restore(path)
    assert (done.content, done.otherwise) == (("routines/gone.toml",), ("routines/changed.toml",))
    assert preview == done
    assert (folder / "gone.toml").read_text(encoding="utf-8") == 'name = "gone"\n'
    assert (folder / "gone.toml").stat().st_mode & 0o777 == 0o600
    assert (folder / "changed.toml").read_text(encoding="utf-8") == "mine"


def test_entries_of_a_newer_coach_and_torn_volumes_survive_a_backup(coach: Coach, tmp_path: Path) -> None:
    diary = tmp_path / "data" / "diary"
    newer = write_volume(
        diary / "2026-11.other.json", record(kind="cramp", site="thumb"), record(id="aaaa1", kind="mood")
    )
    torn = write_volume(
        diary / "2026-10.other.json", record(id="beef1234", day="2026-10-01"), record(id="cccc1234")
    )
    torn.write_bytes(torn.read_bytes()[:-40])
    path, volumes = coach.backups.make(tmp_path)
    assert volumes == 2
    other = Coach(folders(tmp_path / "other"), coach.clock)
    done = other.exchange.restore(path)
    assert {one.id for one in other.diary.versions()} == {"abcdef12", "aaaa1", "beef1234"}
    assert [one.place for one in done.left_out] == [f"{torn.name}, entry 2", f"{torn.name}, the file"]
    assert newer.name not in str(done.left_out)


def test_a_wrong_checksum_is_named_and_what_it_is_of_left_out_if_asked(coach: Coach, tmp_path: Path) -> None:
    coach.profile.set("units", "oz")
    write(coach)
    path, _ = coach.backups.make(tmp_path)
    hurt = tmp_path / "hurt.zip"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(hurt, "w") as archive:
        for name in whole.namelist():
            data = whole.read(name)
            archive.writestr(name, data.replace(b"250", b"350") if "2026-11" in name else data)
    other = Coach(folders(tmp_path / "other"), coach.clock)
    with pytest.raises(BadInputError, match="nothing was written") as refused:
        other.exchange.restore(hurt)
    assert "its checksum is not that of the manifest" in refused.value.hint
    assert not other.places.diary.exists()
    assert len(other.exchange.restore(hurt, skip_bad=True).left_out) == 1
    assert (other.entries.count(), other.diary.settings()) == (0, {"units": "oz"})


def test_a_backup_overwrites_backups_only(coach: Coach, tmp_path: Path) -> None:
    write(coach)
    target = tmp_path / "mine.zip"
    assert coach.backups.make(target) == coach.backups.make(target) == (target, 1)
    other = tmp_path / "notes.txt"
    other.write_text("mine", encoding="utf-8")
    with pytest.raises(BadInputError, match="no backup"):
        coach.backups.make(other)
    assert other.read_text(encoding="utf-8") == "mine"
    with pytest.raises(StorageError):
        coach.backups.make(tmp_path / "missing" / "x.zip")
