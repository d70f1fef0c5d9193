"""The routine editor: the steps of an own routine, added, dropped, moved and dosed."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from coach.errors import CoachError
from coach.model.entry import Side
from coach.model.order import MOST_ROUNDS, Order
from coach.model.routine import (
    Routine,
    Step,
    with_dose,
    with_step,
    with_step_moved,
    without_step,
)
from coach.model.text import clean
from coach.service.coach import Coach
from coach.session.timeline import unroll
from coach.tui.help import HELP
from coach.tui.telling import telling
from coach.tui.text import plain
from coach.tui.widgets.dose_words import clock_time
from coach.tui.widgets.editor_rows import editor_rows
from coach.tui.widgets.foot_line import FootLine
from coach.tui.widgets.row_list import RowList
from coach.tui.widgets.top_line import TopLine

_MOVE = Binding.Group("move", compact=True)
_EARLIER, _LATER = "less_than_sign,shift+up,ctrl+up", "greater_than_sign,shift+down,ctrl+down"


class EditorScreen(Screen[str]):
    """Edits a routine until it is saved or let go; gives back the id of the saved one.

    Nothing is written before `ctrl+s`. A fault is said below the steps, and everything stays as it is.
    """

    HELP = HELP["editor"]
    DEFAULT_CSS = """
    EditorScreen {
        Footer { padding-left: 2; background: $background; }
        Footer.-compact FooterLabel { margin: 0 1; }
        Footer KeyGroup.-compact { padding-left: 0; }
        #title { height: 1; margin: 1 3 0 3; max-width: 90; }
        #legs { height: 1; margin: 0 3 1 3; color: $muted; }
        RowList { margin: 0 1 0 0; max-width: 92; }
        #fault { color: $warning; margin: 1 3; height: auto; max-width: 76; }
        &.-narrow Footer { padding-left: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="editor.add"),
        Binding("x,delete", "drop", "drop", key_display="x", id="editor.drop"),
        Binding("enter", "dose", "dose", key_display="enter", id="editor.dose"),
        Binding(_EARLIER, "shift(-1)", "up", key_display="<", group=_MOVE, id="editor.up"),
        Binding(_LATER, "shift(1)", "down", key_display=">", group=_MOVE, id="editor.down"),
        Binding("o", "order", "legs in turn or leg by leg", show=False, id="editor.order"),
        Binding("s", "side", "which leg begins", show=False, id="editor.side"),
        Binding("r", "rounds", "how often all is done", show=False, id="editor.rounds"),
        Binding("n", "name", "name", id="editor.name"),
        Binding("ctrl+s", "save", "save", key_display="^s", id="editor.save"),
        Binding("escape,q", "leave", "leave", key_display="esc", id="editor.leave"),
    ]
    AUTO_FOCUS = "RowList"

    def __init__(self, coach: Coach, routine: Routine, *, new: bool) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (110, "-wide")]
        self.coach = coach
        self.routine = routine
        self._saved = None if new else routine
        self._moves = coach.knowledge.moves
        safety = coach.day.safety()
        self._withheld = {one.id for one in self._moves.values() if safety.why_no_move(one)}

    def compose(self) -> ComposeResult:
        yield TopLine("stretch", self.coach.settings.keys.now())
        yield Static(id="title", markup=False)
        yield Static(id="legs", markup=False)
        yield RowList()
        yield Static(id="fault", markup=False)
        yield FootLine()

    def on_mount(self) -> None:
        self._say("")
        self._show()

    def on_resize(self, _: events.Resize) -> None:
        self.call_after_refresh(self._show)

    def on_row_list_opened(self) -> None:
        self.action_dose()

    # Keys

    def action_add(self) -> None:
        """Add a move after the step under the cursor."""
        from coach.tui.dialogs.move import MoveDialog

        def chosen(move: str | None) -> None:
            if move is not None:
                place = 0 if self._place is None else self._place + 1
                self._become(with_step(self.routine, place, Step(move=move)), place)

        with telling(self):
            self.app.push_screen(MoveDialog(self.coach), chosen)

    def action_drop(self) -> None:
        """Drop the step under the cursor."""
        if (place := self._place) is not None:
            self._become(without_step(self.routine, place), min(place, len(self.routine.steps) - 2))

    def action_shift(self, by: int) -> None:
        """Move the step under the cursor up or down."""
        if self._place is not None:
            self._become(*with_step_moved(self.routine, self._place, by))

    def action_dose(self) -> None:
        """Type how long and how often the step under the cursor is done."""
        from coach.tui.dialogs.dose import DoseDialog

        if (place := self._place) is None:
            return
        step = self.routine.steps[place]

        def typed(changed: Step | None) -> None:
            if changed is not None:
                self._become(with_dose(self.routine, place, changed), place)

        self.app.push_screen(DoseDialog(step, self._moves[step.move]), typed)

    def action_order(self) -> None:
        """One leg after the other, or both in turn."""
        turned = Order.LEG_BY_LEG if self.routine.order is Order.ALTERNATE else Order.ALTERNATE
        self._become(replace(self.routine, order=turned), self._place)

    def action_side(self) -> None:
        """Begin with the other leg."""
        other = Side.RIGHT if self.routine.start_side is Side.LEFT else Side.LEFT
        self._become(replace(self.routine, start_side=other), self._place)

    def action_rounds(self) -> None:
        """Do all of it once more, and after the most rounds once again."""
        self._become(replace(self.routine, rounds=self.routine.rounds % MOST_ROUNDS + 1), self._place)

    def action_name(self) -> None:
        from coach.tui.dialogs.line import LineDialog

        def named(name: str | None) -> None:
            if name is not None:
                self._become(replace(self.routine, name=clean(name)), self._place)

        self.app.push_screen(LineDialog("What is it called?", "evening, short", self.routine.name), named)

    def action_save(self) -> None:
        """Write the routine's file, or say what is wrong with it."""
        try:
            saved = self.coach.routine_files.save(self.routine)
        except CoachError as error:
            self._say(f"{error.message}; {error.hint}" if error.hint else error.message)
            return
        self.notify(f"{saved.name} is saved", timeout=4, markup=False)
        self.dismiss(saved.id)

    def action_leave(self) -> None:
        """Leave; what is not saved is asked about."""
        from coach.tui.dialogs.choice import ChoiceDialog

        if self.routine == self._saved:
            self.dismiss(None)
            return

        def decided(choice: str | None) -> None:
            if choice == "save":
                self.action_save()
            elif choice == "drop":
                self.dismiss(None)

        options = [
            ("save", "Save it", ""),
            ("drop", "Leave without saving", "changes are lost"),
        ]
        self.app.push_screen(ChoiceDialog("This is not saved yet", options), decided)

    @property
    def _place(self) -> int | None:
        """The index of the step under the cursor."""
        cursor = self.query_one(RowList).cursor
        return None if cursor is None else int(cursor)

    def _become(self, routine: Routine, place: int | None) -> None:
        self.routine = routine
        self._say("")
        self._show()
        self.query_one(RowList).cursor = None if place is None else str(place)

    def _say(self, fault: str) -> None:
        line = self.query_one("#fault", Static)
        line.update(plain(fault))
        line.display = bool(fault)

    def _show(self) -> None:
        routine = self.routine
        rows = self.query_one(RowList)
        columns = rows.size.width or self.size.width
        rows.rows = editor_rows(routine, self._moves, self._withheld, columns=columns)
        length = clock_time(unroll(routine, self._moves).total_s) if routine.steps else "0:00"
        state = "" if routine == self._saved else "   not saved yet"
        title = Content.assemble(
            plain(routine.name).stylize("bold $foreground"), (f"   {length}", "$muted"), (state, "$warning")
        )
        self.query_one("#title", Static).update(title)
        turn = "legs in turn" if routine.order is Order.ALTERNATE else "leg by leg"
        times = "once" if routine.rounds == 1 else f"{routine.rounds} rounds"
        told = f"{turn}, {routine.start_side} first, {times}"
        held = self.coach.settings.keys.now()
        keys = [
            piece
            for action, name in (("order", "legs"), ("side", "side"), ("rounds", "rounds"))
            for piece in (("   " + held.shown(f"editor.{action}"), "$primary"), f" {name}")
        ]
        self.query_one("#legs", Static).update(Content.assemble(told, *keys))
