"""However the app is left, the terminal is clean and nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.questions import answer_questions
from tests.support.terminal import Terminal

COACH = [sys.executable, "-m", "coach"]
CHECKOUT = Path(__file__).parents[2]
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"
SHOWS_CURSOR = b"\x1b[?25h"
STOPS_MOUSE = b"\x1b[?1000l"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    answer_questions(tmp_path)
    with Terminal(COACH, {"COACH_HOME": str(tmp_path)}, CHECKOUT) as terminal:
        terminal.wait_for("STRETCH AND POSTURE")
        terminal.press("w")
        terminal.wait_for("Water       250 ml")
        yield terminal


def water(home: Path) -> float:
    asked = subprocess.run([*COACH, "--data", str(home), "today", "--json"], capture_output=True, check=True)
    return float(json.loads(asked.stdout)["water"]["ml"])


def assert_clean(terminal: Terminal) -> None:
    for sequence in (LEAVES_ALTERNATE_SCREEN, SHOWS_CURSOR, STOPS_MOUSE):
        assert terminal.output.rfind(sequence) > len(terminal.output) - 400


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["SIGTERM", "SIGHUP"]
)
def test_a_signal_ends_it_with_its_code_and_a_clean_terminal(
    terminal: Terminal, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    terminal.signal(number)
    assert terminal.wait_for_end() == code
    assert_clean(terminal)
    assert water(tmp_path) == 250


@pytest.mark.parametrize("key", ["q", "\x03", "\x11"], ids=["q", "ctrl+c", "ctrl+q"])
def test_a_key_ends_it_well(terminal: Terminal, tmp_path: Path, key: str) -> None:
    terminal.press(key)
    assert terminal.wait_for_end() == 0
    assert_clean(terminal)
    assert water(tmp_path) == 250


def test_ctrl_z_hands_the_terminal_back_and_going_on_brings_the_app_back(terminal: Terminal) -> None:
    pid = terminal.child.pid
    terminal.press("\x1a")
    _, status = os.waitpid(pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    terminal.signal(signal.SIGCONT)
    terminal.press("w")
    terminal.wait_for("Water       500 ml")


def test_a_closed_terminal_ends_it_and_loses_nothing(terminal: Terminal, tmp_path: Path) -> None:
    terminal.child.ptyproc.fileobj.close()
    terminal.child.ptyproc.wait()
    assert water(tmp_path) == 250


def test_a_session_under_way_is_kept_when_the_app_is_ended(tmp_path: Path) -> None:
    with Terminal([*COACH, "stretch", "chair"], {"COACH_HOME": str(tmp_path)}, CHECKOUT) as terminal:
        terminal.wait_for("GET READY")
        terminal.press("n")
        terminal.wait_for("REPEAT  2 of 10")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 143
    asked = subprocess.run([*COACH, "--data", str(tmp_path), "log", "--json"], capture_output=True, check=True)
    (session,) = json.loads(asked.stdout)
    assert session["routine"] == "chair"
    assert session["steps"][0]["held_s"] >= 1


def test_without_a_terminal_it_says_so_and_ends() -> None:
    ended = subprocess.run(COACH, stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True)
    assert ended.returncode == 2
    assert ended.stderr.startswith("coach: ")
