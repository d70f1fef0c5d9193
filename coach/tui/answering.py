"""The app's part in what people say about themselves: the first questions, and the profile."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from coach.errors import StorageError
from coach.tui.messages import AnswersWanted
from coach.tui.modes import ModesApp
from coach.tui.telling import telling

if TYPE_CHECKING:
    from coach.tui.dialogs.questions import Asked


class AnsweringApp(ModesApp):
    """An app that asks before it advises; questions that were left do not come by themselves again."""

    def ask_first(self) -> None:
        """Ask the health questions of someone who has neither answered nor left them."""
        # A diary that cannot be read is told by the mode beneath.
        with suppress(StorageError):
            if self.coach.profile.now().answered is None and self.coach.settings.now().first_questions:
                self.action_questions()

    def action_questions(self) -> None:
        """Ask what makes the usual advice wrong for this person."""
        from coach.tui.dialogs.questions import QuestionsDialog

        with telling(self):
            self.push_screen(QuestionsDialog(self.coach), self._asked)

    def action_profile(self) -> None:
        from coach.tui.dialogs.profile import ProfileDialog

        with telling(self):
            self.push_screen(ProfileDialog(self.coach), self.refresh_mode)

    def on_answers_wanted(self, message: AnswersWanted) -> None:
        if message.where == "questions":
            self.action_questions()
        else:
            self.action_profile()

    def _asked(self, outcome: Asked | None) -> None:
        from coach.tui.dialogs.questions import Asked

        with telling(self):
            if outcome is Asked.LEFT and self.coach.settings.now().first_questions:
                self.coach.settings.set("first_questions", "no")
        self.refresh_mode()
