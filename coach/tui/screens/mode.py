"""What the four modes have in common: the top line, the footer, and looking whether the diary has changed."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer

from coach.service.coach import Coach
from coach.tui.messages import ModeShown
from coach.tui.telling import telling
from coach.tui.widgets.foot_line import FootLine
from coach.tui.widgets.row_list import RowList
from coach.tui.widgets.top_line import TopLine

LOOK_EVERY_S = 2


class ModeScreen(Screen[None]):
    """A mode: composed of `body`, reloaded whenever it is shown again or anyone wrote to the diary."""

    MODE: ClassVar[str]
    DEFAULT_CSS = """
    ModeScreen Footer {
        padding-left: 2;
        background: $background;
    }
    ModeScreen Footer.-compact FooterLabel { margin: 0 1; }
    ModeScreen Footer KeyGroup.-compact { padding-left: 0; }
    ModeScreen.-narrow Footer { padding-left: 0; }
    """

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (110, "-wide")]
        self.coach = coach
        self._seen: object = None
        self._drawn: object = None
        self._looking: Timer | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(self.MODE, self.coach.settings.keys.now())
        yield from self.body()
        yield FootLine()

    def body(self) -> ComposeResult:
        """The mode's own widgets, between the top line and the footer."""
        raise NotImplementedError

    def reload(self) -> None:
        """Show what the diary says now; cheap, and the same however often it is called."""
        raise NotImplementedError

    def marks(self) -> object:
        """A value that is another one as soon as what is shown may be out of date."""
        day = self.coach.current_day()
        return day, self.coach.day.marks(day)

    def help_now(self) -> str:
        """What the mode is for and how one works in it, as it is now."""
        return self.HELP or ""

    def on_mount(self) -> None:
        self._looking = self.set_interval(LOOK_EVERY_S, self.look)

    def on_screen_suspend(self) -> None:
        if self._looking is not None:
            self._looking.pause()

    def on_screen_resume(self) -> None:
        if self._looking is not None:
            self._looking.resume()
        self._show_again()
        self.post_message(ModeShown())

    def on_app_focus(self) -> None:
        self.look()

    def on_resize(self, _: events.Resize) -> None:
        self._show_again()

    def look(self) -> None:
        """Reload when another process or device wrote, or a new day began."""
        with telling(self), self.coach.one_look():
            if self.marks() != self._seen:
                self.refresh_view()

    def refresh_view(self) -> None:
        """Reload, and remember what the diary looked like."""
        with telling(self), self.coach.one_look():
            self._drawn = None
            self._seen = self.marks()
            self.reload()
            self._drawn = self._made_from(self._seen)

    def _made_from(self, marks: object) -> object:
        """Diary and time, room, content and own keys."""
        return marks, self._room(), self.coach.library, self.coach.settings.keys.now()

    def _room(self) -> object:
        """The sizes that rows are made for; those of lists are known only once all is laid out."""
        return self.size, [widget.size for widget in (*self.children, *self.query(RowList))]

    def _show_again(self) -> None:
        """Reload if anything that a screen is made from is otherwise.

        A screen is shown or sized two or three times at each start and switch (tests.bench.daily --only modes).
        """
        with telling(self), self.coach.one_look():
            if self._drawn != self._made_from(self.marks()):
                self.refresh_view()
