"""`coach doctor`: everything for a bug report and nothing of the person."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from coach.cli.doctor import nameless
from coach.cli.terminal_facts import colour_system
from tests.support.commands import Commands

SECRETS = ("zz-secret", "Zebedee", "xylophone")
LINES = {"coach", "Python", "Libraries", "System", "Terminal", "Streams", "Size", "Colours", "Encoding"}
MORE_LINES = {
    "Settings",
    "Sound",
    "Notices",
    "Reminders",
    "Last look",
    "Last notice",
    "Data folder",
    "State folder",
}


def test_it_says_what_a_report_needs(run: Commands) -> None:
    said = run.out("doctor")
    names = {line.split(":")[0] for line in said.splitlines()}
    assert names >= LINES | MORE_LINES
    assert "data schema 1" in said
    assert "textual " in said


@pytest.mark.usefixtures("answered")
def test_nothing_that_the_person_wrote_is_in_it(run: Commands) -> None:
    run.out("cramp", "--note", "Zebedee kicked my xylophone", "--pain", "7", "--side", "left")
    run.out("skip", "--reason", "zz-secret illness")
    run.out("drink", "250")
    run.out("profile", "vessel.zz-secret", "700")
    run.out("profile", "usual_vessel", "zz-secret")
    run.out("profile", "water.goal_ml", "3100")
    run.out("profile", "emergency_number", "0123456789")
    run.out("profile", "condition.dialysis", "yes")
    run.out("settings", "on_step", "notify Zebedee")
    routines = run.home / "data" / "content" / "routines"
    routines.mkdir(parents=True)
    (routines / "zz-secret.toml").write_text('name = "Zebedee\n', encoding="utf-8")
    (run.home / "data" / "diary" / "2026-11.zz-secret.json").write_text("xylophone{", encoding="utf-8")
    result = run("doctor")
    assert result.exit_code == 0
    for secret in (*SECRETS, "3100", "0123456789", "dialysis", "left", "pain"):
        assert secret not in result.output
    assert "coach check names them" in result.stdout
    assert "on_step set" in result.stdout


@pytest.mark.usefixtures("answered")
def test_what_a_reminder_said_is_not_in_it(run: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "notify-send"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    monkeypatch.setattr("sys.platform", "linux")
    run.clock.set(run.clock.now().replace(hour=12))
    run.out("cramp", "--none")
    run.out("profile", "vessel.zz-secret", "700")
    run.out("profile", "usual_vessel", "zz-secret")
    run.out("profile", "water.goal_ml", "3000")
    run.out("due", "--notify")
    assert "zz-secret" in run.out("remind", "status")
    said = run.out("doctor")
    assert "Last notice: 2026-11-22 12:00, told by notify-send" in said
    assert "zz-secret" not in said


def test_it_works_when_the_settings_do_not(run: Commands) -> None:
    settings = run.home / "config" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text('data_dir = "Zebedee"\n', encoding="utf-8")
    said = run.out("doctor")
    assert "Zebedee" not in said
    assert "coach today says why" in said


def test_it_writes_nothing(run: Commands) -> None:
    run.out("doctor")
    assert [path for path in ("data", "state", "config") if (run.home / path).exists()] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("/home/ann/.local/share/coach", "~/.local/share/coach"),
        ("/home/ann", "~"),
        ("/home/ann, writable", "~, writable"),
        ("/home/anna/coach", "/home/anna/coach"),
        ("/media/ann/stick/coach", "/media/~/stick/coach"),
        ("/var/home/ann/coach", "/var~/coach"),
        ("/opt/annex", "/opt/annex"),
        ("/run/user/1000", "/run/user/1000"),
    ],
)
def test_a_path_does_not_name_its_owner(text: str, shown: str) -> None:
    assert nameless(text, {"HOME": "/home/ann/"}, "ann") == shown


def test_without_a_home_or_a_name_nothing_is_shortened() -> None:
    assert nameless("/etc/x", {}, "") == "/etc/x"
    assert nameless("/etc/x", {"HOME": "/"}, "") == "/etc/x"


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "xterm"},
        {"TERM": "xterm-256color"},
        {"TERM": "xterm-kitty"},
        {"TERM": "xterm-16color"},
        {"TERM": "dumb"},
        {"TERM": "unknown"},
        {"TERM": "linux", "COLORTERM": "truecolor"},
        {"TERM": "tmux-256color", "COLORTERM": " 24BIT "},
        {"TERM": "dumb", "COLORTERM": "truecolor"},
        {},
    ],
    ids=str,
)
def test_the_colours_are_those_that_the_app_will_use(environment: dict[str, str]) -> None:
    names = {None: "none", "standard": "16 colours", "256": "256 colours", "truecolor": "true colour"}
    console = Console(file=io.StringIO(), force_terminal=True, _environ=environment)
    assert colour_system(environment, is_terminal=True).startswith(names[console.color_system])
    assert colour_system(environment, is_terminal=False).startswith("none")
