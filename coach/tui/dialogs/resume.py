"""A session that was cut off: go on with it, keep what was done, or let it go."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.service.progress import Progress
from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain


class CutOff(StrEnum):
    """What becomes of it."""

    RESUME = "resume"
    KEEP = "keep"
    DISCARD = "discard"


class ResumeDialog(Dialog[CutOff]):
    """Asks once; esc leaves it for the next start."""

    TITLE_TEXT = "A session was cut off"
    KEYS_TEXT = "enter go on with it   k keep what was done   d let it go   esc ask me next time"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,r", "choose('resume')", "go on with it", show=False),
        Binding("k", "choose('keep')", "keep what was done", show=False),
        Binding("d", "choose('discard')", "let it go", show=False),
    ]

    def __init__(self, cut_off: Progress) -> None:
        super().__init__()
        self._cut_off = cut_off

    def content(self) -> ComposeResult:
        session = self._cut_off.session
        view = session.view(session.seen)
        began = self._cut_off.started
        yield Static(plain(f"{session.timeline.name}, begun {began:%A} at {began:%H:%M}."))
        yield Static(
            plain(f"Move {view.segment.step} of {view.segment.steps}; {round(view.held_s)} s held so far.")
        )

    def action_choose(self, choice: str) -> None:
        self.dismiss(CutOff(choice))
