"""Nobody else reads it: no network, no file outside the home, closed modes, crash reports without a word of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.errors import crash_report
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.tui import screen_text, wait_for

CHECKOUT = Path(__file__).parents[2]
NOTE = "a secret about my left leg"
COMMANDS = [
    "drink 250",
    "eat banana",
    "tick covers-loose",
    "cramp --site calf --side left --pain 6",
    f"cramp --note {NOTE.replace(' ', '_')}",
    "today",
    "today --json",
    "status",
    "log",
    "undo",
    "now --plain",
    "stretch bedtime --dry-run",
    "causes",
    "causes dehydration",
    "foods banana",
    "red-flags",
    "profile units oz",
    "settings sound no",
    "settings data-dir {home}/moved",
    "export {home}/export.json",
    "import {home}/export.json",
    "backup {home}/backup.zip",
    "restore {home}/backup.zip",
    "check",
    "check --repair",
    "--help",
]


def watched(home: Path, *arguments: str) -> dict[str, list[str]]:
    """The sockets opened and the files written outside `home` by one run of tests.faults.watched."""
    command = [sys.executable, "-m", "tests.faults.watched", str(home), *arguments]
    ran = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found: dict[str, list[str]] = json.loads(ran.stdout.splitlines()[-1])
    return found


def test_commands_open_no_socket_and_write_nothing_outside_the_home(tmp_path: Path) -> None:
    found = watched(tmp_path, *(command.format(home=tmp_path) for command in COMMANDS))
    assert found["failed"] == []
    assert found["sockets"] == found["outside"] == []
    assert found["inside"] != []


def test_the_app_opens_no_socket_and_writes_nothing_outside_the_home(tmp_path: Path) -> None:
    found = watched(tmp_path, "app")
    assert found["sockets"] == found["outside"] == []
    assert found["inside"] != []


def test_a_socket_would_be_told(tmp_path: Path) -> None:
    found = watched(tmp_path, "trespass")
    assert len(found["sockets"]) == 1
    assert found["outside"] != []


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_every_file_and_folder_is_for_its_owner_alone(tmp_path: Path, umask: int) -> None:
    home = tmp_path / "home"
    before = os.umask(umask)
    try:
        watched(home, *(command.format(home=home) for command in COMMANDS))
    finally:
        os.umask(before)
    modes = {path: path.stat().st_mode & 0o777 for path in [home, *home.rglob("*")]}
    assert len(modes) > 12
    assert {path: mode for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)} == {}


async def test_a_crash_report_names_places_and_nothing_of_the_diary(
    coach: Coach, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        note = NOTE
        raise KeyError(note)

    monkeypatch.setattr(CoachApp, "refresh_mode", broken)
    coach.settings.set("first_questions", "no")
    coach.day.drink()
    app = CoachApp(coach)

    async def press() -> None:
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await wait_for(pilot, lambda: "STRETCH AND POSTURE" in screen_text(app))
            await pilot.press("u")
            await pilot.pause()

    with pytest.raises(KeyError):
        await press()
    shown = "".join(capsys.readouterr())
    assert "KeyError" in shown
    assert "coach.tui.app:" in shown
    assert "copy these lines" in shown
    assert NOTE not in shown
    assert "secret" not in shown


@pytest.mark.parametrize("mode", [[], ["-X", "dev"]])
def test_a_command_that_crashes_keeps_the_diary_to_itself_unless_in_development(mode: list[str]) -> None:
    script = (
        "import sys, coach.__main__; from coach.service.day import DayService\n"
        f"def broken(*_, **__): raise KeyError({NOTE!r})\n"
        "DayService.today = broken; sys.argv = ['coach', 'today']; coach.__main__.main()"
    )
    ran = subprocess.run(
        [sys.executable, *mode, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "KeyError" in ran.stderr
    assert (NOTE in ran.stderr) == bool(mode)


def test_a_report_follows_the_causes_of_an_error() -> None:
    def fail() -> None:
        try:
            int(NOTE)
        except ValueError as error:
            raise RuntimeError(NOTE) from error

    try:
        fail()
    except RuntimeError as error:
        report = crash_report(error)
    assert report.index("RuntimeError") < report.index("ValueError")
    assert report.count(f"{__name__}:") == 3
    assert NOTE not in report
