"""A program with a screen, on which every cue comes: `python -m tests.cues.silent_screen FOLDER on|off`.

It waits for each cue to have been heard by the bell, the players having failed, and for the failure of the
person's command; then it writes to FOLDER/bells how often the bell was rung.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from coach.cues.cue import Cue
from coach.cues.cues import BELL, Cues
from tests.cues.fake_programs import event

PATIENCE_S = 20


def main(folder: Path, on: bool) -> None:
    """Draw, play, draw; the bell is counted, not rung, for it would be a byte on the screen."""
    rung: list[None] = []
    cues = Cues(
        folder / "sounds",
        bell=lambda: rung.append(None),
        sound=on,
        speech=on,
        on_step=("noisy-command",) if on else (),
    )
    until = time.monotonic() + PATIENCE_S
    for number, cue in enumerate(Cue, start=1):
        sys.stdout.write(f"\x1b[{number};1H{cue} at {number}")
        sys.stdout.flush()
        cues.play(event(cue))
        while on and not (cues.heard_by == BELL and len(rung) == number and cues.faults):
            assert time.monotonic() < until
            cues.tend()
    cues.close()
    sys.stdout.write("\x1b[20;1Hthe end")
    (folder / "bells").write_text(str(len(rung)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] == "on")
