"""The command that a timer of the machine runs, with what it needs around it."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path

import msgspec

from coach.errors import BadInputError

EVERY_MIN = 15
NAME = "coach-reminders"
DUE = ("due", "--notify")
_CARRIED = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
"""They say where the diary lies, and what a shell sets of them a timer does not know."""


class Job(msgspec.Struct, frozen=True):
    """A command as an argument list, the folder it runs in (None for any), and what is set for it."""

    command: tuple[str, ...]
    folder: Path | None = None
    environment: Mapping[str, str] = {}

    @property
    def program(self) -> Path:
        return Path(self.command[0])


def reminder_job(
    started_as: str, interpreter: str, package: Path, home: Path | None, environment: Mapping[str, str]
) -> Job:
    """The job that looks at what is due, by the same coach that is asked for it.

    `started_as` is `sys.argv[0]`; when that is no program, `interpreter` runs the package that lies in the
    folder `package`. `home` is the folder given with --data, if any. Raises BadInputError for a path that no
    timer could take.
    """
    program = Path(started_as)
    by_itself = program.name == "coach" and program.is_file() and os.access(program, os.X_OK)
    command = (str(program.absolute()),) if by_itself else (interpreter, "-m", "coach")
    if home is not None:
        command = (*command, "--data", str(home.expanduser().absolute()))
    carried = {} if home is not None else {name: environment[name] for name in _CARRIED if environment.get(name)}
    job = Job((*command, *DUE), None if by_itself else package, carried)
    for text in (*job.command, str(job.folder or ""), *job.environment.values()):
        if not text.isprintable():
            raise BadInputError(f"a timer cannot take the path {text!r}", "use a folder without such characters")
    return job


def shell_words(job: Job) -> str:
    """The job as a shell reads it."""
    go = f"cd {shlex.quote(str(job.folder))} && " if job.folder else ""
    given = "".join(f"{name}={shlex.quote(value)} " for name, value in job.environment.items())
    return f"{go}{given}{shlex.join(job.command)}"
