"""How a routine is guided: dose, rounds, legs and the time between, each a row to turn with the arrows."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coach.errors import CoachError
from coach.model.options import OPTION_KEYS, Options
from coach.service.coach import Coach
from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain
from coach.tui.widgets.dose_words import clock_time
from coach.tui.widgets.option_rows import OPTION_ROWS, about_option, option_rows, stepped
from coach.tui.widgets.row_list import RowList


class OptionsDialog(Dialog[bool]):
    """The options of one routine; leaving it keeps them, as one action that can be undone.

    Gives back whether anything was changed. Making it raises StorageError when the diary cannot be read.
    """

    KEYS_TEXT = "← → change   r back to as written   esc done"
    DEFAULT_CSS = """
    OptionsDialog {
        RowList { margin: 0 0 1 0; }
        #about { color: $muted; height: 3; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "less", show=False, id="turn.less"),
        Binding("right", "turn(1)", "more", show=False, id="turn.more"),
        Binding("minus", "turn(-1)", "less", show=False),
        Binding("plus,space", "turn(1)", "more", show=False),
        Binding("r", "as_written", "as written", show=False),
        Binding("o,enter", "leave", "done", show=False),
    ]

    def __init__(self, coach: Coach, routine: str) -> None:
        super().__init__()
        self._coach = coach
        self._written = coach.sessions.written(routine)
        self._measure = coach.sessions.measure(routine)
        self._before = coach.person().options(routine)
        self._chosen = self._before
        self._warned = False

    def title_text(self) -> str:
        return self._written.name

    def content(self) -> ComposeResult:
        rows = RowList()
        rows.styles.height = OPTION_ROWS
        yield rows
        yield Static(id="about", markup=False)
        yield Static(id="fault", classes="fault", markup=False)

    def on_mount(self) -> None:
        self.query_one("#fault").display = False
        self._show()

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        self.query_one("#about", Static).update(about_option(message.row))

    def on_row_list_opened(self) -> None:
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """The next value of the option under the cursor."""
        name = self.query_one(RowList).cursor
        if name is not None:
            self._chosen = stepped(self._chosen, self._written, name, by)
            self._show()

    def action_as_written(self) -> None:
        """Let go of every option."""
        self._chosen = Options()
        self._show()

    def action_leave(self) -> None:
        """Keep what was changed; what cannot be kept is told, and leaving again lets it go."""
        changed = self._changed()
        try:
            if changed and not self._warned:
                self._coach.profile.set_all(changed)
        except CoachError as error:
            self._warned = True
            fault = self.query_one("#fault", Static)
            fault.update(plain(f"{error.message}; {error.hint}. esc again leaves it as it was."))
            fault.display = True
            return
        self.dismiss(bool(changed) and not self._warned)

    def _changed(self) -> dict[str, str]:
        """The profile's keys that change, with their values as a person would type them."""
        before, now = msgspec.to_builtins(self._before), msgspec.to_builtins(self._chosen)
        return {
            f"routine.{self._written.id}.{name}": _typed(now[name])
            for name in OPTION_KEYS
            if now[name] != before[name]
        }

    def _show(self) -> None:
        self.query_one(RowList).rows = option_rows(self._chosen, self._written)
        length = (f"   {clock_time(self._measure(self._chosen))}", "not bold $muted")
        self.query_one(".title", Static).update(Content.assemble(plain(self._written.name), length))


def _typed(value: object) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:g}"
        case _:
            return str(value)
