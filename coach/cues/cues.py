"""What sounds at a cue: a tone, else the bell; a voice; the person's own command."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from coach.clock import SystemClock
from coach.cues.children import Popen
from coach.cues.cue import CueEvent
from coach.cues.hook import Hook
from coach.cues.players import Programs, Which, players_of
from coach.cues.speech import EXAMPLE, speakers_of, words
from coach.cues.tones import ALL_IN_TURN, TONES, Note, ToneFiles, length_s

BELL = "bell"
_MONOTONIC = SystemClock().monotonic


class Cues:
    """Makes cues heard, through whatever this machine has; nothing it does raises, waits or prints.

    `folder` is for the tones' files. `bell` rings the terminal's bell: it stands in when there is no player,
    and when the session is `remote`, for then a player would be heard elsewhere. `on_step` is the command of
    the machine's settings, which is run at every cue, heard or not.
    """

    def __init__(
        self,
        folder: Path,
        *,
        bell: Callable[[], None],
        sound: bool = True,
        speech: bool = False,
        on_step: Sequence[str] = (),
        remote: bool = False,
        which: Which = shutil.which,
        popen: Popen = subprocess.Popen,
        monotonic: Callable[[], float] = _MONOTONIC,
        platform: str = sys.platform,
    ) -> None:
        self._folder = folder
        self._files = ToneFiles(folder)
        self._bell = bell
        self._sound = sound
        self._speech = speech
        self._players = Programs(() if remote else players_of(platform), which, popen, monotonic)
        self._speakers = Programs(() if remote else speakers_of(platform), which, popen, monotonic)
        self._hook = Hook(on_step, popen)
        self._file_fault = ""
        self._closed = False

    @property
    def heard_by(self) -> str:
        """The program that plays the tones now, or `bell`; may change when one turns out to fail."""
        return self._players.best or BELL

    @property
    def faults(self) -> tuple[str, ...]:
        """What of the person's setup does not work, for people; a program that is missing is no fault."""
        return tuple(fault for fault in (self._file_fault, self._hook.fault) if fault)

    def play(self, event: CueEvent, *, quiet: bool = False) -> None:
        """Make a cue heard, beside what still sounds; when `quiet`, only the person's command learns of it."""
        if self._closed:
            return
        self._players.collect()
        if self._sound and not quiet:
            self._play(lambda: self._files.of(event.cue), TONES[event.cue])
        if self._speech and not quiet:
            self._say(words(event))
        self._hook.run(event, quiet=quiet)

    def test(self) -> None:
        """All tones in turn, whether sound is on or not, and the voice when it is on."""
        if self._closed:
            return
        self._players.collect()
        self._players.interrupt()
        self._play(self._files.all_in_turn, ALL_IN_TURN)
        if self._speech:
            self._say(EXAMPLE)

    def tend(self) -> None:
        """See to what was started, some times a second: a tone whose player failed comes from the next one.

        Without this a failure is found at the next cue, and the tone it took is lost.
        """
        failed = self._players.collect()
        if failed and not self._players.run(failed[-1].argument, failed[-1].lasts_s):
            self._bell()
        self._speakers.collect()
        self._hook.collect()

    def close(self) -> None:
        """Cut off what sounds and end every child; cues that come later are ignored."""
        self._closed = True
        self._players.close()
        self._speakers.close()
        self._hook.close()

    def _play(self, file: Callable[[], Path], notes: Sequence[Note]) -> None:
        if self._players.best is None:
            self._bell()
            return
        try:
            path = file()
        except OSError as error:
            self._file_fault = f"the tones cannot be written to {self._folder}: {error.strerror or error}"
            self._bell()
            return
        if not self._players.run(str(path), length_s(notes)):
            self._bell()

    def _say(self, text: str) -> None:
        self._speakers.collect()
        self._speakers.interrupt()
        self._speakers.run(text)
