"""What is written on the day that is shown: a good night, a food, what it was like, a note, a day off."""

from __future__ import annotations

from datetime import date

from textual.reactive import reactive

from coach.service.day import Done
from coach.tui.screens.mode import ModeScreen
from coach.tui.telling import telling


class DayLogging(ModeScreen):
    """A mode that shows a day and writes on it; each dialog is imported when it is wanted."""

    shown: reactive[date | None] = reactive[date | None](None, init=False)
    """The past day that is shown, or None for today."""

    def did(self, done: Done) -> None:
        """Show the day as it is now, and say what was written where it cannot be seen."""
        raise NotImplementedError

    def action_food(self) -> None:
        """Log a food on the day that is shown."""
        from coach.tui.dialogs.food import FoodDialog

        self.app.push_screen(FoodDialog(self.coach, self.shown), self._after_log)

    def action_no_cramp(self) -> None:
        """Answer the question about the night before the day that is shown: no cramp."""
        with telling(self):
            self.did(self.coach.cramps.no_cramp(day=self.shown))

    def action_marks(self) -> None:
        """Say what the day that is shown was like."""
        from coach.tui.dialogs.day_marks import DayMarksDialog

        with telling(self):
            self.app.push_screen(DayMarksDialog(self.coach, self.shown), self._after_log)

    def action_note(self) -> None:
        """Write a line about the day that is shown."""
        from coach.tui.dialogs.line import LineDialog

        hint = "to remember; with a ? it goes on your clinician's report"
        self.app.push_screen(LineDialog("A note about the day", hint), self._noted)

    def action_skip(self) -> None:
        """Take the day off: it neither breaks nor feeds the count."""
        from coach.tui.dialogs.line import LineDialog

        dialog = LineDialog("A day off", "why, if you want to say: sick, travelling …", may_be_empty=True)
        self.app.push_screen(dialog, self._skipped)

    def action_list_item(self) -> None:
        """Take items off the list, or put them back on it."""
        from coach.tui.dialogs.items import ItemsDialog

        self.app.push_screen(ItemsDialog(self.coach), self._after_log)

    def _noted(self, text: str | None) -> None:
        if text:
            with telling(self):
                self.did(self.coach.day.note(text, day=self.shown))

    def _skipped(self, reason: str | None) -> None:
        if reason is not None:
            with telling(self):
                self.did(self.coach.day.skip(reason, day=self.shown))

    def _after_log(self, done: Done | None) -> None:
        if done is not None:
            self.did(done)
