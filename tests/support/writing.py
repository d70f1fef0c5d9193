"""Writes to a diary from a process of its own: `python -m tests.support.writing WHAT HOME …`.

entries HOME COUNT     adds entries and prints the id of each when it is acknowledged
hold HOME              takes the diary's lock, says so, and holds it until killed
faults HOME            in HOME/1, HOME/2, … writes a little and is killed (SIGKILL) at its first,
                       second, … call to the operating system; prints `number id` for what was acknowledged
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from coach.clock import SystemClock
from coach.diary.lock import locked
from tests.support.diaries import DAY, diary_in, drink

CHECKOUT = Path(__file__).parents[2]
CALLS = {"open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.listdir", "os.scandir", "fcntl.flock"}


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """This module in a process of its own; killed at the end if it still runs."""
    command = [sys.executable, "-m", "tests.support.writing", *arguments]
    with subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def say(text: str) -> None:
    """Print at once: what was said counts as acknowledged."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def write_entries(home: Path, number: int) -> None:
    diary = diary_in(home, SystemClock())
    for _ in range(number):
        say(diary.add([drink()], "drink")[0].id)


def hold(home: Path) -> None:
    with locked(home / "state"):
        say("held")
        signal.pause()


def write_until_killed(home: Path, fatal: int, name: str) -> None:
    """Three writes, one of them to two volumes; the `fatal`-th call to the system does not return."""
    diary = diary_in(home, SystemClock())
    said: list[str] = [diary.add([drink()], "before the hook")[0].id]
    say(f"{name} {said[0]}")
    calls = count(1)

    def audit(event: str, _: object) -> None:
        if event in CALLS and next(calls) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(audit)
    say(f"{name} {diary.add([drink()], 'one')[0].id}")
    drafts = [drink(day=DAY.replace(month=month)) for month in (10, 11)]
    for entry in diary.add(drafts, "two volumes"):
        say(f"{name} {entry.id}")
    diary.undo()


def write_at_every_fault(home: Path) -> None:
    import tinydb  # noqa: F401 - so that importing it does not count

    import coach.diary.storage  # noqa: F401

    for fatal in count(1):
        child = os.fork()
        if child == 0:
            write_until_killed(home / str(fatal), fatal, str(fatal))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status == 0:
            break
        if not os.WIFSIGNALED(status):
            sys.exit(1)


if __name__ == "__main__":
    place = Path(sys.argv[2])
    match sys.argv[1]:
        case "entries":
            write_entries(place, int(sys.argv[3]))
        case "hold":
            hold(place)
        case "faults":
            write_at_every_fault(place)
