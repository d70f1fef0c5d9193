"""One line of text, asked for."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input

from coach.tui.dialogs.dialog import Dialog
from coach.tui.widgets.plain_input import PlainInput


class LineDialog(Dialog[str]):
    """Asks for a line; gives it back, or None when it was left (or empty, unless it may be)."""

    def __init__(self, title: str, hint: str, value: str = "", *, may_be_empty: bool = False) -> None:
        super().__init__()
        self._title_said = title
        self._hint = hint
        self._value = value
        self._may_be_empty = may_be_empty

    def title_text(self) -> str:
        return self._title_said

    def content(self) -> ComposeResult:
        yield PlainInput(self._value, placeholder=self._hint)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        self.dismiss(text if text or self._may_be_empty else None)
