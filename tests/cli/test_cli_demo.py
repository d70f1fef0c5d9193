"""`coach --demo COMMAND`: answers from a made-up diary, said on stderr, and nothing of the person's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.cli.environment import Environment
from coach.cli.root import root
from coach.service.coach import Coach
from coach.service.demo import DemoCoach
from tests.support.clock import FakeClock
from tests.support.commands import Commands

SAID = "coach: this is the demo: the diary is made up, and nothing is kept\n"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def demo(clock: FakeClock, *args: str) -> Result:
    """Run a command line on the demo's diary."""
    surroundings = Environment(make=lambda places: Coach(places, clock), make_demo=lambda: DemoCoach(clock))
    return CliRunner().invoke(root, ["--demo", *args], obj=surroundings, catch_exceptions=False)


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (("today",), "kept"),
        (("log",), "no cramp last night"),
        (("report", "-"), "Cramps"),
        (("experiment", "status"), "Day "),
        (("status",), "l"),
        (("check",), "all well"),
        (("tick", "covers-loose"), "Covers loose"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_commands_answer_from_the_made_up_diary(
    clock: FakeClock, run: Commands, temporary: Path, command: tuple[str, ...], shown: str
) -> None:
    run("drink", "333")
    before = run.written()
    result = demo(clock, *command)
    assert result.exit_code == 0
    assert result.stderr == SAID
    assert shown in result.stdout
    assert "333 ml" not in result.stdout
    assert run.written() == before
    assert list(temporary.iterdir()) == []


def test_programs_get_their_json_and_nothing_else(clock: FakeClock) -> None:
    result = demo(clock, "today", "--json")
    assert result.stdout.startswith('{"day":"2026-11-22"')
    assert result.stderr == SAID


def test_a_report_can_be_had_as_a_file(clock: FakeClock, tmp_path: Path) -> None:
    assert demo(clock, "report", str(tmp_path / "report.md")).exit_code == 0
    assert str(date(2026, 11, 22).year) in (tmp_path / "report.md").read_text()


@pytest.mark.parametrize(
    "command",
    [("--data", "elsewhere", "today"), ("settings", "data_dir", "elsewhere")],
    ids=["--data", "settings data_dir"],
)
def test_it_keeps_to_its_own_folder(
    clock: FakeClock, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = demo(clock, *command)
    assert result.exit_code == 2
    assert "a folder of its own" in result.stderr
    assert result.stdout == ""
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "elsewhere").exists()


def test_without_a_folder_for_it_that_is_said(clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    result = demo(clock, "today")
    assert result.exit_code == 3
    assert result.stderr.startswith(SAID + "coach: no folder for the demo")
