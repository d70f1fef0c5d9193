"""How much a terminal can show."""

from __future__ import annotations

import codecs
from enum import StrEnum

_SYSTEMS = {"truecolor": "true colour", "256": "256 colours", "standard": "16 colours", "windows": "16 colours"}


class Tier(StrEnum):
    """From blended colours down to plain characters."""

    TRUE_COLOUR = "true colour"
    COLOURS_256 = "256 colours"
    COLOURS_16 = "16 colours"
    ONE_COLOUR = "one colour"
    ASCII = "ascii"


def choose_tier(colour_system: str | None, encoding: str | None, *, no_colour: bool) -> Tier:
    """What a terminal can show, by Rich's name of its colour system and its encoding.

    Without UTF-8 there are no blocks, whatever the colours; an unknown encoding counts as that.
    """
    if not is_utf8(encoding):
        return Tier.ASCII
    if no_colour or colour_system is None:
        return Tier.ONE_COLOUR
    return Tier(_SYSTEMS.get(colour_system, Tier.ONE_COLOUR))


def is_utf8(encoding: str | None) -> bool:
    """Whether text goes out in UTF-8; an encoding that is not known counts as another."""
    try:
        return encoding is not None and codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False
