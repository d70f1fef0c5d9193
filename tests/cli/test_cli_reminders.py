"""`coach due` and `coach remind`, as the real program beside stand-ins for the machine's own."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.commands import Commands

CHECKOUT = Path(__file__).parents[2]
FRIDAY = datetime(2026, 11, 20, 14, 0)
SYSTEMCTL = """#!/bin/sh
echo "systemctl $*" >> "{log}"
case "$*" in
    *is-active*) test -e "{folder}/on" && echo active || {{ echo inactive; exit 3; }} ;;
    *enable*) touch "{folder}/on" ;;
    *disable*) rm -f "{folder}/on" ;;
    *show-environment*) exit {reachable} ;;
esac
"""


class Machine:
    """Programs that note how they were called, before all others on the PATH."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.log = folder / "log"
        folder.mkdir()
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
        monkeypatch.setattr(sys, "platform", "linux")
        self.program("crontab", "exit 1")

    def program(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def systemd(self, reachable: int = 0) -> None:
        script = SYSTEMCTL.format(log=self.log, folder=self.folder, reachable=reachable)
        self.program("systemctl", script.removeprefix("#!/bin/sh\n"))

    def notices(self, code: int = 0, said: str = "") -> None:
        self.program("notify-send", f'printf "%s|" "$@" >> "{self.log}"; echo "{said}" >&2; exit {code}')

    def called(self) -> str:
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path / "programs", monkeypatch)


@pytest.fixture
def behind(run: Commands, clock: FakeClock, answered: None) -> Commands:  # noqa: ARG001
    """Friday at two, in working hours, with a break from sitting due."""
    clock.set(FRIDAY)
    run.out("profile", "work_from", "09:00")
    run.out("profile", "work_until", "17:00")
    run.out("cramp", "--none")
    return run


def units(run: Commands) -> list[str]:
    return sorted(path.name for path in (run.home / "xdg_config_home" / "systemd").rglob("coach-*"))


def test_due_says_what_and_how(behind: Commands) -> None:
    said = behind.out("due")
    assert said.startswith("Desk break, ")
    assert said.endswith("coach stretch desk-break\n")


def test_due_says_nothing_when_nothing_is(behind: Commands) -> None:
    behind.out("skip")
    assert behind.out("due") == ""
    assert behind.out("due", "--notify") == ""


def test_a_notice_is_shown_once_and_remembered(behind: Commands, machine: Machine) -> None:
    machine.notices()
    assert behind.out("due", "--notify") == ""
    assert machine.called().startswith("--app-name=coach|--|Desk break, ")
    said = machine.called()
    behind.out("due", "--notify")
    assert machine.called() == said
    status = behind.out("remind", "status")
    assert "Last look: 14:00, nothing to tell: nothing is due\n" in status
    assert "Last notice: 14:00, Desk break, " in status
    assert ", shown by notify-send\n" in status


def test_a_notice_that_is_not_shown_is_a_finding_and_status_says_why(behind: Commands, machine: Machine) -> None:
    machine.notices(1, "no session bus")
    result = behind("due", "--notify")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == "coach: no notice was shown: no session bus"
    assert "Last look: 14:00, failed: no session bus (to say: Desk break, " in behind.out("remind", "status")


def test_a_diary_that_cannot_be_read_is_told_and_remembered(behind: Commands, machine: Machine) -> None:
    machine.notices()
    diary = behind.home / "data" / "diary"
    moved = diary.rename(diary.with_name("away"))
    diary.write_text("not a folder", encoding="utf-8")
    assert behind("due", "--notify").exit_code == 3
    result = behind("remind", "status")
    assert "Last look: 14:00, failed: " in result.stdout
    assert result.exit_code == 3
    diary.unlink()
    moved.rename(diary)
    behind.clock.advance(24 * 3600)
    status = behind.out("remind", "status")
    assert "Last look: Friday 20 November 2026 at 14:00, failed: " in status
    assert machine.called() == ""


def test_faults_of_the_diary_are_no_mail_every_quarter_of_an_hour(behind: Commands, machine: Machine) -> None:
    machine.notices()
    (behind.home / "data" / "diary" / "2026-11.other.json").write_text("{", encoding="utf-8")
    assert behind("today").stderr != ""
    assert behind("due", "--notify").stderr == ""


