"""A food eaten: type a few letters, choose, done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from coach.advice.foods import FoodList, FoodOrder
from coach.errors import BadInputError
from coach.model.food import Food
from coach.service.coach import Coach
from coach.service.day import Done
from coach.tui.dialogs.narrowing import NarrowingDialog
from coach.tui.telling import telling
from coach.tui.text import one_line, plain

_AMOUNT = 6
_AROUND = 10
"""Columns of a line that the dialog's edges and the scroll bar take."""
_WIDEST = 72


class FoodDialog(NarrowingDialog[Done]):
    """A list that narrows while typing; enter logs one portion of the food under the cursor.

    It stands by name; tab sorts it by what a portion holds, where that is nothing to keep from this person.
    """

    TITLE_TEXT = "A food"
    KEYS_TEXT = "↑ ↓ choose   + - portions   tab sort   enter log it   esc leave"
    PLACEHOLDER = "type to search: banana, yogurt, beans …"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "portions(0.5)", "more", show=False, priority=True),
        Binding("minus", "portions(-0.5)", "less", show=False, priority=True),
        Binding("tab", "sort", "sort", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    FoodDialog {
        OptionList { height: 7; margin-top: 0; }
        #head { color: $muted; height: 1; margin-top: 1; }
        #about { height: 4; }
        #caution { color: $warning; height: auto; margin-top: 1; display: none; }
        &.-cautioned {
            OptionList { height: 4; }
            #about { height: 2; }
            #caution { display: block; }
        }
        &.-short {
            OptionList { height: 4; }
        }
        &.-short.-cautioned {
            OptionList { height: 3; }
            #about { height: 1; }
        }
    }
    """

    def __init__(self, coach: Coach, day: date | None = None) -> None:
        super().__init__()
        self._coach = coach
        self._day = day
        self._portions = 1.0
        self._order = FoodOrder.NAME

    def content(self) -> ComposeResult:
        page = iter(super().content())
        yield next(page)
        yield Static(id="head", markup=False)
        yield from page
        yield Static(id="caution", markup=False)

    def found(self, word: str) -> Iterable[tuple[str, Content]]:
        try:
            listed = self._coach.knowledge.food_list(word, self._order)
        except BadInputError:
            return
        self._say_order(listed)
        for food in listed.foods:
            name = one_line(food.name, self._name_cells)
            yield food.id, Content(f"{name}{_amounts(food)}" if listed.has_figures else name)

    def about(self, chosen: str | None) -> Content:
        if chosen is None:
            return plain("no such food in the list; a note (n) can hold it")
        food = self._coach.day.food(chosen)
        portion = f"{self._portions:g} × {food.measure} ({food.portion_g:g} g)"
        return plain(f"{portion}\n{self._coach.knowledge.cited(food.note)}")

    def take(self, chosen: str) -> None:
        with telling(self):
            self.dismiss(self._coach.day.eat(chosen, portions=self._portions, day=self._day))

    def action_portions(self, by: float) -> None:
        """Half a portion more, or less."""
        self._portions = min(10.0, max(0.5, self._portions + by))
        self.say_about()

    def action_sort(self) -> None:
        """Sort by the next thing a portion holds, and after the last by name again."""
        orders = list(FoodOrder)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.narrow()

    def on_resize(self, _: events.Resize) -> None:
        options = self.query_one(OptionList)
        chosen = options.highlighted
        self.narrow()
        options.highlighted = 0 if chosen is None and options.option_count else chosen

    @property
    def _name_cells(self) -> int:
        return min(_WIDEST, self.app.size.width * 96 // 100) - _AROUND - 4 * _AMOUNT

    def _say_order(self, listed: FoodList) -> None:
        kept = "by name" if self._order is FoodOrder.NAME else f"by {self._order}"
        if listed.refused is not None:
            kept = f"by name, not by {self._order}"
        elif self._order is FoodOrder.SODIUM:
            kept = "by sodium, least first"
        heads = "".join(f"{name:>{_AMOUNT}}" for name in ("K", "Ca", "Mg", "Na")) + " mg"
        head = f"{one_line(kept, self._name_cells)}{heads if listed.has_figures else ''}"
        self.query_one("#head", Static).update(plain(head))
        said = listed.brief
        if (why := listed.refused) is not None:
            said = f"Not by {self._order}: {why.name}. {why.why} {why.way_on}"
        self.set_class(said is not None, "-cautioned")
        self.query_one("#caution", Static).update(plain(said or ""))


def _amounts(food: Food) -> str:
    """The milligrams that a portion holds, each in its column."""
    held = food.portion
    amounts = (held.potassium_mg, held.calcium_mg, held.magnesium_mg, held.sodium_mg)
    return "".join(f"{'' if mg is None else f'{mg:g}':>{_AMOUNT}}" for mg in amounts)
