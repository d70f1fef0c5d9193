"""The tab key in real shells: each completes the id of a routine, on a pseudo-terminal."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

pytestmark = pytest.mark.system
CHECKOUT = Path(__file__).parents[2]
BEGUN, WHOLE = "coach stretch desk-b", "coach stretch desk-break"
START = {
    "bash": ["bash", "--noprofile", "--norc", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
SET_UP = {
    "bash": 'PS1="ready> "; eval "$(coach completion bash)"; echo loaded',
    "zsh": 'PS1="ready> "; autoload -Uz compinit; compinit -u -D; eval "$(coach completion zsh)"; echo loaded',
    "fish": "coach completion fish | source; echo loaded",
}


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """A home of its own, with `coach` on the PATH and no completion of anybody else's."""
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "coach"
    runs = shlex.join([sys.executable, "-m", "coach"])
    program.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(CHECKOUT))} exec {runs} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(tmp_path), "COACH_HOME": str(tmp_path)}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_tab_key_completes_the_id_of_a_routine(
    shell: str, surroundings: dict[str, str], tmp_path: Path
) -> None:
    with Terminal(START[shell], surroundings, tmp_path, columns=120) as terminal:
        terminal.press(SET_UP[shell], "enter")
        terminal.wait_for(lambda screen: "loaded" in screen.split("echo loaded")[-1])
        assert WHOLE not in terminal.text()
        terminal.press(f"{BEGUN}\t")
        terminal.wait_for(WHOLE)
        # What the shell has now is what it runs: the dry run of that routine.
        terminal.press(" --dry-run | head -1", "enter")
        terminal.wait_for("Desk break")
        assert "Traceback" not in terminal.text()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_tab_key_lists_the_commands(shell: str, surroundings: dict[str, str], tmp_path: Path) -> None:
    with Terminal(START[shell], surroundings, tmp_path, columns=120, lines=50) as terminal:
        terminal.press(SET_UP[shell], "enter")
        terminal.wait_for(lambda screen: "loaded" in screen.split("echo loaded")[-1])
        terminal.press("coach st\t\t")
        terminal.wait_for(lambda screen: "status" in screen and "stretch" in screen)
