"""A move, found among all of them by typing a few letters."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from coach.model.move import Move
from coach.service.coach import Coach
from coach.tui.dialogs.narrowing import NarrowingDialog
from coach.tui.text import one_line, plain

_NAME = 30


class MoveDialog(NarrowingDialog[str]):
    """A list that narrows while typing: names, muscles, positions and what is needed; gives back an id."""

    TITLE_TEXT = "Add a move"
    KEYS_TEXT = "↑ ↓ choose   enter add it   esc leave"
    PLACEHOLDER = "type to search: calf, seated, strap …"

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._safety = coach.day.safety()

    def found(self, word: str) -> Iterable[tuple[str, Content]]:
        words = word.lower().split()
        for move in self._coach.knowledge.moves.values():
            if all(said in _searched(move) for said in words):
                yield move.id, _line(move)

    def about(self, chosen: str | None) -> Content:
        if chosen is None:
            return plain("no move speaks of that")
        move = self._coach.knowledge.moves[chosen]
        why = self._safety.why_no_move(move)
        return plain(f"Withheld from you: {why.name}. {move.purpose}" if why else move.start)

    def take(self, chosen: str) -> None:
        self.dismiss(chosen)


def _searched(move: Move) -> str:
    return " ".join((move.name, move.purpose, move.position, *move.muscles, *move.equipment)).lower()


def _line(move: Move) -> Content:
    """The move's name, and in grey its position and what it needs."""
    needs = ", ".join((move.position, *move.equipment))
    return Content.assemble(Content(one_line(move.name, _NAME)), plain(needs).stylize("$muted"))
