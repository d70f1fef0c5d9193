"""The keys of a screen, in its last line."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer
from textual.widgets._footer import FooterKey


class FootLine(Footer):
    """A footer that is made anew only when the keys it shows have changed, and styles each of them once.

    Textual's own does so at each change of focus and at each show of a screen, which is a fifth of the time of a
    first picture (tests.bench.daily --only first-paint) and of a switch of modes (--only modes).
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._shown: object = None

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            if isinstance(widget, FooterKey):
                widget.set_class(True, "-compact", update=False)
            yield widget

    def bindings_changed(self, screen: Screen[object]) -> None:
        self._bindings_ready = True
        if self.app.app_focus and self.is_attached and screen is self.screen:
            self.call_after_refresh(self._show_changed)

    async def _show_changed(self) -> None:
        if not self.is_attached:  # Its screen was left meanwhile.
            return
        keys = [
            (binding.key, self.app.get_key_display(binding), binding.description, enabled, tooltip)
            for _, binding, enabled, tooltip in self.screen.active_bindings.values()
            if binding.show
        ]
        if keys != self._shown:
            self._shown = keys
            await self.recompose()
