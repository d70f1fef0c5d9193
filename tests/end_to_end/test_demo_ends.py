"""The demo on a real terminal: marked, apart from the person's own, and gone without a trace however it ends."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

DEMO = [sys.executable, "-m", "coach", "--demo"]
CHECKOUT = Path(__file__).parents[2]
ENDS: dict[str, tuple[Callable[[Terminal], object], int]] = {
    "q": (lambda terminal: terminal.press("q"), 0),
    "SIGTERM": (lambda terminal: terminal.signal(signal.SIGTERM), 143),
    "SIGHUP": (lambda terminal: terminal.signal(signal.SIGHUP), 129),
}


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def on_terminal(command: list[str], home: Path) -> Terminal:
    places = {"COACH_HOME": str(home / "own"), "TMPDIR": str(home / "temporary")}
    return Terminal(command, places, CHECKOUT)


@pytest.mark.parametrize("end", ENDS)
def test_the_app_shows_it_and_leaves_nothing_behind(temporary: Path, tmp_path: Path, end: str) -> None:
    press, code = ENDS[end]
    with on_terminal(DEMO, tmp_path) as terminal:
        shown = terminal.wait_for("? keys  demo")
        assert "2 l" in shown
        terminal.press("w")
        assert len(list(temporary.iterdir())) == 1
        press(terminal)
        assert terminal.wait_for_end() == code
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "own").exists()


def test_a_closed_terminal_leaves_nothing_behind(temporary: Path, tmp_path: Path) -> None:
    with on_terminal(DEMO, tmp_path) as terminal:
        terminal.wait_for("? keys  demo")
        terminal.child.ptyproc.fileobj.close()
        terminal.child.ptyproc.wait()
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_command_that_is_ended_leaves_nothing_behind(
    temporary: Path, tmp_path: Path, number: signal.Signals
) -> None:
    with on_terminal([*DEMO, "stretch", "desk-break", "--plain"], tmp_path) as terminal:
        terminal.wait_for("this is the demo")
        terminal.wait_for("Desk break")
        assert len(list(temporary.iterdir())) == 1
        os.kill(terminal.child.pid, number)
        assert terminal.wait_for_end() == 128 + number
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "own").exists()
