"""When it is not a matter for stretching: the red flags, the most urgent first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coach.service.coach import Coach
from coach.tui.dialogs.page import PageDialog
from coach.tui.night import night_dialog
from coach.tui.widgets.red_flag_text import BESIDE, BY_NIGHT, BY_THEME, HEADINGS, flag_text


class RedFlagsDialog(PageDialog[None]):
    """Three lists by urgency, each sign with what to do; `night` makes it dark whatever the theme."""

    TITLE_TEXT = "When it is more than a cramp"
    KEYS_TEXT = "1 now   2 today   3 soon   ↑ ↓ move   esc leave"
    DEFAULT_CSS = """
    RedFlagsDialog {
        .level { margin-bottom: 1; }
        .flag { margin-bottom: 1; }
    }
    """
    CSS = night_dialog("RedFlagsDialog")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "level(1)", "now", show=False),
        Binding("2", "level(2)", "today", show=False),
        Binding("3", "level(3)", "soon", show=False),
        Binding("exclamation_mark", "leave", "leave", show=False),
    ]

    def __init__(self, coach: Coach, *, night: bool = False) -> None:
        super().__init__(classes="-night" if night else None)
        self._flags = coach.cramps.red_flags()
        self._tones = BY_NIGHT if night else BY_THEME

    def content(self) -> ComposeResult:
        for number, (level, flags) in enumerate(self._flags, 1):
            heading = Content.assemble(
                (HEADINGS[level], f"bold {self._tones.urgent}"), (f"  {BESIDE[level]}", self._tones.muted)
            )
            yield Static(heading, id=f"level-{number}", classes="level", markup=False)
            for flag in flags:
                yield Static(flag_text(flag, self._tones), classes="flag", markup=False)

    def action_level(self, number: int) -> None:
        """Go to one of the three lists."""
        self.page.scroll_to_widget(self.query_one(f"#level-{number}"), top=True, animate=False, immediate=True)
