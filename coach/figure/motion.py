"""Which picture of a pose is shown when: moving from keyframe to keyframe, or held and breathing."""

from __future__ import annotations

from enum import StrEnum
from itertools import accumulate
from math import cos, floor, pi
from typing import NamedTuple

from coach.model.pose import Pose

FRAMES_A_SECOND = 10
BREATHS_A_SECOND = 2
"""Pictures a second of a held position."""
STEPS = 20
"""So many pictures lead from one keyframe to the next, whatever the time they take."""
LEVELS = 4
BREATH_S = 5.0
SHOWN_S = 5.0
"""One showing of how to get into position: look, move, look."""
MOVE_S = 2.0


class Motion(StrEnum):
    """What a figure does: show the way into position, hold it, repeat, keep going, or rest from it."""

    GET_READY = "get ready"
    HOLD = "hold"
    REPEAT = "repeat"
    KEEP_GOING = "keep going"
    REST = "rest"


class Frame(NamedTuple):
    """One picture of a pose; equal frames look the same.

    `step` counts on from the first keyframe, STEPS to each next one, and past the last leads back to the
    first. `breath` and `glow` (of the muscle) go from 0 to LEVELS.
    """

    step: int
    breath: int
    glow: int


def frame_at(
    pose: Pose, motion: Motion, elapsed_s: float, length_s: float, repetition_s: float, *, still: bool = False
) -> Frame:
    """The picture after `elapsed_s` of `length_s` seconds; `repetition_s` is one round of all keyframes.

    Changes at most ten times a second, and twice a second in a hold. With `still` nothing moves: the last
    keyframe is shown, and the first in a rest.
    """
    last = (len(pose.keyframes) - 1) * STEPS
    if still:
        return Frame(0, 0, 0) if motion is Motion.REST else Frame(last, 0, LEVELS)
    # Half a thousandth lets a tenth that comes out as 0.7999… count as the tenth it is.
    elapsed_s = max(0.0, floor((elapsed_s + 0.0005) * FRAMES_A_SECOND) / FRAMES_A_SECOND)
    match motion:
        case Motion.GET_READY:
            return _shown_how(elapsed_s, length_s, last)
        case Motion.REST:
            return _rested(elapsed_s, length_s, last)
        case Motion.REPEAT:
            return Frame(_round_step(pose, elapsed_s / repetition_s), 0, LEVELS)
        case Motion.KEEP_GOING if pose.cycle_s is not None:
            return Frame(_round_step(pose, elapsed_s / pose.cycle_s), 0, LEVELS)
        case Motion.HOLD | Motion.KEEP_GOING:
            breath = _breath(elapsed_s)
            return Frame(last, breath, LEVELS - breath // 2)


def place(pose: Pose, frame: Frame) -> tuple[int, int, float]:
    """The two keyframes that a frame lies between, and how much of the way is done, eased at both ends."""
    count = len(pose.keyframes)
    keyframe, step = divmod(frame.step % (count * STEPS), STEPS)
    share = step / STEPS
    return keyframe, (keyframe + 1) % count, share * share * (3 - 2 * share)


def _shown_how(elapsed_s: float, length_s: float, last: int) -> Frame:
    """The way from the first keyframe to the last, shown as often as there is time for, and ending there."""
    times = max(1, round(length_s / SHOWN_S))
    round_s = max(MOVE_S, length_s / times)
    at_s = elapsed_s % round_s if elapsed_s < length_s else round_s
    share = min(1.0, max(0.0, (at_s - 0.2 * round_s) / (0.4 * round_s)))
    return Frame(round(share * last), 0, round(share * LEVELS))


def _rested(elapsed_s: float, length_s: float, last: int) -> Frame:
    """Out of the position, a rest in the first keyframe, and back in time for the next hold."""
    move_s = min(MOVE_S, length_s / 3)
    away = min(elapsed_s, max(0.0, length_s - elapsed_s)) / move_s
    share = max(0.0, 1.0 - away)
    return Frame(round(share * last), 0 if share else _breath(elapsed_s), round(share * LEVELS))


def _round_step(pose: Pose, rounds: float) -> int:
    """The step at so many rounds through all keyframes and back to the first."""
    shares = pose.shares()
    done = rounds % 1.0
    begins = 0.0
    for keyframe, (share, ends) in enumerate(zip(shares, accumulate(shares), strict=True)):
        if done < ends:
            return keyframe * STEPS + min(STEPS - 1, floor((done - begins) / share * STEPS + 1e-6))
        begins = ends
    return 0


def _breath(elapsed_s: float) -> int:
    """How full the chest is."""
    at_s = floor(elapsed_s * BREATHS_A_SECOND) / BREATHS_A_SECOND
    return round(LEVELS * (1 - cos(2 * pi * at_s / BREATH_S)) / 2)
