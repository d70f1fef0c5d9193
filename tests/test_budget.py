"""What each way into the coach may load, by `sys.modules`: what keeps it fast, held without timing anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from coach.service.coach import Coach

CHECKOUT = Path(__file__).parents[1]
OUTSIDERS = {
    "textual",
    "rich",
    "tinydb",
    "filelock",
    "platformdirs",
    "tomli_w",
    "markdown_it",
    "pygments",
    "tomllib",
}
"""Packages that cost tens of milliseconds, or whose work another one does."""
HEAVY = {"difflib", "shutil", "hashlib", "zipfile", "json", "dataclasses", "calendar", "random", "sqlite3"}
"""Of the standard library: none of it is for reading a day."""
NOT_TO_READ = ("coach.tui", "coach.exchange", "coach.diary.writer", "coach.diary.taking", "coach.library.check")
NO_PAGES = ("coach.model.cause", "coach.model.medicine", "coach.model.intake", "coach.model.region")
OTHER_MODES = tuple(
    f"coach.tui.screens.{mode}" for mode in ("causes", "stretch", "diary", "player", "editor", "pages")
)
ANSWERED = "from coach.service.coach import Coach\nCoach().profile.answer({})\nCoach().day.drink('100')\n"
RUN = """
from coach.__main__ import main
sys.argv = ["coach", *{args!r}]
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
"""
PAINT = """
import asyncio
from coach.cli.root import root
from coach.service.coach import Coach
from coach.tui.app import CoachApp

async def paint():
    async with CoachApp(Coach()).run_test() as pilot:
        await pilot.pause()

asyncio.run(paint())
"""


def loaded(script: str, home: Path) -> set[str]:
    """The modules that a script loads, in a process of its own, with a home that was written to before."""
    environment = {"COACH_HOME": str(home), "PYTHONPATH": str(CHECKOUT), "PATH": ""}
    for code in (ANSWERED, f"import sys\n{script}\nprint('LOADED', *sys.modules)"):
        ran = subprocess.run(
            [sys.executable, "-c", code],
            cwd=CHECKOUT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.splitlines()[-1].split()[1:])


def of(modules: set[str], *rooms: str) -> list[str]:
    """Those of the modules that are in one of the rooms."""
    return sorted(name for name in modules if any(name == room or name.startswith(f"{room}.") for room in rooms))


@pytest.mark.parametrize("args", ["status", "today"])
def test_a_command_that_reads_loads_nothing_to_write_or_show_pages(args: str, tmp_path: Path) -> None:
    modules = loaded(RUN.format(args=args.split()), tmp_path)
    # Text is wrapped to the terminal by a part of the standard library that loads this one.
    allowed = {"shutil"} if args == "today" else set()
    assert of(modules, *OUTSIDERS, *HEAVY - allowed, *NOT_TO_READ, *NO_PAGES) == []


def test_a_drink_loads_the_database_and_no_view_of_the_day(tmp_path: Path) -> None:
    modules = loaded(RUN.format(args=["drink", "250"]), tmp_path)
    assert of(modules, *OUTSIDERS) == of(modules, "tinydb")
    not_for_it = ("coach.tui", "coach.exchange.archive", "coach.advice.today", "coach.model.pose", "zipfile")
    assert of(modules, *not_for_it, *NO_PAGES, "coach.service.sessions", "coach.diary.salvage") == []


def test_the_first_picture_loads_its_own_mode_alone(tmp_path: Path) -> None:
    modules = loaded(PAINT, tmp_path)
    assert "coach.tui.screens.today" in modules
    assert of(modules, *OTHER_MODES, "textual.widgets._markdown", "markdown_it") == []
    services = tuple(
        f"coach.service.{name}" for name in ("searching", "history", "patterns", "exchange", "knowledge")
    )
    assert of(modules, "tinydb", "coach.exchange", "coach.diary.writer", *services, *NO_PAGES) == []


def test_a_day_reads_only_the_moves_and_routines_it_needs(coach: Coach) -> None:
    coach.day.today()
    for shelf in (coach.library.moves, coach.library.routines):
        assert len(shelf) >= 10
        assert vars(shelf)["_made"] == {}
