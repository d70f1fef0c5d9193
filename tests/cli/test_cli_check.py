"""Faults found by the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach.paths import content_root
from tests.support.commands import Commands
from tests.support.diaries import record, write_volume


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the shipped content to break."""
    return Path(shutil.copytree(content_root(), tmp_path / "copy"))


def found(run: Commands, *args: str) -> list[str]:
    result = run("check", *args)
    assert result.exit_code == 1
    return result.stdout.splitlines()


def test_all_is_well_with_counts(run: Commands) -> None:
    run.out("drink", "250")
    text = run.out("check")
    assert text.startswith("all well: 7 causes, 14 routines, ")
    assert text.endswith(", 1 diary entries\n")


def test_own_content_that_cannot_be_used_is_named(run: Commands) -> None:
    own = run.home / "data" / "content" / "moves"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text('name = "Mine"\nholdd = 3\n', encoding="utf-8")
    line, mend, total = found(run)
    assert line.startswith("moves/mine.toml: ")
    assert mend.startswith("  ")
    assert total == "1 found"
    assert run("today").exit_code == 0


def test_a_content_folder_is_checked_by_its_path(run: Commands, content: Path) -> None:
    assert run.out("check", str(content)) == f"all well: the content in {content}\n"
    path = content / "routines" / "bedtime.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"calf-wall"', '"calf-wal"'), encoding="utf-8")
    line, *_ = found(run, str(content))
    assert line == "routines/bedtime.toml: steps: no move 'calf-wal'"


def test_no_folder_is_refused(run: Commands, tmp_path: Path) -> None:
    run.refused("check", str(tmp_path / "missing"))


def test_a_torn_volume_is_found_and_told_once(run: Commands) -> None:
    volume = run.home / "data" / "diary" / "2026-11.other.json"
    volume.parent.mkdir(parents=True)
    volume.write_text('{"entries": {"1": {"id"', encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.startswith("diary: 2026-11.other.json")
    assert result.stderr == ""


def test_other_commands_tell_on_stderr_what_cannot_be_read(run: Commands) -> None:
    volume = run.home / "data" / "diary" / "2026-11.other.json"
    volume.parent.mkdir(parents=True)
    volume.write_text("{", encoding="utf-8")
    result = run("today", "--json")
    assert result.exit_code == 0
    assert result.stdout.startswith("{")
    assert result.stdout.count("\n") == 1
    assert result.stderr.startswith("coach: 2026-11.other.json")
    assert result.stderr.endswith("see: coach check\n")
    assert run("completion", "bash").stderr == "", "a command that does not read the diary says nothing of it"


def test_entries_of_a_newer_coach_are_counted(run: Commands) -> None:
    write_volume(run.home / "data" / "diary" / "2026-11.other.json", record(kind="sleep"))
    assert "diary: 1 entries of a kind or shape this coach does not know" in found(run)[0]


def test_a_broken_settings_file_is_found(run: Commands) -> None:
    path = run.home / "config" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text("theme =", encoding="utf-8")
    assert found(run)[0].startswith(f"{path}: not TOML: ")
