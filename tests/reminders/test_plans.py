"""The job and what runs it: systemd units, a launchd agent, a line for cron."""

from __future__ import annotations

import plistlib
import subprocess
from pathlib import Path

import pytest

from coach.errors import BadInputError
from coach.reminders.job import Job, reminder_job
from coach.reminders.plans import Scheme, plan, scheme_here, service_unit

HOME = Path("/home/ann")
CONFIG = HOME / ".config"
ODD = Job(("/opt/a b/100%/coach", "--data", '/da ta/$x/"q"\\'), Path("/work %"), {"XDG_DATA_HOME": "/d % e"})


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "bin" / "coach"
    path.parent.mkdir()
    path.write_text("", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_job_is_the_program_that_was_started(program: Path) -> None:
    job = reminder_job(str(program), "/usr/bin/python3", Path("/checkout"), None, {})
    assert job == Job((str(program), "due", "--notify"))


@pytest.mark.parametrize("started_as", ["/checkout/coach/__main__.py", "coach", "-m"])
def test_else_it_is_the_package_where_it_lies(started_as: str) -> None:
    job = reminder_job(started_as, "/usr/bin/python3", Path("/checkout"), None, {})
    assert job.command == ("/usr/bin/python3", "-m", "coach", "due", "--notify")
    assert job.folder == Path("/checkout")


def test_the_job_finds_the_same_diary_as_the_person(program: Path) -> None:
    environment = {"XDG_DATA_HOME": "/elsewhere", "XDG_STATE_HOME": "", "EDITOR": "vi"}
    moved = reminder_job(str(program), "", Path(), None, environment)
    assert moved.environment == {"XDG_DATA_HOME": "/elsewhere"}
    named = reminder_job(str(program), "", Path(), Path("/my home"), environment)
    assert named == Job((str(program), "--data", "/my home", "due", "--notify"))


@pytest.mark.parametrize("home", ["/a\nb", "/a\x1bb"])
def test_a_path_that_no_timer_can_take_is_refused(program: Path, home: str) -> None:
    with pytest.raises(BadInputError, match="cannot take the path"):
        reminder_job(str(program), "", Path(), Path(home), {})


def test_systemd_reads_every_character_as_it_is() -> None:
    lines = service_unit(ODD).splitlines()
    assert r'ExecStart="/opt/a b/100%%/coach" "--data" "/da ta/$$x/\"q\"\\"' in lines
    assert "WorkingDirectory=/work %%" in lines
    assert 'Environment="XDG_DATA_HOME=/d %% e"' in lines


def test_systemd_gets_two_units_where_it_looks_for_them() -> None:
    made = plan(Scheme.SYSTEMD, ODD, HOME, CONFIG, 1000)
    folder = CONFIG / "systemd" / "user"
    assert set(made.files) == {folder / "coach-reminders.service", folder / "coach-reminders.timer"}
    assert ("systemctl", "--user", "enable", "--now", "coach-reminders.timer") in made.switch_on
    assert made.switch_off == (("systemctl", "--user", "disable", "--now", "coach-reminders.timer"),)


def test_launchd_gets_an_agent_that_says_the_same() -> None:
    made = plan(Scheme.LAUNCHD, ODD, HOME, CONFIG, 501)
    ((path, data),) = made.files.items()
    assert path == HOME / "Library" / "LaunchAgents" / "coach.reminders.plist"
    agent = plistlib.loads(data)
    assert agent["ProgramArguments"] == list(ODD.command)
    assert (agent["StartInterval"], agent["WorkingDirectory"]) == (900, "/work %")
    assert agent["EnvironmentVariables"] == dict(ODD.environment)
    assert made.switch_on == (("launchctl", "bootstrap", "gui/501", str(path)),)
    assert made.switch_off == (("launchctl", "bootout", "gui/501/coach.reminders"),)


def test_the_line_for_cron_runs_what_it_says(tmp_path: Path) -> None:
    folder = tmp_path / "a b%"
    folder.mkdir()
    shows = folder / "show"
    shows.write_text('#!/bin/sh\npwd\necho "$XDG_DATA_HOME"\nfor word; do echo "$word"; done\n', encoding="utf-8")
    shows.chmod(0o755)
    job = Job((str(shows), "--data", "it's $HOME", "due"), folder, {"XDG_DATA_HOME": "/d % e"})
    line = plan(Scheme.CRON, job, HOME, CONFIG, 1000).line
    when, command = line.split(" ", 5)[:5], line.split(" ", 5)[5]
    assert when == ["*/15", "*", "*", "*", "*"]
    # What cron does to a line: a bare % would end the command, an escaped one is a %.
    assert "%" not in command.replace(r"\%", "")
    as_cron_runs_it = ["/bin/sh", "-c", command.replace(r"\%", "%")]
    ran = subprocess.run(as_cron_runs_it, env={"HOME": "/"}, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == [str(folder), "/d % e", "--data", "it's $HOME", "due"]


@pytest.mark.parametrize(
    ("platform", "has_systemd", "scheme"),
    [
        ("linux", True, Scheme.SYSTEMD),
        ("linux", False, Scheme.CRON),
        ("darwin", True, Scheme.LAUNCHD),
        ("freebsd14", False, Scheme.CRON),
    ],
)
def test_who_wakes_coach(platform: str, has_systemd: bool, scheme: Scheme) -> None:
    asked = []

    def works(command: tuple[str, ...]) -> bool:
        asked.append(command)
        return has_systemd

    assert scheme_here(platform, works) is scheme
    assert all(command[:2] == ("systemctl", "--user") for command in asked)
