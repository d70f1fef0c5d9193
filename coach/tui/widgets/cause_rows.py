"""The rows of the Causes mode: what there is to read, in groups or as found by a word."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from coach.advice.links import Address, Shelf
from coach.advice.safety import Withheld
from coach.advice.search import Finds, around
from coach.model.evidence import Evidence
from coach.tui.widgets.evidence import METERS
from coach.tui.widgets.row import Cell, Row, heading

KINDS = {
    Shelf.ABOUT: "about",
    Shelf.CAUSE: "cause",
    Shelf.ADVICE: "advice",
    Shelf.LOOK_ALIKE: "look-alike",
    Shelf.REMEDY: "people try",
    Shelf.RED_FLAG: "warning",
    Shelf.ROUTINE: "routine",
    Shelf.MOVE: "move",
    Shelf.ITEM: "checklist",
    Shelf.MEDICINE: "medicine",
    Shelf.LIST: "look up",
    Shelf.FOOD: "food",
}
"""What kind of page it is, in a word or two."""
_ROOMY = 42
_MARGIN = 7
"""What an excerpt leaves free: the cursor's column, its own indent, and the edge."""


@dataclass(frozen=True)
class Entry:
    """A page as it stands in the list: `group` is the heading it stands under, `mark` a word at its right."""

    id: str
    title: str
    group: str = ""
    evidence: Evidence | None = None
    mark: str = ""


def page_rows(entries: Sequence[Entry], concerning: Collection[str], *, columns: int, airy: bool) -> list[Row]:
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
    finds: Finds, withheld: Mapping[Address, Withheld], *, word: str, columns: int, height: int
) -> list[Row]:
    """The pages that speak of `word`, each with its kind, and where all fit with what it says of it.

    A thing that is `withheld` from this person says so in the place of its kind.
    """
    if not finds.found:
        return [
            Row((Cell(f"nothing speaks of {word}", "muted"),)),
            Row((Cell("esc shows all pages", "faint"),)),
        ]
    number = len(finds.found)
    told = f"{number} speak{'s' if number == 1 else ''} of {finds.mended or word}"
    rows = [Row((Cell(f"taken for {finds.mended}", "warning"),))] if finds.mended else []
    rows.append(Row((Cell(told, "muted"),)))
    lines = height - len(rows) - number
    has_room = columns >= _ROOMY and lines >= 0 and sum(bool(found.excerpt) for found in finds.found) <= lines
    for found in finds.found:
        address = found.document.address
        kind, tone = KINDS[address.shelf], "muted"
        if address in withheld:
            kind, tone = withheld[address].how, "warning"
        rows.append(Row((Cell(found.document.title, "text"), Cell(kind, tone, len(kind))), str(address)))
        if has_room and found.excerpt:
            excerpt = around(found.excerpt, finds.words, columns - _MARGIN)
            rows.append(Row((Cell("", "faint", 1), Cell(excerpt, "faint"))))
    return rows


def _row(entry: Entry, columns: int, *, concerns: bool) -> Row:
    cells = [Cell(entry.title, "text")]
    if concerns:
        mark = "about you" if columns >= _ROOMY else "you"
        cells.append(Cell(mark, "warning", len(mark)))
    if entry.mark:
        cells.append(Cell(entry.mark, "muted", len(entry.mark)))
    if entry.evidence is not None:
        cells.append(Cell(METERS[entry.evidence], "primary", 4))
    return Row(tuple(cells), entry.id)
