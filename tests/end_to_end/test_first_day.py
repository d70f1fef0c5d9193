"""The main job, through the real program with real keys: read, stretch, tick, drink, leave, and find it again.

`COACH_PROGRAM` names another program than the one under test here: the installed wheel, or the first
command of the README in a fresh clone.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

PROGRAM = shlex.split(os.environ.get("COACH_PROGRAM", f"{shlex.quote(sys.executable)} -m coach"))
FOLDER = Path(os.environ.get("COACH_PROGRAM_FOLDER", Path(__file__).parents[2]))
PATIENCE_S = 300 if "COACH_PROGRAM" in os.environ else 30

SHORT_ROUTINE = """
name = "Two seconds of marching"
when = "In a test"
why = "Short enough to be watched to its end."
evidence = "weak"
sources = ["S63"]
change_position_s = 1

[[steps]]
move = "march-seated"
hold_s = 1
repetitions = 2
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    own = tmp_path / "data" / "content" / "routines"
    own.mkdir(parents=True)
    (own / "short.toml").write_text(SHORT_ROUTINE, encoding="utf-8")
    return tmp_path


def open_coach(home: Path) -> Terminal:
    return Terminal(PROGRAM, {"COACH_HOME": str(home)}, FOLDER, patience_s=PATIENCE_S)


def test_the_main_job_from_the_first_start_to_the_next(home: Path) -> None:
    with open_coach(home) as terminal:
        terminal.wait_for("A few questions about your health")
        terminal.press("\x1b[F")
        terminal.wait_for("Save: none of these fits me")
        terminal.press("enter")
        terminal.wait_for("Calf and hamstring stretch before bed")

        terminal.press("2")
        terminal.wait_for("Dehydration")
        terminal.press("down", "down")
        terminal.wait_for("MORE LIKELY IF YOU")

        terminal.press("3")
        terminal.wait_for("Desk break")
        terminal.press("\x1b[F")
        terminal.wait_for("Two seconds of marching")
        terminal.wait_for("Short enough to be watched")
        terminal.press("enter")
        terminal.wait_for("GET READY")
        terminal.wait_for("how did it feel")
        terminal.press("enter")
        terminal.wait_for("Two seconds of marching")

        terminal.press("1")
        terminal.wait_for("STRETCH AND POSTURE")
        terminal.press(" ", "down", " ", "w")
        terminal.wait_for("Water       250 ml")
        terminal.wait_for("1 of 6")
        terminal.press("q")
        assert terminal.wait_for_end() == 0

    with open_coach(home) as terminal:
        terminal.wait_for("STRETCH AND POSTURE")
        screen = terminal.wait_for("1 of 6")
        assert "Water       250 ml" in screen
        assert "✓  Calf and hamstring stretch before bed" in screen
        terminal.press("4")
        terminal.wait_for("Two seconds of marching")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_questions_that_are_left_do_not_come_again_and_the_command_line_finds_what_the_app_wrote(
    home: Path,
) -> None:
    with open_coach(home) as terminal:
        terminal.wait_for("A few questions about your health")
        terminal.press("escape")
        terminal.wait_for("STRETCH AND POSTURE")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    with open_coach(home) as terminal:
        terminal.wait_for("questions not answered")  # Next says so too, but not by night.
        terminal.press("w")
        terminal.wait_for("Water       250 ml")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    asked = subprocess.run(
        [*PROGRAM, "today", "--json"], env={**os.environ, "COACH_HOME": str(home)}, capture_output=True, check=True
    )
    today = json.loads(asked.stdout)
    assert today["water"]["ml"] == 250
    assert not today["answered"]
