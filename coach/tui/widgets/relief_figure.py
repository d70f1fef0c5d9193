"""The figure of Cramp now: how a step looks, in few dim colours, with the muscle that cramps aglow."""

from __future__ import annotations

from coach.figure.dim import dimmed
from coach.figure.motion import SHOWN_S, Frame, Motion, frame_at
from coach.figure.palette import Palette
from coach.figure.tiers import Tier
from coach.model.entry import Side
from coach.model.pose import Pose
from coach.tui.night import KEY, TINT
from coach.tui.widgets.figure import FigureView


def relief_frame(pose: Pose, elapsed_s: float, *, same: bool, still: bool) -> Frame:
    """The picture of a step `elapsed_s` after it began: the way into the position once, then held and breathing.

    Where the step before looked the `same` it is held from the beginning; `still` where motion is not wanted.
    """
    if elapsed_s < SHOWN_S and not same:
        return frame_at(pose, Motion.GET_READY, elapsed_s, SHOWN_S, 1.0, still=still)
    return frame_at(pose, Motion.HOLD, elapsed_s, elapsed_s, 1.0, still=still)


class ReliefFigure(FigureView):
    """As the figure of the Player, but for the night; it faces the way of the cramping leg's side."""

    DEFAULT_CSS = f"""
    ReliefFigure {{
        .figure--muscle {{ color: {KEY}; }}
    }}
    """

    def show_step(self, pose: Pose, side: Side | None, frame: Frame) -> None:
        self.show(pose, side or Side.BOTH, frame)

    @property
    def tier(self) -> Tier:
        """The sixteen colours cannot be dimmed, so a terminal that has no more is shown one."""
        tier = super().tier
        return Tier.ONE_COLOUR if tier is Tier.COLOURS_16 else tier

    def colours(self, component: str) -> Palette:
        return dimmed(super().colours(component), TINT)
