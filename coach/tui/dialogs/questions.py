"""The first questions: what makes the usual advice wrong for someone; all of it can be left."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region, Spacing
from textual.widgets import Static

from coach.model.condition import Condition
from coach.service.coach import Coach
from coach.tui.dialogs.answer_sheet import AnswerSheet
from coach.tui.dialogs.dialog import Dialog
from coach.tui.telling import telling
from coach.tui.text import plain
from coach.tui.widgets.answer_rows import AGE, FLAGS, REGION, opening
from coach.tui.widgets.row import Row
from coach.tui.widgets.row_list import RowList

SAVE = "?save"
RED_FLAG = "red-flag-active"
"""The condition whose tick shows what to do about it at once."""
_INTRO = (
    "Some usual advice is wrong for some people. Tick what fits you; the last row saves. Nothing leaves this "
    "machine, and the , key changes it later.\n"
    "Not ticked is not cleared: if in doubt, ask first. Unanswered, coach pushes nothing: no goals, no minerals, "
    "no rubbing, warmth or standing."
)


class Asked(Enum):
    """What became of the questions."""

    ANSWERED = "answered"
    LEFT = "left"


class QuestionsDialog(Dialog[Asked]):
    """One list from top to bottom; only its last row answers, so that nobody answers what they have not seen."""

    TITLE_TEXT = "A few questions about your health"
    KEYS_TEXT = "space tick   ↑ ↓ move   esc not now   c cramp now"
    DEFAULT_CSS = """
    QuestionsDialog {
        #panel { height: 100%; max-height: 44; }
        #page { height: 1fr; }
        #intro { color: $muted; margin-bottom: 1; }
        #why { dock: bottom; height: 5; padding-top: 1; color: $muted; background: $surface; }
        &.-narrow #why { height: 6; }
        &.-short #panel { padding: 0 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "turn(1)", "tick, or open", show=False),
        Binding("right", "choose(1)", "the next one", show=False, id="turn.more"),
        Binding("left", "choose(-1)", "the one before", show=False, id="turn.less"),
        Binding("exclamation_mark", "red_flags", "warning signs", show=False),
        Binding("c", "cramp_now", "cramp now", show=False),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]
        self._coach = coach
        self._sheet = AnswerSheet(coach, _is_asked)

    def content(self) -> ComposeResult:
        yield Static(_INTRO, id="intro", markup=False)
        yield RowList()
        yield Static(id="why", markup=False)

    def on_mount(self) -> None:
        self._show()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        self.call_after_refresh(self._fit)

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self._follow)

    def on_row_list_moved(self) -> None:
        self._follow()
        self._say()

    def on_row_list_marked(self) -> None:
        self.action_turn(1)

    def on_row_list_opened(self) -> None:
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Answer the row, or do what it names."""
        row = self.query_one(RowList).cursor
        if row == SAVE:
            self._save()
        elif row == FLAGS:
            self.action_red_flags()
        elif row is not None and self._sheet.turn(row, by):
            self._show()
            if row == RED_FLAG and row in self._sheet.answers.ticked:
                self.action_red_flags()

    def action_choose(self, by: int) -> None:
        """Go through what a row offers; a tick is not changed by an arrow."""
        if self.query_one(RowList).cursor in {AGE, REGION}:
            self.action_turn(by)

    def action_red_flags(self) -> None:
        from coach.tui.dialogs.red_flags import RedFlagsDialog

        self.app.push_screen(RedFlagsDialog(self._coach))

    async def action_cramp_now(self) -> None:
        """Help comes before questions; they are still there afterwards."""
        await self.app.run_action("cramp_now", self.app)

    def action_leave(self) -> None:
        self.dismiss(Asked.LEFT)

    def _save(self) -> None:
        with telling(self):
            self._coach.profile.answer(self._sheet.changed)
            self.dismiss(Asked.ANSWERED)

    def _show(self) -> None:
        ticked = len(self._sheet.answers.ticked)
        said = (
            f"Save: {ticked} of these {'fits' if ticked == 1 else 'fit'} me"
            if ticked
            else "Save: none of these fits me"
        )
        rows = self.query_one(RowList)
        rows.rows = [*self._sheet.rows(), Row(), opening(said, SAVE)]
        rows.styles.height = len(rows.rows)
        self._say()

    def _say(self) -> None:
        row = self.query_one(RowList).cursor or ""
        said = (
            "It counts from now on; a tick can be changed at any time." if row == SAVE else self._sheet.about(row)
        )
        self.query_one("#why", Static).update(plain(said))

    def _fit(self) -> None:
        # The page takes all that the panel leaves it.
        self.page.styles.max_height = None
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        """Keep the row under the cursor in sight; the first one shows what is said above it too."""
        rows = self.query_one(RowList)
        places = [number for number, row in enumerate(rows.rows) if row.id is not None]
        at = next((number for number in places if rows.rows[number].id == rows.cursor), None)
        if at is None:
            return
        if at == places[0]:
            self.page.scroll_home(animate=False, immediate=True)
            return
        line = Region(0, rows.virtual_region.y + at - 1, 1, 2)
        why = self.query_one("#why").outer_size.height
        self.page.scroll_to_region(line, spacing=Spacing(0, 0, why, 0), animate=False, immediate=True)


def _is_asked(condition: Condition) -> bool:
    return condition.asked
