"""Text that people or files wrote, on its way to the screen: shown as typed, never read as markup."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from coach.model.text import clean


def plain(text: str) -> Content:
    """`text` as it is, without control characters; brackets mean nothing."""
    return Content(clean(text, lines=True))


def one_line(text: str, cells: int) -> str:
    """`text` on one line of exactly `cells` terminal cells; what does not fit ends in an ellipsis."""
    line = clean(text)
    if cell_len(line) > cells > 0:
        line = set_cell_size(line, cells - 1).rstrip() + "…"
    return set_cell_size(line, max(0, cells))
