"""What ticking means for each row of Today."""

from __future__ import annotations

from datetime import date

from coach.advice.today import TodayView
from coach.service.coach import Coach
from coach.service.day import Done
from coach.tui.widgets import today_rows, water_row


class Ticking:
    """One more, one less, or done and not done, for the row `row` of a day (None: today)."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def toggle(self, row: str, view: TodayView, day: date | None) -> Done:
        """Tick the row; a yes/no row that is done is unticked."""
        if row == today_rows.NIGHT:
            return self.less(row, view, day) if view.night is not None else self.more(row, view, day)
        item = next((item for item in view.items if item.id == row), None)
        if item is not None and item.done and item.target == 1:
            return self.less(row, view, day)
        return self.more(row, view, day)

    def more(self, row: str, _: TodayView, day: date | None) -> Done:
        """One more of the row's amount."""
        match row:
            case water_row.WATER:
                return self._coach.day.drink(day=day)
            case today_rows.NIGHT:
                return self._coach.cramps.no_cramp(day=day)
            case item:
                return self._coach.day.tick(item, day=day)

    def less(self, row: str, _: TodayView, day: date | None) -> Done:
        """Take off the newest of the row's amount."""
        match row:
            case water_row.WATER:
                return self._coach.day.undrink(day=day)
            case today_rows.NIGHT:
                return self._coach.cramps.unanswer(day=day)
            case item:
                return self._coach.day.untick(item, day=day)
