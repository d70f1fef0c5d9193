"""A terminal that closes in the middle of the form of a cramp loses nothing of what was typed."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

from coach.model.entry import Cramp
from coach.paths import folders
from coach.service.coach import Coach
from tests.support.questions import answer_questions
from tests.support.terminal import Terminal

COACH = [sys.executable, "-m", "coach"]
CHECKOUT = Path(__file__).parents[2]


def type_into_the_form(terminal: Terminal) -> None:
    terminal.wait_for("STRETCH AND POSTURE")
    terminal.press("c")
    terminal.wait_for("has let go")
    terminal.press("enter")
    terminal.wait_for("Logged:")
    terminal.press("d")
    terminal.wait_for("say what you like")
    terminal.press("7")
    terminal.wait_for(lambda text: re.search(r"pain +7", text) is not None)


def logged(home: Path) -> Cramp:
    """The cramp as it stands in the diary; looking writes nothing."""
    (cramp,) = (entry for entry in Coach(folders(home)).entries.log(days=7) if isinstance(entry, Cramp))
    return cramp


def open_coach(home: Path) -> Terminal:
    return Terminal(COACH, {"COACH_HOME": str(home)}, CHECKOUT)


def assert_all_is_there(home: Path) -> None:
    cramp = logged(home)
    assert (cramp.pain, cramp.site, cramp.released_by) == (7, "calf", ("stretch",))
    assert not (home / "state" / "form.json").exists()


def test_a_closed_terminal_writes_what_was_typed(tmp_path: Path) -> None:
    answer_questions(tmp_path)
    with open_coach(tmp_path) as terminal:
        type_into_the_form(terminal)
        terminal.child.ptyproc.fileobj.close()
        terminal.child.ptyproc.wait()
    assert_all_is_there(tmp_path)


def test_a_killed_program_has_it_at_the_next_start_and_says_so(tmp_path: Path) -> None:
    answer_questions(tmp_path)
    kept = tmp_path / "state" / "form.json"
    with open_coach(tmp_path) as terminal:
        type_into_the_form(terminal)
        terminal.wait_for(lambda _: kept.exists() and b'"pain":"7"' in kept.read_bytes())
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
    with open_coach(tmp_path) as terminal:
        terminal.wait_for("kept: what you typed about the cramp")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert_all_is_there(tmp_path)


def test_after_a_kill_the_next_command_has_it_too(tmp_path: Path) -> None:
    answer_questions(tmp_path)
    kept = tmp_path / "state" / "form.json"
    with open_coach(tmp_path) as terminal:
        type_into_the_form(terminal)
        terminal.wait_for(lambda _: kept.exists() and b'"pain":"7"' in kept.read_bytes())
        subprocess.run([*COACH, "--data", str(tmp_path), "log"], capture_output=True, check=True)
        assert logged(tmp_path).pain is None, "the form is still open: nothing is written behind its back"
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
    assert logged(tmp_path).pain is None
    told = subprocess.run([*COACH, "--data", str(tmp_path), "log"], capture_output=True, check=True, text=True)
    assert "pain 7 of 10" in told.stdout
    assert told.stderr.startswith("coach: kept: what you typed about the cramp")
    assert_all_is_there(tmp_path)
