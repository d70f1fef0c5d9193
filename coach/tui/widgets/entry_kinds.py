"""The kinds of entries in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Named(NamedTuple):
    """A kind of entry in words, and the tone its name is shown in."""

    one: str
    many: str
    tone: str


KIND_NAMES: Mapping[str, Named] = {
    "cramp": Named("cramp", "Cramps", "accent"),
    "night": Named("night", "Nights", "muted"),
    "drink": Named("drink", "Drinks", "water"),
    "tick": Named("tick", "Ticks", "good"),
    "eat": Named("food", "Foods", "warning"),
    "session": Named("stretch", "Stretches", "primary"),
    "note": Named("note", "Notes", "muted"),
    "skip": Named("day off", "Days off", "muted"),
}
