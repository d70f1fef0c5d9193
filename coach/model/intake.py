"""Reference intakes: what bodies of experts call enough for healthy people."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from coach.model.evidence import Content


class Nutrient(StrEnum):
    WATER = "water"
    POTASSIUM = "potassium"
    CALCIUM = "calcium"
    MAGNESIUM = "magnesium"
    SODIUM = "sodium"


class Area(StrEnum):
    EU = "EU"
    US = "US"
    UK = "UK"
    NORWAY = "Norway"


class IntakeUnit(StrEnum):
    MG = "mg"
    ML = "ml"
    CUPS = "cups or glasses"


class Intake(Content, frozen=True, kw_only=True):
    """One reference value a day: `amount` in `unit`, `most` where the value is a range.

    `by` is the body that says so, `kind` its own name for the value (AI, PRI, RDA, UL), `people` whom it is
    for, `counts` what it counts.
    """

    nutrient: Nutrient
    area: Area
    by: str
    people: str
    kind: str
    amount: Annotated[float, Meta(gt=0)]
    most: Annotated[float, Meta(gt=0)] | None = None
    unit: IntakeUnit = IntakeUnit.MG
    counts: str = ""
