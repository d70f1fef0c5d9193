"""The figure in the Player: the side it faces, when it moves, and what stands in its place."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.geometry import Size

from coach.figure.motion import Frame
from coach.model.entry import Side
from coach.service.coach import Coach
from coach.session.session import Session, State
from coach.session.timeline import Kind
from coach.tui.app import CoachApp
from coach.tui.widgets.big_digits import BigDigits
from coach.tui.widgets.figure import FigureView
from coach.tui.widgets.next_look import AFTER_S, next_look_s
from tests.support.clock import FakeClock
from tests.support.short_routine import READY_S, let_pass, write_short_routine
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.tui.screens.player.BEAT_S", 0.05)


@pytest.mark.parametrize("size", [(60, 20), (80, 18), (80, 24), (120, 40), (200, 60)])
async def test_figure_and_words_share_the_screen_at_any_size(
    coach: Coach, clock: FakeClock, size: tuple[int, int]
) -> None:
    app = CoachApp(coach, routine="bedtime")
    async with app.run_test(size=size, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 3)
        figure = app.screen.query_one(FigureView)
        assert figure.side is Side.LEFT
        assert figure.size.width >= 20
        assert figure.size.height >= 7
        assert app.screen.size == Size(*size)
        for part in ("Wall calf stretch", "HOLD", "1 of 3", "◀ LEFT LEG", "Next: change to the right leg", "stop"):
            assert part in screen_text(app)
        await let_pass(pilot, clock, 8)
        assert "CHANGE SIDE" in screen_text(app)
        assert figure.side is Side.RIGHT


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_caution_is_read_before_a_move_begins(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach, routine="bedtime")
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "Needs steady balance" in screen_text(app))
        assert "Achilles" in screen_text(app)
        assert "repair." in screen_text(app)


async def test_a_hold_breathes_repetitions_move_and_a_pause_is_still(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="desk-break")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await let_pass(pilot, clock, 1)
        await pilot.press("n", "n", "n")
        figure = app.screen.query_one(FigureView)
        steps = set()
        for _ in range(4):
            await let_pass(pilot, clock, 0.7)
            steps.add(figure.frame.step)
        assert len(steps) == 4
        await pilot.press("space")
        frame = figure.frame
        clock.advance(7)
        await wait_for(pilot, lambda: "PAUSED" in screen_text(app))
        assert figure.frame == frame
        await pilot.press("n", "n", "space")
        await let_pass(pilot, clock, 0.6)
        assert "HOLD" in screen_text(app)
        held = set()
        for _ in range(4):
            await let_pass(pilot, clock, 0.7)
            held.add(figure.frame)
        assert len({frame.step for frame in held}) == 1
        assert len({frame.breath for frame in held}) > 1


async def test_with_reduced_motion_the_picture_stands_still(coach: Coach, clock: FakeClock) -> None:
    coach.settings.set("reduced_motion", "yes")
    app = CoachApp(coach, routine="bedtime")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await let_pass(pilot, clock, 1)
        figure = app.screen.query_one(FigureView)
        frames: set[Frame] = set()
        for _ in range(6):
            await let_pass(pilot, clock, 1.5)
            frames.add(figure.frame)
        assert len(frames) == 1


async def test_a_move_without_a_pose_is_told_in_words_instead(coach: Coach, clock: FakeClock) -> None:
    write_short_routine(coach)
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 1)
        assert "▸ 1  First [x]" in screen_text(app)
        assert "Gently [/]" in screen_text(app)
        assert not app.screen.query_one(FigureView).display


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_digits_alone_are_as_large_as_the_screen(
    coach: Coach, clock: FakeClock, size: tuple[int, int]
) -> None:
    app = CoachApp(coach, routine="bedtime")
    async with app.run_test(size=size, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 3)
        await pilot.press("z")
        digits = app.screen.query_one(BigDigits)
        await wait_for(pilot, lambda: digits.size.height > size[1] / 2)
        assert digits.text == "0:07"
        assert any(line.count("█") + line.count(" ") > 8 for line in screen_text(app).splitlines())
        await pilot.press("z")
        await wait_for(pilot, lambda: app.screen.query_one(FigureView).size.height > 0)


def look_s(coach: Coach, kind: Kind, at: float, *, still: bool = False) -> float:
    """How long after a moment of the first such segment the session is looked at again."""
    timeline = coach.sessions.timeline("desk-break")
    index = next(index for index, segment in enumerate(timeline.segments) if segment.kind is kind)
    session = replace(Session.start(timeline, 0.0), index=index, seen=at)
    pose = coach.knowledge.moves[timeline.segments[index].move].pose
    return next_look_s(session.view(at), pose, still=still, longest_s=0.5)


def test_looks_follow_what_can_change(coach: Coach) -> None:
    assert look_s(coach, Kind.REPETITIONS, 3.04) == pytest.approx(0.06 + AFTER_S)
    assert look_s(coach, Kind.REPETITIONS, 3.04, still=True) == pytest.approx(0.46 + AFTER_S)
    assert look_s(coach, Kind.HOLD, 3.1) == pytest.approx(0.4 + AFTER_S)


def test_the_end_of_a_segment_is_never_slept_over(coach: Coach) -> None:
    timeline = coach.sessions.timeline("desk-break")
    length_s = timeline.segments[0].seconds
    at = length_s - 0.037
    session = replace(Session.start(timeline, 0.0), seen=at)
    assert next_look_s(session.view(at), None, still=False, longest_s=0.5) == pytest.approx(0.037 + AFTER_S)
    paused = replace(session, state=State.PAUSED)
    assert next_look_s(paused.view(at), None, still=False, longest_s=0.5) == 0.5
