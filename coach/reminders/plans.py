"""What wakes coach on each platform: the files to write, and the commands that switch them on and off.  Pure."""

from __future__ import annotations

import plistlib
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from coach.reminders.job import EVERY_MIN, NAME, Job, shell_words

LABEL = "coach.reminders"
TIMER = f"{NAME}.timer"
Command = tuple[str, ...]
WRITTEN_BY = "# Written by `coach remind install`; `coach remind remove` takes it away."


class Scheme(StrEnum):
    """Who wakes coach."""

    SYSTEMD = "systemd"
    LAUNCHD = "launchd"
    CRON = "cron"


class Plan(msgspec.Struct, frozen=True):
    """Files by path, and the commands once they are there, before they go, and after.

    `is_on` succeeds while it is switched on, `program` is what is run; `line` is for the crontab.
    """

    scheme: Scheme
    files: Mapping[Path, bytes] = {}
    switch_on: tuple[Command, ...] = ()
    switch_off: tuple[Command, ...] = ()
    afterwards: tuple[Command, ...] = ()
    is_on: Command = ()
    program: str = ""
    line: str = ""


def plan(scheme: Scheme, job: Job, home: Path, config: Path, user: int) -> Plan:
    """How `scheme` runs `job` every 15 minutes, for the person with that home, config folder and user number."""
    match scheme:
        case Scheme.SYSTEMD:
            return _systemd(job, config / "systemd" / "user")
        case Scheme.LAUNCHD:
            return _launchd(job, home / "Library" / "LaunchAgents", user)
        case Scheme.CRON:
            return Plan(scheme, line=f"*/{EVERY_MIN} * * * * {shell_words(job)}".replace("%", r"\%"))


def _systemd(job: Job, folder: Path) -> Plan:
    control = ("systemctl", "--user")
    return Plan(
        Scheme.SYSTEMD,
        {folder / f"{NAME}.service": service_unit(job).encode(), folder / TIMER: timer_unit().encode()},
        switch_on=((*control, "daemon-reload"), (*control, "enable", "--now", TIMER)),
        switch_off=((*control, "disable", "--now", TIMER),),
        afterwards=((*control, "daemon-reload"),),
        is_on=(*control, "is-active", TIMER),
        program=job.command[0],
    )


def service_unit(job: Job) -> str:
    """The systemd unit that runs the job once."""
    # systemd takes no program with a quotation mark or a backslash in its name; env takes any.
    first, *others = ("/usr/bin/env", *job.command) if set(job.command[0]) & set("\"'\\") else job.command
    # systemd puts no variables into the name of the program, and so has no way to write a $ twice there.
    command = " ".join([_quoted(first), *(_quoted(word).replace("$", "$$") for word in others)])
    given = [f"Environment={_quoted(f'{name}={value}')}" for name, value in job.environment.items()]
    folder = [f"WorkingDirectory={str(job.folder).replace('%', '%%')}"] if job.folder else []
    lines = [
        WRITTEN_BY,
        "[Unit]",
        "Description=coach: a reminder when something is due",
        "",
        "[Service]",
        "Type=oneshot",
        f"ExecStart={command}",
        *folder,
        *given,
        "TimeoutStartSec=60",
    ]
    return "\n".join(lines) + "\n"


def timer_unit() -> str:
    """The systemd unit that runs the service again and again."""
    lines = [
        WRITTEN_BY,
        "[Unit]",
        f"Description=coach: look every {EVERY_MIN} minutes whether something is due",
        "",
        "[Timer]",
        f"OnCalendar=*:0/{EVERY_MIN}",
        "AccuracySec=1min",
        "",
        "[Install]",
        "WantedBy=timers.target",
    ]
    return "\n".join(lines) + "\n"


def _quoted(word: str) -> str:
    escaped = word.replace("\\", r"\\").replace('"', r"\"").replace("%", "%%")
    return f'"{escaped}"'


def _launchd(job: Job, folder: Path, user: int) -> Plan:
    path = folder / f"{LABEL}.plist"
    agent: dict[str, object] = {
        "Label": LABEL,
        "ProgramArguments": list(job.command),
        "StartInterval": EVERY_MIN * 60,
        "ProcessType": "Background",
    }
    if job.folder is not None:
        agent["WorkingDirectory"] = str(job.folder)
    if job.environment:
        agent["EnvironmentVariables"] = dict(job.environment)
    return Plan(
        Scheme.LAUNCHD,
        {path: plistlib.dumps(agent)},
        switch_on=(("launchctl", "bootstrap", f"gui/{user}", str(path)),),
        switch_off=(("launchctl", "bootout", f"gui/{user}/{LABEL}"),),
        is_on=("launchctl", "print", f"gui/{user}/{LABEL}"),
        program=job.command[0],
    )


def scheme_here(platform: str, works: Callable[[Command], bool]) -> Scheme:
    """Who wakes coach on this machine; `works` says whether a command succeeds."""
    if platform == "darwin":
        return Scheme.LAUNCHD
    return Scheme.SYSTEMD if works(("systemctl", "--user", "show-environment")) else Scheme.CRON
