"""From the command line into the app."""

from __future__ import annotations

import sys
from typing import NoReturn, TextIO

from coach.diary.lock import Patience
from coach.errors import BadInputError
from coach.service.coach import Coach

APP_WAITS_S = 3
"""For another program that is writing: the screen stands still meanwhile, and nothing may be written over it."""


def open_app(
    coach: Coach, *, mode: str = "today", routine: str | None = None, site: str | None = None
) -> NoReturn:
    """Open the app and leave with its exit code; raises BadInputError when there is no terminal."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stderr)):
        raise BadInputError("this needs a terminal", "without one: coach today, coach stretch ROUTINE --plain")
    from coach.tui.app import run_app

    coach.patience = Patience(wait_s=APP_WAITS_S)
    sys.exit(run_app(coach, mode=mode, routine=routine, site=site))


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
