"""When it is not a matter for stretching: the red flags, the most urgent first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from coach.model.cause import Urgency
from coach.service.coach import Coach
from coach.tui.dialogs.page import PageDialog
from coach.tui.night import night_dialog
from coach.tui.text import plain
from coach.tui.widgets.red_flag_text import (
    BESIDE,
    BY_NIGHT,
    BY_THEME,
    HEADINGS,
    brief_text,
    flag_text,
    shared_action,
)


class RedFlagsDialog(PageDialog[None]):
    """First what to call for help for, in a few words and with whom to call; then each sign in full, by urgency.

    `night` makes it dark whatever the theme.
    """

    TITLE_TEXT = "When it is more than a cramp"
    KEYS_TEXT = "1 now  2 today  3 soon  4 in full  ↑ ↓  esc leave"
    DEFAULT_CSS = """
    RedFlagsDialog {
        #panel { width: 76; max-width: 96%; padding: 1 2; }
        .level { margin-bottom: 1; }
        .flag { margin-bottom: 1; }
        #briefly { height: auto; margin-bottom: 1; }
        #briefly Static { width: 1fr; }
        #briefly Static:first-child { margin-right: 2; }
        &.-narrow #briefly Static { margin-right: 0; }
        &.-narrow #briefly { layout: vertical; }
    }
    """
    CSS = night_dialog("RedFlagsDialog")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "level(1)", "now", show=False),
        Binding("2", "level(2)", "today", show=False),
        Binding("3", "level(3)", "soon", show=False),
        Binding("4", "level(4)", "now, in full", show=False),
        Binding("exclamation_mark", "leave", "leave", show=False),
    ]

    def __init__(self, coach: Coach, *, night: bool = False) -> None:
        super().__init__(classes="-night" if night else None)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal")]
        self._flags = coach.cramps.red_flags()
        self._tones = BY_NIGHT if night else BY_THEME

    def content(self) -> ComposeResult:
        (emergency, urgent), *later = self._flags
        yield self._heading(1, emergency, BESIDE[emergency], shared_action(urgent))
        middle = (len(urgent) + 1) // 2
        with Horizontal(id="briefly"):
            yield Static(brief_text(urgent[:middle]), markup=False)
            yield Static(brief_text(urgent[middle:]), markup=False)
        in_full = [(level, BESIDE[level], flags) for level, flags in later]
        in_full.append((emergency, "the same in full", urgent))
        for number, (level, beside, flags) in enumerate(in_full, 2):
            yield self._heading(number, level, beside)
            for flag in flags:
                yield Static(flag_text(flag, self._tones), classes="flag", markup=False)

    def action_level(self, number: int) -> None:
        """Go to one of the lists."""
        self.page.scroll_to_widget(self.query_one(f"#level-{number}"), top=True, animate=False, immediate=True)

    def _heading(self, number: int, level: Urgency, beside: str, action: str = "") -> Static:
        urgent = self._tones.urgent
        heading = Content.assemble((HEADINGS[level], f"bold {urgent}"), (f"  {beside}", self._tones.muted))
        if action:
            heading = Content("\n").join((heading, plain(f"→ {action}").stylize(urgent)))
        return Static(heading, id=f"level-{number}", classes="level", markup=False)
