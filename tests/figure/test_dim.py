"""The figure by night: few colours, all of them warm and dim, and the muscle as it was."""

from __future__ import annotations

import pytest

from coach.figure.dim import dimmed
from coach.figure.palette import Ink, brightness, palette

GROUND, ACCENT, TINT = 0x060504, 0xDCAB62, 0xB5936A
MOST = 110


@pytest.mark.parametrize("ground", [GROUND, 0x000000])
def test_few_colours_all_warm_and_dim(ground: int) -> None:
    bright = palette(ground, ACCENT)
    dim = dimmed(bright, TINT)
    rest = {colour for ink, colour in zip(Ink, dim.colours, strict=True) if ink not in {Ink.TARGET, Ink.DIGIT}}
    assert len(rest) <= 8
    for colour in rest:
        red, green, blue = colour >> 16, colour >> 8 & 255, colour & 255
        assert red >= green >= blue
        assert brightness(colour) <= MOST
    assert max(map(brightness, bright.colours)) > MOST


def test_the_muscle_glows_and_the_nearer_stands_out_from_the_farther() -> None:
    dim = dimmed(palette(GROUND, ACCENT), TINT).colours
    assert dim[Ink.TARGET] == ACCENT
    assert dim[Ink.GROUND] == GROUND
    assert brightness(dim[Ink.SKIN]) > brightness(dim[Ink.FAR_SKIN]) > brightness(GROUND)
    assert brightness(dim[Ink.TARGET]) > max(brightness(dim[ink]) for ink in (Ink.SKIN, Ink.SHOE, Ink.PILLOW))
