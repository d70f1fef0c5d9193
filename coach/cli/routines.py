"""Routines and moves, as this person can do them."""

from __future__ import annotations

from typing import Any

import click
import msgspec

from coach.advice.safety import Replacement
from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import paragraph, print_json, say, table
from coach.cli.words import length
from coach.model.move import Dose, Move, SegmentKind
from coach.service.coach import Coach
from coach.service.sessions import RoutineView
from coach.session.timeline import dose_of


@click.command()
@click.argument("wanted", required=False, metavar="[ID]")
@json_option
@pass_coach
def routines(coach: Coach, wanted: str | None, as_json: bool) -> None:
    """The routines, or one of them.

    What does not go with your profile is left out and named.
    """
    if wanted is None:
        views = coach.sessions.routines()
        if as_json:
            print_json([_routine_object(view) for view in views])
            return
        table((view.id, view.name, length(view.seconds), _positions(view), _withheld(view)) for view in views)
        say()
        say("One of them: coach routines ID. To start it: coach stretch ID.")
        return
    view = coach.sessions.routine(wanted)
    if as_json:
        print_json(_routine_object(view))
    else:
        _show_routine(coach, view)


@click.command()
@click.argument("wanted", required=False, metavar="[ID]")
@json_option
@pass_coach
def moves(coach: Coach, wanted: str | None, as_json: bool) -> None:
    """The moves, or one of them."""
    safety = coach.day.safety()
    if wanted is None:
        known = coach.knowledge.moves.values()
        if as_json:
            print_json([_move_object(coach, move) for move in known])
            return
        table(
            (
                move.id,
                move.name,
                move.position,
                move.purpose,
                "withheld" if safety.why_withheld(move.withhold_if) else "",
            )
            for move in known
        )
        say()
        say("One of them: coach moves ID.")
        return
    move = coach.sessions.move(wanted)
    if as_json:
        print_json(_move_object(coach, move))
    else:
        _show_move(coach, move)


def show_replacements(coach: Coach, replacements: tuple[Replacement, ...]) -> None:
    """Name the moves that are left out for this person, what takes their place, and why."""
    known = coach.knowledge.moves
    for replacement in replacements:
        left_out = known[replacement.move].name
        instead = f"{known[replacement.instead].name} instead" if replacement.instead else "rest instead"
        paragraph(f"{left_out} is {replacement.why}", first=f"{instead}: ")


def _routine_object(view: RoutineView) -> dict[str, Any]:
    withheld = str(view.fitted.withheld) if view.fitted.withheld else None
    fields: dict[str, Any] = msgspec.to_builtins(view)
    return fields | {"withheld": withheld}


def _move_object(coach: Coach, move: Move) -> dict[str, Any]:
    why = coach.day.safety().why_withheld(move.withhold_if)
    fields: dict[str, Any] = msgspec.to_builtins(move)
    return fields | {"withheld": str(why) if why else None}


def _positions(view: RoutineView) -> str:
    return ", ".join(view.positions)


def _withheld(view: RoutineView) -> str:
    if why := view.fitted.withheld:
        return f"withheld: {why.name}"
    return "adapted to your profile" if view.fitted.replacements else ""


def _show_routine(coach: Coach, view: RoutineView) -> None:
    routine = view.fitted.routine
    say(f"{view.name}, {length(view.seconds)}")
    say()
    if why := view.fitted.withheld:
        paragraph(f"It is {why}")
        if view.instead:
            say(f"Instead: coach stretch {view.instead}")
        say()
    show_replacements(coach, view.fitted.replacements)
    paragraph(routine.when, first="When: ")
    paragraph(coach.knowledge.cited(routine.why), first="Why: ")
    paragraph(f"{routine.evidence}", first="Evidence: ")
    if routine.note:
        paragraph(coach.knowledge.cited(routine.note), first="Note: ")
    paragraph(_positions(view), first="Position: ")
    paragraph(", ".join(view.equipment) or "nothing", first="You need: ")
    say()
    known = coach.knowledge.moves
    table(
        (
            (known[step.move].id, known[step.move].name, _dose(dose_of(step, known[step.move]), known[step.move]))
            for step in routine.steps
        ),
        indent=2,
    )
    say()
    say(f"To start it: coach stretch {view.id}")


def _show_move(coach: Coach, move: Move) -> None:
    say(f"{move.name}: {move.purpose}")
    say()
    if why := coach.day.safety().why_withheld(move.withhold_if):
        paragraph(f"It is {why}")
        say()
    paragraph(move.start)
    for number, cue in enumerate(move.cues, start=1):
        paragraph(cue, first=f"{number}. ")
    say()
    paragraph(_dose(move.dose, move), first="Dose: ")
    paragraph(", ".join(move.muscles), first="Muscles: ")
    paragraph(", ".join(move.equipment) or "nothing", first="You need: ")
    for lead, said in (("Take care: ", move.caution), ("Easier: ", move.easier), ("Harder: ", move.harder)):
        if said:
            paragraph(said, first=lead)


def _dose(dose: Dose, move: Move) -> str:
    sides = ", each leg" if move.per_side else ""
    rest = f", {dose.rest_s:g} s rest between" if dose.rest_s and dose.repetitions > 1 else ""
    match move.segment:
        case SegmentKind.HOLD:
            said = f"hold {dose.hold_s:g} s" + (f", {dose.repetitions} times" if dose.repetitions > 1 else "")
        case SegmentKind.REPETITIONS:
            said = f"{dose.repetitions} repetitions of {dose.hold_s:g} s"
        case SegmentKind.STEADY:
            said = f"keep going for {length(dose.hold_s)}" + (
                f", {dose.repetitions} times" if dose.repetitions > 1 else ""
            )
    return f"{said}{rest}{sides}"
