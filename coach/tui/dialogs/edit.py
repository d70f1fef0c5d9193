"""An entry, changed field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.model.entry import Entry
from coach.service.coach import Coach
from coach.service.editing import editable, edited
from coach.tui.dialogs.fields import Field, FieldsDialog
from coach.tui.widgets.diary_rows import KIND_NAMES
from coach.tui.widgets.entry_fields import called, typed


class EditDialog(FieldsDialog[Entry]):
    """The fields of an entry that may change; gives back the entry as it is then."""

    KEYS_TEXT = "enter save   tab next   empty for none   esc leave"

    def __init__(self, coach: Coach, entry: Entry) -> None:
        super().__init__()
        self._coach = coach
        self._entry = entry

    def title_text(self) -> str:
        return f"Change this {KIND_NAMES[self._entry.kind].one}"

    def names(self) -> Sequence[str]:
        """The fields that are offered, in order."""
        return [name for name in editable(self._entry) if name != "of"]

    def fields(self) -> list[Field]:
        notation = self._coach.profile.now().notation
        return [
            Field(name, called(name).label, typed(self._entry, name, notation), called(name).takes)
            for name in self.names()
        ]

    def check(self, name: str, text: str) -> None:
        edited(self._coach, self._entry, {name: text})

    def write(self, changed: Mapping[str, str]) -> None:
        self.dismiss(self._coach.entries.edit(self._entry.id, changed) if changed else None)
