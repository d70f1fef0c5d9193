"""The app's part in keys: a person's own are worn at the start, shown where keys are shown, and changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.binding import Binding
from textual.constants import TEXTUAL_ANIMATIONS
from textual.screen import Screen

from coach.model.keymap import shown_key
from coach.tui.reminding import RemindingApp
from coach.tui.telling import telling
from coach.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from coach.service.coach import Coach

_KEPT_COMMANDS = frozenset({"Theme", "Screenshot"})
"""Of Textual's own commands those that no key of ours does."""


class KeyedApp(RemindingApp):
    """An app whose keys are the person's."""

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self.wear_keys()

    async def on_mount(self) -> None:
        self.call_after_refresh(self._tell_faults)

    def _tell_faults(self) -> None:
        """Tell which own keys do not hold, because something else has them."""
        for fault in self.coach.settings.keys.faults():
            self.notify(fault, title="your keys", severity="warning", timeout=12, markup=False)

    def wear_keys(self) -> None:
        """Let the keys of the settings hold from now on."""
        worn = self.coach.settings.keys.now()
        self.set_keymap({action: ",".join(keys) for action, keys in worn.changed.items()})
        for stack in self._screen_stacks.values():
            for screen in stack:
                for line in screen.query(TopLine):
                    line.keys = worn

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is written everywhere in coach."""
        return binding.key_display or shown_key(binding.key)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Of Textual's commands those that are not among the keys already."""
        return [command for command in super().get_system_commands(screen) if command.title in _KEPT_COMMANDS]

    def action_keys(self) -> None:
        from coach.tui.dialogs.keys import KeysDialog

        self.push_screen(KeysDialog())

    def action_settings(self) -> None:
        from coach.tui.dialogs.settings import SettingsDialog

        with telling(self):
            self.push_screen(SettingsDialog(self.coach), self._settled)

    def _settled(self, _: object) -> None:
        self.wear_keys()
        with telling(self):
            self.animation_level = "none" if self.coach.settings.now().reduced_motion else TEXTUAL_ANIMATIONS
        self.refresh_mode()
