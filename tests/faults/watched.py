"""Runs commands, or the app, and tells of sockets and of files written: `python -m tests.faults.watched HOME …`.

Every socket is forbidden but the pair by which an event loop wakes itself. The last line of output is JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import shlex
import socket
import sys
import tempfile
from pathlib import Path
from typing import Any

from click.testing import CliRunner

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.chmod",
    "os.link",
    "os.symlink",
    "os.truncate",
    "tempfile.mkdtemp",
}
KEYS = ("w", "2", "3", "4", "1", "space", "u", "c", "escape", "comma", "escape", "question_mark", "escape")
FAMILIAR = ("/dev/", "/proc/")


class Watch:
    """What an audit hook sees of sockets, and of files that are written or changed."""

    def __init__(self, home: Path) -> None:
        self.home = str(home.resolve())
        self.sockets: list[str] = []
        self.inside: list[str] = []
        self.outside: list[str] = []
        self.failed: list[str] = []
        sys.addaudithook(self._seen)

    def _seen(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith("socket."):
            self._socket(event, arguments)
        elif event in CHANGES or (event == "open" and (arguments[2] or 0) & WRITES):
            paths = arguments[:1] if event == "open" else arguments[:2]
            for path in (one for one in paths if isinstance(one, (str, os.PathLike))):
                self._file(os.path.abspath(os.fspath(path)))  # noqa: PTH100 - Path would ask the system

    def _socket(self, event: str, arguments: tuple[Any, ...]) -> None:
        own = event == "socket.__new__" and arguments[1] in {socket.AF_UNIX, -1}
        if not own:
            self.sockets.append(f"{event} {arguments[1:]}")
            raise PermissionError("no sockets here")

    def _file(self, path: str) -> None:
        if "__pycache__" in path or path.startswith(FAMILIAR):
            return
        (self.inside if path.startswith(self.home) else self.outside).append(path)


def run_commands(watch: Watch, home: Path, commands: list[str]) -> None:
    from coach.cli.root import root

    for command in commands:
        result = CliRunner().invoke(root, ["--data", str(home), *shlex.split(command)])
        if result.exit_code not in {0, 1} or (result.exception and not isinstance(result.exception, SystemExit)):
            watch.failed.append(f"{command}: {result.exit_code} {result.output} {result.exception!r}")


async def run_the_app(home: Path) -> None:
    from coach.paths import folders
    from coach.service.coach import Coach
    from coach.tui.app import CoachApp

    coach = Coach(folders(home))
    coach.settings.set("first_questions", "no")
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()
    coach.backups.wait()


def trespass() -> None:
    """What must be told."""
    with tempfile.TemporaryFile(dir="/tmp"):
        pass
    try:
        socket.create_connection(("127.0.0.1", 9))
    except PermissionError:
        return


def main() -> None:
    home, *what = sys.argv[1:]
    os.environ |= {"COACH_HOME": home, "HOME": home, "SSH_CONNECTION": "test"}
    watch = Watch(Path(home))
    match what:
        case ["app"]:
            asyncio.run(run_the_app(Path(home)))
        case ["trespass"]:
            trespass()
        case _:
            run_commands(watch, Path(home), what)
    told = {"sockets": watch.sockets, "outside": watch.outside, "inside": watch.inside, "failed": watch.failed}
    sys.stdout.write(f"\n{json.dumps(told)}\n")


if __name__ == "__main__":
    main()
