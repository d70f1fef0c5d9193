"""One pose at one size: its things stand where they stand, and every frame is drawn before them."""

from __future__ import annotations

from coach.figure.body import body_shapes
from coach.figure.cells import Grid
from coach.figure.easel import Easel
from coach.figure.motion import LEVELS, Frame, place
from coach.figure.palette import Palette
from coach.figure.props import prop_shapes
from coach.figure.raster import fit
from coach.figure.skeleton import Joints, solve
from coach.figure.tiers import Tier
from coach.figure.tween import tween
from coach.model.pose import Pose

BREATH = 0.012
"""How far the shoulders rise in a breath; metres."""


class Stage:
    """Draws frames of one pose, `columns` × `rows` cells large."""

    def __init__(self, pose: Pose, columns: int, rows: int, tier: Tier, palette: Palette) -> None:
        self.pose = pose
        self._stances = pose.stances()
        self._solved = tuple(solve(stance, pose.facing) for stance in self._stances)
        view = fit(pose.box, columns, rows * 2)
        self._easel = Easel(view, tier, palette, prop_shapes(pose.props))

    def joints(self, frame: Frame) -> Joints:
        """Where the joints are in a frame."""
        a, b, share = place(self.pose, frame)
        solved = self._solved[a], self._solved[b]
        # One who keeps walking has the floor slide by; anyone else lifts a foot to set it down elsewhere.
        stance = tween(self._stances[a], self._stances[b], solved, share, lift=self.pose.cycle_s is None)
        return solve(stance, self.pose.facing, BREATH * frame.breath / LEVELS)

    def draw(self, frame: Frame, *, mirrored: bool = False) -> Grid:
        """The cells of a frame; `mirrored` is the same with left and right exchanged."""
        breath, glow = BREATH * frame.breath / LEVELS, frame.glow / LEVELS
        grid = self._easel.draw(body_shapes(self.pose, self.joints(frame), breath, glow))
        return tuple(row[::-1] for row in grid) if mirrored else grid
