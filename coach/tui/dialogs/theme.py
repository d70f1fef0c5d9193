"""All themes in a list; each is worn while the cursor is on it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain
from coach.tui.theme import THEMES, about
from coach.tui.widgets.choice_list import ChoiceList

_NO_COLOUR = "NO_COLOR is set here: nothing is coloured, whatever you choose for later."


class ThemeDialog(Dialog[str]):
    """Gives back the name of the theme that was kept; left with escape, the one from before is worn again.

    It stands aside and dims nothing, so that the mode below is the preview.
    """

    TITLE_TEXT = "Theme"
    KEYS_TEXT = "↑ ↓ try   enter keep   esc leave"
    DEFAULT_CSS = """
    ThemeDialog {
        align: right bottom;
        background: transparent;
        #panel { width: 46; }
        OptionList { max-height: 10; scrollbar-size: 0 1; }
        Static { height: auto; }
    }
    """

    def content(self) -> ComposeResult:
        if self.app.no_color:
            yield Static(_NO_COLOUR, classes="label", markup=False)
        yield ChoiceList(
            *(
                Option(Content.assemble(f"{name:<19}", plain(about(theme)).stylize("$muted")), id=name)
                for name, theme in ((name, self.app.available_themes[name]) for name in self._names())
            )
        )

    def on_mount(self) -> None:
        self._before = self.app.theme
        self.query_one(OptionList).highlighted = self._names().index(self._before)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option.id is not None and not self.app.no_color:
            self.app.theme = event.option.id

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_leave(self) -> None:
        self.app.theme = self._before
        self.dismiss(None)

    def _names(self) -> list[str]:
        """Ours first, then Textual's by name."""
        ours = [theme.name for theme in THEMES]
        return [*ours, *sorted(set(self.app.available_themes) - set(ours))]
