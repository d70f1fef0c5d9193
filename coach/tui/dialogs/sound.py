"""What is heard of a guided session on this machine, and whether it works."""

from __future__ import annotations

import shlex
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from coach.cues.quiet import is_quiet
from coach.model.time_of_day import time_of_day
from coach.service.coach import Coach
from coach.tui.dialogs.dialog import Dialog
from coach.tui.sounding import Sounding
from coach.tui.telling import telling
from coach.tui.text import plain

TEND_EVERY_S = 0.5
_BELL = "No player was found here, so the terminal's bell rings."


class SoundDialog(Dialog[None]):
    """Shows and turns this machine's settings for sound; enter plays every tone."""

    TITLE_TEXT = "Sound"
    KEYS_TEXT = "enter test sound   s sound   v voice   esc leave"
    DEFAULT_CSS = """
    SoundDialog #why { color: $muted; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,t", "test", "test sound", show=False),
        Binding("s", "turn('sound')", "sound on or off", show=False),
        Binding("v", "turn('speech')", "voice on or off", show=False),
        Binding("q,M", "leave", "leave", show=False),
    ]

    def __init__(self, coach: Coach, sounding: Sounding) -> None:
        super().__init__()
        self._coach = coach
        self._sounding = sounding
        self._tending: Timer | None = None

    def content(self) -> ComposeResult:
        yield Static(id="state")
        yield Static(id="why", markup=False)

    def on_mount(self) -> None:
        self._tending = self.set_interval(TEND_EVERY_S, self._tend)
        self._tell()

    def action_test(self) -> None:
        """Play all tones, and the voice when it is on; the terminal's bell when nothing can play them."""
        self._sounding.test()
        self._tell()

    def action_turn(self, key: str) -> None:
        """Turn a setting of this machine on or off."""
        with telling(self):
            self._coach.settings.set(key, "no" if self._coach.settings.get(key) else "yes")
            self._sounding.reload()
        self._tell()

    def _tend(self) -> None:
        for fault in self._sounding.tend():
            self.notify(fault, severity="warning", timeout=8, markup=False)
        self._tell()

    def _tell(self) -> None:
        held = self._sounding.settings
        heard_by = self._sounding.heard_by
        rows = (
            ("Sound", _on(held.sound), "" if heard_by == "bell" else f"by {heard_by}"),
            ("Voice", _on(held.speech), "names each move and side" if held.speech else ""),
            ("At each cue", shlex.join(held.on_step) or "no command", ""),
            ("Notices", held.notices, "while you look elsewhere" if held.notices != "off" else ""),
        )
        self.query_one("#state", Static).update(
            Content("\n").join(
                Content.assemble((f"{name:<14}", "$muted"), plain(said), (f"   {beside}", "$muted"))
                for name, said, beside in rows
            )
        )
        self.query_one("#why", Static).update("\n".join(self._remarks(heard_by)))

    def _remarks(self, heard_by: str) -> list[str]:
        remarks = [_BELL] if heard_by == "bell" else []
        with telling(self):
            person = self._coach.person()
            if is_quiet(self._coach.now(), person.awake_from, person.awake_until):
                night, morning = (time_of_day(at, person.clock) for at in (person.awake_until, person.awake_from))
                remarks.append(f"Between {night} and {morning} it is quiet; m in a session sounds all the same.")
        remarks.append("The others change with: coach settings on_step, coach settings notices.")
        return remarks


def _on(value: bool) -> str:
    return "on" if value else "off"
