from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.cues.cue import Cue
from coach.cues.cues import Cues
from tests.cues.fake_programs import event
from tests.support.terminal import Terminal

CHECKOUT = Path(__file__).parents[2]
NOISY = ("pw-play", "paplay", "aplay", "afplay", "espeak-ng", "say", "noisy-command")
PATIENCE_S = 20


def script(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
    path.chmod(0o700)
    return path


def screen(folder: Path, programs: Path, sound: str) -> bytes:
    """Every byte that the program with a screen and its children send to the terminal."""
    command = [sys.executable, "-m", "tests.cues.silent_screen", str(folder), sound]
    with Terminal(command, {"PATH": str(programs), "SSH_CONNECTION": ""}, CHECKOUT) as terminal:
        assert terminal.wait_for_end() == 0, terminal.text()
        return terminal.output


def test_programs_that_fail_noisily_put_no_byte_on_the_screen_and_the_bell_rings(tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in NOISY:
        noise = [f"echo {name} fails", f"echo {name} fails >&2", f"echo {name} fails >/dev/tty"]
        script(programs / name, f"echo {name} >>{tmp_path}/ran", *noise, "exit 1")
    silent = screen(tmp_path, programs, "off")
    assert b"the end" in silent
    assert screen(tmp_path, programs, "on") == silent
    assert (tmp_path / "bells").read_text(encoding="utf-8") == str(len(Cue))
    ran = set((tmp_path / "ran").read_text(encoding="utf-8").split())
    assert "noisy-command" in ran
    assert ran & {"pw-play", "afplay"}


@pytest.fixture
def lifeline(tmp_path: Path) -> Iterator[int]:
    """A pipe that every process of a script holds open while it lives; its reading end."""
    os.mkfifo(tmp_path / "lifeline")
    reading = os.open(tmp_path / "lifeline", os.O_RDONLY | os.O_NONBLOCK)
    yield reading
    os.close(reading)


def read(pipe: int) -> bytes:
    """What comes next; nothing at all when no process holds the other end any more."""
    assert select.select([pipe], [], [], PATIENCE_S)[0], "waited in vain"
    return os.read(pipe, 100)


@pytest.mark.parametrize("stubborn", ["", "trap '' TERM"])
def test_close_ends_a_script_and_what_it_started_though_it_ignores_the_request(
    tmp_path: Path, lifeline: int, stubborn: str
) -> None:
    command = script(
        tmp_path / "command", f"exec 3>{tmp_path}/lifeline", stubborn, "sleep 900 &", "echo up >&3", "wait"
    )
    cues = Cues(tmp_path / "sounds", bell=lambda: None, sound=False, on_step=(str(command),))
    cues.play(event())
    assert read(lifeline) == b"up\n"
    cues.close()
    assert read(lifeline) == b""
