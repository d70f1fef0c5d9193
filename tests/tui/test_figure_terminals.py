"""The figure and the large digits in every kind of terminal and theme, at any size."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from figure_shown import HELD, Shown, shows
from textual.geometry import Region

from coach.figure.tiers import Tier
from coach.model.entry import Side
from coach.model.pose import Pose
from coach.service.coach import Coach
from coach.tui.theme import DARK, LIGHT
from coach.tui.widgets.big_digits import BigDigits
from coach.tui.widgets.figure import FigureView
from tests.support.tui import screen_text


@pytest.fixture
def wall(coach: Coach) -> Pose:
    """The wall calf stretch: it faces right, with the wall at the right edge."""
    pose = coach.knowledge.moves["calf-wall"].pose
    assert pose is not None
    return pose


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
