"""The rows of the Causes mode: what there is to read, in groups or as found by a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.model.evidence import Evidence
from coach.tui.widgets.evidence import METERS
from coach.tui.widgets.row_list import Cell, Row, heading

_ROOMY = 42


@dataclass(frozen=True)
class Entry:
    """A page as it stands in the list; `group` is the heading it stands under, if any."""

    id: str
    title: str
    group: str = ""
    evidence: Evidence | None = None


def page_rows(entries: Sequence[Entry], concerning: Mapping[str, str], *, columns: int, airy: bool) -> list[Row]:
    """All pages under the headings of their groups; `airy` leaves a line free between groups."""
    rows: list[Row] = []
    group = ""
    for entry in entries:
        if entry.group != group:
            group = entry.group
            rows.extend([Row()] if airy and rows else [])
            rows.append(heading(group))
        rows.append(_row(entry, columns, concerns=entry.id in concerning))
    return rows


def found_rows(
    found: Iterable[Entry], concerning: Mapping[str, str], *, word: str, hint: str, columns: int
) -> list[Row]:
    """The pages that speak of `word`; when none does, `hint` says what may have been meant."""
    rows = [_row(entry, columns, concerns=entry.id in concerning) for entry in found]
    if rows:
        return [Row((Cell(f"{len(rows)} speak{'s' if len(rows) == 1 else ''} of {word}", "muted"),)), *rows]
    return [Row((Cell(f"nothing speaks of {word}", "muted"),)), Row((Cell(hint, "faint"),))]


def _row(entry: Entry, columns: int, *, concerns: bool) -> Row:
    cells = [Cell(entry.title, "text")]
    if concerns:
        mark = "about you" if columns >= _ROOMY else "you"
        cells.append(Cell(mark, "warning", len(mark)))
    if entry.evidence is not None:
        cells.append(Cell(METERS[entry.evidence], "primary", 4))
    return Row(tuple(cells), entry.id)