def test_install_shows_writes_and_switches_on_and_remove_takes_it_all_away(
    behind: Commands, machine: Machine
) -> None:
    machine.systemd()
    before = {path for path in behind.home.rglob("*") if "state" not in path.parts}
    shown = behind.out("remind", "install")
    for unit in (behind.home / "xdg_config_home" / "systemd" / "user").glob("coach-*"):
        assert f"Writes {unit}:" in shown
        indented = "\n".join(f"    {line}" for line in unit.read_text(encoding="utf-8").splitlines())
        assert indented in shown
    assert units(behind) == ["coach-reminders.service", "coach-reminders.timer"]
    asked = [line for line in machine.called().splitlines() if "show-environment" not in line]
    assert [f"Runs {line}" for line in asked] == [line for line in shown.splitlines() if line.startswith("Runs ")]
    assert "Installed with systemd, every 15 minutes." in behind.out("remind", "status")

    said = behind.out("remind", "remove")
    assert said.count("removed ") == 2
    assert {path for path in behind.home.rglob("*") if "state" not in path.parts} - before == {machine.log}
    assert "Not installed." in behind.out("remind", "status")
    assert behind.out("remind", "remove") == "Nothing was installed from here.\n"


def test_alone_it_is_the_status(behind: Commands, machine: Machine) -> None:
    machine.systemd()
    assert behind.out("remind") == behind.out("remind", "status")


def test_a_dry_run_writes_nothing(behind: Commands, machine: Machine) -> None:
    machine.systemd()
    assert "OnCalendar=*:0/15" in behind.out("remind", "install", "--dry-run")
    assert units(behind) == []
    assert "enable" not in machine.called()


def test_a_timer_that_was_switched_off_is_told(behind: Commands, machine: Machine) -> None:
    machine.systemd()
    behind.out("remind", "install")
    (machine.folder / "on").unlink()
    result = behind("remind", "status")
    assert "coach: systemd says that it is not switched on: inactive\n" in result.stderr


def test_a_program_that_was_removed_since_is_told(
    behind: Commands, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.systemd()
    machine.program("coach", "")
    monkeypatch.setattr(sys, "argv", [str(machine.folder / "coach")])
    assert f'ExecStart="{machine.folder}/coach" ' in behind.out("remind", "install")
    (machine.folder / "coach").unlink()
    assert f"{machine.folder}/coach, which it runs, is not there any more" in behind("remind", "status").stderr


def test_without_systemd_a_line_for_cron_is_printed_and_works(behind: Commands, machine: Machine) -> None:
    machine.systemd(reachable=1)
    machine.notices()
    line = behind.out("remind", "install").splitlines()[-1]
    assert line.startswith("*/15 * * * * ")
    assert units(behind) == []
    # As cron runs it: a bare environment, sh, and the clock of the machine.
    bare = {
        "HOME": str(behind.home),
        "PATH": f"{machine.folder}:/usr/bin:/bin",
        "SHELL": "/bin/sh",
        "LOGNAME": "ann",
    }
    command = line.split(" ", 5)[5].replace(r"\%", "%")
    ran = subprocess.run(
        ["/bin/sh", "-c", command], env=bare, cwd="/", capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert "Last look: never" not in behind.out("remind", "status")


def test_a_line_in_the_crontab_counts_as_installed(behind: Commands, machine: Machine) -> None:
    machine.systemd(reachable=1)
    machine.program("crontab", "echo '*/15 * * * * coach due --notify'")
    assert "Installed with cron" in behind.out("remind", "status")
    assert "crontab -e" in behind.out("remind", "remove")


def test_install_says_that_breaks_need_working_hours(run: Commands, machine: Machine) -> None:
    machine.systemd()
    assert "work_from" in run.out("remind", "install")
    assert "no working hours are set" in run.out("remind", "status")


def test_the_job_is_of_the_same_home(behind: Commands, machine: Machine) -> None:
    machine.systemd()
    assert f'"--data" "{os.environ["COACH_HOME"]}"' in behind.out("remind", "install", "--dry-run")
    other = behind.home / "an other"
    assert f'"--data" "{other}"' in behind.out("--data", str(other), "remind", "install", "--dry-run")
