"""What a list shows: rows of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Spans = tuple[tuple[str, str], ...]
"""Pieces of text, each with its tone."""


class Cell(NamedTuple):
    """One column of a row; `width` 0 takes what the others leave, and only one cell of a row may.

    The cell is shown from `from_columns` columns of the list on; `tone` is one of RowList's tones.
    """

    text: str | Spans
    tone: str = "text"
    width: int = 0
    right: bool = False
    from_columns: int = 0


@dataclass(frozen=True)
class Row:
    """A line of the list; one with an `id` can be the cursor's."""

    cells: tuple[Cell, ...] = ()
    id: str | None = None

    @property
    def is_heading(self) -> bool:
        return self.id is None and bool(self.cells) and self.cells[0].tone == "heading"


def heading(text: str) -> Row:
    """A small grey heading above a group of rows."""
    return Row((Cell(text.upper(), "heading"),))
