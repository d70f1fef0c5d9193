"""A notice on the desktop, through the program that the platform has for it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from coach.model.text import clean
from coach.reminders.children import Ran, run

LONGEST = 200
"""Characters of a line; notices show no more."""
_MARKUP = str.maketrans({"&": "+", "<": "(", ">": ")"})
"""The body of a notice is markup to some desktops and plain text to others, so nothing of either is in it."""
_APPLE = (
    "on run argv",
    'display notification (item 2 of argv) with title "coach" subtitle (item 1 of argv)',
    "end run",
)
RunIn = Callable[[tuple[str, ...], Mapping[str, str] | None], Ran]


class Shown(msgspec.Struct, frozen=True):
    """By what a notice was shown; `fault` is why it was not, empty when it was."""

    by: str
    fault: str = ""


def notice_program(platform: str) -> str:
    """What shows notices on `platform` (as `sys.platform` names it)."""
    return "osascript" if platform == "darwin" else "notify-send"


def show_notice(
    title: str,
    body: str,
    *,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
    run_in: RunIn = run,
    environment: Mapping[str, str] = os.environ,
) -> Shown:
    """Show a notice; nothing in the texts is taken for an option, a script or markup."""
    program = notice_program(platform)
    path = which(program)
    if path is None:
        mend = "" if platform == "darwin" else " (Debian and Ubuntu: apt install libnotify-bin)"
        return Shown(program, f"{program} is not installed{mend}")
    said, why = clean(title)[:LONGEST], clean(body).translate(_MARKUP)[:LONGEST]
    if platform == "darwin":
        script = tuple(part for line in _APPLE for part in ("-e", line))
        ran = run_in((path, *script, said, why), None)
    else:
        ran = run_in((path, "--app-name=coach", "--", said, why), {**environment, **session_bus(environment)})
    return Shown(program, "" if ran.code == 0 else ran.said or f"{program} ended with {ran.code}")


def session_bus(
    environment: Mapping[str, str], folder: Path = Path("/run/user"), user: int | None = None
) -> dict[str, str]:
    """Where the person's desktop listens, when the environment does not say: cron gives none."""
    if "DBUS_SESSION_BUS_ADDRESS" in environment:
        return {}
    runtime = folder / str(os.getuid() if user is None else user)
    bus = runtime / "bus"
    if not bus.exists():
        return {}
    return {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}", "XDG_RUNTIME_DIR": str(runtime)}
