"""In a real terminal multiplexer: the screens fit, and the shell is clean afterwards."""

from __future__ import annotations

import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.questions import answer_questions

pytestmark = pytest.mark.system
CHECKOUT = Path(__file__).parents[2]
PATIENCE_S = 30


class Tmux:
    """A tmux server of its own with one shell in it."""

    def __init__(self, socket: Path, columns: int, lines: int) -> None:
        self._base = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        self._run("new-session", "-d", "-x", str(columns), "-y", str(lines), "env", "PS1=ready> ", "sh")

    def _run(self, *words: str) -> str:
        return subprocess.run([*self._base, *words], capture_output=True, check=True, text=True).stdout

    def type(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def screen(self) -> str:
        return self._run("capture-pane", "-p")

    def wait_for(self, wanted: str) -> str:
        until = time.monotonic() + PATIENCE_S
        while wanted not in (screen := self.screen()):
            assert time.monotonic() < until, f"waited in vain for {wanted!r}:\n{screen}"
        return screen

    def end(self) -> None:
        self._run("kill-server")


@pytest.fixture(params=[(60, 20), (80, 24), (120, 40)], ids=["60x20", "80x24", "120x40"])
def tmux(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tmux]:
    tmux = Tmux(tmp_path / "tmux", *request.param)
    tmux.wait_for("ready>")
    yield tmux
    tmux.end()


def test_every_mode_opens_and_the_shell_comes_back(tmux: Tmux, tmp_path: Path) -> None:
    answer_questions(tmp_path / "home")
    program = shlex.join([sys.executable, "-m", "coach", "--data", str(tmp_path / "home")])
    tmux.type(f"cd {shlex.quote(str(CHECKOUT))} && {program}", "Enter")
    tmux.wait_for("Calf and hamstring stretch before bed")
    for key, shows in (("2", "Dehydration"), ("3", "Desk break"), ("1", "STRETCH AND POSTURE")):
        tmux.type(key)
        tmux.wait_for(shows)
    tmux.type("c")
    tmux.wait_for("Light on")
    tmux.type("Escape")
    tmux.wait_for("STRETCH AND POSTURE")
    tmux.type("q")
    tmux.wait_for("ready>")
    tmux.type("echo still here", "Enter")
    tmux.wait_for("still here")
