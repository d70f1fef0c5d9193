"""A drink other than the usual one: how much, and what."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.errors import CoachError
from coach.model.amount import format_amount
from coach.service.coach import Coach
from coach.service.day import Done
from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain
from coach.tui.widgets.choice_list import ChoiceList
from coach.tui.widgets.plain_input import PlainInput


class DrinkDialog(Dialog[Done]):
    """Asks for amount and kind; a bad amount is said in place, and what was typed stays."""

    TITLE_TEXT = "A drink"
    KEYS_TEXT = "enter log it   tab what it was   esc leave"
    DEFAULT_CSS = """
    DrinkDialog {
        OptionList { max-height: 9; scrollbar-size: 0 1; }
        &.-short OptionList { max-height: 5; }
        &.-taller OptionList { max-height: 14; }
    }
    """

    def __init__(self, coach: Coach, day: date | None = None) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall"), (30, "-taller")]
        self._coach = coach
        self._day = day

    def content(self) -> ComposeResult:
        person = self._coach.profile.now()
        vessels = ", ".join(f"{name} {format_amount(ml, person.units)}" for name, ml in person.vessels.items())
        yield Static(plain(f"How much: 250, 0.5l, 8oz, ½ pint, or {vessels}"), classes="label")
        yield PlainInput(placeholder=person.usual_vessel, id="amount")
        yield Static("", classes="fault", id="fault", markup=False)
        yield Static("What", classes="label", markup=False)
        yield ChoiceList(
            *(
                Option(
                    Content.assemble(
                        plain(kind.name), "" if kind.counts else ("  not counted as water", "$muted")
                    ),
                    id=kind.id,
                )
                for kind in self._coach.knowledge.drinks.values()
            )
        )

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0

    def on_input_submitted(self) -> None:
        self._log()

    def on_option_list_option_selected(self) -> None:
        self._log()

    def _log(self) -> None:
        kinds = self.query_one(OptionList)
        what = kinds.get_option_at_index(kinds.highlighted or 0).id or "water"
        said = self.query_one(Input).value.strip() or None
        try:
            done = self._coach.day.drink(said, what=what, day=self._day)
        except CoachError as error:
            self.query_one("#fault", Static).update(plain(f"{error.message}; {error.hint}"))
            return
        self.dismiss(done)
