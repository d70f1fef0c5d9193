"""The four modes: made when first opened, refreshed when anything was written, worn in the chosen theme."""

from __future__ import annotations

import sys

from textual.events import DescendantFocus
from textual.filter import Monochrome, NoColor

from coach.figure.tiers import is_utf8
from coach.service.coach import Coach
from coach.service.day import Done
from coach.tui.ascii import AsciiOnly
from coach.tui.crash import DiscreetApp
from coach.tui.messages import ModeShown
from coach.tui.screens.mode import ModeScreen
from coach.tui.screens.today import TodayScreen
from coach.tui.telling import tell, telling
from coach.tui.theme import THEMES, missing_variables, theme_to_wear
from coach.tui.widgets.top_line import TopLine


class ModesApp(DiscreetApp):
    """An app of four modes over one coach."""

    DEFAULT_MODE = "today"
    """Without it Textual makes, styles and shows an empty screen before the first mode."""

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.coach = coach
        self._waiting = ""
        if not is_utf8(getattr(sys.__stderr__, "encoding", None)):
            self._filters.append(AsciiOnly())
        for theme in THEMES:
            self.register_theme(theme)
        wanted = coach.settings.now()
        if self.no_color:
            self._filters = [NoColor() if isinstance(one, Monochrome) else one for one in self._filters]
        self._wear(wanted.theme)
        if wanted.reduced_motion:
            self.animation_level = "none"
        self.add_mode("today", lambda: TodayScreen(coach))
        self.add_mode("causes", self._causes)
        self.add_mode("stretch", self._stretch)
        self.add_mode("diary", self._diary)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return missing_variables(self.current_theme)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A cursor that blinks is motion too."""
        if self.animation_level == "none" and hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def action_change_theme(self) -> None:
        """Choose a theme while looking at it; Textual's own palette entry leads here too."""
        from coach.tui.dialogs.theme import ThemeDialog

        self.push_screen(ThemeDialog(), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        if name is not None:
            with telling(self):
                self.coach.settings.set("theme", name)
                self._wear(name)

    def _wear(self, wanted: str | None) -> None:
        system = self.console.color_system
        self.theme = theme_to_wear(wanted, self.available_themes, system, no_colour=self.no_color)

    def logged(self, done: Done | None) -> None:
        """Show what was written, and say it where it cannot be seen."""
        if done is not None:
            self.refresh_mode()
            mode = self.screen_stack[0]
            tell(self, done, self.coach, seen=isinstance(mode, TodayScreen) and mode.shown is None)

    def tell_kept_form(self) -> None:
        """Write what was typed into a form that was cut off to its entry, and say so."""
        if (done := self.coach.forms.settle()) is not None:
            self.refresh_mode()
            self.notify(f"{done.said}\nu takes it back", timeout=8, markup=False)

    def refresh_mode(self, _: object = None) -> None:
        """Show what the diary says now in the mode that lies under everything."""
        mode = self.screen_stack[0]
        if isinstance(mode, ModeScreen):
            mode.refresh_view()

    def show_waiting(self, name: str) -> None:
        """Name a session that waits in the top line of every mode, or none."""
        self._waiting = name
        for stack in self._screen_stacks.values():
            for screen in stack:
                for line in screen.query(TopLine):
                    line.waiting = name

    def on_mode_shown(self, _: ModeShown) -> None:
        self.show_waiting(self._waiting)

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
