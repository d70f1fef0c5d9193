"""Stopping a session before its end: what becomes of what was done."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain
from coach.tui.widgets.dose_words import clock_time


class Stop(StrEnum):
    """What the person wants of a session they stopped."""

    KEEP = "keep"
    DISCARD = "discard"
    GO_ON = "go on"


class StopDialog(Dialog[Stop]):
    """Asks what to do with what was held so far; escape goes on."""

    TITLE_TEXT = "Stop here?"
    KEYS_TEXT = "k keep what was done   d discard it   g go on"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k,enter", "choose('keep')", "keep", show=False),
        Binding("d", "choose('discard')", "discard", show=False),
        Binding("g,space,escape", "choose('go on')", "go on", show=False),
    ]

    def __init__(self, routine: str, held_s: float) -> None:
        super().__init__()
        self._routine = routine
        self._held_s = held_s

    def content(self) -> ComposeResult:
        yield Static(plain(f"{self._routine}: {clock_time(self._held_s)} held so far."))

    def action_choose(self, choice: str) -> None:
        self.dismiss(Stop(choice))
