"""Export, import, backup and restore from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.commands import Commands
from tests.support.diaries import record, write_volume


@pytest.fixture
def other(tmp_path: Path, clock: FakeClock) -> Commands:
    """Commands of somebody who has logged nothing yet."""
    return Commands(tmp_path / "other", clock)


def elsewhere(run: Commands, *args: str) -> str:
    """Stdout of a command at another home."""
    return run.out("--data", str(run.home), *args)


@pytest.fixture
def filled(run: Commands) -> Commands:
    """Commands of somebody who has logged a drink, a cramp and a setting."""
    run.out("drink", "250")
    run.out("cramp", "--pain", "4", "--note", "=1+1")
    run.out("profile", "units", "oz")
    return run


def test_an_export_is_taken_in_and_told_by_kind(filled: Commands, other: Commands, tmp_path: Path) -> None:
    path = str(tmp_path / "export.json")
    filled.out("export", path)
    preview = elsewhere(other, "import", path, "--dry-run")
    assert preview.splitlines() == [
        "Nothing is written yet. Entries that would be",
        "  3  new  1 cramp, 1 drink, 1 profile",
    ]
    assert not (other.home / "data").exists()
    assert elsewhere(other, "import", path).splitlines() == [
        "Entries",
        "  3  new  1 cramp, 1 drink, 1 profile",
        "coach undo takes it back",
    ]
    assert elsewhere(other, "import", path).splitlines() == [
        "Entries",
        "  3  there already  1 cramp, 1 drink, 1 profile",
    ]
    assert elsewhere(other, "undo") == "taken back: import of export.json\n"


def test_sheets_go_out_and_in(filled: Commands, other: Commands, tmp_path: Path) -> None:
    folder = str(tmp_path / "sheets")
    told = filled.out("export", folder, "--format", "csv").splitlines()
    assert f"1  {folder}/cramp.csv" in told
    assert len(told) == 9
    assert "'=1+1" in (tmp_path / "sheets" / "cramp.csv").read_text(encoding="utf-8-sig")
    assert "3  new" in elsewhere(other, "import", folder)
    assert {one["kind"] for one in other.json("--data", str(other.home), "log")} == {"cramp", "drink"}


def test_one_sheet_goes_to_stdout_or_to_a_file(filled: Commands, tmp_path: Path) -> None:
    text = filled.out("export", "-", "--format", "csv", "--kind", "drink")
    assert text.startswith("\ufeffkind,day,time,ml,")
    path = tmp_path / "mine.csv"
    assert filled.out("export", str(path), "--format", "csv", "--kind", "drink") == f"1 entry in {path}\n"
    assert path.read_bytes().decode() == text.replace("\n", "\r\n")
    assert "there already" in filled.out("import", str(path))


@pytest.mark.parametrize(
    "args",
    [
        ("-", "--format", "csv"),
        ("-", "--kind", "drink"),
        ("-", "--format", "csv", "--kind", "drnk"),
        ("-", "--format", "xml"),
    ],
    ids=" ".join,
)
def test_an_export_that_cannot_be_is_refused(filled: Commands, args: tuple[str, ...]) -> None:
    filled.refused("export", *args)


def test_a_sheet_made_by_hand_is_taken_in(run: Commands, tmp_path: Path) -> None:
    path = tmp_path / "cramp.csv"
    path.write_text("day,time,pain\n2026-11-20,03:10,6\n", encoding="utf-8")
    assert "1  new  1 cramp" in run.out("import", str(path))
    assert "1  there already" in run.out("import", str(path))
    (entry,) = run.json("log")
    assert (entry["day"], entry["at"], entry["pain"]) == ("2026-11-20", "2026-11-21T03:10:00+01:00", 6)


def test_what_is_broken_is_named_by_line_and_nothing_is_written(run: Commands, tmp_path: Path) -> None:
    path = tmp_path / "drink.csv"
    path.write_text("day,ml\n2026-11-20,250\n2026-11-20,lots\n", encoding="utf-8")
    refusal = run.refused("import", str(path)).splitlines()
    assert refusal[0] == "coach: drink.csv: 1 thing in it cannot be taken; nothing was written"
    assert refusal[1].startswith("line 3: ml: ")
    assert "--skip-bad" in refusal[2]
    result = run("import", str(path), "--skip-bad")
    assert result.exit_code == 0
    assert result.stderr.startswith("coach: left out: line 3: ml: ")
    assert "1  new  1 drink" in result.stdout


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"[" * 300_000,
        b'{"entries":' * 100_000,
        b'{"format":"coach-export","version":7,"entries":[]}',
        b"PK\x03\x04",
        b'{"format":"coach-export","version":1,"entries":[NaN]}',
        bytes(range(256)) * 100,
    ],
    ids=lambda data: repr(data[:20]),
)
@pytest.mark.parametrize("name", ["x.json", "drink.csv", "x", "\x1b[2Jx.json"])
def test_hostile_files_are_refused_in_words(run: Commands, tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert "\x1b" not in run.refused("import", str(path))
    assert "\x1b" not in run.refused("restore", str(path))


def test_no_file_a_folder_and_a_pipe_are_refused(run: Commands, tmp_path: Path) -> None:
    for path in (tmp_path / "missing.json", tmp_path, Path("/dev/zero")):
        run.refused("import", str(path))
        run.refused("restore", str(path))


def test_control_characters_do_not_come_in(run: Commands, tmp_path: Path) -> None:
    path = write_volume(tmp_path / "x.json", record(kind="note", text="a\x1b[2Jb\u202e", of=""))
    run.out("import", str(path))
    (entry,) = run.json("log")
    assert entry["text"] == "a[2Jb"
    assert "there already" in run.out("import", str(path))


def test_a_backup_is_made_and_restored(filled: Commands, tmp_path: Path) -> None:
    path = str(tmp_path / "b.zip")
    assert filled.out("backup", path) == f"2 diary files in {path}\n"
    (drink,) = filled.json("log", "--kind", "drink")
    filled.out("delete", drink["id"])
    shutil.rmtree(tmp_path / "state")
    kept = filled.out("restore", path).splitlines()
    assert kept == [
        "Entries",
        "  1  deleted here since, and still so  1 drink",
        "  2  there already                     1 cramp, 1 profile",
        "--bring-back lets the deleted ones live again",
    ]
    assert "would be" in filled.out("restore", path, "--bring-back", "--dry-run")
    assert "1  brought back   1 drink" in filled.out("restore", path, "--bring-back")
    assert len(filled.json("log", "--kind", "drink")) == 1


def test_a_backup_without_a_name_goes_into_this_folder(
    filled: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert filled.out("backup") == "2 diary files in coach-backup-2026-11-22-2000.zip\n"
    (made,) = (tmp_path / "here").iterdir()
    assert made.stat().st_mode & 0o777 == 0o600


def test_automatic_backups_are_listed(run: Commands) -> None:
    assert run.out("backup", "--list").startswith("no automatic backup yet in ")
    run.out("drink", "250")
    lines = run.out("backup", "--list").splitlines()
    assert [line.rsplit("/", 1)[1] for line in lines] == ["coach-2026-11-22.zip", "coach-2026-11.zip"]
    run.refused("backup", "x.zip", "--list")


def test_backup_and_import_point_to_each_other(filled: Commands, tmp_path: Path) -> None:
    filled.out("backup", str(tmp_path / "b.zip"))
    filled.out("export", str(tmp_path / "e.json"))
    assert "coach restore" in filled.refused("import", str(tmp_path / "b.zip"))
    assert "coach import" in filled.refused("restore", str(tmp_path / "e.json"))


def test_a_backup_never_takes_the_place_of_something_else(filled: Commands, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine", encoding="utf-8")
    filled.refused("backup", str(path))
    assert path.read_text(encoding="utf-8") == "mine"
    filled.refused("backup", str(tmp_path / "missing" / "b.zip"), code=3)


def test_a_failed_automatic_backup_is_told_after_the_answer(run: Commands, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "backups").write_bytes(b"")
    result = run("drink", "250")
    assert result.exit_code == 0
    assert result.stdout.startswith("250 ml water")
    assert result.stderr.startswith("coach: the backup of today could not be made: ")


def test_an_export_read_by_another_program_is_plain_json(filled: Commands) -> None:
    assert len(json.loads(filled.out("export"))["entries"]) == 3
