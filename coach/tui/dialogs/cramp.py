"""The details of a cramp, asked once it has let go; all of them optional."""

from __future__ import annotations

from collections.abc import Sequence

from coach.tui.dialogs.edit import EditDialog

_DETAILS = ("pain", "minutes", "woke", "side", "released_by", "activity", "triggers", "note", "at")


class CrampDialog(EditDialog):
    """What only the person knows of a cramp that is logged already."""

    def title_text(self) -> str:
        return "The cramp: say what you like, leave the rest"

    def names(self) -> Sequence[str]:
        return _DETAILS
