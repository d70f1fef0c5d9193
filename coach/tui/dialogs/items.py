"""Which items are on the person's list."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import SelectionList, Static
from textual.widgets.selection_list import Selection

from coach.service.coach import Coach
from coach.tui.dialogs.dialog import Dialog
from coach.tui.telling import telling
from coach.tui.text import plain


class ItemsDialog(Dialog[None]):
    """Every item there is, with a mark on those that are on the list; each change is written at once."""

    TITLE_TEXT = "Your list"
    KEYS_TEXT = "space on or off   esc done"
    DEFAULT_CSS = """
    ItemsDialog SelectionList { border: none; background: $surface; height: auto; max-height: 16; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("a", "leave", "done", show=False)]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach

    def content(self) -> ComposeResult:
        listed = self._coach.profile.now().listed
        yield SelectionList[str](
            *(
                Selection(plain(item.label), item.id, listed.get(item.id, True))
                for item in self._coach.knowledge.items.values()
            )
        )
        yield Static(
            "What is off the list is not asked of you, and does not count.", classes="label", markup=False
        )

    def on_selection_list_selection_toggled(self, event: SelectionList.SelectionToggled[str]) -> None:
        item = event.selection.value
        with telling(self):
            self._coach.day.list_item(item, on=item in event.selection_list.selected)
