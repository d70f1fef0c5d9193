"""The weeks of a report as a bar chart in SVG, readable in black and white and told in words besides."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from coach.exchange.report import Week

WIDTH, HEIGHT = 720, 118
_LEFT, _TOP, _BOTTOM = 26, 16, 20
_DAYS = 7
NARROWEST_TOLD = 24
"""A bar this wide has room for its numbers."""


def chart(weeks: Sequence[Week]) -> str:
    """An SVG element: for each week days with a cramp (dark) on days that were answered (a box)."""
    step = (WIDTH - _LEFT) / max(1, len(weeks))
    every = max(1, round(len(weeks) / 13))
    bars = "".join(_bar(week, place, step, labelled=place % every == 0) for place, week in enumerate(weeks))
    lines = "".join(_line(days) for days in (0, 3.5, 7))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(_told(weeks))}">{lines}{bars}</svg>'
    )


def _told(weeks: Sequence[Week]) -> str:
    return "Days with a cramp of the days answered, by week: " + ", ".join(
        f"{week.first} {week.cramp_days} of {week.answered}" for week in weeks
    )


def _y(days: float) -> float:
    return round(HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * days / _DAYS, 1)


def _line(days: float) -> str:
    label = f'<text class="axis" x="{_LEFT - 5}" y="{_y(days) + 3}" text-anchor="end">{days:g}</text>'
    line = f'<line class="grid" x1="{_LEFT}" x2="{WIDTH}" y1="{_y(days)}" y2="{_y(days)}"/>'
    return line + (label if days == int(days) else "")


def _bar(week: Week, place: int, step: float, *, labelled: bool) -> str:
    x, wide = round(_LEFT + place * step + step * 0.15, 1), round(step * 0.7, 1)
    middle = round(x + wide / 2, 1)
    parts = []
    for kind, days in (("answered", week.answered), ("cramps", week.cramp_days)):
        if days:
            high = round(_y(0) - _y(days), 1)
            parts.append(f'<rect class="{kind}" x="{x}" y="{_y(days)}" width="{wide}" height="{high}"/>')
    said = f"{week.cramp_days}/{week.answered}" if week.answered else "?"
    if step >= NARROWEST_TOLD:
        top = _y(week.answered) - 3
        parts.append(f'<text class="value" x="{middle}" y="{top}" text-anchor="middle">{said}</text>')
    if labelled:
        date = f"{week.first.day} {week.first:%b}"
        parts.append(f'<text class="axis" x="{middle}" y="{HEIGHT - 6}" text-anchor="middle">{date}</text>')
    return "".join(parts)
