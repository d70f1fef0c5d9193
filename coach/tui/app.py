"""The app: modes, the keys that work everywhere, and leaving without losing anything."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from coach.service.coach import Coach
from coach.service.day import Done
from coach.tui.leaving import TERMINAL_CHECK_S, TERMINAL_GONE, end_without_terminal, heed_signals, is_terminal_gone
from coach.tui.messages import CauseWanted, DrinkWanted, RedFlagsWanted, RoutineWanted, SessionOver, SessionWaits
from coach.tui.palette import CoachCommands
from coach.tui.screens.mode import ModeScreen
from coach.tui.screens.today import TodayScreen
from coach.tui.telling import tell, telling
from coach.tui.theme import DARK, FALLBACK_VARIABLES, THEMES
from coach.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from coach.tui.screens.player import PlayerScreen


class CoachApp(App[int]):
    """The coach on the whole terminal; `mode`, `routine` and `site` say what it opens with."""

    TITLE = "coach"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar = App.COMMANDS | {CoachCommands}
    CSS = """
    Screen { background: $background; }
    Toast { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "switch_mode('today')", "Today", show=False, id="mode.today"),
        Binding("2", "switch_mode('causes')", "Causes", show=False, id="mode.causes"),
        Binding("3", "switch_mode('stretch')", "Stretch", show=False, id="mode.stretch"),
        Binding("4", "switch_mode('diary')", "Diary", show=False, id="mode.diary"),
        Binding("c", "cramp_now", "Cramp now", show=False, id="cramp"),
        Binding("w", "drink", "Drink the usual vessel", show=False, id="drink"),
        Binding("W", "drink_other", "Drink something else", show=False, id="drink.other"),
        Binding("u", "undo", "Undo", show=False, id="undo"),
        Binding("comma", "profile", "Profile", show=False, id="profile"),
        Binding("question_mark", "keys", "Keys and help", show=False, id="keys"),
        Binding("q", "leave", "Quit", show=False, id="quit"),
        Binding("ctrl+q", "leave", "Quit", show=False, priority=True, system=True),
        Binding("ctrl+c", "leave", "Quit", show=False, priority=True, system=True),
        Binding("ctrl+z", "suspend_process", "To the shell", show=False, priority=True, system=True),
    ]

    def __init__(
        self, coach: Coach, *, mode: str = "today", routine: str | None = None, site: str | None = None
    ) -> None:
        super().__init__()
        self.coach = coach
        self._opening = (mode, routine, site)
        self._player: PlayerScreen | None = None
        self._waiting = ""
        for theme in THEMES:
            self.register_theme(theme)
        wanted = coach.settings.now()
        self.theme = wanted.theme if wanted.theme in self.available_themes else DARK.name
        if wanted.reduced_motion:
            self.animation_level = "none"
        self.add_mode("today", lambda: TodayScreen(coach))
        self.add_mode("causes", self._causes)
        self.add_mode("stretch", self._stretch)
        self.add_mode("diary", self._diary)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return FALLBACK_VARIABLES

    async def on_mount(self) -> None:
        heed_signals(self.leave_with)
        self.set_interval(TERMINAL_CHECK_S, self._check_terminal)
        mode, routine, site = self._opening
        await self.switch_mode("stretch" if routine else mode)
        if routine is not None:
            await self.play(routine)
        elif site is not None:
            self.action_cramp_now(site)

    # A mode is imported when it is first opened: Causes alone costs 120 ms for Markdown.

    def _causes(self) -> ModeScreen:
        from coach.tui.screens.causes import CausesScreen

        return CausesScreen(self.coach)

    def _stretch(self) -> ModeScreen:
        from coach.tui.screens.stretch import StretchScreen

        return StretchScreen(self.coach)

    def _diary(self) -> ModeScreen:
        from coach.tui.screens.diary import DiaryScreen

        return DiaryScreen(self.coach)

    def watch_theme(self, theme: str) -> None:
        """Keep a theme that was chosen from the palette."""
        with telling(self):
            if self.is_running and theme != self.coach.settings.now().theme:
                self.coach.settings.set("theme", theme)

    # Keys that work everywhere

    def action_drink(self) -> None:
        """Log the usual vessel, now, whatever day is shown."""
        with telling(self):
            self._logged(self.coach.day.drink())

    def action_drink_other(self, day: date | None = None) -> None:
        """Log a drink by amount and kind; now, or on the day that is shown."""
        from coach.tui.dialogs.drink import DrinkDialog

        self.push_screen(DrinkDialog(self.coach, day), self._logged)

    def action_undo(self) -> None:
        with telling(self):
            undone = self.coach.entries.undo()
            if undone is None:
                self.notify("nothing to undo", markup=False)
                return
            text = f"undone: {undone.label}" if undone.taken_back else f"not undone: {undone.label}"
            self.notify(text, timeout=4, markup=False)
            for entry in undone.changed_since:
                changed = f"this {entry.kind} was changed since, at {entry.logged.astimezone():%H:%M}; it stays"
                self.notify(changed, severity="warning", timeout=8, markup=False)
        self._refresh_mode()

    def action_cramp_now(self, site: str | None = None) -> None:
        from coach.tui.screens.cramp_now import CrampNowScreen

        if not isinstance(self.screen, CrampNowScreen):
            self.push_screen(CrampNowScreen(self.coach, site), self._after_dialog)

    def action_profile(self) -> None:
        from coach.tui.dialogs.profile import ProfileDialog

        self.push_screen(ProfileDialog(self.coach), self._after_dialog)

    def action_keys(self) -> None:
        from coach.tui.dialogs.keys import KeysDialog

        self.push_screen(KeysDialog())

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
        await self.play(message.routine)

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
        self._waiting = message.name
        self._show_waiting()

    def on_session_over(self, _: SessionOver) -> None:
        self._player = None
        self._waiting = ""
        self._show_waiting()
        self._refresh_mode()

    async def play(self, routine: str) -> None:
        """Begin a routine in the Stretch mode; a session that is under way is shown instead."""
        from coach.tui.screens.player import PlayerScreen

        await self.switch_mode("stretch")
        if self._player is not None:
            self.notify("a session is under way: end it first (q)", markup=False)
            return
        with telling(self):
            timeline = self.coach.sessions.timeline(routine)
            self._player = PlayerScreen(self.coach, timeline)
            await self.push_screen(self._player)

    # Leaving

    def action_leave(self) -> None:
        """Leave; a session that is under way keeps what was done."""
        self.leave_with(0)

    def leave_with(self, code: int) -> None:
        if self._player is not None:
            with telling(self):
                self._player.keep()
            self._player = None
        if is_terminal_gone():
            end_without_terminal()
        self.exit(code, return_code=code)

    def _check_terminal(self) -> None:
        if is_terminal_gone():
            self.leave_with(TERMINAL_GONE)

    def _logged(self, done: Done | None) -> None:
        if done is not None:
            self._refresh_mode()
            mode = self.screen_stack[0]
            tell(self, done, self.coach, seen=isinstance(mode, TodayScreen) and mode.shown is None)

    def _after_dialog(self, _: object = None) -> None:
        self._refresh_mode()

    def _refresh_mode(self) -> None:
        mode = self.screen_stack[0]
        if isinstance(mode, ModeScreen):
            mode.refresh_view()

    def _show_waiting(self) -> None:
        for stack in self._screen_stacks.values():
            for screen in stack:
                for line in screen.query(TopLine):
                    line.waiting = self._waiting


def run_app(coach: Coach, *, mode: str = "today", routine: str | None = None, site: str | None = None) -> int:
    """Run the app until the person leaves; returns the exit code."""
    app = CoachApp(coach, mode=mode, routine=routine, site=site)
    app.run()
    return app.return_code or 0
