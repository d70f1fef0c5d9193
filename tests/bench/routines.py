"""Routines made for measuring, and a home that has them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.support.questions import answer_questions

LEAD_IN_S = 2

_HEAD = """
name = "{name}"
when = "For measuring"
why = "Its times are known."
evidence = "weak"
sources = ["S63"]
change_position_s = {lead_in}
change_side_s = 3
"""
_STEP = """
[[steps]]
move = "{move}"
hold_s = {hold_s}
repetitions = {repetitions}
rest_s = {rest_s}
"""


@dataclass(frozen=True)
class Measured:
    """A routine for measuring; each step is a move, its hold in seconds, repetitions and rest in seconds."""

    id: str
    name: str
    steps: tuple[tuple[str, float, int, float], ...]

    def toml(self) -> str:
        """It as a content file."""
        head = _HEAD.format(name=self.name, lead_in=LEAD_IN_S)
        return head + "".join(
            _STEP.format(move=move, hold_s=hold_s, repetitions=repetitions, rest_s=rest_s)
            for move, hold_s, repetitions, rest_s in self.steps
        )


TIMED = Measured(
    "bench-timed",
    "Three minutes, timed",
    (
        ("hamstring-chair", 6.5, 3, 2.5),
        ("march-seated", 1.5, 16, 0),
        ("brisk-walk", 20, 1, 0),
        ("calf-wall", 7.3, 3, 3.1),
        ("quad-standing", 3.7, 3, 2),
    ),
)
"""Holds, rests, changes of side, repetitions and a steady move: 3 minutes of them."""
TIMED_QUICKLY = Measured(
    "bench-timed-quickly", "Half a minute, timed", (("hamstring-chair", 2.5, 2, 1.5), ("march-seated", 1.5, 4, 0))
)
MOVING = Measured("bench-moving", "Moving for a long time", (("march-seated", 2, 200, 0),))
HOLDING = Measured("bench-holding", "One long hold", (("hamstring-chair", 900, 1, 0),))


def home_with(folder: Path, *routines: Measured) -> Path:
    """`folder` made a home whose own content has these routines, of someone who answered the safety questions."""
    answer_questions(folder)
    own = folder / "data" / "content" / "routines"
    own.mkdir(parents=True)
    for routine in routines:
        (own / f"{routine.id}.toml").write_text(routine.toml(), encoding="utf-8")
    return folder
