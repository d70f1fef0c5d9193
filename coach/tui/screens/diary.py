"""The diary: the list of what was logged, pictures of the year, the weeks and the legs, and one day whole."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Mapping
from datetime import date, timedelta
from time import perf_counter
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from coach.advice.history import DayHistory, Measure
from coach.service.coach import Coach
from coach.service.history import months_between
from coach.tui.screens.diary_keys import KEYS, Place, does, place_of
from coach.tui.screens.diary_reading import DiaryReading
from coach.tui.telling import telling
from coach.tui.widgets.diary_legs_picture import LegsPicture
from coach.tui.widgets.diary_picture import Picture
from coach.tui.widgets.diary_tables import day_of_row
from coach.tui.widgets.diary_tabs import PAGES, DiaryTabs
from coach.tui.widgets.diary_weeks_picture import WeeksPicture
from coach.tui.widgets.diary_year_picture import YearPicture
from coach.tui.widgets.row_list import RowList

MOST_AT_ONCE_S = 0.01
"""After reading for so long the screen gets its turn: keys come first."""


class DiaryScreen(DiaryReading):
    """The pages of the diary; `enter` on a picture, or `o` on the list, opens a day."""

    MODE = "diary"
    DEFAULT_CSS = """
    DiaryScreen {
        DiaryTabs { margin-bottom: 1; }
        #filter { height: auto; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-short DiaryTabs { margin-bottom: 0; }
        &.-short #filter { margin-bottom: 0; }
        &.-short LegsPicture .detail { margin-top: 0; }
        &.-narrow WeeksPicture .detail { height: 4; margin-top: 0; text-wrap: wrap; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]
        self.as_table = False
        self.measure = Measure.CRAMPS
        self._wanted_row: str | None = None
        self._cursors: dict[object, str | None] = {}

    def body(self) -> ComposeResult:
        yield DiaryTabs()
        yield from super().body()
        yield YearPicture(id="year")
        yield WeeksPicture(id="weeks")
        yield LegsPicture(id="legs")
        yield from self.reading_pages()

    # What is shown

    def marks(self) -> object:
        if self.opened_day is not None:
            return self.day_marks(self.opened_day)
        if self._where is Place.LIST:
            return super().marks()
        if self._where in {Place.READING, Place.TRYING}:
            return self.reading_marks()
        picture = self._place()
        return self.coach.current_day(), self.page, self.coach.history.marks(*picture.span)

    def reload(self) -> None:
        self.query_one(DiaryTabs).next_key = self.coach.settings.keys.now().shown("diary.view")
        self.workers.cancel_group(self, "history")
        self._arrange()
        if self.opened_day is not None:
            self.show_day(self.opened_day)
        elif self._where is Place.LIST:
            super().reload()
        elif self._where is Place.READING:
            self.show_patterns()
        elif self._where is Place.TRYING:
            self.show_experiment()
        else:
            self._show_picture(self._place())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Each place has its own keys."""
        return does(action, self._where) and self.does_now(action)

    # Keys

    def action_turn(self, by: int) -> None:
        """Show the next page, or the one before."""
        pages = list(PAGES)
        self._go(page=pages[(pages.index(self.page) + by) % len(pages)])

    def action_table(self) -> None:
        """Show the picture as a table, or the table as a picture."""
        self._go(page=self.page, as_table=not self.as_table)

    def action_measure(self) -> None:
        """Show water in place of cramps, stretching in place of water; on the legs, a longer time."""
        picture = self._place()
        if isinstance(picture, LegsPicture):
            picture.lengthen()
        else:
            measures = list(Measure)
            self.measure = measures[(measures.index(self.measure) + 1) % len(measures)]
            self.refresh_view()

    def action_walk(self, steps: int) -> None:
        """Move in time: by a day, on the pictures by a week or by what they show."""
        if self.opened_day is not None:
            self._go(day=min(self.coach.current_day(), self.opened_day + timedelta(days=steps)))
        else:
            picture = self._place()
            picture.walk(steps)
            self._wanted_row = picture.row

    def action_open(self) -> None:
        if self._in_rows:
            super().action_open()
        elif (day := self._place().day) is not None:
            self._go(day=day)

    def action_open_day(self) -> None:
        """Open the day of the entry under the cursor."""
        if (entry := self._entry) is not None:
            self._go(day=entry.day)

    def action_back(self) -> None:
        """Go back from the day to the page it was opened from."""
        self._go(page=self.page, as_table=self.as_table)

    # What rows and pictures ask for

    def moved(self, row: str) -> None:
        if self._where is Place.LIST:
            super().moved(row)
        elif self._where is Place.PICTURE and self.as_table:
            self._picture.go_to_row(row)

    def opened(self, row: str) -> None:
        day = self._picture.day_at(row) if self._where is Place.PICTURE else day_of_row(row)
        if day is None:
            super().opened(row)
        else:
            self._go(day=day)

    def on_diary_tabs_chosen(self, message: DiaryTabs.Chosen) -> None:
        self._go(page=message.page)

    def on_picture_moved(self) -> None:
        self.refresh_view()

    def on_picture_opened(self) -> None:
        self.action_open()

    # How it is shown

    @property
    def _where(self) -> Place:
        return Place.DAY if self.opened_day is not None else place_of(self.page)

    @property
    def _in_rows(self) -> bool:
        """Whether what is shown is in rows."""
        return self._where in {Place.LIST, Place.DAY} or (self._where is Place.PICTURE and self.as_table)

    @property
    def _picture(self) -> Picture:
        return self.query_one(f"#{self.page}", Picture)

    def _go(self, *, page: str | None = None, as_table: bool | None = None, day: date | None = None) -> None:
        """Show a page, as a picture or as a table, or a day over the page that is shown."""
        rows = self.query_one(RowList)
        self._cursors[self.page, self.as_table, self.opened_day is not None] = rows.cursor
        self.page = page or self.page
        self.as_table = self.as_table if as_table is None else as_table
        self.opened_day = day
        self._wanted_row = self._picture.row if self._where is Place.PICTURE else None
        self.refresh_view()
        remembered = self._cursors.get((self.page, self.as_table, day is not None))
        if remembered is not None:
            rows.cursor = remembered
        self.refresh_bindings()

    def _place(self) -> Picture:
        """The picture of the page, reaching from the first day of the diary to today."""
        today = self.coach.current_day()
        self._picture.place(self.coach.entries.first_day() or today, today, self.coach.profile.now().week_starts)
        return self._picture

    def _arrange(self) -> None:
        """Show what belongs to the page, and nothing else."""
        self.query_one(DiaryTabs).page = self.page
        self.query_one("#nothing").display = False
        self.query_one(RowList).display = self._in_rows
        for page in self.query("Picture, Reading"):
            page.display = not self._in_rows and page.id == self.page
        places = f"#{self.page} YearMap, #{self.page} WeekBars, Reading#{self.page}"
        wanted = next(iter(self.query("RowList" if self._in_rows else places)), None)
        if self.focused is not wanted:
            self.set_focus(wanted)

    @work(exclusive=True, group="history")
    async def _show_picture(self, picture: Picture) -> None:
        """Read what the picture shows, newest month first, and show it as it comes when that takes long."""
        with telling(self):
            first, last = picture.span
            days: dict[date, DayHistory] = {}
            begun = perf_counter()
            for month in months_between(first, last):
                days |= {day.day: day for day in self.coach.history.month(month) if first <= day.day <= last}
                if perf_counter() - begun > MOST_AT_ONCE_S:
                    if not self.as_table:
                        self._draw(picture, dict(days))
                    await sleep(0)
                    begun = perf_counter()
            self._draw(picture, days)

    def _draw(self, picture: Picture, days: Mapping[date, DayHistory]) -> None:
        picture.show(days, self.measure, self.coach.profile.now().notation)
        self.query_one("#filter", Static).update(picture.title())
        if self.as_table:
            rows = self.query_one(RowList)
            rows.pinned = 1
            rows.rows = picture.table(rows.size.width or self.size.width)
            if self._wanted_row is not None:
                rows.cursor, self._wanted_row = self._wanted_row, None
