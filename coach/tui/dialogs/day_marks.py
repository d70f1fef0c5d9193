"""What a day was like: ticked in one go, nothing ticked being an answer too."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.advice.marks import ALCOHOL
from coach.model.checklist import Mark
from coach.service.coach import Coach
from coach.service.day import Done
from coach.tui.dialogs.dialog import Dialog
from coach.tui.telling import telling
from coach.tui.widgets.row import Cell, Row
from coach.tui.widgets.row_list import RowList

_ABOUT = (
    "Patterns compare the days you answered for, those with a cramp and those without. "
    "Saved with nothing ticked, it says that none of these was so."
)


class DayMarksDialog(Dialog[Done]):
    """A row for each thing that may be said about `day` (None: today); enter writes them all as one."""

    KEYS_TEXT = "space tick   enter save   esc leave"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "tick", show=False),
        Binding("enter", "save", "save", show=False),
    ]

    def __init__(self, coach: Coach, day: date | None = None) -> None:
        super().__init__()
        self._coach = coach
        self._day = day
        view = coach.marks.of(day)
        self._so = {mark.id for mark in view.so}
        self._drunk = ALCOHOL in self._so and coach.marks.is_from_drinks(day)

    def title_text(self) -> str:
        day = self._day or self._coach.current_day()
        return f"About {'this day' if self._day is None else f'{day:%A} {day.day} {day:%B}'}"

    def content(self) -> ComposeResult:
        rows = RowList()
        rows.styles.height = len(self._coach.marks.offered())
        yield rows
        yield Static(_ABOUT, classes="label", markup=False)

    def on_mount(self) -> None:
        self._show()

    def on_row_list_marked(self) -> None:
        self.action_turn()

    def on_row_list_opened(self) -> None:
        self.action_turn()

    def action_turn(self) -> None:
        """Tick the row, or take its tick off; alcohol that was logged as a drink goes with the drink."""
        mark = self.query_one(RowList).cursor
        if mark is not None and not (mark == ALCOHOL and self._drunk):
            self._so ^= {mark}
            self._show()

    def action_save(self) -> None:
        with telling(self):
            so = self._so - ({ALCOHOL} if self._drunk else set())
            self.dismiss(self._coach.marks.say(so, day=self._day))

    def _show(self) -> None:
        self.query_one(RowList).rows = tuple(self._row(mark) for mark in self._coach.marks.offered())

    def _row(self, mark: Mark) -> Row:
        sign = ("✓", "good") if mark.id in self._so else ("·", "faint")
        cells = [Cell(*sign, 1), Cell(mark.name)]
        if mark.id == ALCOHOL and self._drunk:
            cells.append(Cell("logged as a drink", "muted", 17))
        return Row(tuple(cells), mark.id)
