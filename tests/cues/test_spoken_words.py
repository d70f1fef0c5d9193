from __future__ import annotations

import pytest

from coach.cues.cue import Cue
from coach.cues.speech import words
from coach.model.entry import Side
from coach.session.timeline import Kind
from tests.cues.fake_programs import event, segment


@pytest.mark.parametrize(
    ("cue", "kind", "side", "said"),
    [
        (Cue.READY, Kind.PREPARE, Side.RIGHT, "Next: Wall calf stretch, right leg."),
        (Cue.READY, Kind.PREPARE, Side.BOTH, "Next: Wall calf stretch."),
        (Cue.START, Kind.HOLD, Side.LEFT, "Hold, left leg."),
        (Cue.START, Kind.REPETITIONS, Side.LEFT, "Begin, left leg."),
        (Cue.START, Kind.STEADY, Side.BOTH, "Keep going."),
        (Cue.HALFWAY, Kind.HOLD, Side.LEFT, "Halfway."),
        (Cue.THREE, Kind.REST, Side.LEFT, "Three."),
        (Cue.END, Kind.REST, Side.LEFT, "Rest."),
        (Cue.CHANGE_SIDE, Kind.CHANGE_SIDE, Side.RIGHT, "Change side, right leg."),
        (Cue.DONE, Kind.HOLD, Side.RIGHT, "All done."),
    ],
)
def test_the_words_name_what_begins_and_the_leg(cue: Cue, kind: Kind, side: Side, said: str) -> None:
    assert words(event(cue, segment(kind, side))) == said


@pytest.mark.parametrize("cue", Cue)
@pytest.mark.parametrize("kind", Kind)
def test_no_name_becomes_an_option_or_an_endless_speech(cue: Cue, kind: Kind) -> None:
    said = words(event(cue, segment(kind, name="--help\0\x1b[2J" * 1000)))
    assert said[0].isalpha()
    assert said.isprintable()
    assert len(said) < 120
