"""What advice a person's health bears on, and how strictly."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Topic(StrEnum):
    """A kind of advice that is wrong for some people.

    `targets` are targets, kept days, percentages and milligrams; `routine` is any routine at all.
    """

    TARGETS = "targets"
    WATER_GOAL = "water-goal"
    POTASSIUM_FOOD = "potassium-food"
    MAGNESIUM_FOOD = "magnesium-food"
    CALCIUM_FOOD = "calcium-food"
    POTASSIUM_SUPPLEMENT = "potassium-supplement"
    SALT = "salt"
    REHYDRATION = "oral-rehydration"
    MAGNESIUM = "magnesium-supplement"
    CALCIUM = "calcium-supplement"
    PAINKILLER = "painkiller"
    ROUTINE = "routine"
    STANDING = "standing"
    LYING_FLAT = "lying-flat"
    LEANING = "leaning"
    MASSAGE = "massage"
    HEAT = "heat"
    COLD = "cold"
    COMPRESSION = "compression"

    @property
    def words(self) -> str:
        """The topic as it is said in a sentence: what a clinician says yes to."""
        return _WORDS[self]


_WORDS = {
    Topic.TARGETS: "targets and kept days",
    Topic.WATER_GOAL: "a water goal",
    Topic.POTASSIUM_FOOD: "foods rich in potassium",
    Topic.MAGNESIUM_FOOD: "foods rich in magnesium",
    Topic.CALCIUM_FOOD: "foods rich in calcium",
    Topic.POTASSIUM_SUPPLEMENT: "potassium tablets and potassium salt",
    Topic.SALT: "salt, pickle juice and vinegar",
    Topic.REHYDRATION: "rehydration and sports drinks",
    Topic.MAGNESIUM: "magnesium tablets",
    Topic.CALCIUM: "calcium tablets",
    Topic.PAINKILLER: "painkillers",
    Topic.ROUTINE: "stretching routines",
    Topic.STANDING: "moves done standing",
    Topic.LYING_FLAT: "moves done flat on the back",
    Topic.LEANING: "bending and twisting",
    Topic.MASSAGE: "rubbing the leg",
    Topic.HEAT: "warmth",
    Topic.COLD: "cold",
    Topic.COMPRESSION: "compression stockings",
}


class Ruling(StrEnum):
    """What is done with a kind of advice, from the mildest to the strictest.

    `reword` shows it in other words, `ask` hides it until a clinician said yes, `limit` puts the person's own
    limit in its place, `withhold` leaves it out.
    """

    SHOW = "show"
    REWORD = "reword"
    ASK = "ask"
    LIMIT = "limit"
    WITHHOLD = "withhold"

    @property
    def strictness(self) -> int:
        """0 for the mildest, 4 for the strictest."""
        return list(Ruling).index(self)

    @property
    def offers(self) -> bool:
        """Whether the advice is given at all, perhaps in other words."""
        return self in {Ruling.SHOW, Ruling.REWORD}


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How one condition rules on one topic; `text` is what is said then, in place of the condition's own why."""

    ruling: Ruling
    text: str = ""
