"""How a routine goes through its moves."""

from __future__ import annotations

from enum import StrEnum

MOST_ROUNDS = 5


class Order(StrEnum):
    """Whether one leg finishes before the other begins, or the legs take turns hold by hold."""

    LEG_BY_LEG = "leg by leg"
    ALTERNATE = "alternate"
