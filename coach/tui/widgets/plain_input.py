"""A line to type in that takes only what can be shown."""

from __future__ import annotations

from textual.widgets import Input

from coach.model.text import clean

_EDGE = "."


class PlainInput(Input):
    """An Input that leaves out pasted control and escape characters, which Textual's own would draw."""

    def validate_value(self, value: str) -> str:
        # Between two edges the spaces that are being typed are not stripped.
        return clean(f"{_EDGE}{value}{_EDGE}")[len(_EDGE) : -len(_EDGE)]
