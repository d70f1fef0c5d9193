"""Foods and drinks, with what a portion holds."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from coach.model.evidence import Content


class Mineral(StrEnum):
    POTASSIUM = "potassium"
    CALCIUM = "calcium"
    MAGNESIUM = "magnesium"


class Minerals(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Milligrams of each mineral in some amount of food."""

    potassium_mg: float
    calcium_mg: float
    magnesium_mg: float
    sodium_mg: float | None = None

    def of(self, mineral: Mineral) -> float:
        """Milligrams of one mineral."""
        amounts = {
            Mineral.POTASSIUM: self.potassium_mg,
            Mineral.CALCIUM: self.calcium_mg,
            Mineral.MAGNESIUM: self.magnesium_mg,
        }
        return amounts[mineral]


class Food(Content, frozen=True, kw_only=True):
    """A food: grams and minerals of a portion, and per 100 g; `row` names the table row it comes from."""

    name: str
    portion_g: float
    measure: str
    portion: Minerals
    per_100g: Minerals
    tags: tuple[str, ...] = ()
    row: str


class DrinkKind(Content, frozen=True, kw_only=True):
    """What can be drunk; `counts` tells whether it is counted as water."""

    name: str
    counts: bool = True
    note: str = ""
