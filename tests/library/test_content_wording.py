"""What `coach check` finds in the words and the figures of moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from library_examples import MOVE, RELIEF, but, content, faults, write

from coach.library.wording import hard_to_read

WHERE = "moves/calf-wall.toml"


def with_cue(cue: str) -> str:
    return but(MOVE, '["Heel down"]', f'["{cue}"]')


@pytest.mark.parametrize("cue", ["Point your toes", "Let the toes point up", "Toes pointed, leg long"])
def test_pointing_is_for_the_forbidden_thing_alone(tmp_path: Path, cue: str) -> None:
    found = faults(content(tmp_path, {WHERE: with_cue(cue)}))
    assert found == [f"{WHERE}: cues[1]: “point” is for the forbidden thing alone"]


@pytest.mark.parametrize("cue", ["Never point the toes", "Toes up; do not point them", "To the point of ease"])
def test_what_forbids_pointing_may_say_so(tmp_path: Path, cue: str) -> None:
    assert faults(content(tmp_path, {WHERE: with_cue(cue)})) == []


def test_the_steps_of_relief_are_read_as_well(tmp_path: Path) -> None:
    found = faults(content(tmp_path, {"relief/calf.toml": but(RELIEF, '"Toes up."', '"Point the toes up."')}))
    assert found == ["relief/calf.toml: steps[1]: “point” is for the forbidden thing alone"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("Heel down, knee straight", ""),
        ("Lower, and begin again", ""),
        (" ".join(["go"] * 19), "19 words at once"),
        (f"{' '.join(['go'] * 18)}. {' '.join(['go'] * 18)}.", ""),
        (
            "Progressively accentuate plantarflexion, maintaining ipsilateral gastrocnemius elongation",
            "long words",
        ),
    ],
)
def test_cues_can_be_followed_half_asleep(said: str, why: str) -> None:
    assert hard_to_read(said) == why


def test_a_cue_that_is_hard_to_follow_is_named(tmp_path: Path) -> None:
    (found,) = faults(content(tmp_path, {WHERE: with_cue(" ".join(["go"] * 19))}))
    assert found.startswith(f"{WHERE}: cues[1]: hard to follow: 19 words at once in ")


@pytest.mark.parametrize("promise", ["It cures cramps", "A detox for the legs", "We guarantee it"])
def test_no_promises(tmp_path: Path, promise: str) -> None:
    (found,) = faults(content(tmp_path, {WHERE: with_cue(promise)}))
    assert found.startswith(f"{WHERE}: a promise nobody can keep")


def test_a_move_that_nobody_has_drawn_is_named(tmp_path: Path) -> None:
    undrawn = MOVE[: MOVE.index("[pose]")]
    assert faults(content(tmp_path, {WHERE: undrawn})) == [f"{WHERE}: pose: there is none"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("1.78]", "1.2]", "keyframe 1: the body leaves the box"),
        ("heel = [-0.02, 0]", "heel = [-0.85, 0]", "keyframe 1: the near foot is"),
        (
            "far_arm = { upper = -90, fore = -80 }",
            "far_arm = { hand = [0.8, 0.1] }",
            "keyframe 1: the far hand is",
        ),
    ],
)
def test_a_figure_that_is_not_whole_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    found = faults(content(tmp_path, {WHERE: but(MOVE, old, new)}))
    assert any(one.startswith(f"{WHERE}: pose: {fault}") for one in found), found


def test_the_persons_own_moves_are_theirs_to_word_and_may_go_undrawn(tmp_path: Path) -> None:
    undrawn = with_cue("Point your toes, it cures")[: with_cue("Point your toes, it cures").index("[pose]")]
    own = write(tmp_path / "own", {"moves/mine.toml": undrawn})
    assert faults(content(tmp_path), own) == []
