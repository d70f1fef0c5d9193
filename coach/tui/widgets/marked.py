"""Text of the content as lines to read: of Markdown its paragraphs, headings, points and bold words."""

from __future__ import annotations

import re

from coach.tui.widgets.prose import BLANK, Line, paragraph
from coach.tui.widgets.row import Spans

_HEADING = re.compile(r"(?m)^(## .+)$")
_PIECE = re.compile(r"\n(?=- )")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def marked(text: str) -> tuple[Line, ...]:
    """The lines of a text: `## heading`, `- point`, `**bold**`; anything else stands as it is written.

    A line is free between blocks, but none below a heading.
    """
    lines: list[Line] = []
    for block in re.split(r"\n\s*\n", _HEADING.sub(r"\n\1\n", text).strip()):
        if lines and lines[-1].text[0][1] != "heading":
            lines.append(BLANK)
        for piece in _PIECE.split(block):
            said = " ".join(piece.split())
            if said.startswith("## "):
                lines.append(paragraph(said[3:].upper(), "heading"))
            elif said.startswith("- "):
                lines.append(Line(_spans(said[2:]), "• "))
            else:
                lines.append(Line(_spans(said)))
    return tuple(lines)


def _spans(text: str) -> Spans:
    parts = _BOLD.split(text)
    return tuple((part, "strong" if place % 2 else "text") for place, part in enumerate(parts) if part)
