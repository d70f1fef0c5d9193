"""Today: five seconds to tick, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import BindingType

from coach.advice.checklist import ItemView
from coach.advice.today import TodayView
from coach.model.amount import format_amount
from coach.model.ruling import Topic
from coach.service.coach import Coach
from coach.service.day import Done
from coach.tui.help import HELP
from coach.tui.messages import AnswersWanted, CauseWanted, DrinkWanted, RedFlagsWanted, RoutineWanted
from coach.tui.screens.day_logging import DayLogging
from coach.tui.screens.ticking import Ticking
from coach.tui.screens.today_keys import TODAY_KEYS
from coach.tui.telling import tell, telling
from coach.tui.widgets.day_line import DayLine
from coach.tui.widgets.row_list import RowList
from coach.tui.widgets.today_rows import MARKS, NEXT, NIGHT, pinned_rows, today_rows
from coach.tui.widgets.water_row import WATER

IDLE = timedelta(minutes=5)
"""After so long without a key, a past day left open gives way to today."""
LONG = 36
"""What comes next in more characters than these may be cut on a narrow screen."""


class TodayScreen(DayLogging):
    """The day's rows: a key ticks the one under the cursor; another day can be walked to and mended."""

    MODE = "today"
    HELP = HELP["today"]
    DEFAULT_CSS = """
    TodayScreen {
        DayLine { margin: 0 0 1 0; max-width: 96; }
        RowList { margin: 0 1 0 0; max-width: 96; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = TODAY_KEYS

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self._view: TodayView | None = None
        self._ticking = Ticking(coach)
        self._last_key: datetime = coach.now()

    def body(self) -> ComposeResult:
        yield DayLine()
        yield RowList()

    def reload(self) -> None:
        today = self.coach.current_day()
        if self.shown is not None and self.shown >= today:
            self.shown = None
        view = self.coach.day.today(self.shown)
        if self.shown is not None and not self.coach.day.safety().verdict(Topic.TARGETS).ruling.offers:
            # A day before that was told shows none either.
            view = msgspec.structs.replace(view, has_targets=False)
        person = self.coach.profile.now()
        self._view = view
        keys = self.coach.settings.keys.now()
        line = self.query_one(DayLine)
        line.view, line.clock, line.returns = view, person.clock, keys.shown("today.back")
        rows = self.query_one(RowList)
        columns = rows.size.width or self.size.width
        rows.pinned = pinned_rows(view, columns)
        first_time = not rows.rows
        lengths = self.coach.sessions.lengths
        wanted = [item.routine for item in view.items if item.routine and item.routine in lengths]
        rows.rows = today_rows(
            view,
            usual=format_amount(person.usual_ml, person.units),
            unit=person.units,
            minutes={routine: max(1, round(lengths[routine] / 60)) for routine in wanted},
            columns=columns,
            lines=rows.size.height,
            keys=keys,
        )
        if first_time and view.items:
            rows.cursor = next(row.id for row in rows.rows[rows.pinned :] if row.id)

    def show_night(self) -> None:
        """Put the cursor on last night, of today."""
        self.shown = None
        self.query_one(RowList).cursor = NIGHT

    def marks(self) -> object:
        today = self.coach.current_day()
        if self.shown is not None and self.coach.now() - self._last_key > IDLE:
            self.shown = None
        # The pace and what comes next move with the clock.
        five_minutes = int(self.coach.now().timestamp() // 300)
        return today, self.shown, five_minutes, self.coach.day.marks(self.shown or today)

    def watch_shown(self) -> None:
        self.refresh_view()

    def on_key(self) -> None:
        self._last_key = self.coach.now()

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        self._open(message.row)

    def on_row_list_marked(self, _: RowList.Marked) -> None:
        self.action_tick()

    def on_day_line_walked(self, message: DayLine.Walked) -> None:
        self.action_walk(message.days)

    def action_walk(self, days: int) -> None:
        """Show another day; there is none after today."""
        today = self.coach.current_day()
        day = min(today, (self.shown or today) + timedelta(days=days))
        self.shown = None if day == today else day

    def action_today(self) -> None:
        self.shown = None

    def action_tick(self) -> None:
        """Tick the row; a yes/no row that is done is unticked."""
        if self._row == NEXT:
            self.action_start_next()
        elif (item := self._item(str(self._row))) is not None and item.withheld:
            self._say_withheld(item)
        else:
            self._tick(self._ticking.toggle)

    def action_more(self) -> None:
        """One more of the row's amount."""
        self._tick(self._ticking.more)

    def action_less(self) -> None:
        """Take off the newest of the row's amount."""
        self._tick(self._ticking.less)

    def action_open(self) -> None:
        self.query_one(RowList).open()

    def action_start_next(self) -> None:
        """Do what comes next."""
        if self._view is None or self._view.next is None:
            return
        match self._view.next.action.partition(":"):
            case ("routine", _, routine):
                self.post_message(RoutineWanted(routine))
            case ("drink", _, _):
                with telling(self):
                    self.did(self.coach.day.drink())
            case ("tick", _, item):
                with telling(self):
                    self.did(self.coach.day.tick(item))
            case ("night", _, _):
                self.show_night()
            case ("clinician", _, _):
                self.post_message(RedFlagsWanted())
            case ("questions" | "profile" as asked, _, _):
                self.post_message(AnswersWanted(asked))

    def action_why_next(self) -> None:
        """Why that is next; with the cursor on the water, why there is no goal or how to drink."""
        water = self._view.water if self._view is not None and self._row == WATER else None
        if water is not None and (said := water.withheld or water.caution):
            self.notify(f"{said[0].upper()}{said[1:]}", timeout=12, markup=False)
        elif self._view is not None and self._view.next is not None:
            text, why = self._view.next.text, f"{self._view.next.why[0].upper()}{self._view.next.why[1:]}."
            if self._view.next.action == "clinician":
                why = f"{why} R writes a page to take along."
            self.notify(f"{text}\n{why}" if len(text) > LONG else why, timeout=8, markup=False)

    def action_decline_next(self) -> None:
        """Not now: what comes next is not offered again until tomorrow."""
        if self._view is not None and self._view.next is not None:
            with telling(self):
                self.coach.day.decline(self._view.next.action)
            self.refresh_view()

    def _tick(self, act: Callable[[str, TodayView, date | None], Done]) -> None:
        if self._row == MARKS:
            self.action_marks()
        elif self._row not in {None, NEXT} and self._view is not None:
            with telling(self), self.coach.one_look():
                self.did(act(str(self._row), self._view, self.shown))

    def _open(self, row: str) -> None:
        item = self._item(row)
        if row == WATER:
            self.post_message(DrinkWanted(self.shown))
        elif row in {NIGHT, NEXT, MARKS}:
            self.action_tick()
        elif item is not None and item.withheld:
            self._say_withheld(item)
        elif item is not None and item.routine:
            self.post_message(RoutineWanted(item.routine))
        elif item is not None and (causes := self.coach.knowledge.items[item.id].causes):
            self.post_message(CauseWanted(causes[0]))

    def _say_withheld(self, item: ItemView) -> None:
        """Say the whole reason, whom to ask and what unlocks it; from there one key goes on to that."""
        from coach.tui.dialogs.withheld import WithheldDialog

        known = self.coach.knowledge.items[item.id]
        with telling(self):
            if why := self.coach.day.safety(self.shown).why_withheld(known.withhold_if, known.topics):
                self.app.push_screen(WithheldDialog(item.label, why, item.asks_about), self._way_on)

    def _way_on(self, wanted: Topic | str | None) -> None:
        """Go where a withheld thing can be unlocked: the questions, or what a clinician said yes to."""
        if isinstance(wanted, Topic):
            from coach.tui.dialogs.cleared import ClearedDialog

            self.app.push_screen(ClearedDialog(self.coach, wanted), lambda _: self.refresh_view())
        elif wanted is not None:
            self.post_message(AnswersWanted(wanted))

    def did(self, done: Done) -> None:
        """Show the day as it is now; what is written on today is seen there, on another day it is said too."""
        self.refresh_view()
        day = "" if self.shown is None else f"{self.shown:%A} {self.shown.day} {self.shown:%B}"
        tell(self, done, self.coach, day=day, seen=not day)

    @property
    def _row(self) -> str | None:
        return self.query_one(RowList).cursor

    def _item(self, row: str) -> ItemView | None:
        items = self._view.items if self._view is not None else ()
        return next((item for item in items if item.id == row), None)
