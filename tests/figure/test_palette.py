"""The colours of the figure: on black, for high contrast, all of the body stands out, and so does the muscle."""

from __future__ import annotations

import pytest

from coach.figure.palette import FAR, Ink, palette
from tests.support.legibility import GRAPHICS, contrast

BODY = (Ink.SKIN, Ink.SHIRT, Ink.SLEEVE, Ink.HAIR, Ink.PANTS, Ink.SHOE, Ink.FLOOR, Ink.WALL_FACE, Ink.WOOD)
LOOKS = {
    "coach-dark": (0x0E1517, 0xFF7A5C),
    "coach-light": (0xF6F4EF, 0xA62C14),
    "coach-contrast": (0x000000, 0xFFE14D),
}


def parts(colour: int) -> tuple[int, int, int]:
    return colour >> 16, colour >> 8 & 255, colour & 255


@pytest.mark.parametrize("name", LOOKS)
def test_the_muscle_stands_out(name: str) -> None:
    ground, accent = LOOKS[name]
    colours = palette(ground, accent).colours
    assert contrast(parts(colours[Ink.TARGET]), parts(ground)) >= GRAPHICS


def test_on_black_the_whole_body_stands_out() -> None:
    colours = palette(*LOOKS["coach-contrast"]).colours
    assert [ink.name for ink in (*BODY, *FAR) if contrast(parts(colours[ink]), (0, 0, 0)) < GRAPHICS] == []
    assert colours[Ink.PANTS] != colours[Ink.FAR_PANTS], "the far leg still steps back"
