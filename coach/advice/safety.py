"""What is left out for whom, what takes its place, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from coach.model.cause import Condition
from coach.model.entry import Cramp, Site
from coach.model.move import Move
from coach.model.routine import Routine, Step

_CRAMP_TODAY = {Site.CALF: "calf-cramp-today", Site.FOOT: "foot-cramp-today", Site.TOES: "foot-cramp-today"}


class Withheld(msgspec.Struct, frozen=True):
    """Why something is left out for this person, and whom to ask."""

    condition: str
    name: str
    why: str
    ask: str

    def __str__(self) -> str:
        return f"withheld: {self.name}. {self.why} Ask {self.ask}."


class Replacement(msgspec.Struct, frozen=True):
    """A move that is withheld, and the gentler one in its place; None when the right answer is rest."""

    move: str
    instead: str | None
    why: Withheld


class Fitted(msgspec.Struct, frozen=True):
    """A routine as this person can do it; `withheld` when nothing of it is left or all of it is wrong."""

    routine: Routine
    replacements: tuple[Replacement, ...] = ()
    withheld: Withheld | None = None


class Safety(msgspec.Struct, frozen=True):
    """The conditions that hold for the person now, and what is known of each."""

    held: frozenset[str]
    known: Mapping[str, Condition]

    def why_withheld(self, tags: Iterable[str]) -> Withheld | None:
        """Why a thing with these `withhold_if` tags is left out, or None when nothing speaks against it.

        Of several reasons it is the gravest: conditions are listed with those that stop everything first. One
        that only follows from another is no reason beside that other.
        """
        holding = [tag for tag in tags if tag in self.held]
        if not holding:
            return None
        followed = {implied for tag in holding if tag in self.known for implied in self.known[tag].implies}
        reasons = [tag for tag in holding if tag not in followed] or holding
        places = {condition: place for place, condition in enumerate(self.known)}
        tag = min(reasons, key=lambda tag: places.get(tag, len(places)))
        known = self.known.get(tag)
        if known is None:
            name = tag.replace("-", " ")
            return Withheld(tag, name, "It does not go with what you told coach.", "a clinician")
        return Withheld(tag, known.name, known.why, known.ask)


def safety_now(told: frozenset[str], cramps_today: Iterable[Cramp], known: Mapping[str, Condition]) -> Safety:
    """The conditions that hold now: those told, those that follow from them, and the cramps of today."""
    held = set(told) | {_CRAMP_TODAY[cramp.site] for cramp in cramps_today if cramp.site in _CRAMP_TODAY}
    unfollowed = list(held)
    while unfollowed:
        condition = known.get(unfollowed.pop())
        new = set(condition.implies if condition else ()) - held
        held |= new
        unfollowed.extend(new)
    return Safety(frozenset(held), known)


def fit(routine: Routine, moves: Mapping[str, Move], safety: Safety) -> Fitted:
    """The routine for this person: a withheld move gives way to a gentler one, or else to rest."""
    if whole := safety.why_withheld(routine.withhold_if):
        return Fitted(routine, withheld=whole)
    steps: list[Step] = []
    replacements: list[Replacement] = []
    for step in routine.steps:
        why = safety.why_withheld(moves[step.move].withhold_if)
        if why is None:
            steps.append(step)
            continue
        gentler = _gentler(step.move, moves, safety)
        replacements.append(Replacement(step.move, gentler, why))
        if gentler is not None and gentler not in {taken.move for taken in (*steps, *routine.steps)}:
            steps.append(Step(move=gentler))
    if not steps:
        return Fitted(routine, tuple(replacements), replacements[0].why)
    return Fitted(msgspec.structs.replace(routine, steps=tuple(steps)), tuple(replacements))


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
        if safety.why_withheld(moves[gentler].withhold_if) is None:
            return gentler
        seen.add(gentler)
        gentler = moves[gentler].gentler
    return None
