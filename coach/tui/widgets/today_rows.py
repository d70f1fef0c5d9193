"""The rows of Today, made from the day's view."""

from __future__ import annotations

from collections.abc import Mapping

from coach.advice.checklist import ItemView
from coach.advice.today import TodayView
from coach.advice.water import WaterView
from coach.model.amount import Unit, format_amount
from coach.tui.widgets.row_list import Cell, Row, Spans, heading

NIGHT, WATER, NEXT = "night", "water", "next"
PINNED = 5
_LABEL = 10
_BAR_WIDE, _BAR_NARROW = 18, 8
_WIDE = 76
_NOTES = 66
_EIGHTHS = " ▏▎▍▌▋▊▉"


def today_rows(
    view: TodayView, *, usual: str, unit: Unit, minutes: Mapping[str, int], columns: int, lines: int
) -> tuple[Row, ...]:
    """All rows of the day; `usual` is what one key press drinks, `minutes` the length of each routine.

    The first five are pinned: last night, water and what comes next, with air between them. There is air
    between the groups too when the `lines` allow it.
    """
    rows = [_night(view), _water(view.water, usual, unit, columns), Row(), _next(view, columns), Row()]
    for group in view.groups:
        items = [item for item in view.items if item.group == group.id]
        if items:
            rows.append(heading(group.name))
            rows.extend(_item(item, minutes) for item in items)
    if view.notes:
        rows.append(heading("Notes"))
        rows.extend(Row((Cell(note, "muted"),)) for note in view.notes)
    spaces = sum(row.is_heading for row in rows[PINNED:]) - 1
    if len(rows) + spaces <= lines:
        rows = [spaced for row in rows for spaced in ((Row(), row) if row.is_heading else (row,))]
        del rows[PINNED]
    return tuple(rows)


def _night(view: TodayView) -> Row:
    if view.night is None:
        said: Spans = (("· ", "faint"), ("not answered", "muted"), ("  space: no cramp", "faint"))
    elif view.night.cramps == 0:
        said = (("✓ ", "good"), ("no cramp", "muted"))
    else:
        said = (("● ", "accent"), (_counted(view.night.cramps, "cramp"), "text"))
    cells = [Cell("Last night", "strong", _LABEL), Cell(said)]
    if view.trend.last or view.trend.before:
        trend = f"{_counted(view.trend.last, 'cramp')} in 14 days, before that {view.trend.before}"
        cells.append(Cell(trend, "muted", len(trend), from_columns=_WIDE))
    return Row(tuple(cells), NIGHT)


def _water(water: WaterView, usual: str, unit: Unit, columns: int) -> Row:
    cells = [Cell("Water", "strong", _LABEL), Cell(format_amount(water.ml, unit), "text", 7)]
    most = water.goal_ml or water.limit_ml
    if most is None:
        cells.append(Cell(water.why, "faint"))
    else:
        width = _BAR_WIDE if columns >= _WIDE else _BAR_NARROW
        cells.append(Cell(_bar(water, most, width), width=width))
        joined = ", ".join(part for part in (format_amount(most, unit), water.why) if part)
        cells.append(Cell(joined, "warning" if _is_over(water) else "muted"))
    cells.append(Cell((("w", "primary"), (f" +{usual}", "faint")), width=len(usual) + 3, from_columns=_NOTES))
    return Row(tuple(cells), WATER)


def _is_over(water: WaterView) -> bool:
    return water.limit_ml is not None and water.ml > water.limit_ml


def _bar(water: WaterView, most: float, width: int) -> Spans:
    """What was drunk in eighths of a cell, the rest dotted, and a thin mark where the pace would be by now."""
    eighths = min(width * 8, round(water.ml / most * width * 8))
    full, part = divmod(eighths, 8)
    filled = "█" * full + (_EIGHTHS[part] if part else "")
    rest = list("·" * (width - len(filled)))
    if water.pace_ml is not None:
        at = min(width - 1, int(water.pace_ml / most * width)) - len(filled)
        if at >= 0:
            rest[at] = "┊"
    return ((filled, "accent" if _is_over(water) else "water"), ("".join(rest), "faint"))


def _next(view: TodayView, columns: int) -> Row:
    if view.skipped is not None:
        reason = f": {view.skipped}" if view.skipped else ""
        return Row((Cell("Day off", "strong", _LABEL), Cell(f"nothing is asked of you{reason}", "muted")))
    if view.next is None:
        said = "nothing more for now" if view.is_today else "this day is over; you can still change it"
        return Row((Cell("Next", "strong", _LABEL), Cell(said, "faint")))
    named = (
        (("s", " start "), ("y", " why "), ("x", " not now"))
        if columns >= _WIDE
        else zip("syx", "   ", strict=True)
    )
    keys = tuple(span for key, name in named for span in ((key, "primary"), (name, "faint")))
    width = sum(len(text) for text, _ in keys)
    return Row((Cell("Next", "strong", _LABEL), Cell(view.next.text, "accent"), Cell(keys, width=width)), NEXT)


def _item(item: ItemView, minutes: Mapping[str, int]) -> Row:
    if item.withheld:
        mark, tone, label = "–", "faint", "faint"
    elif item.done:
        mark, tone, label = "✓", "good", "muted"
    elif item.amount:
        mark, tone, label = "◐", "warning", "text"
    else:
        mark, tone, label = "·", "faint", "text"
    return Row(
        (
            Cell(mark, tone, 1),
            Cell(item.label, label),
            Cell(_amount(item, minutes), "muted", 6, right=True),
            Cell(
                "withheld" if item.withheld else item.note,
                "warning" if item.withheld else "muted",
                14,
                from_columns=_NOTES,
            ),
            Cell(item.evidence, "faint", 9, from_columns=_WIDE),
        ),
        item.id,
    )


def _amount(item: ItemView, minutes: Mapping[str, int]) -> str:
    if item.target > 1 or item.amount > 1:
        return f"{item.amount:g} of {item.target}"
    return f"{minutes[item.routine]} min" if item.routine and item.routine in minutes else ""


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
