"""Foods and drinks, with what a portion holds."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from coach.model.evidence import Content

Milligrams = Annotated[float, Meta(ge=0)]


class Mineral(StrEnum):
    POTASSIUM = "potassium"
    CALCIUM = "calcium"
    MAGNESIUM = "magnesium"


class Minerals(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Milligrams of each mineral in some amount of food."""

    potassium_mg: Milligrams
    calcium_mg: Milligrams
    magnesium_mg: Milligrams
    sodium_mg: Milligrams | None = None

    def of(self, mineral: Mineral) -> float:
        """Milligrams of one mineral."""
        amounts = {
            Mineral.POTASSIUM: self.potassium_mg,
            Mineral.CALCIUM: self.calcium_mg,
            Mineral.MAGNESIUM: self.magnesium_mg,
        }
        return amounts[mineral]


class Food(Content, frozen=True, kw_only=True):
    """A food: grams and minerals of a portion, and per 100 g; `row` names the table row it comes from.

    `poorly_absorbed` are minerals of which the body takes up little from it, so it is no source of them; `note`
    is what to know before eating it.
    """

    name: str
    portion_g: Annotated[float, Meta(gt=0)]
    measure: str
    portion: Minerals
    per_100g: Minerals
    tags: tuple[str, ...] = ()
    poorly_absorbed: tuple[Mineral, ...] = ()
    note: str = ""
    row: str


class DrinkKind(Content, frozen=True, kw_only=True):
    """What can be drunk; `counts` tells whether it is counted as water."""

    name: str
    counts: bool = True
    note: str = ""
