"""What goes to the terminal: text without control characters, aligned and wrapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import click
import msgspec

from coach.cli.plain import in_words, is_plain
from coach.model.text import clean

NARROWEST, WIDEST = 40, 100
WIDEST_COLUMN = 60
_QUANTITY = r"(\d) (?=(?:s|min|h|ml|l|mg|g)\b)"


def say(line: str = "", *, indent: int = 0) -> None:
    """One answer on stdout, shown as typed but for control characters."""
    if is_plain():
        click.echo("\n".join(in_words(part) for part in clean(line, lines=True).split("\n")))
        return
    click.echo(" " * indent + clean(line, lines=True) if line else "")


def complain(message: str, hint: str = "") -> None:
    """What is wrong and how to mend it, on stderr."""
    click.echo(f"coach: {clean(message)}", err=True)
    if hint:
        click.echo(clean(hint, lines=True), err=True)


def print_json(value: object) -> None:
    """A value for programs, on one line of stdout."""
    click.echo(msgspec.json.encode(value))


def paragraph(text: str, *, indent: int = 0, first: str = "") -> None:
    """Text wrapped to the terminal; the first line begins with `first`, the others stand below its end."""
    if is_plain():
        named = first.strip(" -")
        click.echo(in_words(clean(f"{named}{':' if named[-1:].isalpha() else ''} {text}" if named else text)))
        return
    import shutil
    import textwrap

    lead = " " * indent + first
    text = re.sub(_QUANTITY, "\\1\u00a0", clean(text))
    width = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
    lines = textwrap.wrap(
        text, width, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
    )
    for line in lines or [lead.rstrip()]:
        click.echo(line.replace("\u00a0", " "))


def table(rows: Iterable[Sequence[str]], *, head: Sequence[str] = (), indent: int = 0) -> None:
    """Rows in columns as wide as their widest cell, the last one free; a sentence each when plain.

    `head` names the columns; the first two of them need no name when they are heard.
    """
    cells = [[clean(cell) for cell in row] for row in rows]
    if is_plain():
        for row in cells:
            click.echo(_sentence(cell if not name else f"{name} {cell}" for cell, name in _named(row, head)))
        return
    cells = [*([list(head)] if head else []), *cells]
    widths = [min(max(map(_cells, column)), WIDEST_COLUMN) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = [cell + " " * (width - _cells(cell)) for cell, width in zip(row, widths, strict=True)]
        click.echo((" " * indent + "  ".join(padded)).rstrip())


def _named(row: Sequence[str], head: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each cell that says something, with the name of its column."""
    names = ["", "", *head[2:]] if head else [""] * len(row)
    return ((cell.strip(), name) for cell, name in zip(row, names, strict=True) if cell.strip())


def _sentence(parts: Iterable[str]) -> str:
    """Parts after each other, as they are: ids and keys are typed in small letters."""
    said = in_words(", ".join(parts)).rstrip(" ,")
    return said if said[-1:] in ".?!" else f"{said}."


def _cells(text: str) -> int:
    """How many terminal cells `text` takes."""
    return sum(
        0 if unicodedata.combining(char) or char in "‌‍" else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
