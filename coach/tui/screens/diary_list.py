"""The list of the diary: everything that was logged, newest first, to read, mend and delete."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import Static

from coach.advice.describe import describe
from coach.model.entry import Entry
from coach.service.coach import Coach
from coach.tui.screens.mode import ModeScreen
from coach.tui.telling import tell, telling
from coach.tui.text import one_line
from coach.tui.widgets.diary_filter import Filter
from coach.tui.widgets.diary_rows import diary_rows, filter_line, notes_on, nothing_yet
from coach.tui.widgets.entry_kinds import KIND_NAMES
from coach.tui.widgets.row_list import RowList

FIRST_DAYS = 60
NEAR_THE_END = 15
_KINDS = (None, *KIND_NAMES)


class DiaryList(ModeScreen):
    """A list of entries under their days; it reaches further back as one goes down."""

    DEFAULT_CSS = """
    DiaryList {
        #filter { height: 1; padding: 0 3; margin-bottom: 1; max-width: 116; }
        #nothing { padding: 1 3; max-width: 76; color: $muted; height: 1fr; }
        RowList { margin: 0 1 0 0; max-width: 116; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="enter", id="diary.open"),
        Binding("e", "edit", "edit", id="diary.edit"),
        Binding("d,delete", "delete", "delete", key_display="d", id="diary.delete"),
        Binding("n", "note", "note", show=False, id="diary.note"),
        Binding("f", "filter", "filter", id="diary.filter"),
    ]

    only: reactive[Filter] = reactive(Filter(), init=False)
    """Which entries are shown."""

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self._reach_days = FIRST_DAYS
        self._entries: list[Entry] = []
        self._read: object = None

    def body(self) -> ComposeResult:
        yield Static(id="filter", markup=False)
        yield RowList()
        yield Static(id="nothing", markup=False)

    def marks(self) -> object:
        return self._reach_days, self.coach.entries.marks(self._reach_days)

    def reload(self) -> None:
        if (marks := DiaryList.marks(self)) != self._read:
            self._entries = self.coach.entries.log(days=self._reach_days)
            self._read = marks
        self._show()

    def shown_entries(self) -> Sequence[Entry]:
        """The entries that the rows may be of."""
        return self._entries

    def moved(self, row: str) -> None:  # noqa: ARG002
        """The cursor of the rows is elsewhere."""
        self._reach_back()

    def opened(self, row: str) -> None:  # noqa: ARG002
        """The row under the cursor was asked for."""
        self._open()

    def watch_only(self) -> None:
        self.refresh_view()
        self._reach_back()

    @on(events.Click, "#filter")
    def filter_clicked(self) -> None:
        self.action_filter()

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        self.moved(message.row)

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        self.opened(message.row)

    def on_row_list_marked(self, message: RowList.Marked) -> None:
        self.opened(message.row)

    def action_open(self) -> None:
        self.query_one(RowList).open()

    def action_filter(self) -> None:
        """Show the next kind of entry there is, or all again."""
        there = {entry.kind for entry in self._entries}
        kinds = [kind for kind in _KINDS if kind is None or kind in there]
        here = kinds.index(self.only.kind) if self.only.kind in kinds else 0
        self.only = self.only.of_kind(kinds[(here + 1) % len(kinds)])

    def action_find(self) -> None:
        """Choose what to show, or words to look for."""
        from coach.tui.dialogs.diary_filter import FilterDialog

        self.app.push_screen(FilterDialog(self.only, self._entries), self._found)

    def action_all(self) -> None:
        """Show everything again."""
        self.only = Filter()

    def action_edit(self) -> None:
        """Change the entry under the cursor."""
        from coach.tui.dialogs.edit import EditDialog

        if (entry := self._entry) is not None:
            self.app.push_screen(EditDialog(self.coach, entry), self._edited)

    def action_delete(self) -> None:
        """Delete the entry under the cursor at once; undo brings it back."""
        if (entry := self._entry) is not None:
            self._step_off(entry.id)
            with telling(self):
                self.coach.entries.delete(entry.id)
                said = one_line(describe(entry, self.coach.profile.now().units), 40).strip()
                undo = self.coach.settings.keys.now().shown("app.undo")
                self.notify(f"deleted: {said}\n{undo} brings it back", timeout=5, markup=False)
            self.refresh_view()

    def action_note(self) -> None:
        """Write a line about the entry under the cursor."""
        from coach.tui.dialogs.line import LineDialog

        if (entry := self._entry) is not None:
            dialog = LineDialog("A note on this entry", "what you want to remember")
            self.app.push_screen(dialog, lambda text: self._noted(entry, text))

    def _found(self, only: Filter | None) -> None:
        if only is not None:
            self.only = only

    def _open(self) -> None:
        from coach.tui.dialogs.entry import EntryDialog

        if (entry := self._entry) is not None:
            notes = notes_on(self.shown_entries()).get(entry.id, [])
            self.app.push_screen(EntryDialog(self.coach, entry, notes), self._asked)

    def _asked(self, what: str | None) -> None:
        match what:
            case "edit":
                self.action_edit()
            case "delete":
                self.action_delete()
            case "note":
                self.action_note()

    def _edited(self, entry: Entry | None) -> None:
        if entry is not None:
            self.refresh_view()
            self.query_one(RowList).cursor = entry.id
            self.notify("changed", timeout=3, markup=False)

    def _noted(self, entry: Entry, text: str | None) -> None:
        if text:
            with telling(self):
                tell(self, self.coach.day.note(text, of=entry.id, day=entry.day), self.coach)
            self.refresh_view()

    def _show(self) -> None:
        today = self.coach.current_day()
        rows = self.query_one(RowList)
        rows.pinned = 0
        rows.rows = diary_rows(
            self._entries,
            only=self.only,
            today=today,
            notation=self.coach.profile.now().notation,
            columns=rows.size.width or self.size.width,
        )
        shown = sum(row.id is not None for row in rows.rows)
        since = today - timedelta(days=self._reach_days - 1)
        self.query_one("#filter", Static).update(filter_line(self.only, shown, since, today))
        nothing = self.query_one("#nothing", Static)
        nothing.update(nothing_yet(self.only))
        nothing.display = not shown
        rows.display = bool(shown)

    def _reach_back(self) -> None:
        """Read further back while the cursor is near the end of what is shown and the diary goes on."""
        rows = self.query_one(RowList)
        with telling(self):
            first = self.coach.entries.first_day()
            all_days = (self.coach.current_day() - first).days + 1 if first else 0
            while self._reach_days < all_days and _is_near_the_end(rows):
                self._reach_days *= 2
                self.refresh_view()

    def _step_off(self, entry: str) -> None:
        """Put the cursor on a neighbour of a row that is about to go."""
        rows = self.query_one(RowList)
        ids = [row.id for row in rows.rows if row.id is not None]
        at = ids.index(entry) if entry in ids else 0
        neighbours = [*ids[at + 1 : at + 2], *ids[max(0, at - 1) : at]]
        if neighbours:
            rows.cursor = neighbours[0]

    def action_walk_list(self, steps: int) -> None:
        """Put the cursor on the first entry of the day before, or of the day after."""
        rows = self.query_one(RowList)
        days = {entry.id: entry.day for entry in self._entries}
        listed = [row.id for row in rows.rows if row.id in days]
        heads = [one for n, one in enumerate(listed) if n == 0 or days[one] != days[listed[n - 1]]]
        if rows.cursor in days:
            here = next(n for n, one in enumerate(heads) if days[one] == days[rows.cursor])
            rows.cursor = heads[max(0, min(len(heads) - 1, here - steps))]

    @property
    def _entry(self) -> Entry | None:
        cursor = self.query_one(RowList).cursor
        return next((entry for entry in self.shown_entries() if entry.id == cursor), None)


def _is_near_the_end(rows: RowList) -> bool:
    ids = [row.id for row in rows.rows if row.id is not None]
    return not ids or rows.cursor in ids[-NEAR_THE_END:]
