"""The row of what was drunk on Today, and what is said under it."""

from __future__ import annotations

import textwrap

from coach.advice.water import WaterView
from coach.model.amount import Unit, format_amount
from coach.model.keymap import Keymap
from coach.tui.widgets.row import Cell, Row, Spans

LABEL = 10
WATER = "water"
NOTES_FROM = 66
"""The columns from which a row has room for a note."""
WIDE = 76
AROUND = 8
"""What the cursor's mark and the space between three cells take; each further one takes two more."""
_AMOUNT = {Unit.ML: 7, Unit.LITRE: 7, Unit.OUNCE: 8, Unit.PINT: 10}
"""The columns of what was drunk."""
_BAR_WIDE, _BAR_NARROW, _BAR_LEAST = 18, 8, 6
_EIGHTHS = " ▏▎▍▌▋▊▉"


def water_row(water: WaterView, usual: str, unit: Unit, columns: int, keys: Keymap) -> Row:
    """What was drunk beside the goal or the limit, and the key that drinks the `usual` vessel."""
    drink: Spans = ((keys.shown("app.drink"), "primary"), (f" +{usual}", "faint"))
    cells = [Cell("Water", "strong", LABEL), Cell(format_amount(water.ml, unit), "text", _AMOUNT[unit])]
    most = water.goal_ml or water.limit_ml
    if most is None:
        cells.append(Cell(water.why, "faint"))
    else:
        around = LABEL + _AMOUNT[unit] + AROUND + (length_of(drink) + 2 if columns >= NOTES_FROM else 0) + 2
        said, width = _beside_bar(water, most, unit, columns - around)
        width = min(width, _BAR_WIDE if columns >= WIDE else _BAR_NARROW)
        cells.append(Cell(_bar(water, most, width), width=width))
        cells.append(Cell(said, "warning" if _is_over(water) else "muted"))
    cells.append(Cell(drink, width=length_of(drink), from_columns=NOTES_FROM))
    return Row(tuple(cells), WATER)


def water_words(water: WaterView, columns: int) -> list[Row]:
    """What is said about drinking in the place of a push, under the row."""
    width = max(20, columns - LABEL - 7)
    return [
        Row((Cell("", width=LABEL), Cell(line, "muted"))) for line in textwrap.wrap(water.caution or "", width)
    ]


def _beside_bar(water: WaterView, most: float, unit: Unit, room: int) -> tuple[str, int]:
    """What stands beside the bar, and the cells that the bar has of the `room` for both.

    The bar gives way first, then the unit, which stands with what was drunk already.
    """
    said = _goal_or_limit(water, format_amount(most, unit), unit)
    if len(said) + _BAR_LEAST > room:
        said = _goal_or_limit(water, format_amount(most, unit).partition(" ")[0], unit)
    return said, max(_BAR_LEAST, room - len(said))


def _goal_or_limit(water: WaterView, most: str, unit: Unit) -> str:
    if water.limit_ml is None:
        return ", ".join(part for part in (most, water.why) if part)
    if _is_over(water):
        return f"{format_amount(water.ml - water.limit_ml, unit)} over your limit"
    return f"at most {most}"


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


def length_of(spans: Spans) -> int:
    """The characters of a cell's spans."""
    return sum(len(text) for text, _ in spans)
