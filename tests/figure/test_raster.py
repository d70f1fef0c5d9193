"""Shapes cover as much of the picture as they are large, wherever they lie."""

from __future__ import annotations

from math import acos, hypot, pi, sqrt

import pytest
from figure_examples import POSES, at, stage
from hypothesis import given
from hypothesis import strategies as st

from coach.figure.motion import STEPS
from coach.figure.palette import FULL, Ink
from coach.figure.raster import Capsule, Shape, Slab, View, cover, fit, paint, stamp
from coach.figure.tiers import Tier
from coach.model.pose import Box

VIEW = View(0, 40, 1, 60, 40)
PLACES = st.floats(12, 28)
RADII = st.floats(1.5, 8)


def area_covered(shape: Shape, view: View = VIEW) -> float:
    """Square metres."""
    return sum(level for _, level in cover(shape, view)) / FULL * view.unit**2


def area_of(capsule: Capsule) -> float:
    """Two circles and the slanted edges between them."""
    x0, y0, x1, y1, r0, r1, _, _ = capsule
    length = hypot(x1 - x0, y1 - y0)
    small, large = sorted((r0, r1))
    if length <= large - small:
        return pi * large**2
    edge = sqrt(length**2 - (large - small) ** 2)
    turn = acos((large - small) / length)
    return edge * (large + small) + large**2 * (pi - turn) + small**2 * turn


@given(x0=PLACES, y0=PLACES, x1=PLACES, y1=PLACES, r0=RADII, r1=RADII)
def test_a_capsule_covers_its_area(x0: float, y0: float, x1: float, y1: float, r0: float, r1: float) -> None:
    capsule = Capsule(x0, y0, x1, y1, r0, r1, Ink.SKIN)
    round_it = 2 * hypot(x1 - x0, y1 - y0) + pi * (r0 + r1)
    assert area_covered(capsule) == pytest.approx(area_of(capsule), rel=0.02, abs=0.07 * round_it)


@given(left=st.floats(0, 30), bottom=st.floats(0, 20), width=st.floats(0.5, 20), height=st.floats(0.5, 20))
def test_a_slab_covers_its_area(left: float, bottom: float, width: float, height: float) -> None:
    slab = Slab(left, bottom, left + width, bottom + height, Ink.WALL)
    edge = 2 * (width + height) / FULL
    assert area_covered(slab) == pytest.approx(width * height, abs=0.1 + edge)


def test_what_lies_outside_the_picture_is_left_out() -> None:
    assert cover(Capsule(-20, -20, -10, -12, 3, 2, Ink.SKIN), VIEW) == []
    assert cover(Slab(70, 0, 90, 5, Ink.WALL), VIEW) == []
    half = Capsule(0, 20, 0, 20, 5, 5, Ink.SKIN)
    assert area_covered(half) == pytest.approx(pi * 25 / 2, rel=0.05)
    everywhere = cover(Slab(-50, -50, 500, 500, Ink.WALL), VIEW)
    assert sorted(everywhere) == [(place, FULL) for place in range(60 * 40)]


def test_edges_are_smooth_and_the_inside_is_full() -> None:
    levels = dict(cover(Capsule(20.3, 20, 40.3, 26, 4, 4, Ink.SKIN), VIEW))
    assert {level for level in levels.values() if level < FULL}
    assert all(1 <= level <= FULL for level in levels.values())
    assert levels[(40 - 23) * 60 + 30] == FULL


def test_paint_blends_edges_and_lays_the_last_shape_on_top() -> None:
    pixels = [0x000000] * (60 * 40)
    paint(pixels, Slab(0, 0, 60, 19.5, Ink.FLOOR), 0xFFFFFF, VIEW)
    assert pixels[20 * 60] == 0x7C7C7C
    assert pixels[21 * 60] == 0xFFFFFF
    paint(pixels, Capsule(30, 10, 30, 10, 5, 5, Ink.SKIN), 0xFF0000, VIEW)
    assert pixels[29 * 60 + 30] == 0xFF0000
    paint(pixels, Capsule(30, 10, 30, 10, 5, 5, Ink.TARGET, 8), 0x00FF00, VIEW)
    assert pixels[29 * 60 + 30] == 0x7C7C00


def test_stamp_has_no_edges_and_nothing_gets_lost_for_being_thin() -> None:
    pixels = [Ink.GROUND] * (60 * 40)
    stamp(pixels, Capsule(5, 5, 50, 30, 0.05, 0.05, Ink.STRAP), VIEW)
    drawn = [place for place, ink in enumerate(pixels) if ink is Ink.STRAP]
    assert {place % 60 for place in drawn} >= set(range(6, 49))
    stamp(pixels, Capsule(30, 20, 30, 20, 8, 8, Ink.TARGET, 5), VIEW)
    assert Ink.TARGET not in pixels


def test_a_picture_shows_all_of_the_box_in_its_middle() -> None:
    view = fit(Box(-1, -0.1, 1, 0.9), 100, 100)
    assert view.unit == pytest.approx(0.02)
    assert view.left == pytest.approx(-1)
    assert view.top > 0.9
    assert view.top - view.unit * view.height < -0.1
    high = fit(Box(-1, -0.1, 1, 1.9), 200, 50)
    assert high.unit == pytest.approx(0.04)
    assert high.left == pytest.approx(-4)


@given(
    bottom=st.floats(-0.2, -0.01),
    top=st.floats(0.5, 2.5),
    half=st.floats(0.3, 1.5),
    width=st.integers(8, 200),
    height=st.integers(8, 120),
)
def test_the_floor_is_the_edge_of_a_row_and_nothing_above_it_is_cut_off(
    bottom: float, top: float, half: float, width: int, height: int
) -> None:
    view = fit(Box(-half, bottom, half, top), width, height)
    rows_above = view.top / view.unit
    assert rows_above == pytest.approx(round(rows_above), abs=1e-6)
    assert view.top >= top - 1e-6
    assert rows_above <= height - 1 + 1e-6
    assert view.left <= -half + 1e-6
    assert view.left + view.unit * view.width >= half - 1e-6


@pytest.mark.parametrize("tier", list(Tier))
def test_the_other_side_is_the_picture_with_left_and_right_exchanged(tier: Tier) -> None:
    drawn = stage(POSES["calf-wall"], tier=tier)
    assert drawn.draw(at(STEPS), mirrored=True) == tuple(row[::-1] for row in drawn.draw(at(STEPS)))
    assert drawn.draw(at(STEPS), mirrored=True) != drawn.draw(at(STEPS))


def test_the_things_around_the_figure_do_not_change_from_frame_to_frame() -> None:
    drawn = stage(POSES["calf-wall"], 60, 30)
    right_edge = [{row[-1] for row in drawn.draw(at(step))} for step in (0, 7, STEPS)]
    assert right_edge[0] == right_edge[1] == right_edge[2]
    assert drawn.draw(at(0)) == drawn.draw(at(0))
