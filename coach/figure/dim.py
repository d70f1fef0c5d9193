"""A picture in few dim colours of one tint, for eyes that were asleep a moment ago."""

from __future__ import annotations

from coach.figure.palette import Colour, Ink, Palette, brightness, mix

BRIGHTEST = 11
"""How much of the tint the brightest part takes, of 16."""
_STEPS = 5
_FULL = 255


def dimmed(palette: Palette, tint: Colour) -> Palette:
    """The palette in shades of `tint` on its ground, bright as the parts were but far less so.

    What glows, the muscle, keeps its colour.
    """
    ground = palette.ground
    colours = [mix(ground, tint, _level(colour)) for colour in palette.colours]
    for kept in (Ink.GROUND, Ink.TARGET, Ink.DIGIT):
        colours[kept] = palette.colours[kept]
    return Palette(tuple(colours), palette.is_dark)


def _level(colour: Colour) -> int:
    """In few steps, so that few colours are needed."""
    step = round(_STEPS * brightness(colour) / _FULL)
    return max(1, round(BRIGHTEST * step / _STEPS))
