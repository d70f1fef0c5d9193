"""One entry of the diary with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from coach.model.entry import Entry, Note
from coach.model.time_of_day import time_of_day
from coach.service.coach import Coach
from coach.tui.dialogs.page import PageDialog
from coach.tui.text import plain
from coach.tui.widgets.diary_rows import day_name
from coach.tui.widgets.entry_fields import called, own_fields, typed
from coach.tui.widgets.entry_kinds import KIND_NAMES


class EntryDialog(PageDialog[str]):
    """Every field, the notes on it, and where it was written; gives back `edit`, `delete` or `note` when asked."""

    KEYS_TEXT = "e edit   d delete   n note   ↑ ↓ move   esc leave"
    DEFAULT_CSS = """
    EntryDialog {
        .row { height: auto; }
        .row .name { width: 17; color: $muted; }
        .row .value { width: 1fr; }
        .page-heading { margin-top: 1; }
        #written { color: $faint; margin-top: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "ask('edit')", "edit", show=False),
        Binding("d,delete", "ask('delete')", "delete", show=False),
        Binding("n", "ask('note')", "note", show=False),
    ]

    def __init__(self, coach: Coach, entry: Entry, notes: Sequence[Note]) -> None:
        super().__init__()
        self._coach = coach
        self._entry = entry
        self._notes = notes
        self._notation = coach.profile.now().notation

    def title_text(self) -> str:
        at = f", {time_of_day(self._entry.at, self._notation.clock)}" if self._entry.at else ""
        name = KIND_NAMES[self._entry.kind].one
        return f"{name[0].upper()}{name[1:]}, {day_name(self._entry.day)}{at}"

    def content(self) -> ComposeResult:
        for name in own_fields(self._entry):
            if value := typed(self._entry, name, self._notation):
                yield from _row(called(name).label, value)
        if self._notes:
            yield Static("NOTES ON IT", classes="page-heading", markup=False)
            for note in self._notes:
                yield from _row(time_of_day(note.at, self._notation.clock) if note.at else "", note.text)
        entry = self._entry
        logged = entry.logged.astimezone(self._coach.now().tzinfo)
        at = f"{logged:%Y-%m-%d} {time_of_day(logged, self._notation.clock)}"
        written = f"written {at} by device {entry.device}, version {entry.rev}"
        yield Static(plain(f"id {entry.id}\n{written}"), id="written", markup=False)

    def action_ask(self, what: str) -> None:
        self.dismiss(what)


def _row(name: str, value: str) -> ComposeResult:
    with Horizontal(classes="row"):
        yield Static(plain(name), classes="name", markup=False)
        yield Static(plain(value), classes="value", markup=False)
