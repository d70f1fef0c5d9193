"""What all dialogs share: a calm panel in the middle, escape to leave, nothing lost."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

T = TypeVar("T")


class Dialog(ModalScreen[T | None]):
    """A titled panel over the mode; `escape` closes it with nothing done."""

    TITLE_TEXT: ClassVar[str] = ""
    KEYS_TEXT: ClassVar[str] = "enter do it   esc leave"
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 70%;
        #panel {
            width: 72;
            max-width: 96%;
            height: auto;
            max-height: 94%;
            background: $surface;
            padding: 1 3;
        }
        .title { text-style: bold; margin-bottom: 1; }
        .keys { color: $muted; margin-top: 1; }
        .label { color: $muted; margin-top: 1; }
        .fault { color: $warning; }
        Input { border: none; background: $panel; height: 1; padding: 0 1; margin: 0; }
        Input:focus { border: none; background: $band; }
        OptionList { border: none; background: $surface; height: auto; max-height: 12; padding: 0; }
        OptionList:focus { border: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave", show=False)]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="panel", can_focus=False):
            yield Static(self.title_text(), classes="title", markup=False)
            yield from self.content()
            yield Static(self.KEYS_TEXT, classes="keys", markup=False)

    def title_text(self) -> str:
        return self.TITLE_TEXT

    def content(self) -> ComposeResult:
        """The dialog's own widgets, between title and keys."""
        raise NotImplementedError

    def action_leave(self) -> None:
        self.dismiss(None)
