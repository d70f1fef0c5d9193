"""The positions in which moves are done."""

from __future__ import annotations

from enum import StrEnum


class Position(StrEnum):
    """How the body is while a move is done."""

    STANDING = "standing"
    SEATED = "seated"
    SEATED_OR_LYING = "seated or lying"
    LONG_SITTING = "long sitting"
    FLOOR_SITTING = "floor sitting"
    KNEELING = "kneeling"
    HALF_KNEELING = "half kneeling"
    SUPINE = "supine"
    SUPINE_OR_SIDE = "supine or side lying"
    SIDE_LYING = "side lying"
    WALKING = "walking"
