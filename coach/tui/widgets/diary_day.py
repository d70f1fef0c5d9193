"""The rows of one day: its cramps, what was drunk, eaten and stretched, and the day before a cramp."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import timedelta

from textual.content import Content

from coach.advice.describe import describe
from coach.advice.history import DayHistory
from coach.advice.marks import is_mark
from coach.model.amount import format_amount
from coach.model.entry import Cramp, Drink, Eat, Entry, Night, Note, Session, Tick
from coach.model.notation import Notation
from coach.model.time_of_day import time_of_day
from coach.tui.widgets.diary_rows import day_name
from coach.tui.widgets.diary_tables import day_id
from coach.tui.widgets.diary_words import counted, cramp_words, stretch_words
from coach.tui.widgets.row import Cell, Row, heading

_LONGEST = 400


def entries_of(day: DayHistory, around: Iterable[Entry]) -> list[Entry]:
    """The entries that stand with a day: its own, its cramps, and the answers about the night after it."""
    cramps = {cramp.id for cramp in day.logged}
    next_day = day.day + timedelta(days=1)
    return [
        entry
        for entry in around
        if entry.id in cramps
        or (isinstance(entry, Night) and entry.day == next_day)
        or (entry.day == day.day and not isinstance(entry, Cramp | Night))
    ]


def day_rows(
    day: DayHistory, before: DayHistory, around: Sequence[Entry], stretches: Container[str], notation: Notation
) -> tuple[Row, ...]:
    """The day's entries in groups, each in the order it happened; before a cramp, the day before in short.

    `stretches` are the items of the checklist that are done by stretching.
    """
    own = entries_of(day, around)
    groups: dict[str, list[Entry]] = {"": [], "about": [], "drunk": [], "eaten": [], "stretched": [], "also": []}
    for entry in own:
        groups[_group(entry, stretches)].append(entry)
    drunk = "" if day.water_ml is None else format_amount(day.water_ml, notation.units)
    stretched = stretch_words(day.stretched_s, day.stretches)
    rows = [
        heading("Cramps"),
        *([] if groups[""] else [_said("not answered, neither yes nor no")]),
        *(_row(entry, notation) for entry in groups[""]),
        *_grouped("The day", "", groups["about"], "not said what it was like", notation),
        *_grouped("Drunk", drunk, groups["drunk"], "no drink logged", notation),
        *_grouped("Eaten", "", groups["eaten"], "no food logged", notation),
        *_grouped("Stretched", stretched, groups["stretched"], "no stretch logged", notation),
        *(_grouped("Also", "", groups["also"], "", notation) if groups["also"] else ()),
    ]
    if day.cramps:
        rows += _before(before, entries_of(before, around), notation)
    return tuple(rows)


def day_title(day: DayHistory) -> Content:
    """Which day it is, and the way back."""
    return Content.assemble(
        (day_name(day.day), "bold"),
        ("\nand the night after it      ", "$muted"),
        ("esc", "$primary"),
        (" back", "$muted"),
    )


def _group(entry: Entry, stretches: Container[str]) -> str:
    match entry:
        case Cramp() | Night():
            return ""
        case Drink():
            return "drunk"
        case Eat():
            return "eaten"
        case Session():
            return "stretched"
        case Tick():
            return "about" if is_mark(entry) else "stretched" if entry.item in stretches else "also"
        case _:
            return "also"


def _grouped(name: str, total: str, entries: Sequence[Entry], nothing: str, notation: Notation) -> list[Row]:
    rows = [_row(entry, notation) for entry in entries] or [_said(nothing)]
    return [Row(), Row((Cell(name.upper(), "heading", 9), Cell(total, "muted"))), *rows]


def _row(entry: Entry, notation: Notation) -> Row:
    at = time_of_day(entry.at, notation.clock) if entry.at is not None else ""
    tone = {"cramp": "accent", "drink": "text"}.get(entry.kind, "text")
    return Row(
        (Cell(at, "muted", notation.clock.width, right=True), Cell(_words(entry, notation), tone)), entry.id
    )


def _words(entry: Entry, notation: Notation) -> str:
    match entry:
        case Night():
            return f"answered the next day: {counted(entry.cramps, 'cramp')}"
        case Note():
            return f"note: {entry.text[:_LONGEST]}"
        case _:
            return describe(entry, notation.units)[:_LONGEST]


def _said(words: str) -> Row:
    return Row((Cell("", width=5), Cell(words, "muted")))


def _before(before: DayHistory, entries: Sequence[Entry], notation: Notation) -> list[Row]:
    """The day before in short, in rows that open it."""
    drinks = [entry for entry in entries if isinstance(entry, Drink)]
    foods = dict.fromkeys(entry.label for entry in entries if isinstance(entry, Eat))
    sessions = dict.fromkeys(entry.title for entry in entries if isinstance(entry, Session))
    drunk = "nothing logged" if before.water_ml is None else format_amount(before.water_ml, notation.units)
    stretched = stretch_words(before.stretched_s, before.stretches)
    about = [entry.label for entry in entries if isinstance(entry, Tick) and is_mark(entry)]
    facts = {
        "cramps": cramp_words(before),
        "the day": ", ".join(about)[:_LONGEST] or "not said",
        "drunk": f"{drunk} in {counted(len(drinks), 'drink')}" if drinks else drunk,
        "eaten": ", ".join(foods)[:_LONGEST] or "nothing logged",
        "stretched": ", ".join(filter(None, [stretched, *sessions]))[:_LONGEST] or "nothing logged",
    }
    rows = [
        Row((Cell(name, "muted", 9), Cell(fact)), day_id(before.day) if name == "cramps" else None)
        for name, fact in facts.items()
    ]
    return [Row(), heading(f"The day before, {day_name(before.day, before.day)}"), *rows]
