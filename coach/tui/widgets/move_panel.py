"""How a move is done, step by step, with the cue that is on standing out."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from coach.model.move import Move
from coach.tui.widgets.prose import BLANK, Line, Prose, paragraph


def cue_lines(move: Move, cue: int | None, *, preparing: bool) -> tuple[Line, ...]:
    """The move's start, its numbered cues and its caution; what is on now is bright, the rest steps back."""
    lines = [paragraph(move.start, "strong" if preparing else "faint"), BLANK]
    for number, text in enumerate(move.cues):
        here = number == cue
        tone = "strong" if here else "muted"
        lines.append(
            Line(((text, tone),), f"{'▸' if here else ' '} {number + 1}  ", "primary" if here else "faint")
        )
    if move.caution:
        lines += [BLANK, Line(((move.caution, "muted"),), "▌ ", "warning", lead_again=True)]
    return tuple(lines)


class MovePanel(Vertical):
    """The panel beside the countdown; the place of the figure that shows the move."""

    def compose(self) -> ComposeResult:
        yield Prose()

    def show(self, move: Move, cue: int | None, *, preparing: bool) -> None:
        """Show the move with the cue that is on."""
        self.query_one(Prose).lines = cue_lines(move, cue, preparing=preparing)
