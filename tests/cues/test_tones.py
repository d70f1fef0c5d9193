from __future__ import annotations

import io
import itertools
import math
import os
import stat
import wave
from array import array
from pathlib import Path

import pytest

from coach.cues.cue import Cue
from coach.cues.tones import (
    ALL_IN_TURN,
    FADE_S,
    PEAK,
    SAMPLE_RATE_HZ,
    TONES,
    Note,
    ToneFiles,
    length_s,
    wave_bytes,
)
from tests.cues.hearing import check_notes


def read(data: bytes) -> array[int]:
    with wave.open(io.BytesIO(data)) as sound:
        assert sound.getparams()[:3] == (1, 2, SAMPLE_RATE_HZ)
        return array("h", sound.readframes(sound.getnframes()))


@pytest.mark.parametrize("cue", Cue)
def test_a_file_holds_the_notes_that_are_documented(cue: Cue) -> None:
    samples = read(wave_bytes(TONES[cue]))
    assert len(samples) == pytest.approx(length_s(TONES[cue]) * SAMPLE_RATE_HZ, abs=len(TONES[cue]))
    check_notes(samples, TONES[cue], tolerance_s=FADE_S)


@pytest.mark.parametrize("cue", Cue)
def test_nothing_clicks_and_nothing_is_loud(cue: Cue) -> None:
    samples = read(wave_bytes(TONES[cue]))
    steepest = 32767 * PEAK * math.tau * max(note.frequency_hz for note in TONES[cue]) / SAMPLE_RATE_HZ
    steps = [abs(after - before) for before, after in itertools.pairwise([0, *samples, 0])]
    assert max(steps) <= steepest + 1
    assert max(abs(sample) for sample in samples) == pytest.approx(32767 * PEAK, rel=0.01)


def contour(notes: tuple[Note, ...]) -> list[int]:
    """Up, down or silence, from note to note."""
    heights = [note.frequency_hz for note in notes]
    return [
        0 if not after else (after > before) - (after < before) for before, after in itertools.pairwise(heights)
    ]


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(Cue, 2)))
def test_any_two_tones_differ_in_contour_or_by_a_whole_tone_in_pitch(one: Cue, other: Cue) -> None:
    first, second = TONES[one], TONES[other]
    if contour(first) == contour(second):
        higher, lower = sorted((first[0].frequency_hz, second[0].frequency_hz), reverse=True)
        assert 12 * math.log2(higher / lower) > 1.9


def test_all_in_turn_has_every_tone_apart_from_the_others() -> None:
    data = wave_bytes(ALL_IN_TURN)
    samples = read(data)
    begins_s = 0.0
    for tone in TONES.values():
        ends_s = begins_s + length_s(tone)
        own = samples[round(begins_s * SAMPLE_RATE_HZ) : round((ends_s + 0.5) * SAMPLE_RATE_HZ)]
        check_notes(own, tone, tolerance_s=FADE_S)
        begins_s = ends_s + 0.6


def test_files_are_private_whole_and_written_once(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "sounds"
    files = ToneFiles(folder)
    before = os.umask(0)
    try:
        path = files.of(Cue.START)
    finally:
        os.umask(before)
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, folder, folder.parent)] == [0o600, 0o700, 0o700]
    assert path.read_bytes() == wave_bytes(TONES[Cue.START])
    inode = path.stat().st_ino
    assert ToneFiles(folder).of(Cue.START) == path
    assert path.stat().st_ino == inode
    assert list(folder.iterdir()) == [path]


def test_a_file_that_a_power_cut_left_empty_or_that_is_gone_is_written_again(tmp_path: Path) -> None:
    files = ToneFiles(tmp_path)
    path = files.of(Cue.END)
    whole = path.read_bytes()
    path.write_bytes(b"")
    assert files.of(Cue.END).read_bytes() == whole
    path.unlink()
    assert files.of(Cue.END).read_bytes() == whole


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space left"):
        ToneFiles(tmp_path).of(Cue.ONE)
    assert list(tmp_path.iterdir()) == []
