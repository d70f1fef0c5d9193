"""What goes to the terminal: text without control characters, aligned and wrapped."""

from __future__ import annotations

import re
import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

import click
import msgspec

from coach.model.text import clean

NARROWEST, WIDEST = 40, 100
WIDEST_COLUMN = 60
_QUANTITY = re.compile(r"(\d) (?=(?:s|min|h|ml|l|mg|g)\b)")


def say(line: str = "", *, indent: int = 0) -> None:
    """One answer on stdout, shown as typed but for control characters."""
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
    lead = " " * indent + first
    text = _QUANTITY.sub("\\1\u00a0", clean(text))
    width = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
    lines = textwrap.wrap(
        text, width, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
    )
    for line in lines or [lead.rstrip()]:
        click.echo(line.replace("\u00a0", " "))


def table(rows: Iterable[Sequence[str]], *, indent: int = 0) -> None:
    """Rows in columns as wide as their widest cell; the last column runs free."""
    cells = [[clean(cell) for cell in row] for row in rows]
    widths = [min(max(map(_cells, column)), WIDEST_COLUMN) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = [cell + " " * (width - _cells(cell)) for cell, width in zip(row, widths, strict=True)]
        click.echo((" " * indent + "  ".join(padded)).rstrip())


def _cells(text: str) -> int:
    """How many terminal cells `text` takes."""
    return sum(
        0 if unicodedata.combining(char) or char in "‌‍" else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
