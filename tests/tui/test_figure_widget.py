"""The figure on the screen: whole at any size and in any terminal, and drawn again only where it moved."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.color import Color
from textual.geometry import Region

from coach.figure.cells import BLANK, Cell, Grid
from coach.figure.motion import STEPS, Frame
from coach.figure.stage import Stage
from coach.figure.tiers import Tier
from coach.model.entry import Side
from coach.model.pose import Pose
from coach.service.coach import Coach
from coach.session.session import Session
from coach.tui.theme import DARK, LIGHT, THEMES
from coach.tui.widgets.big_digits import BigDigits
from coach.tui.widgets.canvas import Canvas, changed_regions
from coach.tui.widgets.figure import FigureView, figure_frame
from tests.support.tui import screen_text

START = Frame(0, 0, 4)
HELD = Frame(STEPS, 0, 4)
BREATHED = Frame(STEPS, 4, 2)


class Shown(App[int]):
    """One widget on the whole screen."""

    def __init__(self, widget: Canvas, theme: str = DARK.name) -> None:
        super().__init__()
        self.widget = widget
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield self.widget


@pytest.fixture
def wall(coach: Coach) -> Pose:
    """The wall calf stretch: it faces right, with the wall at the right edge."""
    pose = coach.knowledge.moves["calf-wall"].pose
    assert pose is not None
    return pose


def colours(app: App[int]) -> set[str]:
    """Every colour on the screen, as `#rrggbb`."""
    found = set()
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                if colour is not None and colour.triplet is not None:
                    found.add(colour.triplet.hex)
    return found


def shows(app: App[int], colour: str | None) -> bool:
    """Whether a theme's colour is on the screen; the theme may round it by one."""
    assert colour is not None
    wanted = Color.parse(colour).rgb
    return any(
        max(abs(a - b) for a, b in zip(Color.parse(found).rgb, wanted, strict=True)) <= 1 for found in colours(app)
    )


@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("size", [(20, 8), (60, 20), (80, 24), (120, 38)])
async def test_it_shows_at_every_size_and_in_every_tier(wall: Pose, size: tuple[int, int], tier: Tier) -> None:
    app = Shown(FigureView(tier))
    async with app.run_test(size=size, notifications=True) as pilot:
        app.widget.show(wall, Side.RIGHT, HELD)
        await pilot.pause()
        lines = screen_text(app).splitlines()
        assert len(lines) == size[1]
        assert len({line for line in lines if line.strip()}) > 3
        assert all(len(line) <= size[0] for line in lines)


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
    monkeypatch.setattr("coach.tui.widgets.figure.MOST_CELLS", 40 * 20 * 5)
    monkeypatch.setattr("coach.tui.widgets.canvas.MOST_STRIPS", 30)
    app = Shown(FigureView())
    async with app.run_test(size=(40, 20), notifications=True) as pilot:
        for step in range(STEPS):
            app.widget.show(wall, Side.LEFT, Frame(step, 0, 4))
            await pilot.pause()
        assert len(app.widget._drawn) == 5
        assert len(app.widget._strips) <= 30


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


async def test_another_theme_brings_its_colours(wall: Pose) -> None:
    app = Shown(FigureView(Tier.TRUE_COLOUR))
    async with app.run_test(size=(60, 34), notifications=True) as pilot:
        app.widget.show(wall, Side.LEFT, HELD)
        await pilot.pause()
        assert shows(app, DARK.background)
        assert shows(app, DARK.accent)
        app.theme = LIGHT.name
        await pilot.pause()
        assert shows(app, LIGHT.background)
        assert shows(app, LIGHT.accent)
        assert not shows(app, DARK.background)
        app.theme = "nord"
        await pilot.pause()
        assert shows(app, app.current_theme.accent)
        assert not shows(app, LIGHT.accent)


async def test_no_color_is_heeded_and_does_not_crash(wall: Pose, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("sys.__stderr__", SimpleNamespace(encoding="utf-8"))
    app = Shown(FigureView())
    async with app.run_test(size=(60, 34), notifications=True) as pilot:
        await pilot.pause()
        app.widget.show(wall, Side.LEFT, HELD)
        await pilot.pause()
        assert app.widget.tier is Tier.ONE_COLOUR
        assert "░" in screen_text(app)
        app.widget.show(None, Side.LEFT, HELD)
        await pilot.pause()
        assert app.return_code is None


@pytest.mark.parametrize(
    ("encoding", "term", "colorterm", "tier"),
    [
        ("utf-8", "xterm-256color", "truecolor", Tier.TRUE_COLOUR),
        ("utf-8", "xterm-256color", "", Tier.COLOURS_256),
        ("utf-8", "linux", "", Tier.COLOURS_16),
        ("ascii", "xterm-256color", "truecolor", Tier.ASCII),
        (None, "linux", "", Tier.ASCII),
    ],
)
async def test_it_finds_out_what_the_terminal_can_show(
    wall: Pose, monkeypatch: pytest.MonkeyPatch, encoding: str | None, term: str, colorterm: str, tier: Tier
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    monkeypatch.setattr("sys.__stderr__", SimpleNamespace(encoding=encoding))
    app = Shown(FigureView())
    async with app.run_test(size=(60, 34), notifications=True) as pilot:
        app.widget.show(wall, Side.LEFT, HELD)
        await pilot.pause()
        assert app.widget.tier is tier
        assert screen_text(app).isascii() is (tier is Tier.ASCII)


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


@pytest.mark.parametrize("tier", list(Tier))
async def test_digits_fill_the_screen_and_change_only_where_they_must(
    tier: Tier, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Shown(BigDigits(tier))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.widget.show("0:07")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        assert len([line for line in lines if line.strip()]) >= 12 or tier in {Tier.TRUE_COLOUR, Tier.COLOURS_256}
        asked: list[Region] = []
        refresh = app.widget.refresh
        monkeypatch.setattr(
            app.widget, "refresh", lambda *regions, **more: (asked.extend(regions), refresh(*regions, **more))[1]
        )
        app.widget.show("0:07")
        assert asked == []
        app.widget.show("0:06")
        await pilot.pause()
        assert asked
        assert min(region.x for region in asked) > 40
        app.widget.show("[/] \x1b[2J")
        await pilot.pause()
        assert "[" not in screen_text(app)
        await pilot.resize_terminal(4, 1)
        await pilot.pause()
        assert app.return_code is None
