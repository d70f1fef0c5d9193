"""A tone for each cue, to be told apart with eyes shut, and the files that players take."""

from __future__ import annotations

import io
import math
import tempfile
import wave
import zlib
from array import array
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from coach.cues.cue import Cue

SAMPLE_RATE_HZ = 22050
PEAK = 0.3
"""Of full scale: gentle at the volume people have set for speech."""
FADE_S = 0.01
"""At both ends of a note, so that nothing clicks."""
PAUSE_S = 0.6
"""Between the tones when all are played in turn."""


class Note(NamedTuple):
    """A sine of `frequency_hz`, or silence at 0, for so many `seconds`."""

    frequency_hz: float
    seconds: float


TONES: Mapping[Cue, tuple[Note, ...]] = MappingProxyType(
    {
        Cue.READY: (Note(392, 0.6),),
        Cue.START: (Note(523, 0.14), Note(784, 0.3)),
        Cue.HALFWAY: (Note(659, 0.1), Note(0, 0.08), Note(659, 0.1)),
        Cue.THREE: (Note(698, 0.08),),
        Cue.TWO: (Note(784, 0.08),),
        Cue.ONE: (Note(880, 0.08),),
        Cue.END: (Note(784, 0.14), Note(523, 0.3)),
        Cue.CHANGE_SIDE: (Note(440, 0.11), Note(659, 0.11), Note(440, 0.11), Note(659, 0.11)),
        Cue.DONE: (Note(523, 0.15), Note(659, 0.15), Note(784, 0.15), Note(1047, 0.6)),
    }
)
"""One long low note; rising; the same twice; three ticks, each higher; falling; to and fro; a slow chord upwards.

All between 390 and 1050 Hz, where small loudspeakers and ageing ears are at their best.
"""
ALL_IN_TURN: tuple[Note, ...] = tuple(note for tone in TONES.values() for note in (*tone, Note(0, PAUSE_S)))
"""Every tone once, in the order in which a session has them."""


def length_s(notes: Sequence[Note]) -> float:
    """Seconds that `notes` last."""
    return sum(note.seconds for note in notes)


def wave_bytes(notes: Sequence[Note]) -> bytes:
    """`notes` as a WAVE file, 16 bit, one channel."""
    samples = array("h")
    for note in notes:
        samples.extend(_samples(note))
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(samples.itemsize)
        sound.setframerate(SAMPLE_RATE_HZ)
        sound.writeframes(samples.tobytes())
    return file.getvalue()


def _samples(note: Note) -> list[int]:
    count = round(note.seconds * SAMPLE_RATE_HZ)
    if not note.frequency_hz:
        return [0] * count
    step = math.tau * note.frequency_hz / SAMPLE_RATE_HZ
    samples = [round(32767 * PEAK * math.sin(step * place)) for place in range(count)]
    fade = round(FADE_S * SAMPLE_RATE_HZ)
    for place in range(fade):
        loudness = (1 - math.cos(math.pi * place / fade)) / 2
        for edge in (place, -1 - place):
            samples[edge] = round(samples[edge] * loudness)
    return samples


class ToneFiles:
    """The tones as files in a private `folder`, each written when it is first wanted and then kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, cue: Cue) -> Path:
        """The file of one tone; raises OSError when it cannot be written."""
        return self._file(cue.value, TONES[cue])

    def all_in_turn(self) -> Path:
        """The file with every tone; raises OSError when it cannot be written."""
        return self._file("all", ALL_IN_TURN)

    def _file(self, name: str, notes: Sequence[Note]) -> Path:
        # The name tells how it sounds: another version's file is never taken for this one's.
        sound = repr((tuple(notes), SAMPLE_RATE_HZ, PEAK, FADE_S)).encode()
        path = self._folder / f"{name}-{zlib.crc32(sound):08x}.wav"
        if not _is_whole(path):
            self._write(path, wave_bytes(notes))
        return path

    def _write(self, path: Path, data: bytes) -> None:
        missing = [folder for folder in (self._folder, *self._folder.parents) if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
        with tempfile.NamedTemporaryFile(prefix=f".{path.name}.", dir=self._folder, delete=False) as file:
            staged = Path(file.name)
            try:
                file.write(data)
                file.flush()
                staged.replace(path)
            except OSError:
                with suppress(OSError):
                    staged.unlink()
                raise


def _is_whole(path: Path) -> bool:
    """Whether `path` has content: what is renamed into place is whole, or empty after a power cut."""
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False
