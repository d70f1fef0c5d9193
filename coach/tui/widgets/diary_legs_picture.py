"""The picture of the legs, over a quarter or a year."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from coach.advice.history import DayHistory, Measure, SiteHistory, sites_of
from coach.model.notation import Notation
from coach.tui.text import plain
from coach.tui.widgets.diary_legs import LegMap, beside
from coach.tui.widgets.diary_picture import Days, Picture
from coach.tui.widgets.diary_tables import site_id, site_table
from coach.tui.widgets.diary_words import site_line, title_of_sites
from coach.tui.widgets.row import Row

_LENGTHS = {91: "a year", 364: "a quarter"}
"""How many days may be shown, and what the other length is called."""


class LegsPicture(Picture):
    """The sites on a pair of legs, over a quarter or a year."""

    DEFAULT_CSS = """
    LegsPicture { .detail { height: 1; } }
    """

    _days: Days = MappingProxyType({})
    _begins = _today = _ends = date(2000, 1, 1)
    _length = min(_LENGTHS)

    def compose(self) -> ComposeResult:
        yield LegMap()
        yield Static(classes="below detail", markup=False)

    def place(self, begins: date, today: date, week_starts: int) -> None:  # noqa: ARG002
        was_today = self._ends >= self._today
        self._begins, self._today = min(begins, today), today
        self._ends = today if was_today else min(today, self._ends)

    @property
    def span(self) -> tuple[date, date]:
        return max(self._begins, self._ends - timedelta(days=self._length - 1)), self._ends

    @property
    def day(self) -> date | None:
        return max((day.day for day in self._shown() if day.logged), default=None)

    def day_at(self, row: str) -> date | None:
        with_it = (day.day for day in self._shown() for cramp in day.logged if site_id(cramp.site) == row)
        return max(with_it, default=None)

    def walk(self, steps: int) -> None:
        ends = self._ends + timedelta(days=steps * self._length)
        if ends >= self._begins:
            self._ends = min(ends, self._today)
            self.post_message(self.Moved())

    def lengthen(self) -> None:
        """Show a year in place of a quarter, or a quarter in place of a year."""
        lengths = list(_LENGTHS)
        self._length = lengths[(lengths.index(self._length) + 1) % len(lengths)]
        self.post_message(self.Moved())

    def show(self, days: Days, measure: Measure, notation: Notation) -> None:  # noqa: ARG002
        self._days = days
        sites = self._sites()
        self.query_one(LegMap).sites = sites
        self.query_one(".detail", Static).update(plain(site_line(sites)))

    def title(self) -> Content:
        return title_of_sites(self._shown(), beside(self._sites()), _LENGTHS[self._length])

    def table(self, columns: int) -> tuple[Row, ...]:  # noqa: ARG002
        return site_table(self._sites())

    def _sites(self) -> tuple[SiteHistory, ...]:
        return sites_of(self._shown())

    def _shown(self) -> list[DayHistory]:
        first, last = self.span
        return [self._days[day] for day in sorted(self._days) if first <= day <= last]
