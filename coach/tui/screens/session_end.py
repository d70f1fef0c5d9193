"""The page at the end of a session: what was done, and one key to say how it felt."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from coach.model.entry import Felt, Session
from coach.service.coach import Coach
from coach.tui.help import HELP
from coach.tui.messages import RedFlagsWanted
from coach.tui.sounding import Sounding
from coach.tui.telling import telling
from coach.tui.widgets.foot_line import FootLine
from coach.tui.widgets.prose import Prose
from coach.tui.widgets.session_summary import summary_lines
from coach.tui.widgets.top_line import TopLine

TEND_EVERY_S = 0.5
TENDED_TIMES = 20
"""By then the last tone is over, or its player has been given up."""


class SessionEndScreen(Screen[None]):
    """Shows a session that is logged; how it felt is written at once, and can be changed until it is left.

    `sounding` is the session's, whose last tone may still be heard here.
    """

    HELP = HELP["session_end"]
    DEFAULT_CSS = """
    SessionEndScreen {
        Footer { padding-left: 2; background: $background; FooterLabel { margin: 0 1; } }
        VerticalScroll { margin: 1 3 0 3; scrollbar-size-vertical: 1; }
        &.-narrow Footer { padding-left: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "felt('easier')", "easier"),
        Binding("s", "felt('same')", "same"),
        Binding("h", "felt('harder')", "harder"),
        Binding("p", "felt('pain')", "it hurt"),
        Binding("exclamation_mark", "red_flags", "warnings", key_display="!"),
        Binding("enter,space,escape,q", "leave", "done", key_display="enter"),
    ]

    def __init__(self, coach: Coach, session: Session, sounding: Sounding) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal")]
        self.coach = coach
        self._done = session
        self._sounding = sounding
        self._left = False

    def compose(self) -> ComposeResult:
        yield TopLine("stretch")
        with VerticalScroll():
            yield Prose()
        yield FootLine()

    def on_mount(self) -> None:
        self.set_interval(TEND_EVERY_S, self._sounding.tend, repeat=TENDED_TIMES)
        with telling(self):
            for fault in self.coach.entries.faults():
                self.notify(fault, severity="warning", timeout=10, markup=False)
            self._show()

    def on_unmount(self) -> None:
        self._sounding.close()

    def on_screen_suspend(self) -> None:
        # Left for another mode, it has been read: whoever comes back wants the routines, not this page.
        self._left = self not in self.app.screen_stack

    def on_screen_resume(self) -> None:
        if self._left and self.is_current:
            self.dismiss()

    def action_felt(self, felt: str) -> None:
        """Write how it felt beside the last time."""
        with telling(self):
            written = self.coach.entries.edit(self._done.id, {"felt": felt})
            if isinstance(written, Session):
                self._done = written
            self._show()

    def action_red_flags(self) -> None:
        self.post_message(RedFlagsWanted())

    def action_leave(self) -> None:
        self.dismiss()

    def _show(self) -> None:
        moves = self.coach.knowledge.moves
        self.query_one(Prose).lines = summary_lines(
            self._done, moves, self._ticked(), gentler=self._is_offered_gentler()
        )

    def _is_offered_gentler(self) -> bool:
        """Whether the routine will be offered in a gentler way the next time."""
        return self._done.felt is Felt.PAIN and any(
            view.id == self._done.routine and view.hurt for view in self.coach.sessions.routines()
        )

    def _ticked(self) -> list[str]:
        """The items of its day that the session counts for, with how far each is."""
        if not self._done.finished:
            return []
        items = self.coach.knowledge.items
        return [
            view.label if view.target == 1 else f"{view.label}, {view.amount:g} of {view.target}"
            for view in self.coach.day.today(self._done.day).items
            if view.id in items and self._done.routine in items[view.id].routines
        ]
