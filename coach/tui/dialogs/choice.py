"""One thing of several, asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain
from coach.tui.widgets.choice_list import ChoiceList


class ChoiceDialog(Dialog[str]):
    """Gives back the id that was chosen of `options` (id, name, note), or None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "move(-1)", "up", show=False),
        Binding("j", "move(1)", "down", show=False),
    ]
    KEYS_TEXT = "↑ ↓ choose   enter take it   esc leave"

    def __init__(self, title: str, options: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._title_said = title
        self._choices = options

    def title_text(self) -> str:
        return self._title_said

    def content(self) -> ComposeResult:
        yield ChoiceList(
            *(
                Option(Content.assemble(plain(name), "   ", plain(note).stylize("$muted")), id=id_)
                for id_, name, note in self._choices
            )
        )

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0

    def action_move(self, by: int) -> None:
        """Put the cursor on the next choice, or the one before."""
        options = self.query_one(OptionList)
        options.highlighted = ((options.highlighted or 0) + by) % options.option_count

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
