"""What all dialogs share: a calm panel in the middle, escape to leave, nothing lost."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from coach.tui.text import plain
from coach.tui.widgets.key_line import KeyLine, key_line

T = TypeVar("T")
_AROUND = 8
"""Lines that the panel's own edges, the title and the keys take."""
_LEAST = 3


class Dialog(ModalScreen[T | None]):
    """A titled panel over the mode; `escape` closes it with nothing done.

    Title and keys stay where they are; what is between them scrolls when it is longer than the screen.
    """

    TITLE_TEXT: ClassVar[str] = ""
    KEYS_TEXT: ClassVar[str] = "enter do it   esc leave"
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 70%;
        #panel {
            width: 72;
            max-width: 96%;
            height: auto;
            max-height: 100%;
            background: $surface;
            padding: 1 3;
        }
        #page { height: auto; scrollbar-size: 0 1; scrollbar-gutter: stable; }
        .title { text-style: bold; margin-bottom: 1; }
        .keys { color: $muted; margin-top: 1; }
        .label { color: $muted; margin-top: 1; }
        .fault { color: $warning; }
        .page-heading { color: $muted; text-style: bold; }
        Input { border: none; background: $panel; height: 1; padding: 0 1; margin: 0; }
        Input:focus { border: none; background: $band; }
        OptionList { border: none; background: $surface; height: auto; max-height: 12; padding: 0; }
        OptionList:focus { border: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave", show=False)]

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static(plain(self.title_text()), classes="title", markup=False)
            page = VerticalScroll(id="page", can_focus=False)
            page.styles.max_height = _room(self.app.size.height)
            with page:
                yield from self.content()
            yield KeyLine(key_line(self.KEYS_TEXT), classes="keys")

    def title_text(self) -> str:
        return self.TITLE_TEXT

    def content(self) -> ComposeResult:
        """The dialog's own widgets, between title and keys."""
        raise NotImplementedError

    @property
    def page(self) -> VerticalScroll:
        """What scrolls."""
        return self.query_one("#page", VerticalScroll)

    def on_resize(self, event: events.Resize) -> None:
        self.page.styles.max_height = _room(event.size.height)

    async def on_key_line_pressed(self, message: KeyLine.Pressed) -> None:
        """A click on a key does what the key does."""
        active = self.active_bindings.get(message.key)
        if active is not None:
            await self.app.run_action(active.binding.action, active.node)

    def action_leave(self) -> None:
        self.dismiss(None)


def _room(lines: int) -> int:
    """The lines of a screen that are left for what scrolls."""
    return max(_LEAST, lines - _AROUND)
