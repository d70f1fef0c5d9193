"""A pose that is not one is refused with the key that is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest
from figure_examples import POSES

from coach.errors import ContentError
from coach.library.library import Library
from coach.model.pose import Pose
from coach.paths import content_root

WHOLE = """
box = [-0.9, -0.1, 0.9, 1.8]
props = [{ kind = "floor" }]

[[keyframes]]
hip = [0, 0.95]
torso = 90
near_leg = { heel = [0, 0] }
far_leg = { heel = [0.05, 0] }
near_arm = { upper = -90, fore = -80 }
far_arm = { hold = "far thigh" }

[[keyframes]]
torso = 80
"""


def read(text: str) -> Pose:
    return msgspec.convert(tomllib.loads(text), Pose)


def test_the_example_is_whole_and_what_is_left_out_is_as_before() -> None:
    first, second = read(WHOLE).stances()
    assert (second.torso, second.chest, second.head) == (80, 80, 80)
    assert (second.hip, second.near_leg, second.far_arm) == (first.hip, first.near_leg, first.far_arm)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("torso = 90", "torsoe = 90", "`torsoe`"),
        ("torso = 90\n", "", "first keyframe needs torso"),
        ("hip = [0, 0.95]\n", "", "first keyframe needs hip"),
        ("far_arm = { hold", "other_arm = { hold", "`other_arm`"),
        ("hip = [0, 0.95]", "hip = [0, 0.95, 1]", "$.keyframes[0].hip"),
        ("hip = [0, 0.95]", "hip = [0, 9]", "$.keyframes[0].hip[1]"),
        ("hip = [0, 0.95]", "hip = [nan, 0.95]", "$.keyframes[0].hip[0]"),
        ("torso = 90", "torso = inf", "$.keyframes[0].torso"),
        ("{ heel = [0, 0] }", "{ heel = [0, 0], ball = [0, 0] }", "$.keyframes[0].near_leg"),
        ("{ heel = [0, 0] }", "{ foot = 3 }", "one of heel, ball and shin"),
        ("{ heel = [0, 0] }", "{ heel = [0, 0], thigh = 3 }", "needs a shin"),
        ("{ heel = [0, 0] }", "{ shin = 3 }", "needs a thigh or a knee"),
        ("{ heel = [0, 0] }", "{ heel = [0, 0], bend = 'sideways' }", "$.keyframes[0].near_leg.bend"),
        ("{ upper = -90, fore = -80 }", "{ upper = -90 }", "one of hand, hold and fore"),
        ("{ upper = -90, fore = -80 }", "{ fore = -90 }", "needs an upper"),
        ("{ upper = -90, fore = -80 }", "{ hand = [0, 1], upper = 4 }", "needs a fore"),
        (
            "near_leg = { heel = [0, 0] }",
            "near_leg = { heel = [0, 0], spread = -5 }",
            "$.keyframes[0].near_leg.spread",
        ),
        ("box =", "crosses = 'over'\nbox =", "$.crosses"),
        ("box =", "facing = 'up'\nbox =", "$.facing"),
        ('"far thigh"', '"far ear"', "$.keyframes[0].far_arm.hold"),
        ('kind = "floor"', 'kind = "lava"', "$.props[0].kind"),
        ('kind = "floor"', 'kind = "floor", colour = 1', "`colour`"),
        ("box = [-0.9, -0.1, 0.9, 1.8]", "box = [0.9, -0.1, -0.9, 1.8]", "left, bottom, right, top"),
        ("box =", "cycle_s = 0\nbox =", "$.cycle_s"),
        ("box =", "target = ['earlobe']\nbox =", "$.target[0]"),
    ],
)
def test_a_fault_names_the_key(old: str, new: str, said: str) -> None:
    assert old in WHOLE
    with pytest.raises(msgspec.ValidationError) as caught:
        read(WHOLE.replace(old, new))
    assert said in str(caught.value)


def test_a_persons_own_move_with_a_broken_pose_is_left_out_and_named(tmp_path: Path) -> None:
    moves = tmp_path / "moves"
    moves.mkdir()
    text = (content_root() / "moves" / "calf-wall.toml").read_text(encoding="utf-8")
    (moves / "lean.toml").write_text(text.replace("torso = 64", "torso = 'much'"), encoding="utf-8")
    library = Library(content_root(), tmp_path)
    assert "lean" not in library.moves
    (fault,) = library.faults
    assert isinstance(fault, ContentError)
    assert "moves/lean.toml" in fault.message
    assert "$.pose.keyframes[1].torso" in fault.message


@pytest.mark.parametrize("name", POSES)
def test_a_pose_is_short_enough_to_read(name: str) -> None:
    text = (content_root() / "moves" / f"{name}.toml").read_text(encoding="utf-8")
    lines = [line for line in text.partition("[pose]\n")[2].splitlines() if line and not line.startswith("[")]
    assert len(lines) <= 26


def test_a_pose_written_out_can_be_read_again() -> None:
    for pose in POSES.values():
        assert msgspec.convert(msgspec.to_builtins(pose), Pose) == pose
