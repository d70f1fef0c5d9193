"""The rows of Today, made from the day's view."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from coach.advice.checklist import ItemView
from coach.advice.marks import MarksView
from coach.advice.today import TodayView
from coach.model.amount import Unit
from coach.model.keymap import AS_GIVEN, Keymap
from coach.tui.text import one_line
from coach.tui.widgets.row import Cell, Row, Spans, heading
from coach.tui.widgets.water_row import AROUND, LABEL, NOTES_FROM, WIDE, length_of, water_row, water_words

NIGHT, NEXT, MARKS = "night", "next", "marks"
_PINNED = 5
_ABOUT = 14
_NEXT_KEYS = (("today.start", " start "), ("today.why", " why "), ("today.not_now", " not now"))
_TELLING = 16
"""So many cells of a reason still say something."""
_UNANSWERED = "the safety questions"
"""How the name begins of what holds until they are answered; it is too long for a row."""


def today_rows(
    view: TodayView,
    *,
    usual: str,
    unit: Unit,
    minutes: Mapping[str, int],
    columns: int,
    lines: int,
    keys: Keymap = AS_GIVEN,
) -> tuple[Row, ...]:
    """All rows of the day; `usual` is what one key press drinks, `minutes` the length of each routine.

    The first ones are pinned: last night, water and what comes next, with air between them. There is air
    between the groups too when the `lines` allow it.
    """
    said = water_words(view.water, columns)
    rows = [
        _night(view, keys),
        water_row(view.water, usual, unit, columns, keys),
        *said,
        Row(),
        _next(view, columns, keys),
        Row(),
    ]
    pinned = len(rows)
    for group in view.groups:
        items = [item for item in view.items if item.group == group.id]
        if items:
            rows.append(heading(group.name))
            rows.extend(_items(items, minutes, columns, has_targets=view.has_targets))
    about = len(rows)
    rows.append(_marks(view.marks, keys))
    if view.notes:
        rows.append(heading("Notes"))
        rows.extend(Row((Cell(note, "muted"),)) for note in view.notes)
    spaces = sum(row.is_heading for row in rows[pinned:]) - 1
    if len(rows) + spaces < lines:
        rows.insert(about, Row())
        rows = [spaced for row in rows for spaced in ((Row(), row) if row.is_heading else (row,))]
        del rows[pinned]
    return tuple(rows)


def pinned_rows(view: TodayView, columns: int) -> int:
    """How many of the rows never scroll away."""
    return _PINNED + len(water_words(view.water, columns))


def _night(view: TodayView, keys: Keymap) -> Row:
    if view.night is None:
        key: Spans = (("   ", "faint"), (keys.shown("today.no_cramp"), "primary"), (" no cramp", "faint"))
        said: Spans = (("· ", "faint"), ("not answered", "muted"), *key)
    elif view.night.cramps == 0:
        said = (("✓ ", "good"), ("no cramp", "muted"))
    else:
        said = (("● ", "accent"), (_counted(view.night.cramps, "cramp"), "text"))
    cells = [Cell("Last night", "strong", LABEL), Cell(said)]
    if view.trend.last or view.trend.before:
        trend = f"{_counted(view.trend.last, 'cramp')} in 14 days, before that {view.trend.before}"
        cells.append(Cell(trend, "muted", len(trend), from_columns=WIDE))
    return Row(tuple(cells), NIGHT)


def _marks(marks: MarksView, keys: Keymap) -> Row:
    """What is said about the day, or what may be."""
    if marks.so:
        names = ", ".join(f"{mark.name[0].lower()}{mark.name[1:]}" for mark in marks.so)
        looked: Spans = (("✓  ", "good"), (names, "muted"))
        said = looked if marks.looked else (("·  ", "faint"), (f"{names}; anything else?", "muted"))
    elif marks.looked:
        said = (("✓  ", "good"), ("nothing out of the ordinary", "muted"))
    else:
        said = (("·  ", "faint"), ("hot, hard work, long sitting, alcohol …", "faint"))
    key = keys.shown("today.marks")
    return Row(
        (Cell("About this day", "muted", _ABOUT), Cell(said), Cell(((key, "primary"),), width=len(key))), MARKS
    )


def _next(view: TodayView, columns: int, keymap: Keymap) -> Row:
    head = "Next" if view.skipped is None else "Day off"
    if view.skipped is not None and view.next is None:
        reason = f": {view.skipped}" if view.skipped else ""
        return Row((Cell("Day off", "strong", LABEL), Cell(f"nothing is asked of you{reason}", "muted")))
    if view.next is None:
        said = "nothing more for now" if view.is_today else "this day is over; you can still change it"
        return Row((Cell("Next", "strong", LABEL), Cell(said, "faint")))
    keys = _spans((keymap.shown(action), name) for action, name in _NEXT_KEYS)
    if columns < WIDE or len(view.next.text) > columns - LABEL - AROUND - length_of(keys):
        keys = _spans((keymap.shown(action), " ") for action, _ in _NEXT_KEYS)
    width = length_of(keys)
    return Row((Cell(head, "strong", LABEL), Cell(view.next.text, "accent"), Cell(keys, width=width)), NEXT)


def _spans(keys: Iterable[tuple[str, str]]) -> Spans:
    return tuple(span for key, name in keys for span in ((key, "primary"), (name, "faint")))


def _items(items: Iterable[ItemView], minutes: Mapping[str, int], columns: int, *, has_targets: bool) -> list[Row]:
    """The items of a group; the words of one that is offered in other words stand under it, and only once."""
    rows: list[Row] = []
    said: set[str] = set()
    for item in items:
        if item.withheld:
            rows.append(_withheld(item, item.withheld, columns))
            continue
        rows.append(_item(item, minutes, has_targets=has_targets))
        if item.caution and item.caution not in said:
            said.add(item.caution)
            lines = textwrap.wrap(item.caution, max(20, columns - 7))
            rows.extend(Row((Cell("", width=1), Cell(line, "muted"))) for line in lines)
    return rows


def _withheld(item: ItemView, why: str, columns: int) -> Row:
    """The row of what is not offered: its mark, and the reason as far as there is room for it."""
    mark, how = ("?", "ask first") if item.asks_about else ("–", "withheld")
    reason = _short(how, why.partition(". ")[0].partition(": ")[2], columns - len(item.label) - 9)
    return Row(
        (Cell(mark, "warning", 1), Cell(item.label, "muted"), Cell(reason, "warning", len(reason))), item.id
    )


def _short(how: str, name: str, room: int) -> str:
    """`ask first: kidney disease` in the words there is room for: without examples, then cut, then without it."""
    if name.startswith(_UNANSWERED):
        name = "not answered yet"
    for reason in (f"{how}: {name}", f"{how}: {name.partition(' (')[0]}"):
        if len(reason) <= room:
            return reason
    if room >= len(how) + _TELLING:
        return one_line(f"{how}: {name}", room).rstrip()
    return how if len(how) <= room else ""


def _item(item: ItemView, minutes: Mapping[str, int], *, has_targets: bool) -> Row:
    has_target = has_targets and not item.caution
    if item.done or (item.amount and not has_target):
        mark, tone, label = "✓", "good", "muted"
    elif item.amount:
        mark, tone, label = "◐", "warning", "text"
    else:
        mark, tone, label = "·", "faint", "text"
    return Row(
        (
            Cell(mark, tone, 1),
            Cell(item.label, label),
            Cell(_amount(item, minutes, has_target=has_target), "muted", 6, right=True),
            Cell(item.note, "muted", 14, from_columns=NOTES_FROM),
            Cell(item.evidence, "faint", 9, from_columns=WIDE),
        ),
        item.id,
    )


def _amount(item: ItemView, minutes: Mapping[str, int], *, has_target: bool) -> str:
    if has_target and (item.target > 1 or item.amount > 1):
        return f"{item.amount:g} of {item.target}"
    if item.amount > 1:
        return f"{item.amount:g}x"
    return f"{minutes[item.routine]} min" if item.routine and item.routine in minutes else ""


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
