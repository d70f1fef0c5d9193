"""Foods and reference intakes: in what order they may be listed for this person, and what is said beside them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from coach.advice.safety import Safety, Withheld
from coach.model.food import Food, Mineral
from coach.model.intake import Intake, Nutrient
from coach.model.ruling import Ruling, Topic

_TOPICS = {
    Mineral.POTASSIUM: Topic.POTASSIUM_FOOD,
    Mineral.CALCIUM: Topic.CALCIUM_FOOD,
    Mineral.MAGNESIUM: Topic.MAGNESIUM_FOOD,
}
_PRAISE = {"highK": Mineral.POTASSIUM, "highCa": Mineral.CALCIUM, "highMg": Mineral.MAGNESIUM}
"""Tags that say a food is rich in something."""
_FIGURES = {
    Nutrient.WATER: (Topic.TARGETS, Topic.WATER_GOAL),
    Nutrient.POTASSIUM: (Topic.TARGETS, Topic.POTASSIUM_FOOD),
    Nutrient.CALCIUM: (Topic.TARGETS, Topic.CALCIUM_FOOD),
    Nutrient.MAGNESIUM: (Topic.TARGETS, Topic.MAGNESIUM_FOOD),
    Nutrient.SODIUM: (Topic.TARGETS,),
}
"""The advice that a reference intake is a part of."""


class FoodOrder(StrEnum):
    """How a list of foods is sorted: by name, by what a portion holds (the most first), by sodium (the least)."""

    NAME = "name"
    POTASSIUM = "potassium"
    CALCIUM = "calcium"
    MAGNESIUM = "magnesium"
    SODIUM = "sodium"


class FoodList(msgspec.Struct, frozen=True, kw_only=True):
    """Foods in the order they stand in, what is to be said beside them, and why the wanted order was refused.

    A food's tags do not praise it for a mineral that is not offered to this person. `brief` is the caution
    without the reasons behind it, for where there is little room. Without `has_figures` no milligram is shown.
    """

    foods: tuple[Food, ...]
    order: FoodOrder
    caution: str | None = None
    brief: str | None = None
    has_figures: bool = True
    refused: Withheld | None = None


class IntakeView(msgspec.Struct, frozen=True):
    """A reference intake, and why its figure is withheld from this person."""

    intake: Intake
    withheld: Withheld | None = None


def food_list(foods: Iterable[Food], order: FoodOrder, safety: Safety) -> FoodList:
    """The foods for this person: sorted as wanted, or by name where that order would rank what is not for them."""
    withheld = {mineral: why for mineral in Mineral if (why := why_not_offered(mineral, safety)) is not None}
    refused = None if order in {FoodOrder.NAME, FoodOrder.SODIUM} else withheld.get(Mineral(order))
    kept = FoodOrder.NAME if refused else order
    neutral = (_without_praise(food, withheld) for food in foods)
    return FoodList(
        foods=tuple(sorted(neutral, key=lambda food: _place(food, kept))),
        order=kept,
        caution=_caution(withheld, safety, "{0.name}. {0.why} {0.way_on}"),
        brief=_caution(withheld, safety, "{0.name}. {0.way_on}"),
        has_figures=safety.verdict(Topic.TARGETS).ruling.offers,
        refused=refused,
    )


def why_not_offered(mineral: Mineral, safety: Safety) -> Withheld | None:
    """Why food rich in a mineral is not offered to this person; None when nothing speaks against it."""
    return safety.why_withheld(topics=(_TOPICS[mineral], Topic.TARGETS))


def intake_views(intakes: Iterable[Intake], safety: Safety) -> tuple[IntakeView, ...]:
    """The reference intakes, each with why it is withheld: they are for healthy adults who may have a target."""
    why = {nutrient: safety.why_withheld(topics=topics) for nutrient, topics in _FIGURES.items()}
    return tuple(IntakeView(intake, why[intake.nutrient]) for intake in intakes)


def _without_praise(food: Food, withheld: dict[Mineral, Withheld]) -> Food:
    tags = tuple(tag for tag in food.tags if _PRAISE.get(tag) not in withheld)
    return food if tags == food.tags else msgspec.structs.replace(food, tags=tags)


def _place(food: Food, order: FoodOrder) -> tuple[bool, float, str]:
    """Where a food stands: what the body takes up little of comes after what it does."""
    name = food.name.casefold()
    match order:
        case FoodOrder.NAME:
            return False, 0.0, name
        case FoodOrder.SODIUM:
            return food.portion.sodium_mg is None, food.portion.sodium_mg or 0.0, name
        case _:
            mineral = Mineral(order)
            return mineral in food.poorly_absorbed, -food.portion.of(mineral), name


def _caution(withheld: dict[Mineral, Withheld], safety: Safety, reason: str) -> str | None:
    """The line of warning, each reason said as `reason` says it; None when there is nothing to warn of."""
    reasons: dict[str, list[str]] = {}
    for mineral, why in withheld.items():
        reasons.setdefault(reason.format(why), []).append(mineral)
    said = [f"Not by {_either(minerals)}: {why}" for why, minerals in reasons.items()]
    if said:
        said.insert(0, "By name, and nothing here is a suggestion.")
    verdicts = [safety.verdict(topic) for topic in _TOPICS.values()]
    said += dict.fromkeys(verdict.text for verdict in verdicts if verdict.ruling is Ruling.REWORD)
    return " ".join(said) or None


def _either(words: list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
