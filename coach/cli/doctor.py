"""What a bug report needs: this machine and this installation, and none of the person's data."""

from __future__ import annotations

import getpass
import os
import platform
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from coach.cli.environment import environment
from coach.cli.printing import say
from coach.cli.terminal_facts import terminal_facts
from coach.cli.words import scalar_words
from coach.cues.players import is_remote, players_of
from coach.cues.speech import speakers_of
from coach.errors import CoachError
from coach.reminders.desktop import notice_program
from coach.reminders.memory import Happened, Look
from coach.service.coach import Coach

LIBRARIES = ("textual", "rich", "click", "msgspec", "tinydb", "tomli", "platformdirs", "tomli-w")
PLAIN_SETTINGS = ("theme", "reduced_motion", "sound", "speech", "notices", "vim_keys")
"""Settings whose values say nothing about a person; of the others only whether they are set."""


@click.command()
def doctor() -> None:
    """What a bug report needs, and nothing of your diary.

    Versions, terminal, folders, sound and reminders. Nothing that you logged, no note and no name is in it;
    read it before you send it all the same.
    """
    surroundings = environment()
    surroundings.faults_told = True  # Told by their number: their words name files and may quote what is in them.
    facts = {**_versions(), **terminal_facts()}
    try:
        coach = surroundings.coach
    except CoachError:
        facts["Folders"] = "the settings of this machine name no folder that can be used; coach today says why"
    else:
        facts |= {**dict(_places(coach)), **dict(_machine(coach))}
    for name, said in facts.items():
        say(f"{name}: {nameless(said, os.environ)}")


def nameless(text: str, environment: Mapping[str, str], user: str | None = None) -> str:
    """`text` with the person's home as ~, and their user name anywhere else in a path as ~ too."""
    home = environment.get("HOME", "").rstrip("/")
    if home:
        text = re.sub(rf"{re.escape(home)}(?![^/\s:,;'\"])", "~", text)
    name = _user() if user is None else user
    return re.sub(rf"(?<=/){re.escape(name)}(?![^/\s:,;'\"])", "~", text) if name else text


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _versions() -> dict[str, str]:
    from importlib.metadata import PackageNotFoundError, version

    from coach.exchange.document import VERSION

    def known(package: str) -> str:
        try:
            return version(package)
        except PackageNotFoundError:
            return "not installed"

    return {
        "coach": f"{known('cramp-coach')} (data schema {VERSION}), in {Path(__file__).resolve().parents[1]}",
        "Python": f"{platform.python_version()} ({platform.python_implementation()}), {sys.executable}",
        "Libraries": ", ".join(f"{name} {known(name)}" for name in LIBRARIES),
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
    }


def _places(coach: Coach) -> Iterator[tuple[str, str]]:
    places = coach.places
    yield "Data folder", _folder(places.data)
    yield "State folder", _folder(places.state)
    yield "Config folder", _folder(places.config)
    yield "Diary", _found(lambda: len(coach.entries.check()), "coach check names them")
    yield "Content", _found(lambda: len(coach.knowledge.check()), "coach check names them")


def _folder(path: Path) -> str:
    try:
        status = path.stat()
        free = shutil.disk_usage(path).free
    except FileNotFoundError:
        return f"{path}, not there yet"
    except OSError as error:
        return f"{path}, cannot be reached: {error.strerror}"
    rights = "writable" if os.access(path, os.W_OK | os.X_OK) else "not writable"
    return f"{path}, {rights}, mode {status.st_mode & 0o777:o}, {free // 2**20} MiB free"


def _found(faults: Callable[[], int], where: str) -> str:
    try:
        number = faults()
    except (CoachError, OSError) as error:
        return f"cannot be read ({type(error).__name__})"
    if not number:
        return "no faults"
    return f"{number} {'fault' if number == 1 else 'faults'}; {where}"


def _machine(coach: Coach) -> Iterator[tuple[str, str]]:
    yield "Settings", _settings(coach)
    there = [command[0] for command in (*players_of(sys.platform), *speakers_of(sys.platform)) if _which(command)]
    remote = ", but this is a remote session: the terminal's bell" if is_remote(os.environ) else ""
    yield "Sound", (", ".join(there) or "no player: the terminal's bell") + remote
    program = notice_program(sys.platform)
    yield "Notices", program if shutil.which(program) else f"{program} is not installed"
    timer, memory = coach.reminders.timer(), coach.reminders.memory()
    faults = f", {'; '.join(timer.faults)}" if timer.faults else ""
    yield "Reminders", f"installed with {timer.scheme}{faults}" if timer.scheme else "not installed"
    yield "Last look", _look(memory.last)
    yield "Last notice", _look(memory.notice)


def _settings(coach: Coach) -> str:
    held = coach.settings.now()
    told = [f"{key} {scalar_words(getattr(held, key))}" for key in PLAIN_SETTINGS]
    command = "set" if held.on_step else "not set"
    faults = len(coach.settings.faults())
    own = len(coach.settings.keys.now().own)
    return ", ".join([*told, f"on_step {command}", f"{own} own keys", *([f"{faults} faults"] if faults else [])])


def _which(command: tuple[str, ...]) -> str | None:
    return shutil.which(command[0])


def _look(look: Look | None) -> str:
    """When it was and how it ended; not what was to be said, and of the reasons only those of other programs."""
    if look is None:
        return "never"
    why = f" ({look.why})" if look.happened is Happened.FAILED and look.by else ""
    return f"{look.at:%Y-%m-%d %H:%M}, {look.happened}{f' by {look.by}' if look.by else ''}{why}"
