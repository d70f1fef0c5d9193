"""A session that was cut off: go on with it, keep what was done, or let it go."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.model.time_of_day import HourClock, time_of_day
from coach.service.progress import LEAST_HELD_S, Progress
from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain
from coach.tui.widgets.dose_words import clock_time
from coach.tui.widgets.key_line import key_line


class CutOff(StrEnum):
    """What becomes of it."""

    RESUME = "resume"
    KEEP = "keep"
    DISCARD = "discard"


class ResumeDialog(Dialog[CutOff]):
    """Asks once; esc leaves it for the next start. What cannot go on can still be kept, if anything was held."""

    TITLE_TEXT = "A session was cut off"
    KEYS_TEXT = "enter go on   k keep it   d let it go   esc later"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,r", "choose('resume')", "go on with it", show=False),
        Binding("k", "choose('keep')", "keep what was done", show=False),
        Binding("d", "choose('discard')", "let it go", show=False),
    ]

    def __init__(self, cut_off: Progress, clock: HourClock) -> None:
        super().__init__()
        self._clock = clock
        self._cut_off = cut_off

    def on_mount(self) -> None:
        keys = [
            ("enter go on", self._goes_on),
            ("k keep it", self._is_kept),
            ("d let it go", True),
            ("esc later", True),
        ]
        self.query_one(".keys", Static).update(key_line("   ".join(said for said, holds in keys if holds)))

    @property
    def _goes_on(self) -> bool:
        return not self._cut_off.obstacle

    @property
    def _is_kept(self) -> bool:
        """Whether there is anything to keep."""
        session = self._cut_off.session
        return session.view(session.seen).held_s >= LEAST_HELD_S

    def content(self) -> ComposeResult:
        session = self._cut_off.session
        view = session.view(session.seen)
        began = self._cut_off.started
        day = f"{began:%A} {began.day} {began:%B}"
        yield Static(plain(f"{session.timeline.name}, begun on {day} at {time_of_day(began, self._clock)}."))
        held = f"{clock_time(view.held_s)} held so far" if self._is_kept else "nothing was held yet"
        yield Static(plain(f"Move {view.segment.step} of {view.segment.steps}; {held}."))
        if self._cut_off.obstacle:
            yield Static(plain(f"It cannot go on. {self._cut_off.obstacle}"), classes="fault")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action != "choose":
            return True
        return {CutOff.RESUME: self._goes_on, CutOff.KEEP: self._is_kept}.get(CutOff(str(parameters[0])), True)

    def action_choose(self, choice: str) -> None:
        self.dismiss(CutOff(choice))
