"""After a session that hurt: the same routine in a gentler way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from coach.model.entry import Entry, Felt, Session
from coach.model.move import Move
from coach.model.routine import Routine, Step

REMEMBERED = timedelta(days=42)
"""Six weeks: after that, what hurt once says little about today."""
_TELLING = frozenset({Felt.PAIN, Felt.EASIER, Felt.SAME})
"""What settles the question; harder, or no answer, leaves it as it was."""


def hurt_last(entries: Iterable[Entry], today: date) -> frozenset[str]:
    """The routines that hurt within the last 42 days and have not been told to feel easier or the same since."""
    told = [
        entry
        for entry in entries
        if isinstance(entry, Session) and entry.felt in _TELLING and today - entry.day <= REMEMBERED
    ]
    last = {entry.routine: entry.felt for entry in sorted(told, key=lambda entry: entry.started)}
    return frozenset(routine for routine, felt in last.items() if felt is Felt.PAIN)


def gentler_way(routine: Routine, moves: Mapping[str, Move]) -> Routine | None:
    """The routine with every move replaced by its gentler one, where there is one; None when none has any.

    A gentler move has its own dose, and stands in the routine once.
    """
    steps: list[Step] = []
    for step in routine.steps:
        gentler = moves[step.move].gentler
        if gentler not in moves:
            steps.append(step)
        elif gentler not in {taken.move for taken in (*steps, *routine.steps)}:
            steps.append(Step(move=gentler))
    changed = tuple(steps)
    return None if changed == routine.steps or not changed else replace(routine, steps=changed)
