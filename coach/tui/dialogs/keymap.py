"""Every action with its key; another key is chosen by pressing it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from coach.errors import CoachError
from coach.model.keymap import LEAVING, shown_keys
from coach.service.coach import Coach
from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain
from coach.tui.widgets.row_list import RowList
from coach.tui.widgets.setting_rows import about_keys, key_rows


class KeyCatcher(Widget, can_focus=True):
    """Takes the one key that is pressed while it has the focus, whatever that does elsewhere."""

    DEFAULT_CSS = "KeyCatcher { height: 0; }"

    class Pressed(Message):
        """A key was pressed, by Textual's name for it."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        return key not in LEAVING

    def on_key(self, event: events.Key) -> None:
        if event.key not in LEAVING:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pressed(event.key))

    def on_blur(self) -> None:
        # A click elsewhere is no answer.
        self.post_message(self.Pressed("escape"))


class KeymapDialog(Dialog[None]):
    """Rebinds actions; a key that is another action's is refused at once, with whose it is."""

    TITLE_TEXT = "Keys"
    KEYS_TEXT = "enter another key   del as it comes   esc done"
    DEFAULT_CSS = """
    KeymapDialog {
        RowList { height: 12; margin: 0 0 1 0; }
        #said { color: $muted; height: 2; }
        #said.fault { color: $warning; }
        &.-short RowList { height: 8; }
        &.-high RowList { height: 22; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "ask", "another key", show=False),
        Binding("delete,backspace", "let_go", "as it comes", show=False),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall"), (36, "-high")]
        self._coach = coach
        self._asks = False

    def content(self) -> ComposeResult:
        yield RowList()
        yield KeyCatcher()
        yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        self._show()

    def on_row_list_moved(self) -> None:
        # The cursor is told of late; what is asked meanwhile stays.
        if not self._asks:
            self._about()

    def on_row_list_opened(self) -> None:
        self.action_ask()

    def on_key_catcher_pressed(self, message: KeyCatcher.Pressed) -> None:
        if not self._asks:
            return
        self._asks = False
        self.query_one(RowList).focus()
        if message.key == "escape":
            self._about()
        else:
            self._set(message.key)

    def action_ask(self) -> None:
        """Wait for the key that is to be the action's."""
        self._asks = True
        self._say(f"Press the key for {self._action}; esc leaves it as it is.")
        self.query_one(KeyCatcher).focus()

    def action_let_go(self) -> None:
        """Give the action the keys that it comes with."""
        self._set("none")

    def _set(self, said: str) -> None:
        try:
            keys = self._coach.settings.keys.set(self._action, said)
        except CoachError as error:
            self._say(f"{error.message}.", fault=True)
            return
        self._show()
        self._say(f"{self._action} is {shown_keys(keys)} now.")

    def _show(self) -> None:
        self.query_one(RowList).rows = key_rows(self._coach.settings.keys.now())

    def _about(self) -> None:
        self._say(about_keys(self._coach.settings.keys.now(), self._action))

    def _say(self, text: str, *, fault: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.set_class(fault, "fault")
        said.update(plain(text))

    @property
    def _action(self) -> str:
        return self.query_one(RowList).cursor or ""
