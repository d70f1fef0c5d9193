"""The figure of Cramp now: how a step looks, a moment after its words, and never what must not be done."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from textual.pilot import Pilot

from coach.advice.relief import ReliefPlan
from coach.figure.motion import LEVELS, STEPS
from coach.figure.tiers import Tier
from coach.model.entry import Side
from coach.model.pose import Muscle, Pose
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.screens.cramp_now import CrampNowScreen
from coach.tui.widgets.relief_figure import ReliefFigure, relief_frame
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")


def figure(pilot: Pilot[int]) -> ReliefFigure:
    return pilot.app.screen.query_one(ReliefFigure)


def drawn(pilot: Pilot[int]) -> bool:
    """Whether a figure is on the screen."""
    found = pilot.app.screen.query(ReliefFigure)
    return (
        bool(found)
        and bool(found.first().size)
        and any(cell.char != " " for row in found.first()._grid for cell in row)
    )


def pose_of(coach: Coach, move: str) -> Pose:
    pose = coach.library.moves[move].pose
    assert pose is not None
    return pose


async def test_the_words_are_there_before_anything_is_drawn(coach: Coach) -> None:
    app = CoachApp(coach)
    words_first = []
    poses = coach.cramps.poses

    def looked_up(plan: ReliefPlan) -> tuple[Pose | None, ...]:
        words_first.append("Light on." in screen_text(app))
        return poses(plan)

    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        with patch.object(coach.cramps, "poses", looked_up):
            await pilot.press("c")
            await wait_for(pilot, lambda: drawn(pilot))
        assert words_first == [True]


async def test_it_shows_the_step_on_the_side_that_cramps_and_gives_way_to_questions(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c")
        await wait_for(pilot, lambda: drawn(pilot))
        assert figure(pilot).side is Side.BOTH
        shown = figure(pilot).pose
        assert shown is not None
        assert shown.target == (Muscle.CALF,)
        await pilot.press("left")
        await wait_for(pilot, lambda: figure(pilot).side is Side.LEFT)
        await pilot.press("space")
        await wait_for(pilot, lambda: figure(pilot).pose is not shown)
        assert figure(pilot).pose == pose_of(coach, "toe-pull-chair")
        await pilot.press("space", "space", "space")
        assert "before the next step" in screen_text(app)
        await wait_for(pilot, lambda: not drawn(pilot))
        await pilot.press("f", "n", "space")
        await wait_for(pilot, lambda: drawn(pilot))
        foot = figure(pilot).pose
        assert foot is not None
        assert foot.target == (Muscle.FOOT_SOLE,)
        await pilot.press("enter")
        await wait_for(pilot, lambda: not drawn(pilot))
        await pilot.press("escape", "c")
        await wait_for(pilot, lambda: drawn(pilot))
        await pilot.resize_terminal(60, 20)
        await wait_for(pilot, lambda: not drawn(pilot))
        assert "Light on." in screen_text(app)


def test_a_step_has_no_picture_of_a_move_that_this_person_must_not_do(coach: Coach) -> None:
    before = coach.cramps.relief("calf")
    assert [pose is not None for pose in coach.cramps.poses(before)] == [True] * 5 + [False] * 3
    coach.profile.set("condition.spine-osteoporosis", "yes")
    plan = coach.cramps.relief("calf")
    assert "towel" in plan.steps[2].text
    assert coach.cramps.poses(plan)[2:4] == (None, None)
    coach.profile.set("condition.suspected-dvt", "yes")
    plan = coach.cramps.relief("calf")
    assert [bool(pose) for pose in coach.cramps.poses(plan)] == [True]


@pytest.mark.parametrize("site", ["calf", "foot", "hamstring", "quadriceps", "shin", "inner-thigh"])
def test_the_first_step_of_every_muscle_is_drawn_even_when_the_diary_cannot_be_read(
    coach: Coach, site: str
) -> None:
    coach.places.data.mkdir(parents=True, exist_ok=True)
    coach.places.diary.rename(coach.places.data / "away")
    coach.places.diary.write_text("in the way")
    plan = coach.cramps.relief(site)
    assert coach.cramps.poses(plan)[0] is not None


def test_the_way_into_a_position_is_shown_once_and_then_it_is_held(coach: Coach) -> None:
    pose = pose_of(coach, "toe-pull-chair")
    last = (len(pose.keyframes) - 1) * STEPS
    assert relief_frame(pose, 0, same=False, still=False).step == 0
    assert 0 < relief_frame(pose, 2, same=False, still=False).step < last
    assert relief_frame(pose, 5, same=False, still=False).step == last
    assert relief_frame(pose, 0, same=True, still=False).step == last
    assert relief_frame(pose, 0, same=False, still=True) == (last, 0, LEVELS)
    assert {relief_frame(pose, at, same=True, still=False).breath for at in range(5)} != {0}


@pytest.mark.parametrize(
    ("terminal", "shown"),
    [
        (Tier.TRUE_COLOUR, Tier.TRUE_COLOUR),
        (Tier.COLOURS_16, Tier.ONE_COLOUR),
        (Tier.ONE_COLOUR, Tier.ONE_COLOUR),
        (Tier.ASCII, Tier.ASCII),
    ],
)
async def test_sixteen_bright_colours_are_not_for_the_night(coach: Coach, terminal: Tier, shown: Tier) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True):
        figure = ReliefFigure(terminal)
        await app.screen.mount(figure)
        assert figure.tier is shown


@pytest.mark.parametrize("mode", ["1", "2", "3", "4"])
async def test_c_works_from_every_mode(coach: Coach, mode: str) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(mode, "c")
        assert isinstance(app.screen, CrampNowScreen)
        assert "Light on." in screen_text(app)
