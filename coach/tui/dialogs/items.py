"""Which items are on the person's list."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.service.coach import Coach
from coach.tui.dialogs.dialog import Dialog
from coach.tui.telling import telling
from coach.tui.widgets.row import Cell, Row
from coach.tui.widgets.row_list import RowList


class ItemsDialog(Dialog[None]):
    """Every item there is, with a mark on those that are on the list; each change is written at once."""

    TITLE_TEXT = "Your list"
    KEYS_TEXT = "space on or off   esc done"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "turn", "on or off", show=False),
        Binding("a", "leave", "done", show=False),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach

    def content(self) -> ComposeResult:
        rows = RowList()
        rows.styles.height = len(self._coach.knowledge.items)
        yield rows
        yield Static(
            "What is off the list is not asked of you, and does not count.", classes="label", markup=False
        )

    def on_mount(self) -> None:
        self._show()

    def on_row_list_marked(self, _: RowList.Marked) -> None:
        self.action_turn()

    def action_turn(self) -> None:
        """Put the item on the list, or take it off."""
        item = self.query_one(RowList).cursor
        if item is not None:
            with telling(self):
                self._coach.day.list_item(item, on=not self._is_on(item))
            self._show()

    def _is_on(self, item: str) -> bool:
        return self._coach.profile.now().listed.get(item, True)

    def _show(self) -> None:
        self.query_one(RowList).rows = tuple(
            Row((Cell("✓" if self._is_on(item.id) else "·", "good", 1), Cell(item.label)), item.id)
            for item in self._coach.knowledge.items.values()
        )
