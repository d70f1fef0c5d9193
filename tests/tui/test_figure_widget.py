"""The figure on the screen: which way it faces, what is kept of it, and what of it is drawn again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from figure_shown import BREATHED, HELD, START, Shown, colours
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region
from textual.strip import Strip

from coach.figure.cells import BLANK, Cell, Grid
from coach.figure.motion import STEPS, Frame
from coach.figure.stage import Stage
from coach.figure.tiers import Tier
from coach.model.entry import Side
from coach.model.pose import Pose
from coach.service.coach import Coach
from coach.session.session import Session
from coach.tui.widgets.canvas import changed_regions
from coach.tui.widgets.figure import FigureView, figure_frame
from tests.support.tui import screen_text


@pytest.fixture
def wall(coach: Coach) -> Pose:
    """The wall calf stretch: it faces right, with the wall at the right edge."""
    pose = coach.knowledge.moves["calf-wall"].pose
    assert pose is not None
    return pose


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (200, 60)])
async def test_no_size_breaks_it(wall: Pose, size: tuple[int, int]) -> None:
    app = Shown(FigureView())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.widget.show(wall, Side.LEFT, HELD)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        app.widget.show(wall, Side.LEFT, START)
        await pilot.pause()
        assert app.return_code is None


async def test_the_left_leg_faces_left_and_the_right_leg_right(wall: Pose) -> None:
    app = Shown(FigureView(Tier.ASCII))
    async with app.run_test(size=(50, 24), notifications=True) as pilot:
        app.widget.show(wall, Side.RIGHT, HELD)
        await pilot.pause()
        right = screen_text(app).splitlines()
        assert right[12].rstrip().endswith("|")
        app.widget.show(wall, Side.LEFT, HELD)
        await pilot.pause()
        left = screen_text(app).splitlines()
        assert [line.ljust(50)[::-1].rstrip() for line in right] == left
        app.widget.show(wall, Side.BOTH, HELD)
        await pilot.pause()
        assert screen_text(app).splitlines() == right


async def test_without_a_pose_there_is_nothing(wall: Pose) -> None:
    app = Shown(FigureView(Tier.ASCII))
    async with app.run_test(size=(40, 20), notifications=True) as pilot:
        assert screen_text(app).strip() == ""
        app.widget.show(wall, Side.LEFT, HELD)
        await pilot.pause()
        assert screen_text(app).strip() != ""
        app.widget.show(None, Side.LEFT, HELD)
        await pilot.pause()
        assert screen_text(app).strip() == ""


async def test_a_frame_is_drawn_once_and_then_kept(wall: Pose, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[Frame, bool]] = []
    draw = Stage.draw

    def counted(stage: Stage, frame: Frame, *, mirrored: bool = False) -> Grid:
        drawn.append((frame, mirrored))
        return draw(stage, frame, mirrored=mirrored)

    monkeypatch.setattr(Stage, "draw", counted)
    app = Shown(FigureView())
    async with app.run_test(size=(60, 34), notifications=True) as pilot:
        seen = {}
        for _ in range(3):
            for frame in (START, HELD, BREATHED):
                for side in (Side.LEFT, Side.RIGHT):
                    app.widget.show(wall, side, frame)
                    await pilot.pause()
                    strips = [app.widget.render_line(y) for y in range(34)]
                    assert seen.setdefault((frame, side), strips) == strips
        assert len(drawn) == len(set(drawn)) == 6
        await pilot.resize_terminal(50, 30)
        await pilot.pause()
        assert len(drawn) == 7


async def test_what_is_kept_has_a_limit(wall: Pose, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.tui.widgets.figure.MOST_CELLS", 40 * 60)
    monkeypatch.setattr("coach.tui.widgets.canvas.MOST_STYLES", 200)
    app = Shown(FigureView(Tier.TRUE_COLOUR))
    rows, styles, written = [], [], []
    async with app.run_test(size=(40, 20), notifications=True) as pilot:
        for step in range(2 * STEPS):
            app.widget.show(wall, Side.LEFT, Frame(step, 0, 4))
            await pilot.pause()
            rows.append(len({id(row) for grid in app.widget._drawn.values() for row in grid}))
            styles.append(len(app.widget._styles))
            for y in range(20):
                app.widget.render_line(y).render(app.console)
            written.append(Strip.render_ansi.cache_info().currsize)
    assert max(rows) <= 60 + 20
    assert max(styles) <= 200
    for kept in (rows, styles, written):
        assert any(after < before for before, after in pairwise(kept)), "it is never let go of"


async def test_equal_rows_of_pictures_are_kept_once(wall: Pose) -> None:
    app = Shown(FigureView())
    async with app.run_test(size=(60, 34), notifications=True) as pilot:
        for frame in (START, HELD, BREATHED):
            app.widget.show(wall, Side.LEFT, frame)
            await pilot.pause()
        rows = [row for grid in app.widget._drawn.values() for row in grid]
        assert len({id(row) for row in rows}) == len(set(rows)) < len(rows)


async def test_only_what_moved_is_drawn_again(wall: Pose, monkeypatch: pytest.MonkeyPatch) -> None:
    app = Shown(FigureView())
    async with app.run_test(size=(60, 34), notifications=True) as pilot:
        app.widget.show(wall, Side.RIGHT, HELD)
        await pilot.pause()
        asked: list[Region] = []
        refresh = app.widget.refresh

        def noted(*regions: Region, **options: bool) -> FigureView:
            asked.extend(regions)
            return refresh(*regions, **options)

        monkeypatch.setattr(app.widget, "refresh", noted)
        app.widget.show(wall, Side.RIGHT, HELD)
        assert asked == []
        app.widget.show(wall, Side.RIGHT, BREATHED)
        assert 0 < sum(region.area for region in asked) < 60 * 34 / 4
        await pilot.pause()
        fresh = Shown(FigureView())
        async with fresh.run_test(size=(60, 34), notifications=True) as other:
            fresh.widget.show(wall, Side.RIGHT, BREATHED)
            await other.pause()
            assert screen_text(app) == screen_text(fresh)
            assert colours(app) == colours(fresh)


CELLS = st.sampled_from([BLANK, Cell("▀", 1, None), Cell("▀", 2, None), Cell(" ", None, 3)])
ROWS = st.lists(CELLS, min_size=6, max_size=6).map(tuple)
GRIDS = st.lists(ROWS, min_size=4, max_size=4).map(tuple)


@given(before=GRIDS, after=GRIDS)
def test_changed_regions_hold_every_change_and_begin_and_end_with_one(before: Grid, after: Grid) -> None:
    regions = list(changed_regions(before, after))
    changed = {(x, y) for y in range(4) for x in range(6) if before[y][x] != after[y][x]}
    held = {(x, y) for region in regions for x in range(region.x, region.right) for y in [region.y]}
    assert changed <= held
    assert all({(region.x, region.y), (region.right - 1, region.y)} <= changed for region in regions)


def test_each_segment_of_a_session_has_its_own_motion(coach: Coach) -> None:
    session = Session.start(coach.sessions.timeline("chair"), 0.0)
    seen: dict[str, set[int]] = {}
    at = 0.0
    while not session.state.is_over:
        view = session.view(at)
        pose = coach.knowledge.moves[view.segment.move].pose
        assert pose is not None
        frame = figure_frame(pose, view, still=False)
        seen.setdefault(view.segment.kind.value, set()).add(frame.step)
        still = figure_frame(pose, view, still=True)
        assert still.step in {0, (len(pose.keyframes) - 1) * STEPS}
        at += 0.1
        session = session.tick(at)
    assert min(len(seen[kind]) for kind in ("prepare", "rest", "change side", "repetitions")) > 10
    assert len(seen["hold"]) <= len({segment.move for segment in session.timeline.segments})
