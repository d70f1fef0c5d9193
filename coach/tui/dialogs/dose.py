"""The dose of one step, typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from textual.app import ComposeResult
from textual.widgets import Static

from coach.errors import BadInputError
from coach.model.dose import SegmentKind
from coach.model.move import Move
from coach.model.routine import Step
from coach.tui.dialogs.fields import Field, FieldsDialog

_ONE = {
    SegmentKind.HOLD: "hold, seconds",
    SegmentKind.REPETITIONS: "seconds a time",
    SegmentKind.STEADY: "go on, seconds",
}
_TAKES = {
    "hold_s": "give seconds above 0, at most 3600",
    "repetitions": "give a whole number from 1 to 200",
    "rest_s": "give seconds from 0 to 600",
}


class DoseDialog(FieldsDialog[Step]):
    """Seconds, how often, and the rest between; what is left empty is the move's own dose."""

    KEYS_TEXT = "enter take it   tab next   esc leave"

    def __init__(self, step: Step, move: Move) -> None:
        super().__init__()
        self._step = step
        self._move = move

    def title_text(self) -> str:
        return self._move.name

    def fields(self) -> list[Field]:
        own = self._move.dose
        return [
            Field("hold_s", _ONE[self._move.segment], _typed(self._step.hold_s), f"own: {own.hold_s:g}"),
            Field("repetitions", "how often", _typed(self._step.repetitions), f"own: {own.repetitions}"),
            Field("rest_s", "rest, seconds", _typed(self._step.rest_s), f"own: {own.rest_s:g}"),
        ]

    def below(self) -> ComposeResult:
        yield Static("What is left empty is as the move has it.", classes="label", markup=False)

    def check(self, name: str, text: str) -> None:
        with_typed(self._step, {name: text})

    def write(self, changed: Mapping[str, str]) -> None:
        self.dismiss(with_typed(self._step, changed))


def with_typed(step: Step, typed: Mapping[str, str]) -> Step:
    """The step with fields as typed, nothing for the move's own; raises BadInputError that says what one takes."""
    values: dict[str, Any] = msgspec.to_builtins(step)
    for name, text in typed.items():
        said = text.strip().removesuffix("s").strip().replace(",", ".")
        try:
            value = None if not said else int(said) if name == "repetitions" else float(said)
            msgspec.convert({"move": step.move, name: value}, Step)
        except ValueError:
            raise BadInputError(f"that cannot be {text.strip()!r}", _TAKES[name]) from None
        values[name] = value
    return msgspec.convert(values, Step)


def _typed(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
