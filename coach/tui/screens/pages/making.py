"""A page of any kind, by its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coach.advice.links import FOODS, INTAKES, MEDICINES, RED_FLAGS, Address, Shelf
from coach.errors import BadInputError
from coach.service.coach import Coach
from coach.tui.screens.pages.causes import about_page, advice_page, cause_page, look_alike_page, remedy_page
from coach.tui.screens.pages.foods import food_page, foods_page, intakes_page
from coach.tui.screens.pages.medicines import medicine_page, medicines_page
from coach.tui.screens.pages.moves import item_page, move_page, routine_page
from coach.tui.screens.pages.signs import red_flag_page, red_flags_page
from coach.tui.widgets.page import Page

_MAKERS: Mapping[Shelf, Callable[[Coach, str], Page]] = {
    Shelf.ABOUT: about_page,
    Shelf.CAUSE: cause_page,
    Shelf.ADVICE: advice_page,
    Shelf.LOOK_ALIKE: look_alike_page,
    Shelf.REMEDY: remedy_page,
    Shelf.RED_FLAG: red_flag_page,
    Shelf.ROUTINE: routine_page,
    Shelf.MOVE: move_page,
    Shelf.ITEM: item_page,
    Shelf.MEDICINE: medicine_page,
    Shelf.FOOD: food_page,
}
_LISTS: Mapping[Address, Callable[[Coach], Page]] = {
    RED_FLAGS: red_flags_page,
    MEDICINES: medicines_page,
    FOODS: foods_page,
    INTAKES: intakes_page,
}


def make_page(coach: Coach, address: Address) -> Page:
    """The page at that address; raises BadInputError when it is no longer there."""
    if address in _LISTS:
        return _LISTS[address](coach)
    if address not in coach.search:
        raise BadInputError(f"no {address.shelf} {address.id!r}", "/ finds what there is")
    return _MAKERS[address.shelf](coach, address.id)
