"""The app: modes, the keys that work everywhere, and leaving without losing anything."""

from __future__ import annotations

import gc
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from coach.model.time_of_day import time_of_day
from coach.service.coach import Coach
from coach.tui.keymap import KeyedApp
from coach.tui.leaving import TERMINAL_CHECK_S, TERMINAL_GONE, end_without_terminal, heed_signals, is_terminal_gone
from coach.tui.messages import (
    CauseWanted,
    DrinkWanted,
    RedFlagsWanted,
    RoutineWanted,
    SessionOver,
    SessionWaits,
)
from coach.tui.palette import CoachCommands
from coach.tui.telling import telling
from coach.tui.themes.looks import LOOKS
from coach.tui.widgets.demo_mark import mark_demo
from coach.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from coach.service.progress import Progress
    from coach.tui.screens.player import PlayerScreen


class CoachApp(KeyedApp):
    """The coach on the whole terminal; `mode`, `routine` and `site` say what it opens with."""

    TITLE = "coach"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar = {CoachCommands}
    CSS = LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "switch_mode('today')", "Today", show=False, id="app.today"),
        Binding("2", "switch_mode('causes')", "Causes", show=False, id="app.causes"),
        Binding("3", "switch_mode('stretch')", "Stretch", show=False, id="app.stretch"),
        Binding("4", "switch_mode('diary')", "Diary", show=False, id="app.diary"),
        Binding("c", "cramp_now", "Cramp now", show=False, id="app.cramp"),
        Binding("w", "drink", "Drink the usual vessel", show=False, id="app.drink"),
        Binding("W", "drink_other", "Drink something else", show=False, id="app.drink_other"),
        Binding("u", "undo", "Undo", show=False, id="app.undo"),
        Binding("R", "report", "Report for the clinician", show=False, id="app.report"),
        Binding("full_stop", "reminded", "What coach reminded you of", show=False, id="app.reminded"),
        Binding("comma", "profile", "Profile", show=False, id="app.profile"),
        Binding("semicolon", "settings", "Settings of this machine", show=False, id="app.settings"),
        Binding("question_mark", "keys", "Keys and help", show=False, id="app.keys"),
        Binding("q", "leave", "Quit", show=False, id="app.quit"),
        Binding("ctrl+q", "leave", "Quit", show=False, priority=True, system=True),
        Binding("ctrl+c", "leave", "Quit", show=False, priority=True, system=True),
        Binding("ctrl+z", "suspend_process", "To the shell", show=False, priority=True, system=True),
    ]

    def __init__(
        self, coach: Coach, *, mode: str = "today", routine: str | None = None, site: str | None = None
    ) -> None:
        super().__init__(coach)
        self._opening = (mode, routine, site)
        self._player: PlayerScreen | None = None

    async def on_mount(self) -> None:
        heed_signals(self.leave_with)
        if self.coach.is_demo:
            mark_demo(self)
        self.app_resume_signal.subscribe(self, self._back_from_shell)
        self.set_interval(TERMINAL_CHECK_S, self._check_terminal)
        self.call_after_refresh(_look_for_garbage)
        mode, routine, site = self._opening
        await self.switch_mode("stretch" if routine else mode)
        if site is None:
            self.tell_kept_form()
        if site is None and (cut_off := self.coach.progress.cut_off()):
            self._offer_cut_off(cut_off)
        elif routine is not None:
            await self.play(routine)
        elif site is not None:
            self.action_cramp_now(site)
        elif mode == "today":
            self.ask_first()

    # Keys that work everywhere

    def action_drink(self) -> None:
        """Log the usual vessel, now, whatever day is shown."""
        with telling(self):
            self.logged(self.coach.day.drink())

    def action_drink_other(self, day: date | None = None) -> None:
        """Log a drink by amount and kind; now, or on the day that is shown."""
        from coach.tui.dialogs.drink import DrinkDialog

        self.push_screen(DrinkDialog(self.coach, day), self.logged)

    def action_undo(self) -> None:
        with telling(self):
            undone = self.coach.entries.undo()
            if undone is None:
                self.notify("nothing to undo", markup=False)
                return
            text = f"undone: {undone.label}" if undone.taken_back else f"not undone: {undone.label}"
            self.notify(text, timeout=4, markup=False)
            for entry in undone.changed_since:
                at = time_of_day(entry.logged.astimezone(), self.coach.person().clock)
                changed = f"this {entry.kind} was changed since, at {at}; it stays"
                self.notify(changed, severity="warning", timeout=8, markup=False)
        self.refresh_mode()

    def action_cramp_now(self, site: str | None = None) -> None:
        from coach.tui.screens.cramp_now import CrampNowScreen

        if isinstance(self.screen, CrampNowScreen):
            return
        with telling(self):
            self.push_screen(CrampNowScreen(self.coach, site), self.refresh_mode)

    def action_report(self) -> None:
        from coach.tui.dialogs.report import ReportDialog

        self.push_screen(ReportDialog(self.coach))

    # What screens and widgets ask for

    async def on_top_line_chosen(self, message: TopLine.Chosen) -> None:
        match message.target:
            case "cramp":
                self.action_cramp_now()
            case "keys":
                self.action_keys()
            case "session":
                await self.switch_mode("stretch")
            case mode:
                await self.switch_mode(mode)

    async def on_routine_wanted(self, message: RoutineWanted) -> None:
        await self.play(message.routine, gentler=message.gentler)

    async def on_cause_wanted(self, message: CauseWanted) -> None:
        from coach.tui.screens.causes import CausesScreen

        await self.switch_mode("causes")
        if isinstance(self.screen, CausesScreen):
            self.screen.open_page(message.cause)

    def on_drink_wanted(self, message: DrinkWanted) -> None:
        self.action_drink_other(message.day)

    def on_red_flags_wanted(self, _: RedFlagsWanted) -> None:
        from coach.tui.dialogs.red_flags import RedFlagsDialog

        self.push_screen(RedFlagsDialog(self.coach))

    def on_session_waits(self, message: SessionWaits) -> None:
        self.show_waiting(message.name)

    def on_session_over(self, _: SessionOver) -> None:
        self._player = None
        self.show_waiting("")
        self.refresh_mode()

    async def play(self, routine: str, begun: Progress | None = None, *, gentler: bool = False) -> None:
        """Begin a routine in the Stretch mode, or go on with one; one that is under way is shown instead."""
        from coach.tui.screens.player import PlayerScreen

        await self.switch_mode("stretch")
        if self._player is not None:
            end = self.coach.settings.keys.now().shown("player.stop")
            self.notify(f"a session is under way: end it first ({end})", markup=False)
            return
        with telling(self):
            new = self.coach.sessions.timeline
            timeline = begun.session.timeline if begun else new(routine, gentler=gentler)
            self._player = PlayerScreen(self.coach, timeline, begun)
            await self.push_screen(self._player)

    def _offer_cut_off(self, cut_off: Progress) -> None:
        """Ask what becomes of a session that was cut off."""
        from coach.tui.dialogs.resume import CutOff, ResumeDialog

        async def decided(choice: CutOff | None) -> None:
            with telling(self):
                match choice:
                    case CutOff.RESUME:
                        await self.play(cut_off.session.timeline.routine, cut_off)
                    case CutOff.KEEP:
                        self.logged(self.coach.progress.log(cut_off))
                    case CutOff.DISCARD:
                        self.coach.progress.end()
                    case None:
                        self.coach.progress.release()

        self.push_screen(ResumeDialog(cut_off, self.coach.person().clock), decided)

    # Leaving

    def action_leave(self) -> None:
        """Leave; a session that is under way keeps what was done. When it cannot be kept, a second time leaves."""
        if self._kept_session():
            self.coach.forms.settle()
            self.exit(0, return_code=0)

    def leave_with(self, code: int) -> None:
        """Leave because something from outside says so."""
        self._kept_session()
        self.coach.forms.settle()
        if is_terminal_gone():
            self.coach.finish()
            end_without_terminal()
        self.exit(code, return_code=code)

    def _kept_session(self) -> bool:
        """Log the session under way, if any; False when that failed, which is told."""
        player, self._player = self._player, None
        failed = player is not None
        with telling(self):
            if player is not None:
                player.keep()
            failed = False
        return not failed

    def _back_from_shell(self, _: object) -> None:
        self.screen.refresh(layout=True)

    def _check_terminal(self) -> None:
        if is_terminal_gone():
            self.leave_with(TERMINAL_GONE)


def _look_for_garbage() -> None:
    """Look for it again, if a start that is over now did not; what was made in it stays, and is not looked at."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run_app(coach: Coach, *, mode: str = "today", routine: str | None = None, site: str | None = None) -> int:
    """Run the app until the person leaves; returns the exit code."""
    app = CoachApp(coach, mode=mode, routine=routine, site=site)
    app.run()
    return app.return_code or 0
