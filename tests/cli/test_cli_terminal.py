"""A routine guided in lines on a real terminal, which is left as it was found."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.cli.terminal import ended_by_signals
from tests.support.terminal import Terminal

COACH = [sys.executable, "-m", "coach"]
CHECKOUT = Path(__file__).parents[2]
SHORT_ROUTINE = """
name = "Short"
when = "In a test"
why = "Short."
evidence = "weak"
change_position_s = 0.2

[[steps]]
move = "desk-reset"
hold_s = 1
repetitions = 3
"""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    own = tmp_path / "data" / "content" / "routines"
    own.mkdir(parents=True)
    (own / "short.toml").write_text(SHORT_ROUTINE, encoding="utf-8")
    command = [*COACH, "stretch", "short", "--plain"]
    with Terminal(command, {"COACH_HOME": str(tmp_path)}, CHECKOUT) as terminal:
        yield terminal


def modes(terminal: Terminal) -> int:
    """Whether the terminal gives lines and echoes what is typed."""
    local: int = termios.tcgetattr(terminal.child.child_fd)[3]
    return local & (termios.ICANON | termios.ECHO)


def session(home: Path) -> dict[str, Any]:
    """The one session in the diary."""
    asked = subprocess.run([*COACH, "--data", str(home), "log", "--json"], capture_output=True, check=True)
    found: dict[str, Any]
    (found,) = json.loads(asked.stdout)
    return found


def test_it_runs_to_its_end_and_gives_the_terminal_back(terminal: Terminal, tmp_path: Path) -> None:
    found = modes(terminal)
    terminal.wait_for("space pauses")
    assert modes(terminal) == 0
    terminal.wait_for("Done: Short, 0:03 held")
    assert terminal.wait_for_end() == 0
    assert modes(terminal) == found
    assert session(tmp_path)["name"] == "Short, 0:03 held"


def test_keys_work_without_enter(terminal: Terminal, tmp_path: Path) -> None:
    terminal.wait_for("(2 of 3)")
    terminal.press(" ")
    terminal.wait_for("Paused.")
    terminal.press("right", "x", " ")
    terminal.wait_for("Going on")
    terminal.press("Q")
    terminal.wait_for("Ended: Short")
    assert terminal.wait_for_end() == 0
    assert session(tmp_path)["steps"][0]["held_s"] >= 1


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=["SIGTERM", "SIGHUP", "SIGINT"],
)
def test_a_signal_keeps_what_was_done_and_gives_the_terminal_back(
    terminal: Terminal, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    found = modes(terminal)
    terminal.wait_for("(2 of 3)")
    terminal.signal(number)
    assert terminal.wait_for_end() == code
    assert modes(terminal) == found
    assert "Traceback" not in terminal.text()
    assert session(tmp_path)["steps"][0]["held_s"] >= 1


def test_a_hang_up_that_was_to_be_ignored_still_is() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ended_by_signals():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
    with pytest.raises(SystemExit, match="143"), ended_by_signals():
        signal.raise_signal(signal.SIGTERM)


def test_ctrl_z_gives_the_terminal_back_while_it_lasts(terminal: Terminal) -> None:
    found = modes(terminal)
    terminal.wait_for("(1 of 3)")
    terminal.press("\x1a")
    _, status = os.waitpid(terminal.child.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    assert modes(terminal) == found
    terminal.signal(signal.SIGCONT)
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_closed_terminal_keeps_what_was_done(terminal: Terminal, tmp_path: Path) -> None:
    terminal.wait_for("(2 of 3)")
    terminal.child.ptyproc.fileobj.close()
    assert terminal.child.ptyproc.wait() == 129
    assert session(tmp_path)["steps"][0]["held_s"] >= 1
