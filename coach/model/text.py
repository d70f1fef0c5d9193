"""Text that people type, made fit to keep and to show."""

from __future__ import annotations

import re
import unicodedata

from coach.errors import BadInputError

LONGEST_NOTE = 10_000
_BREAK = re.compile("\r\n|[\r\u2028\u2029]")
"""What else a widget may take for the end of a line."""


def clean(text: str, *, lines: bool = False) -> str:
    """`text` without control and escape characters; line breaks stay when `lines`, else become spaces.

    Format characters that turn or hide text (bidi overrides, zero-width marks other than the joiners that
    scripts and emoji need) go too; right-to-left letters stay as typed.
    """
    kept = []
    for char in _BREAK.sub("\n", text):
        if char in "\n\t":
            kept.append(char if lines and char == "\n" else " ")
        elif char in "\u200c\u200d" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co"}:
            kept.append(char)
    return "".join(kept).strip()


def clean_note(text: str) -> str:
    """A note, cleaned; raises BadInputError when it is longer than 10,000 characters."""
    note = clean(text, lines=True)
    if len(note) > LONGEST_NOTE:
        raise BadInputError(f"the note has {len(note)} characters", f"keep it to {LONGEST_NOTE}")
    return note
