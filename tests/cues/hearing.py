"""Measuring sound: where it begins and ends, and how high its notes are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coach.cues.tones import SAMPLE_RATE_HZ, Note, length_s

AUDIBLE = 330
"""One hundredth of full scale."""


def sounding(samples: Sequence[int]) -> tuple[int, int]:
    """The places of the first audible sample and of the one after the last; raises ValueError for silence."""
    places = [place for place, sample in enumerate(samples) if abs(sample) > AUDIBLE]
    if not places:
        raise ValueError("nothing is heard")
    return places[0], places[-1] + 1


def frequency_hz(samples: Sequence[int]) -> float:
    """How often a second the samples go from below to above zero."""
    ups = [
        place + before / (before - after)
        for place, (before, after) in enumerate(pairwise(samples))
        if before < 0 <= after
    ]
    return (len(ups) - 1) * SAMPLE_RATE_HZ / (ups[-1] - ups[0])


def check_notes(samples: Sequence[int], notes: Sequence[Note], *, tolerance_s: float) -> None:
    """Asserts that what sounds is `notes`, of their length and each within 1 % of its frequency."""
    first, end = sounding(samples)
    assert abs((end - first) / SAMPLE_RATE_HZ - length_s(notes)) <= tolerance_s
    begins_s = first / SAMPLE_RATE_HZ
    for note in notes:
        # The middle alone, so that a small shift takes in no neighbour and no fade.
        middle = slice(
            round((begins_s + 0.3 * note.seconds) * SAMPLE_RATE_HZ),
            round((begins_s + 0.7 * note.seconds) * SAMPLE_RATE_HZ),
        )
        if note.frequency_hz:
            assert abs(frequency_hz(samples[middle]) / note.frequency_hz - 1) <= 0.01
        else:
            assert max(abs(sample) for sample in samples[middle]) <= AUDIBLE
        begins_s += note.seconds
