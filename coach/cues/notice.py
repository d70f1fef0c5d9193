"""A notice that the terminal shows outside its window.  Pure."""

from __future__ import annotations

from enum import StrEnum

from coach.model.text import clean

LONGEST = 200
"""Characters of a title or a body; terminals show no more."""


class Form(StrEnum):
    """The escape sequence a terminal understands: iTerm2's, with one text, or urxvt's, with title and body."""

    OSC_9 = "osc 9"
    OSC_777 = "osc 777"


def terminal_notice(title: str, body: str, form: Form) -> bytes:
    """The bytes that make a terminal show a notice, in UTF-8; nothing in the texts can end or extend them."""
    shown = [_fit(text) for text in (title, body)]
    match form:
        case Form.OSC_9:
            said = "9;" + ": ".join(text for text in shown if text)
        case Form.OSC_777:
            said = ";".join(("777", "notify", *shown))
    return f"\x1b]{said}\x1b\\".encode()


def _fit(text: str) -> str:
    # A semicolon ends a field.
    return clean(text).replace(";", ",")[:LONGEST]
