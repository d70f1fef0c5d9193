"""The line of keys at the foot of a dialog; each can be clicked."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from coach.model.keymap import key_shown_as

_PRESSES = "coach.presses"
_BETWEEN = "   "


class KeyLine(Static):
    """Shows a line made by `key_line`."""

    class Pressed(Message):
        """A piece was clicked that stands for the key `key`."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    def on_click(self, event: events.Click) -> None:
        if key := event.style.meta.get(_PRESSES):
            self.post_message(self.Pressed(key))


def key_pieces(text: str) -> Iterator[tuple[str, str]]:
    """`← → change   esc done` in pieces, each with the key that a click on it presses, or none."""
    for number, group in enumerate(text.split(_BETWEEN)):
        if number:
            yield _BETWEEN, ""
        words = group.split(" ")
        keys: list[str] = []
        while words and (key := key_shown_as(words[0])):
            keys.append(key)
            yield f"{words.pop(0)} ", key
        yield " ".join(words), keys[-1] if keys else ""


def key_line(text: str) -> Content:
    """The line, its pieces marked for clicks."""
    return Content("").join(
        Content(piece).stylize(Style.from_meta({_PRESSES: key})) if key else Content(piece)
        for piece, key in key_pieces(text)
    )
