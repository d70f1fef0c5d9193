"""Why something is withheld: the whole reason, whom to ask, and what unlocks it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.advice.safety import Withheld
from coach.model.condition import UNANSWERED
from coach.model.ruling import Topic
from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain

QUESTIONS, PROFILE = "questions", "profile"


class WithheldDialog(Dialog[Topic | str]):
    """Gives back where `enter` leads: the topic that a clinician may have said yes to, or what to answer."""

    KEYS_TEXT = "esc leave"
    DEFAULT_CSS = """
    WithheldDialog {
        #reason { color: $warning; }
        .said { margin-top: 1; }
        #way { color: $muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "go on", show=False),
        Binding("space,q", "leave", "leave", show=False),
    ]

    def __init__(self, label: str, why: Withheld, asks_about: Topic | None) -> None:
        super().__init__()
        self._label = label
        self._why = why
        self._asks_about = asks_about

    def title_text(self) -> str:
        return self._label

    def content(self) -> ComposeResult:
        why = self._why
        yield Static(plain(f"{why.how[0].upper()}{why.how[1:]}: {why.name}"), id="reason", markup=False)
        yield Static(plain(why.why), classes="said", markup=False)
        yield Static(plain(why.way_on), id="way", classes="said", markup=False)
        yield Static(f"enter {self._leads_to()}", id="leads", classes="said", markup=False)

    def _leads_to(self) -> str:
        if self._asks_about is not None:
            return "they said yes: note it"
        return "the questions" if self._why.condition == UNANSWERED else "what you told coach about yourself"

    def action_go_on(self) -> None:
        """Go where it can be unlocked."""
        if self._asks_about is not None:
            self.dismiss(self._asks_about)
        else:
            self.dismiss(QUESTIONS if self._why.condition == UNANSWERED else PROFILE)
