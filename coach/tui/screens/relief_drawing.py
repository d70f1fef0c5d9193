"""The figure of Cramp now: looked up and brought a moment after the words, so that no instruction waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model.entry import Side
from coach.model.pose import Pose
from coach.service.coach import Coach
from coach.tui.telling import telling
from coach.tui.widgets.relief_course import Course, Place
from coach.tui.widgets.relief_view import ReliefView

if TYPE_CHECKING:
    from coach.advice.relief import ReliefPlan
    from coach.tui.widgets.relief_figure import ReliefFigure


class Drawing:
    """What of a plan can be drawn on `view`; nothing is until `begin`."""

    def __init__(self, coach: Coach, view: ReliefView) -> None:
        self._coach = coach
        self._view = view
        self._figure: ReliefFigure | None = None
        self._plan: ReliefPlan | None = None
        self._poses: tuple[Pose | None, ...] = ()

    async def begin(self) -> None:
        """Bring the figure; importing and mounting it takes as long as the first words."""
        from coach.tui.widgets.relief_figure import ReliefFigure

        figure = ReliefFigure()
        await self._view.add_figure(figure)
        self._figure = figure

    def show(self, course: Course, side: Side | None, at: float) -> None:
        """Show how the step looks; nothing on a page without one, or where nothing looks like it."""
        pose = self._pose(course, course.step) if course.place is Place.STEP else None
        self._view.set_class(pose is not None, "-drawn")
        if self._figure is None or pose is None:
            return
        from coach.tui.widgets.relief_figure import relief_frame

        same = course.step > 0 and self._pose(course, course.step - 1) == pose
        elapsed_s = course.step_s - course.left_s(at)
        frame = relief_frame(pose, elapsed_s, same=same, still=self._view.app.animation_level == "none")
        self._figure.show_step(pose, side, frame)

    def _pose(self, course: Course, step: int) -> Pose | None:
        if self._figure is None:
            return None
        if course.plan is not self._plan:
            self._plan, self._poses = course.plan, ()
            with telling(self._view.screen):
                self._poses = self._coach.cramps.poses(course.plan)
        return self._poses[step] if step < len(self._poses) else None
