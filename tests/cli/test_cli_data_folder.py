"""`coach settings data-dir`: the diary moves safely, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.diary.files import replace_file
from tests.support.commands import Commands
from tests.support.cut_off import OWN_MOVE
from tests.support.diaries import DAY, MONTH, record, volume, write_volume


def ids(run: Commands) -> set[str]:
    return {entry["id"] for entry in run.json("log")}


def place(run: Commands) -> str:
    return run.out("settings", "data-dir").strip()


@pytest.fixture
def told(run: Commands) -> Commands:
    """A home with a drink, a profile key and a move of one's own."""
    run.out("drink", "250")
    run.out("profile", "units", "oz")
    (run.home / "data" / "content" / "moves").mkdir(parents=True)
    (run.home / "data" / "content" / "moves" / "pull.toml").write_text(OWN_MOVE, encoding="utf-8")
    return run


@pytest.mark.parametrize("exists", [False, True])
def test_the_data_folder_moves_whole_and_the_old_one_stays_as_it_was(
    told: Commands, tmp_path: Path, *, exists: bool
) -> None:
    new = tmp_path / "synced" / "coach"
    if exists:
        (new / ".stfolder").mkdir(parents=True)
    before, known = told.written(), ids(told)
    text = told.out("settings", "data-dir", str(new))
    assert text.startswith(f"the data folder is {new} now: 3 files copied and read back")
    assert str(told.home / "data") in text
    assert told.written() == before
    assert place(told) == str(new)
    assert tomllib.loads((told.home / "config" / "settings.toml").read_text()) == {"data_dir": str(new)}
    assert ids(told) == known
    assert told.json("profile")["units"] == "oz"
    assert "Pull" in told.out("moves")
    told.out("drink", "300")
    assert told.written() == before
    assert len(ids(told)) == 2
    assert told.out("undo") == "taken back: 10.1 oz water\n"
    assert told.out("check").startswith("all well")


def test_folders_that_are_made_are_for_their_owner_alone(told: Commands, tmp_path: Path) -> None:
    told.out("settings", "data-dir", str(tmp_path / "a" / "b"))
    made = [tmp_path / "a", *(tmp_path / "a").rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in made if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in made if path.is_file()} == {0o600}


def test_it_moves_back_and_nothing_logged_meanwhile_is_lost(told: Commands, tmp_path: Path) -> None:
    told.out("settings", "data-dir", str(tmp_path / "new"))
    told.out("drink", "300")
    known = ids(told)
    text = told.out("settings", "data-dir", "none")
    assert "3 were there already" in text
    assert place(told) == str(told.home / "data")
    told.out("drink", "350")
    assert known < ids(told)
    assert (told.home / "config" / "settings.toml").read_text() == ""
    assert told.out("check").startswith("all well")


def test_a_folder_of_another_machine_is_united_with(told: Commands, tmp_path: Path) -> None:
    new = tmp_path / "synced"
    write_volume(new / "diary" / f"{MONTH}.other.json", record(id="aaaa1111", ml=700))
    ours = volume(told.home / "data" / "diary")
    clash = write_volume(new / "diary" / ours.name, record(id="bbbb2222", ml=800))
    (new / "content" / "moves").mkdir(parents=True)
    (new / "content" / "moves" / "pull.toml").write_text(OWN_MOVE.replace("Pull", "Theirs"), encoding="utf-8")
    theirs = {path: path.read_bytes() for path in new.rglob("*") if path.is_file()}
    known = ids(told)
    text = told.out("settings", "data-dir", str(new))
    assert text.count("both are kept") == 2
    assert {path: path.read_bytes() for path in theirs} == theirs
    assert ids(told) == known | {"aaaa1111", "bbbb2222"}
    assert clash.read_bytes() == theirs[clash]
    assert "Theirs" in told.out("moves")
    assert "a copy left by a sync conflict" in told("check").stdout


BAD_TARGETS = {
    "data": "already",
    "data/sub": "lie one in the other",
    ".": "lie one in the other",
    "state/sub": "lie one in the other",
    "config": "lie one in the other",
    "file": "is no folder",
    "file/sub": "is no folder",
    "full": "holds other things, such as photos",
    "a\x1b[31mb": "characters that cannot be seen",
}


