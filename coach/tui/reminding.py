"""The app's part in reminders: a gentle toast by the rules of `coach due`, and the key that does what it says."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from coach.advice.next_step import NextStep
from coach.errors import CoachError
from coach.reminders.due import AGAIN_AFTER
from coach.tui.answering import AnsweringApp
from coach.tui.messages import RoutineWanted
from coach.tui.screens.mode import ModeScreen
from coach.tui.screens.today import TodayScreen
from coach.tui.telling import telling

NIGHT = "night"
LOOK_EVERY_S = 60
SHOWN_FOR_S = 15
_DOES = {"drink": "to log it", "tick": "to tick it", NIGHT: "to go there"}


class RemindingApp(AnsweringApp):
    """An app that says what is due once, over a mode only: never in a session, in Cramp now or in a dialog."""

    _reminded: tuple[NextStep, datetime] | None = None

    async def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY_S, self.remind)

    def remind(self) -> None:
        """Say what is due now, unless it was said within the hour, here or on the desktop."""
        if not isinstance(self.screen, ModeScreen) or self._waiting:
            return
        # What cannot be read or kept is told by the screen beneath; a reminder is not worth a second warning.
        with suppress(CoachError):
            self.coach.reminders.tell_here(self._show, self._declined())

    async def action_reminded(self) -> None:
        """Do what was reminded of within the last hour."""
        step = self._recent()
        if step is None:
            self.notify("nothing was reminded of just now", timeout=3, markup=False)
            return
        self._reminded = None
        if step.action == NIGHT:
            await self.switch_mode("today")
            if isinstance(self.screen, TodayScreen):
                self.screen.show_night()
            return
        match step.action.partition(":"):
            case ("drink", _, _):
                with telling(self):
                    self.logged(self.coach.day.drink())
            case ("tick", _, item):
                with telling(self):
                    self.logged(self.coach.day.tick(item))
            case (_, _, routine):
                self.post_message(RoutineWanted(routine))

    def _show(self, step: NextStep) -> None:
        self._reminded = step, self.coach.now()
        why = f"{step.why[0].upper()}{step.why[1:]}."
        does = f"press {self._key()} {_DOES.get(step.action.partition(':')[0], 'to begin')}"
        self.notify(f"{step.text}\n{why}\n{does}", timeout=SHOWN_FOR_S, markup=False)

    def _key(self) -> str:
        """The key that does it, as it is bound now."""
        active = self.screen.active_bindings.values()
        return next((self.get_key_display(one.binding) for one in active if one.binding.action == "reminded"), ".")

    def _recent(self) -> NextStep | None:
        """What was reminded of within the last hour and not done by its key since."""
        if self._reminded is None:
            return None
        step, at = self._reminded
        return step if self.coach.now() - at < AGAIN_AFTER else None

    def _declined(self) -> frozenset[str]:
        """What was reminded of here just now, even if that could not be kept."""
        recent = self._recent()
        return frozenset() if recent is None else frozenset({recent.action})
