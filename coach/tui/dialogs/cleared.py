"""What a clinician said yes to: noted with its date, asked again after a year, taken back at any time."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.model.ruling import Topic
from coach.service.coach import Coach
from coach.tui.dialogs.dialog import Dialog
from coach.tui.telling import telling
from coach.tui.text import plain
from coach.tui.widgets.cleared_rows import about_cleared, cleared_rows, said_yes
from coach.tui.widgets.row_list import RowList

_NOTHING = (
    "Nothing waits for a clinician's yes. What is withheld stays so; what has not been answered is asked first."
)


class ClearedDialog(Dialog[None]):
    """A row for each thing that is asked about; each change is written at once. `topic` is where the cursor is."""

    TITLE_TEXT = "Ask first: what a clinician said yes to"
    KEYS_TEXT = "space they said yes, or take it back   esc done"
    DEFAULT_CSS = """
    ClearedDialog {
        RowList { max-height: 9; }
        .about { color: $muted; }
        #why { height: 6; margin-top: 1; }
        &.-short RowList { max-height: 5; }
        &.-tall RowList { max-height: 19; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,enter", "turn", "yes or take it back", show=False)]

    def __init__(self, coach: Coach, topic: Topic | None = None) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-medium"), (34, "-tall")]
        self._coach = coach
        self._topic = topic

    def content(self) -> ComposeResult:
        yield RowList()
        yield Static(id="why", classes="about", markup=False)

    def on_mount(self) -> None:
        self._show()
        if self._topic is not None:
            self.query_one(RowList).cursor = self._topic

    def on_row_list_moved(self) -> None:
        self._say()

    def on_row_list_marked(self) -> None:
        self.action_turn()

    def on_row_list_opened(self) -> None:
        self.action_turn()

    def action_turn(self) -> None:
        """Note that a clinician said yes today, or take a yes back."""
        if (row := self.query_one(RowList).cursor) is None:
            return
        topic, profile = Topic(row), self._coach.profile
        with telling(self):
            if topic in said_yes(self._coach.day.safety(), profile.now()):
                profile.take_back_yes(topic)
            else:
                profile.clinician_said_yes(topic)
        self._show()

    def _show(self) -> None:
        coach = self._coach
        rows = self.query_one(RowList)
        rows.rows = cleared_rows(coach.day.safety(), coach.profile.now(), coach.current_day())
        rows.styles.height = max(1, len(rows.rows))
        rows.display = bool(rows.rows)
        self._say()

    def _say(self) -> None:
        coach, row = self._coach, self.query_one(RowList).cursor
        said = _NOTHING
        if row is not None:
            said = about_cleared(Topic(row), coach.day.safety(), coach.profile.now(), coach.current_day())
        self.query_one("#why", Static).update(plain(said))
