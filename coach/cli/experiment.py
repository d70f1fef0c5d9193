"""One change tried for six weeks: started, stopped, gone on with, and how it stands."""

from __future__ import annotations

import click

from coach.advice.experiment import BASELINE_DAYS, TRYING_DAYS
from coach.advice.experiment_view import ExperimentView, progress_words
from coach.advice.next_step import BEDTIME_ITEM
from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import paragraph, print_json, say
from coach.service.coach import Coach


@click.group()
def experiment() -> None:
    """Try one change for six weeks and see what the diary says.

    First a fortnight of doing as always, then six weeks with the change, then before and after are compared.
    """


@experiment.command()
@click.argument("change", default=BEDTIME_ITEM, metavar="[ITEM]")
@json_option
@pass_coach
def start(coach: Coach, change: str, as_json: bool) -> None:
    """Declare one item of the checklist as the change; without ITEM the stretch before bed.

    Never a medicine, a supplement, extra water or salt, or leaving off alcohol.
    """
    view = coach.experiments.start(change)
    if as_json:
        print_json(view)
        return
    say(f"experiment: {view.name}")
    paragraph(
        f"First {BASELINE_DAYS} days of doing as always, then {TRYING_DAYS} days with it. "
        "Change nothing else, and say each morning how the night was: coach cramp --none, or coach cramp."
    )
    _tell(view)


@experiment.command()
@json_option
@pass_coach
def stop(coach: Coach, as_json: bool) -> None:
    """Stop the experiment that runs; what was written stays."""
    _answer(coach.experiments.stop(), as_json=as_json)


@experiment.command()
@json_option
@pass_coach
def resume(coach: Coach, as_json: bool) -> None:
    """Go on with the one that was stopped; the days between do not count."""
    _answer(coach.experiments.resume(), as_json=as_json)


@experiment.command()
@json_option
@pass_coach
def status(coach: Coach, as_json: bool) -> None:
    """How every experiment stands, the newest first."""
    views = coach.experiments.views()
    if as_json:
        print_json(views)
    elif not views:
        say("no experiment yet; coach experiment start begins one")
    for place, view in enumerate(() if as_json else views):
        if place:
            say()
        say(view.name)
        _tell(view)


def _answer(view: ExperimentView, *, as_json: bool) -> None:
    if as_json:
        print_json(view)
    else:
        say(f"experiment: {view.name}")
        _tell(view)


def _tell(view: ExperimentView) -> None:
    stands = progress_words(view)
    paragraph(f"{stands[:1].upper()}{stands[1:]}.", indent=2)
    if view.after.of:
        paragraph(f"Done on {view.after.done} of {view.after.of} days.", indent=2)
    if view.reminder:
        paragraph(view.reminder, indent=2, first="Today: ")
    paragraph(view.verdict, indent=2)
    for warning in view.warnings:
        paragraph(warning, indent=2, first="Mind: ")
