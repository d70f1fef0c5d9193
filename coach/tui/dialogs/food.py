"""A food eaten: type a few letters, choose, done."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.errors import CoachError
from coach.model.food import Food
from coach.service.coach import Coach
from coach.service.day import Done
from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain
from coach.tui.widgets.plain_input import PlainInput


class FoodDialog(Dialog[Done]):
    """A list that narrows while typing; enter logs one portion of the food under the cursor."""

    TITLE_TEXT = "A food"
    KEYS_TEXT = "type to search   ↑ ↓ choose   + - portions   enter log it   esc leave"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "up", show=False, priority=True),
        Binding("down", "move(1)", "down", show=False, priority=True),
        Binding("plus", "portions(0.5)", "more", show=False, priority=True),
        Binding("minus", "portions(-0.5)", "less", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    FoodDialog OptionList { height: 10; margin-top: 1; }
    """

    def __init__(self, coach: Coach, day: date | None = None) -> None:
        super().__init__()
        self._coach = coach
        self._day = day
        self._portions = 1.0

    def content(self) -> ComposeResult:
        yield PlainInput(placeholder="banana, yogurt, beans …")
        yield OptionList()
        yield Static("", id="portion", classes="label", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        self._log()

    def on_option_list_option_selected(self) -> None:
        self._log()

    def action_move(self, by: int) -> None:
        foods = self.query_one(OptionList)
        if foods.option_count:
            foods.highlighted = ((foods.highlighted or 0) + by) % foods.option_count

    def action_portions(self, by: float) -> None:
        self._portions = min(10.0, max(0.5, self._portions + by))
        self._say_portion()

    def _narrow(self, word: str) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        try:
            foods = self._coach.knowledge.foods(word)
        except CoachError:
            foods = []
        options.add_options(Option(_line(food), id=food.id) for food in foods)
        options.highlighted = 0 if foods else None
        self._say_portion()

    def on_option_list_option_highlighted(self) -> None:
        self._say_portion()

    def _say_portion(self) -> None:
        said = self.query_one("#portion", Static)
        food = self._chosen()
        if food is None:
            said.update("no such food in the list; a note (n) can hold it")
            return
        said.update(plain(f"{self._portions:g} × {food.measure} ({food.portion_g:g} g)"))

    def _chosen(self) -> Food | None:
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return None
        return self._coach.day.food(options.get_option_at_index(options.highlighted).id or "")

    def _log(self) -> None:
        food = self._chosen()
        if food is not None:
            self.dismiss(self._coach.day.eat(food.id, portions=self._portions, day=self._day))


def _line(food: Food) -> Content:
    """The food's name, and in grey what a portion holds."""
    held = food.portion
    minerals = f"K {held.potassium_mg:g}  Ca {held.calcium_mg:g}  Mg {held.magnesium_mg:g} mg"
    return Content.assemble(plain(f"{food.name[:36]:<38}"), (minerals, "$muted"))
