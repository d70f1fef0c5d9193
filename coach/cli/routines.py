"""Routines and moves, as this person can do them."""

from __future__ import annotations

from typing import Any

import click
import msgspec

from coach.advice.fitted import Fitted
from coach.advice.links import Address, Shelf
from coach.cli import ids
from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import paragraph, print_json, say, table
from coach.cli.see_also import show_see_also
from coach.cli.words import length
from coach.errors import BadInputError
from coach.model.dose import Dose, SegmentKind
from coach.model.move import Move
from coach.service.coach import Coach
from coach.service.sessions import RoutineView
from coach.session.timeline import dose_of


@click.command()
@click.argument("wanted", required=False, metavar="[ID]", shell_complete=ids.routines)
@click.option("--new", "name", metavar="NAME", help="Write an example of your own, to edit.")
@json_option
@pass_coach
def routines(coach: Coach, wanted: str | None, name: str | None, as_json: bool) -> None:
    """The routines, or one of them.

    What does not go with your profile is left out and named. With --new a commented file is written, which is
    a routine of your own from then on.
    """
    if name is not None:
        if wanted is not None or as_json:
            raise BadInputError("--new takes a name and nothing else", 'as in: coach routines --new "After work"')
        made = coach.own_files.new_routine(name)
        say(f"{made.name}: {made.path}")
        say(f"Edit that file, then: coach check. To start it: coach stretch {made.id}")
        return
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
@click.argument("wanted", required=False, metavar="[ID]", shell_complete=ids.moves)
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
                "withheld" if safety.why_no_move(move) else "",
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


def show_fitting(coach: Coach, fitted: Fitted) -> None:
    """Name the moves that are left out for this person, what takes their place, and why; and what to heed."""
    known = coach.knowledge.moves
    for replacement in fitted.replacements:
        left_out = known[replacement.move].name
        instead = f"{known[replacement.instead].name} instead" if replacement.instead else "rest instead"
        paragraph(f"{left_out} is {replacement.why}", first=f"{instead}: ")
    for caution in fitted.cautions:
        paragraph(caution, first="For you: ")


def _routine_object(view: RoutineView) -> dict[str, Any]:
    withheld = str(view.fitted.withheld) if view.fitted.withheld else None
    fields: dict[str, Any] = msgspec.to_builtins(view)
    return fields | {"withheld": withheld}


def _move_object(coach: Coach, move: Move) -> dict[str, Any]:
    why = coach.day.safety().why_no_move(move)
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
    show_fitting(coach, view.fitted)
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
    show_see_also(coach, Address(Shelf.ROUTINE, view.id))


def _show_move(coach: Coach, move: Move) -> None:
    say(f"{move.name}: {move.purpose}")
    say()
    if why := coach.day.safety().why_no_move(move):
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
    show_see_also(coach, Address(Shelf.MOVE, move.id))


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
