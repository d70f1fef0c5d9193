"""The pictures of the diary as tables, for a screen reader and for exact numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.advice.history import DayHistory, SiteHistory, WeekHistory
from coach.model.amount import Unit, format_amount
from coach.model.entry import Side, Site
from coach.tui.widgets.diary_words import cramp_words, stretch_words
from coach.tui.widgets.row import Cell, Row

_DAY = "day:"
_FIRST, _SITE = 15, 12
"""The columns of what a row is about: a day, or a site."""
_REST = Cell("")


def day_id(day: date) -> str:
    """The id of the row that opens a day."""
    return f"{_DAY}{day}"


def day_of_row(row: str | None) -> date | None:
    """The day that a row opens; None for a row that opens none."""
    return date.fromisoformat(row.removeprefix(_DAY)) if row is not None and row.startswith(_DAY) else None


def site_id(site: Site) -> str:
    """The id of the row of a site, which opens the last day with a cramp there."""
    return f"site:{site}"


def day_table(days: Sequence[DayHistory], unit: Unit) -> tuple[Row, ...]:
    """A row for each day, the newest first."""
    head = _head("Day", ("cramps", 14), ("water", 10), ("stretching", 11))
    return (head, *(_day(day, unit) for day in reversed(days)))


def week_table(weeks: Sequence[WeekHistory], unit: Unit, columns: int) -> tuple[Row, ...]:
    """A row for each week, the newest first; medians are of the cramps that say so."""
    wide = columns >= 72
    head = _head(
        "Week from",
        ("cramps", 6),
        ("answered", 8),
        ("pain", 4),
        ("min", 4),
        *((("water", 10), ("stretching", 11)) if wide else ()),
    )
    return (head, *(_week(week, unit, wide=wide) for week in reversed(weeks)))


def site_table(sites: Sequence[SiteHistory]) -> tuple[Row, ...]:
    """A row for each site, the most frequent first, with its cramps by side."""
    head = _head(
        "Where", ("left", 4), ("right", 5), ("both", 4), ("not said", 8), ("pain", 4), ("min", 4), first=_SITE
    )
    return (head, *(_site(one) for one in sites))


def _head(name: str, *columns: tuple[str, int], first: int = _FIRST) -> Row:
    """The names of the columns; like the rows under it, but the cursor steps over it."""
    cells = [Cell(column, "muted", width, right=True) for column, width in columns]
    return Row((Cell(name.upper(), "heading", first), *cells, _REST))


def _day(day: DayHistory, unit: Unit) -> Row:
    tone = "muted" if day.cramps is None else "accent" if day.cramps else "good"
    water = "" if day.water_ml is None else format_amount(day.water_ml, unit)
    return Row(
        (
            Cell(f"{day.day:%a} {day.day.day:>2} {day.day:%b} {day.day.year}", width=_FIRST),
            Cell(cramp_words(day), tone, 14, right=True),
            Cell(water, "water", 10, right=True),
            Cell(stretch_words(day.stretched_s, day.stretches), "primary", 11, right=True),
            _REST,
        ),
        day_id(day.day),
    )


def _week(week: WeekHistory, unit: Unit, *, wide: bool) -> Row:
    water = "" if week.water_ml is None else format_amount(week.water_ml, unit)
    more = (
        (
            Cell(water, "water", 10, right=True),
            Cell(stretch_words(week.stretched_s, week.stretches), "primary", 11, right=True),
        )
        if wide
        else ()
    )
    return Row(
        (
            Cell(f"{week.first.day:>2} {week.first:%b} {week.first.year}", width=_FIRST),
            Cell(f"{week.cramps}" if week.answered else "–", "accent" if week.cramps else "muted", 6, right=True),
            Cell(f"{week.answered} of {week.days}", "muted", 8, right=True),
            _number(week.pain),
            _number(week.minutes),
            *more,
            _REST,
        ),
        day_id(week.first),
    )


def _site(one: SiteHistory) -> Row:
    def side(side: Side | None, width: int) -> Cell:
        count = one.sides.get(side, 0)
        return Cell(f"{count}", "text" if count else "faint", width, right=True)

    sides = (side(Side.LEFT, 4), side(Side.RIGHT, 5), side(Side.BOTH, 4), side(None, 8))
    name = Cell(one.site.replace("-", " "), width=_SITE)
    return Row((name, *sides, _number(one.pain), _number(one.minutes), _REST), site_id(one.site))


def _number(value: float | None) -> Cell:
    return Cell(
        "–" if value is None else f"{round(value, 1):g}", "muted" if value is None else "text", 4, right=True
    )
