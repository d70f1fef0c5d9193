"""The figure that shows a move: which leg, which position, which muscle."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from coach.figure.cells import Grid, Row
from coach.figure.motion import Frame, Motion, frame_at
from coach.figure.palette import Palette
from coach.figure.stage import Stage
from coach.figure.tiers import Tier
from coach.model.entry import Side
from coach.model.pose import Pose
from coach.session.session import View
from coach.session.timeline import Kind
from coach.tui.widgets.canvas import Canvas

MOST_CELLS = 36_000
"""Cells kept of pictures drawn before, each different row once: some seconds of moving on a large screen."""
_MOTIONS = {
    Kind.PREPARE: Motion.GET_READY,
    Kind.CHANGE_SIDE: Motion.GET_READY,
    Kind.HOLD: Motion.HOLD,
    Kind.REPETITIONS: Motion.REPEAT,
    Kind.STEADY: Motion.KEEP_GOING,
    Kind.REST: Motion.REST,
}


def figure_frame(pose: Pose, view: View, *, still: bool) -> Frame:
    """The picture that belongs to a moment of a session; `still` where motion is not wanted."""
    length_s = view.elapsed_s + view.remaining_s
    motion = _MOTIONS[view.segment.kind]
    return frame_at(pose, motion, view.elapsed_s, length_s, view.segment.repetition_s, still=still)


class _Stand(NamedTuple):
    """What a stage was set up for."""

    columns: int
    rows: int
    tier: Tier
    palette: Palette


class FigureView(Canvas):
    """Shows one frame of a pose, facing right for the right leg and left for the left; nothing without a pose.

    It has no timer: its owner calls `show` as often as it likes, and equal frames cost next to nothing.
    `tier` is found out from the terminal unless it is given.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"figure--muscle"}
    DEFAULT_CSS = """
    FigureView {
        width: 1fr;
        height: 1fr;
        .figure--muscle { color: $accent; }
    }
    """

    pose: Pose | None = None
    side: Side = Side.BOTH
    frame: Frame = Frame(0, 0, 0)
    _stage: Stage | None = None
    _stand: _Stand | None = None

    def show(self, pose: Pose | None, side: Side, frame: Frame) -> None:
        """Show a frame of a pose; only the cells that differ are drawn again."""
        if pose is self.pose and side is self.side and frame == self.frame and self._grid:
            return
        self.pose, self.side, self.frame = pose, side, frame
        self.redraw()

    def draw(self, columns: int, rows: int) -> Grid:
        if self.pose is None:
            return ()
        stand = _Stand(columns, rows, self.tier, self.colours("figure--muscle"))
        if self._stage is None or self._stage.pose is not self.pose or self._stand != stand:
            self._stage = Stage(self.pose, columns, rows, stand.tier, stand.palette)
            self._stand = stand
            self._forget()
        return self._picture(self._stage, self.side is Side.LEFT)

    def _picture(self, stage: Stage, mirrored: bool) -> Grid:
        key = (mirrored, self.frame)
        picture = self._drawn.get(key)
        if picture is None:
            if len(self._rows) * self.size.width > MOST_CELLS:
                self._forget()
            # Most rows of a picture were in one before it.
            drawn = stage.draw(self.frame, mirrored=mirrored)
            picture = self._drawn[key] = tuple(self._rows.setdefault(row, row) for row in drawn)
        return picture

    def _forget(self) -> None:
        self._drawn: dict[tuple[bool, Frame], Grid] = {}
        self._rows: dict[Row, Row] = {}