@pytest.mark.parametrize("target", BAD_TARGETS)
def test_a_folder_that_will_not_do_is_refused(told: Commands, target: str) -> None:
    (told.home / "full" / "photos").mkdir(parents=True)
    (told.home / "file").write_text("?")
    result = told("settings", "data-dir", f"{told.home}/{target}")
    assert result.exit_code in {2, 3}
    assert BAD_TARGETS[target] in result.stderr
    assert result.stderr.count("\n") == 2
    assert place(told) == str(told.home / "data")


def no_room(_: object) -> object:
    return shutil._ntuple_diskusage(100, 99, 1)  # type: ignore[attr-defined]


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("call", "fault", "why"),
    [
        ("shutil.disk_usage", no_room, "no room in"),
        ("os.access", lambda *_: False, "no permission to write"),
        ("os.fsync", full, "the disk is full"),
    ],
)
def test_without_room_or_permission_nothing_is_moved(
    told: Commands,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    fault: Callable[..., object],
    why: str,
) -> None:
    known = ids(told)
    with monkeypatch.context() as broken:
        broken.setattr(call, fault)
        assert why in told.refused("settings", "data-dir", str(tmp_path / "new"), code=3)
    assert place(told) == str(told.home / "data")
    assert ids(told) == known
    told.out("settings", "data-dir", str(tmp_path / "new"))
    assert ids(told) == known


def test_a_copy_that_reads_back_otherwise_is_not_used(
    told: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def rotten(path: Path) -> bytes:
        data = real(path)
        return data[:-1] if path.is_relative_to(tmp_path / "new") else data

    monkeypatch.setattr(Path, "read_bytes", rotten)
    assert "is not what was written to it" in told.refused("settings", "data-dir", str(tmp_path / "new"), code=3)
    assert place(told) == str(told.home / "data")


def test_files_that_change_meanwhile_are_copied_again_and_given_up_at_last(
    told: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = told.home / "data" / "diary" / f"{MONTH}.other.json"
    count = iter(range(100))

    def syncing(path: Path, data: bytes, **options: bool) -> None:
        write_volume(theirs, record(ml=next(count) + 1))
        replace_file(path, data, **options)

    monkeypatch.setattr("coach.diary.moving.replace_file", syncing)
    result = told("settings", "data-dir", str(tmp_path / "new"))
    assert result.exit_code == 3
    assert "keep changing" in result.stderr
    assert place(told) == str(told.home / "data")


def test_lost_settings_do_not_begin_another_diary(told: Commands, tmp_path: Path) -> None:
    new = tmp_path / "new"
    told.out("settings", "data-dir", str(new))
    told.out("drink", "300")
    known = ids(told)
    (told.home / "config" / "settings.toml").unlink()
    told_so = told("today")
    assert told_so.exit_code == 0
    assert f"it was moved to {new / 'diary'}" in told_so.stderr
    refused = told.refused("drink", "350", code=3)
    assert f"coach settings data-dir {new}" in refused
    told.out("settings", "data-dir", str(new))
    assert ids(told) == known
    told.out("drink", "350")


@pytest.mark.parametrize(
    "text", ["data_dir = 3", 'data_dir = "relative/path"', "data_dir = ", 'data_dir = "\\u0000"']
)
def test_settings_that_name_no_folder_stop_everything_in_words(run: Commands, text: str) -> None:
    (run.home / "config").mkdir()
    (run.home / "config" / "settings.toml").write_text(text, encoding="utf-8")
    for command in (["today"], ["drink", "250"], ["check"], ["settings"]):
        assert "settings.toml" in run.refused(*command, code=3)
    assert not (run.home / "data").exists()


def test_days_of_all_places_are_one_after_a_move_to_a_folder_in_use(told: Commands, tmp_path: Path) -> None:
    """The second machine: its own diary goes into the folder that the first one already uses."""
    shared = tmp_path / "shared"
    other = Commands(tmp_path / "other", told.clock)
    other.out("--data", str(other.home), "drink", "500", "--day", str(DAY))
    other.out("--data", str(other.home), "settings", "data-dir", str(shared))
    told.out("settings", "data-dir", str(shared))
    assert sorted(entry["ml"] for entry in told.json("log")) == [250, 500]
    assert told.json("log") == other.json("--data", str(other.home), "log")
