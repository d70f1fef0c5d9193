"""Which picture is shown when: few pictures, again and again, and never a jump."""

from __future__ import annotations

from itertools import pairwise

import pytest
from figure_examples import MOVES, POSES, pose
from hypothesis import given
from hypothesis import strategies as st

from coach.figure.motion import LEVELS, STEPS, Frame, Motion, frame_at, place
from coach.model.pose import Keyframe, Pose

TWO = pose(Keyframe(torso=70))
FOUR = pose(Keyframe(torso=70), Keyframe(torso=90), Keyframe(torso=110))
WALKS = pose(Keyframe(torso=70), cycle_s=1.4)
SECONDS = st.floats(0, 4000)


def frames(
    shown: Pose, motion: Motion, length_s: float, repetition_s: float = 4.0, ticks: int = 100
) -> list[Frame]:
    """The pictures of a segment as an owner asks for them, `ticks` times a second."""
    return [frame_at(shown, motion, tick / ticks, length_s, repetition_s) for tick in range(int(length_s * ticks))]


def changes(seen: list[Frame]) -> int:
    return sum(a != b for a, b in pairwise(seen))


@pytest.mark.parametrize("motion", list(Motion))
@given(elapsed_s=SECONDS, length_s=st.floats(0.1, 4000), repetition_s=st.floats(0.5, 600))
def test_every_frame_is_one_that_can_be_drawn(
    motion: Motion, elapsed_s: float, length_s: float, repetition_s: float
) -> None:
    for shown in (TWO, FOUR, WALKS, pose()):
        step, breath, glow = frame_at(shown, motion, elapsed_s, length_s, repetition_s)
        assert 0 <= step < len(shown.keyframes) * STEPS
        assert 0 <= breath <= LEVELS
        assert 0 <= glow <= LEVELS


@pytest.mark.parametrize("motion", [Motion.REPEAT, Motion.KEEP_GOING])
@given(rounds=st.integers(1, 30), tenth=st.integers(0, 39))
def test_a_repeated_move_comes_round_to_the_same_pictures(motion: Motion, rounds: int, tenth: int) -> None:
    shown = TWO if motion is Motion.REPEAT else pose(Keyframe(torso=70), cycle_s=4)
    first = frame_at(shown, motion, tenth / 10, 120, 4.0)
    assert frame_at(shown, motion, tenth / 10 + 4 * rounds, 120, 4.0) == first


def test_a_repetition_goes_through_all_keyframes_and_back() -> None:
    seen = [frame.step for frame in frames(FOUR, Motion.REPEAT, 6, repetition_s=6)]
    assert seen == sorted(seen)
    assert {step // STEPS for step in seen} == {0, 1, 2, 3}
    assert place(FOUR, Frame(4 * STEPS - 1, 0, 0))[:2] == (3, 0)


@pytest.mark.parametrize("name", [name for name, move in MOVES.items() if move.segment == "repetitions"])
def test_a_shipped_repetition_moves_ten_times_a_second_at_most_and_never_jumps_far(name: str) -> None:
    repetition_s = MOVES[name].dose.hold_s
    seen = frames(POSES[name], Motion.REPEAT, repetition_s * 2, repetition_s)
    assert changes(seen) <= 10 * repetition_s * 2
    count = len(POSES[name].keyframes) * STEPS
    assert all((b.step - a.step) % count <= STEPS / 2 for a, b in pairwise(seen))


def test_the_way_to_a_keyframe_takes_its_share_of_the_time() -> None:
    slow = pose(Keyframe(torso=70, share=3))
    seen = [frame.step < STEPS for frame in frames(slow, Motion.REPEAT, 8, repetition_s=8)]
    assert sum(seen) / len(seen) == pytest.approx(0.75, abs=0.02)


def test_a_hold_breathes_twice_a_second_at_most_and_stays_in_the_last_keyframe() -> None:
    seen = frames(TWO, Motion.HOLD, 20)
    assert {frame.step for frame in seen} == {STEPS}
    assert 8 <= changes(seen) <= 40
    assert min(frame.breath for frame in seen) == 0
    assert max(frame.breath for frame in seen) == LEVELS
    assert seen[:500] == seen[500:1000]
    assert all(abs(a.breath - b.breath) <= 2 for a, b in pairwise(seen))


@pytest.mark.parametrize("length_s", [3, 5, 8, 10, 30])
def test_getting_ready_shows_the_whole_way_and_ends_where_the_hold_begins(length_s: float) -> None:
    seen = frames(FOUR, Motion.GET_READY, length_s)
    assert seen[0].step == 0
    assert max(frame.step for frame in seen) == seen[-1].step == 3 * STEPS
    assert seen[-1].glow == frame_at(FOUR, Motion.HOLD, 0, 30, 30).glow
    assert seen[-1].step == frame_at(FOUR, Motion.HOLD, 0, 30, 30).step
    assert frame_at(FOUR, Motion.GET_READY, length_s + 3, length_s, 1) == seen[-1]


@pytest.mark.parametrize("length_s", [2, 5, 10])
def test_a_rest_leaves_the_position_and_is_back_in_time(length_s: float) -> None:
    seen = frames(TWO, Motion.REST, length_s)
    assert seen[0].step == STEPS
    assert min(frame.step for frame in seen) == 0
    assert seen[-1].step >= STEPS - 4
    assert all(abs(a.step - b.step) <= STEPS / 2 for a, b in pairwise(seen))


@pytest.mark.parametrize("motion", list(Motion))
def test_without_motion_there_is_one_still_picture(motion: Motion) -> None:
    seen = {frame_at(FOUR, motion, tick / 10, 20, 4, still=True) for tick in range(200)}
    assert len(seen) == 1
    (frame,) = seen
    assert frame.step == (0 if motion is Motion.REST else 3 * STEPS)


def test_what_goes_on_without_a_rhythm_is_held() -> None:
    assert frame_at(TWO, Motion.KEEP_GOING, 7, 20, 20) == frame_at(TWO, Motion.HOLD, 7, 20, 20)


def test_the_way_between_keyframes_is_eased_and_whole() -> None:
    shares = [place(TWO, Frame(step, 0, 0))[2] for step in range(STEPS)]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[1] < 1 / STEPS
    assert place(TWO, Frame(STEPS, 0, 0)) == (1, 0, 0)
