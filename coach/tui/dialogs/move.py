"""A move, found among all of them by typing a few letters."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.model.move import Move
from coach.service.coach import Coach
from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import one_line, plain
from coach.tui.widgets.plain_input import PlainInput

_NAME = 30


class MoveDialog(Dialog[str]):
    """A list that narrows while typing: names, muscles, positions and what is needed; gives back an id."""

    TITLE_TEXT = "Add a move"
    KEYS_TEXT = "↑ ↓ choose   enter add it   esc leave"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "up", show=False, priority=True),
        Binding("down", "move(1)", "down", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    MoveDialog {
        OptionList { height: 10; margin-top: 1; text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size: 0 1; }
        #about { color: $muted; height: 2; margin-top: 1; }
        &.-short OptionList { height: 6; }
    }
    """

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]
        self._coach = coach
        self._safety = coach.day.safety()

    def content(self) -> ComposeResult:
        yield PlainInput(placeholder="type to search: calf, seated, strap …")
        yield OptionList()
        yield Static(id="about", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        self._take()

    def on_option_list_option_selected(self) -> None:
        self._take()

    def on_option_list_option_highlighted(self) -> None:
        self._say_about()

    def action_move(self, by: int) -> None:
        found = self.query_one(OptionList)
        if found.option_count:
            found.highlighted = ((found.highlighted or 0) + by) % found.option_count

    def _narrow(self, word: str) -> None:
        words = word.lower().split()
        moves = [
            move for move in self._coach.knowledge.moves.values() if all(said in _searched(move) for said in words)
        ]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(_line(move), id=move.id) for move in moves)
        options.highlighted = 0 if moves else None
        self._say_about()

    def _say_about(self) -> None:
        move = self._chosen()
        about = self.query_one("#about", Static)
        if move is None:
            about.update("no move speaks of that")
            return
        why = self._safety.why_withheld(move.withhold_if)
        about.update(plain(f"Withheld from you: {why.name}. {move.purpose}" if why else move.start))

    def _chosen(self) -> Move | None:
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return None
        return self._coach.knowledge.moves[options.get_option_at_index(options.highlighted).id or ""]

    def _take(self) -> None:
        move = self._chosen()
        if move is not None:
            self.dismiss(move.id)


def _searched(move: Move) -> str:
    return " ".join((move.name, move.purpose, move.position, *move.muscles, *move.equipment)).lower()


def _line(move: Move) -> Content:
    """The move's name, and in grey its position and what it needs."""
    needs = ", ".join((move.position, *move.equipment))
    return Content.assemble(Content(one_line(move.name, _NAME)), plain(needs).stylize("$muted"))
