"""The rows of the diary: entries under the days they belong to, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec
from textual.content import Content

from coach.advice.describe import describe
from coach.model.entry import Cramp, Entry, Note
from coach.model.notation import Notation
from coach.model.text import clean
from coach.model.time_of_day import HourClock, time_of_day
from coach.tui.widgets.diary_filter import Filter
from coach.tui.widgets.entry_kinds import KIND_NAMES, Named
from coach.tui.widgets.row import Cell, Row, heading

NOTES_FROM = 100
"""From so many columns on, notes have a column of their own."""
_NOTE_WIDTH = 34
_LONGEST = 400
_KIND_WIDTH = 7


def day_name(day: date, today: date | None = None) -> str:
    """The day in words; with the year, when that is not this one."""
    year = "" if today is not None and today.year == day.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}"


def by_day(entries: Iterable[Entry]) -> list[Entry]:
    """Entries with the newest day first, and the newest first within a day."""
    return sorted(entries, key=lambda entry: (entry.day, entry.moment, entry.logged, entry.id), reverse=True)


def notes_on(entries: Iterable[Entry]) -> dict[str, list[Note]]:
    """The notes about entries, by the entry's id, oldest first."""
    notes: dict[str, list[Note]] = {}
    for entry in by_day(entries):
        if isinstance(entry, Note) and entry.of:
            notes.setdefault(entry.of, []).insert(0, entry)
    return notes


def diary_rows(
    entries: Sequence[Entry], *, only: Filter, today: date, notation: Notation, columns: int
) -> tuple[Row, ...]:
    """A heading for each day and a row for each entry that `only` shows."""
    notes = notes_on(entries)
    known = {entry.id: entry for entry in entries}
    rows: list[Row] = []
    day: date | None = None
    for entry in by_day(entries):
        if not only.shows(entry, notes.get(entry.id, [])):
            continue
        if entry.day != day:
            if rows:
                rows.append(Row())
            day = entry.day
            rows.append(heading(day_name(day, today)))
        rows.append(_row(entry, notes.get(entry.id, []), known, notation, columns))
    return tuple(rows)


def filter_line(only: Filter, shown: int, since: date, today: date) -> Content:
    """What is shown, how much of it and since when, and the keys that change it."""
    if not shown and only.is_open:
        return Content.styled(only.said(), "bold")
    keys = [("/", "$primary"), (" find   ", "$muted"), ("f", "$primary"), (" next kind", "$muted")]
    if not only.is_open:
        keys = [("esc", "$primary"), (" all   ", "$muted"), *keys]
    counted = f"   {shown} since {day_name(since, today).partition(' ')[2]}      "
    return Content.assemble((only.said(), "bold"), (counted, "$muted"), *keys)


def nothing_yet(only: Filter) -> str:
    """What to say where no entry is."""
    if not only.is_open:
        return f"{only.said()}: nothing here.\n\nesc shows everything again."
    return (
        "Nothing here yet.\n\n"
        "What you log will stand here, newest first: cramps, nights, drinks, foods, ticks, stretches and notes. "
        "You can mend or delete each of them later.\n\n"
        "w logs a drink, 1 is the day's list, and c helps with a cramp and logs it when it has let go."
    )


def _row(entry: Entry, notes: list[Note], known: Mapping[str, Entry], notation: Notation, columns: int) -> Row:
    name = KIND_NAMES.get(entry.kind, Named(entry.kind, entry.kind, "muted"))
    what, note = _words(entry, notes, known, notation)
    cells = [
        Cell(_time(entry, notation.clock), "muted", notation.clock.width, right=True),
        Cell(name.one, name.tone, _KIND_WIDTH),
    ]
    if columns >= NOTES_FROM:
        return Row((*cells, Cell(what), Cell(note, "muted", _NOTE_WIDTH)), entry.id)
    return Row((*cells, Cell("; ".join(part for part in (what, note) if part))), entry.id)


def _words(entry: Entry, notes: list[Note], known: Mapping[str, Entry], notation: Notation) -> tuple[str, str]:
    """What the entry says, and what was noted about it."""
    noted = [note.text for note in notes]
    match entry:
        case Cramp():
            said = [part for part in (entry.note, *noted) if part]
            return describe(msgspec.structs.replace(entry, note=""), notation.units), _short("; ".join(said))
        case Note() if entry.of:
            about = known.get(entry.of)
            named = (
                f"the {KIND_NAMES[about.kind].one} {_time(about, notation.clock)}".strip() if about else "an entry"
            )
            return f"{_short(entry.text)} (about {named})", _short("; ".join(noted))
        case _:
            return _short(describe(entry, notation.units)), _short("; ".join(noted))


def _short(text: str) -> str:
    """No more of a text than a row can show, however wide the terminal."""
    return clean(text[:_LONGEST])


def _time(entry: Entry, clock: HourClock) -> str:
    """The time of day; none for what was written on another day than it is about."""
    if entry.at is None or not 0 <= (entry.at.date() - entry.day).days <= 1:
        return ""
    return time_of_day(entry.at, clock)
