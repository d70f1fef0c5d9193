"""When a session is looked at next.  Pure."""

from __future__ import annotations

from coach.figure.motion import BREATHS_A_SECOND, FRAMES_A_SECOND
from coach.model.pose import Pose
from coach.session.session import State, View
from coach.session.timeline import Kind

AFTER_S = 0.001
"""A look comes so much after its moment, because a timer may be a hair early."""


def next_look_s(view: View, pose: Pose | None, *, still: bool, longest_s: float) -> float:
    """Seconds until something may look or sound different: a picture, the countdown, the middle, the end.

    At most `longest_s`, which is also how often a session that stands still is looked at.
    """
    if view.state is not State.RUNNING:
        return longest_s
    a_second = FRAMES_A_SECOND if pose is not None and not still and _moves(view, pose) else BREATHS_A_SECOND
    period_s = 1 / a_second
    half_s = (view.remaining_s - view.elapsed_s) / 2
    moments = [period_s - view.elapsed_s % period_s, view.remaining_s % 1 or 1.0, half_s, view.remaining_s]
    return min(longest_s, *(moment for moment in moments if moment > 0)) + AFTER_S


def _moves(view: View, pose: Pose) -> bool:
    """Whether the figure goes from place to place, and does not only breathe."""
    match view.segment.kind:
        case Kind.HOLD:
            return False
        case Kind.STEADY:
            return pose.cycle_s is not None
        case _:
            return True
