"""What the coach knows, found by id or by a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from coach.advice.foods import FoodList, FoodOrder, IntakeView, food_list, intake_views
from coach.errors import BadInputError, ContentError, StorageError
from coach.library.check import CITATION
from coach.library.library import find
from coach.model.cause import About, Advice, Cause, RedFlag
from coach.model.checklist import Item
from coach.model.evidence import Source
from coach.model.food import DrinkKind, Food
from coach.model.medicine import Medicine
from coach.model.move import Move
from coach.model.nearest import nearest
from coach.model.region import Numbers, Region, numbers_for

if TYPE_CHECKING:
    from coach.service.coach import Coach


class KnowledgeService:
    """Causes, advice, foods, medicines, red flags and their sources."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    @property
    def about(self) -> About:
        return self._coach.library.about

    @property
    def causes(self) -> Mapping[str, Cause]:
        return self._coach.library.causes

    @property
    def advice(self) -> Mapping[str, Advice]:
        return self._coach.library.advice

    @property
    def red_flags(self) -> Mapping[str, RedFlag]:
        """The red flags, with whom this person calls in what to do."""
        numbers = self.numbers()
        return {
            flag.id: msgspec.structs.replace(flag, action=numbers.fill(flag.action))
            for flag in self._coach.library.red_flags.values()
        }

    @property
    def regions(self) -> Mapping[str, Region]:
        return self._coach.library.regions

    def region(self, wanted: str) -> Region:
        """One region by its id; raises BadInputError with the nearest."""
        return find(self.regions, wanted, "region")

    def numbers(self) -> Numbers:
        """Whom this person calls; words that are right anywhere when the diary cannot be read."""
        try:
            person = self._coach.person()
        except StorageError:
            return Numbers()
        region = self.regions.get(person.region)
        return numbers_for(region, person.emergency_number, person.advice_number)

    @property
    def moves(self) -> Mapping[str, Move]:
        return self._coach.library.moves

    @property
    def items(self) -> Mapping[str, Item]:
        return self._coach.library.items

    @property
    def drinks(self) -> Mapping[str, DrinkKind]:
        return self._coach.library.drinks

    def cause(self, wanted: str) -> Cause:
        """One cause by its id; raises BadInputError with the nearest."""
        return find(self.causes, wanted, "cause")

    def concerning(self) -> Mapping[str, str]:
        """The causes that bear on this person, with the reason: what they told coach about themselves."""
        held, told = self._coach.day.safety().held, self._coach.person().conditions
        known = self._coach.library.conditions
        bearing = {
            cause.id: sorted((one for one in cause.conditions if one in held), key=lambda one: one not in told)
            for cause in self.causes.values()
        }
        return {cause: f"you told coach: {known[why[0]].name}" for cause, why in bearing.items() if why}

    def foods(self, word: str = "") -> list[Food]:
        """All foods, or those whose name has `word` in it; raises BadInputError with the nearest when none has."""
        said = word.strip().lower()
        foods = self._coach.library.foods
        found = [food for food in foods.values() if said in f"{food.id} {food.name.lower()}"]
        if not found:
            near = nearest(said, foods)
            raise BadInputError(
                f"no food {word!r}", f"did you mean {' or '.join(near)}?" if near else "see: coach foods"
            )
        return found

    def food_list(self, word: str = "", order: FoodOrder = FoodOrder.NAME) -> FoodList:
        """The foods whose name has `word` in it, as they may be listed for this person.

        An order that would rank what is not for them gives way to the order by name, and `refused` says why.
        """
        return food_list(self.foods(word), order, self._coach.day.safety())

    def intakes(self) -> tuple[IntakeView, ...]:
        """Reference intakes, each with why it is withheld from this person, if it is."""
        return intake_views(self._coach.library.intakes.values(), self._coach.day.safety())

    def medicines(self, word: str = "") -> list[Medicine]:
        """All medicines, or those whose name or examples have `word` in them.

        Raises BadInputError with the nearest when none has.
        """
        said = word.strip().lower()
        medicines = self._coach.library.medicines
        named = {medicine.id: (medicine.id, medicine.name, *medicine.examples) for medicine in medicines.values()}
        found = [medicines[one] for one, names in named.items() if said in " ".join(names).lower()]
        if not found:
            near = nearest(said, [name for names in named.values() for name in names])
            meant = f"did you mean {' or '.join(near)}? " if near else ""
            raise BadInputError(
                f"no medicine {word!r} on this list", f"{meant}That does not clear it: ask your pharmacist"
            )
        return [medicines[said]] if said in medicines else found

    def exceptions(self) -> tuple[str, ...]:
        """The few cases in which “do not stop it on your own” is not the whole truth."""
        medicines = self._coach.library.medicines.values()
        return tuple(dict.fromkeys(medicine.exception for medicine in medicines if medicine.exception))

    def sources(self, ids: tuple[str, ...]) -> list[Source]:
        """The sources with these ids, in that order."""
        return [self._coach.library.sources[wanted] for wanted in ids if wanted in self._coach.library.sources]

    def cited(self, text: str) -> str:
        """The text with its citations as names: `[S1]` becomes `(Hallegraeff 2012)`."""
        sources = self._coach.library.sources

        def names(run: re.Match[str]) -> str:
            ids = CITATION.findall(run[0])
            return f"({'; '.join(sources[one].short if one in sources else one for one in ids)})"

        one = CITATION.pattern
        return re.sub(rf"{one}(?:\s*{one})*", names, text)

    def check(self, path: Path | None = None) -> list[ContentError]:
        """Every fault in the content, shipped and own, or in the content folder at `path`."""
        from coach.service.checking import content_faults, folder_faults

        return content_faults(self._coach.library) if path is None else folder_faults(path)
