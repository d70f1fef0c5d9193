"""Courses of relief to look at, a second at a time."""

from __future__ import annotations

from coach.advice.relief import QUESTION, ReliefPlan
from coach.model.cause import ReliefStep
from coach.tui.widgets.relief_course import Course

START = 1000.0


def plan(*, ask_first: bool = False, before: int = 2, after: int = 2) -> ReliefPlan:
    steps = tuple(
        ReliefStep(text=f"step {number}", seconds=20, after_question=number >= before)
        for number in range(before + after)
    )
    return ReliefPlan(
        site="calf",
        name="Calf",
        steps=steps,
        question=QUESTION,
        ask_first=ask_first,
        cautions=(),
        left_out=(),
        follow_up=("It has let go.",),
        never="Never.",
    )


def course(*, ask_first: bool = False) -> Course:
    return Course.start(plan(ask_first=ask_first), START)


def watched(now: Course, since: float, until: float) -> Course:
    """Looked at once a second in between, as the screen does."""
    at = since
    while at < until:
        at = min(until, at + 1)
        now = now.tick(at)
    return now
