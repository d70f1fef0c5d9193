"""The details of a cramp, asked once it has let go; all of them optional."""

from __future__ import annotations

from collections.abc import Sequence

from coach.model.entry import Cramp
from coach.service.coach import Coach
from coach.tui.dialogs.edit import EditDialog
from coach.tui.night import night_dialog

_DETAILS = (
    "pain",
    "side",
    "woke",
    "minutes",
    "site",
    "released_by",
    "activity",
    "triggers",
    "new_medicine",
    "note",
    "at",
)


class CrampDialog(EditDialog):
    """What only the person knows of a cramp that is logged already; dark, for it is asked at any hour."""

    CSS = night_dialog("CrampDialog")

    def __init__(self, coach: Coach, cramp: Cramp) -> None:
        super().__init__(coach, cramp)
        self.add_class("-night")

    def title_text(self) -> str:
        return "The cramp: say what you like, leave the rest"

    def names(self) -> Sequence[str]:
        return _DETAILS
