"""An entry, changed field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.model.cramp_words import SEVERAL
from coach.model.entry import Cramp, Entry
from coach.model.medicine import DO_NOT_STOP
from coach.model.notation import Notation
from coach.service.coach import Coach
from coach.service.editing import editable, edited
from coach.tui.dialogs.fields import Field, FieldsDialog
from coach.tui.widgets.entry_fields import called, typed, words_for
from coach.tui.widgets.entry_kinds import KIND_NAMES


class EditDialog(FieldsDialog[Entry]):
    """The fields of an entry that may change; gives back the entry as it is then."""

    KEYS_TEXT = "enter save   tab next   ↑ ↓ choose   empty for none   esc leave"

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
        return [self._field(name, notation) for name in self.names()]

    def _field(self, name: str, notation: Notation) -> Field:
        words = words_for(self._entry, name)
        value = typed(self._entry, name, notation)
        return Field(name, called(name).label, value, called(name).takes, words, name in SEVERAL)

    def check(self, name: str, text: str) -> None:
        edited(self._coach, self._entry, {name: text})

    def on_mount(self) -> None:
        self._coach.forms.open(self._entry, self.changed)

    def keep(self) -> None:
        self._coach.forms.keep()

    def leave(self) -> None:
        super().leave()
        self._coach.forms.close()

    def write(self, changed: Mapping[str, str]) -> None:
        entry = self._coach.entries.edit(self._entry.id, changed) if changed else None
        self.leave()
        if isinstance(entry, Cramp) and entry.new_medicine and "new_medicine" in changed:
            self.app.notify(DO_NOT_STOP, severity="warning", timeout=12, markup=False)
        self.dismiss(entry)
