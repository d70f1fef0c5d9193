"""A routine as this person can do it: a withheld move gives way to a gentler one, or else to rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from coach.advice.safety import Safety, Withheld, topics_of
from coach.model.routine import Routine, Step
from coach.model.ruling import Topic

if TYPE_CHECKING:
    from coach.model.move import Move


class Replacement(msgspec.Struct, frozen=True):
    """A move that is withheld, and the gentler one in its place; None when the right answer is rest."""

    move: str
    instead: str | None
    why: Withheld


class Fitted(msgspec.Struct, frozen=True):
    """A routine as this person can do it; `withheld` when nothing of it is left or all of it is wrong.

    `cautions` are said beside it: how this person does its moves.
    """

    routine: Routine
    replacements: tuple[Replacement, ...] = ()
    withheld: Withheld | None = None
    cautions: tuple[str, ...] = ()


def fit(routine: Routine, moves: Mapping[str, Move], safety: Safety) -> Fitted:
    """The routine for this person: a withheld move gives way to a gentler one, or else to rest."""
    if whole := safety.why_withheld(routine.withhold_if, (Topic.ROUTINE,)):
        return Fitted(routine, withheld=whole)
    steps: list[Step] = []
    replacements: list[Replacement] = []
    for step in routine.steps:
        why = safety.why_no_move(moves[step.move])
        if why is None:
            steps.append(step)
            continue
        gentler = _gentler(step.move, moves, safety)
        replacements.append(Replacement(step.move, gentler, why))
        if gentler is not None and gentler not in {taken.move for taken in (*steps, *routine.steps)}:
            steps.append(Step(move=gentler))
    if not steps:
        return Fitted(routine, tuple(replacements), replacements[0].why)
    topics = (Topic.ROUTINE, *(topic for step in steps for topic in topics_of(moves[step.move])))
    cautions = safety.cautions(dict.fromkeys(topics))
    return Fitted(msgspec.structs.replace(routine, steps=tuple(steps)), tuple(replacements), cautions=cautions)


def instead_of(
    routine: Routine, routines: Mapping[str, Routine], moves: Mapping[str, Move], safety: Safety
) -> str | None:
    """The routine to do in the place of a withheld one; None when that, too, is withheld all the way."""
    seen = {routine.id}
    other = routine.instead
    while other in routines and other not in seen:
        if fit(routines[other], moves, safety).withheld is None:
            return other
        seen.add(other)
        other = routines[other].instead
    return None


def _gentler(move: str, moves: Mapping[str, Move], safety: Safety) -> str | None:
    seen = {move}
    gentler = moves[move].gentler
    while gentler and gentler not in seen and gentler in moves:
        if safety.why_no_move(moves[gentler]) is None:
            return gentler
        seen.add(gentler)
        gentler = moves[gentler].gentler
    return None
