"""Every cue through a real player into a sound server without a card, recorded and measured."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from coach.cues.cue import Cue
from coach.cues.cues import Cues
from coach.cues.tones import SAMPLE_RATE_HZ, TONES
from tests.cues.fake_programs import event
from tests.cues.hearing import check_notes, sounding
from tests.support.terminal import Terminal

pytestmark = pytest.mark.system
CHECKOUT = Path(__file__).parents[2]
PATIENCE_S = 30
SILENCE_AFTER_S = 0.4
"""A tone is over when nothing was heard for so long: more than the silence within any tone."""
TOLERANCE_S = 0.03


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A PulseAudio of our own with nothing but a null sink; what to set to reach it."""
    folder = tmp_path_factory.mktemp("pulse")
    settings = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_SERVER": f"unix:{folder}/pulse.sock"}
    environment = {**os.environ, **settings}
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    native = f"module-native-protocol-unix auth-anonymous=1 socket={folder}/pulse.sock"
    modules = ["-L", native, "-L", "module-null-sink sink_name=coachnull"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([*command, *modules], env=environment, **quiet)
    try:
        until = time.monotonic() + PATIENCE_S
        while subprocess.run(["pactl", "info"], env=environment, check=False, **quiet).returncode != 0:
            assert process.poll() is None, "the sound server ended"
            assert time.monotonic() < until, "the sound server does not answer"
        yield settings
    finally:
        process.terminate()
        process.wait()


class Recorder:
    """Hears what the null sink is given, from the beginning of its life."""

    def __init__(self, environment: dict[str, str]) -> None:
        shape = ["--raw", "--format=s16le", f"--rate={SAMPLE_RATE_HZ}", "--channels=1", "--latency-msec=20"]
        self._process = subprocess.Popen(
            ["parec", "-d", "coachnull.monitor", *shape], env=environment, stdout=subprocess.PIPE
        )
        self._rest = b""

    def read(self) -> array[int]:
        """The samples that come next, as soon as there are some."""
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        assert select.select([pipe], [], [], PATIENCE_S)[0], "the recorder records nothing"
        data = self._rest + os.read(pipe, 1 << 16)
        assert data, "the recorder ended"
        whole = len(data) // 2 * 2
        self._rest = data[whole:]
        return array("h", data[:whole])

    def hear(self) -> Sequence[int]:
        """One tone, with the silence before and after it."""
        heard = array("h")
        until = time.monotonic() + PATIENCE_S
        while True:
            heard.extend(self.read())
            assert time.monotonic() < until, "no tone, or no end of it"
            try:
                _, end = sounding(heard)
            except ValueError:
                continue
            if len(heard) - end > SILENCE_AFTER_S * SAMPLE_RATE_HZ:
                return heard

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate()


@pytest.fixture(scope="module")
def recorder(server: dict[str, str]) -> Iterator[Recorder]:
    recorder = Recorder({**os.environ, **server})
    recorder.read()
    yield recorder
    recorder.close()


@pytest.fixture
def at_the_server(server: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in server.items():
        monkeypatch.setenv(name, value)


def fail() -> None:
    raise AssertionError("the bell was rung")


@pytest.mark.usefixtures("at_the_server")
@pytest.mark.parametrize("cue", Cue)
def test_what_is_heard_of_a_cue_has_its_frequencies_and_its_length(
    cue: Cue, recorder: Recorder, tmp_path: Path
) -> None:
    only_paplay = {"paplay": shutil.which("paplay")}
    cues = Cues(tmp_path, bell=fail, which=only_paplay.get)
    assert cues.heard_by == "paplay"
    cues.play(event(cue))
    heard = recorder.hear()
    cues.tend()
    cues.close()
    check_notes(heard, TONES[cue], tolerance_s=TOLERANCE_S)


def screen(folder: Path, sound: str) -> bytes:
    """Every byte that reaches the terminal, with the real players and no server and no card for them."""
    nowhere = str(folder / "nowhere")
    surroundings = {
        "PULSE_SERVER": f"unix:{nowhere}",
        "PIPEWIRE_REMOTE": nowhere,
        "XDG_RUNTIME_DIR": str(folder),
        "ALSA_CONFIG_PATH": nowhere,
        "SSH_CONNECTION": "",
    }
    command = [sys.executable, "-m", "tests.cues.silent_screen", str(folder), sound]
    with Terminal(command, surroundings, CHECKOUT) as terminal:
        assert terminal.wait_for_end() == 0, terminal.text()
        return terminal.output


def test_without_a_sound_card_no_byte_reaches_the_screen_and_the_bell_rings(tmp_path: Path) -> None:
    assert shutil.which("paplay")
    silent = screen(tmp_path, "off")
    assert b"the end" in silent
    assert screen(tmp_path, "on") == silent
    assert (tmp_path / "bells").read_text(encoding="utf-8") == str(len(Cue))
