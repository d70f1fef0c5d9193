"""Cramps: what to do now, when it is not a matter for stretching, and the record of them."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import click
import msgspec

from coach.advice.relief import QUESTION_AFTER, ReliefPlan
from coach.cli import ids
from coach.cli.answer import answer
from coach.cli.environment import pass_coach
from coach.cli.opening import open_app
from coach.cli.options import at_option, day_option, day_said, json_option, moment_said
from coach.cli.plain import ask_plain, is_plain
from coach.cli.printing import paragraph, print_json, say
from coach.cli.words import length
from coach.model.cause import ReliefStep, Urgency
from coach.model.cramp_words import ACTIVITY, RELEASED_BY, TRIGGERS, words_said
from coach.model.entry import Side, Site
from coach.service.coach import Coach

HEADINGS = {
    Urgency.EMERGENCY: "Emergency: get help now",
    Urgency.TODAY: "Today: have it looked at today",
    Urgency.SOON: "Soon: make an appointment",
}


@click.command()
@click.option("--none", "no_cramp", is_flag=True, help="no cramp last night")
@click.option("--site", metavar="MUSCLE", help=f"{', '.join(Site)}; calf without it", shell_complete=ids.muscles)
@click.option("--side", type=click.Choice([str(side) for side in Side]), help="which leg")
@click.option("--pain", type=click.IntRange(0, 10), metavar="0-10", help="how bad it was")
@click.option("--minutes", type=click.FloatRange(0, 1440), metavar="N", help="how long it held")
@at_option
@click.option("--woke/--no-woke", default=None, help="whether it woke you")
@click.option(
    "--released-by",
    metavar="WHAT",
    multiple=True,
    help=f"{words_said(RELEASED_BY)}; once for each",
    shell_complete=ids.released_by,
)
@click.option(
    "--activity", metavar="WHAT", help=f"before it: {words_said(ACTIVITY)}", shell_complete=ids.activities
)
@click.option(
    "--trigger",
    "triggers",
    metavar="WHAT",
    multiple=True,
    help=f"what you suspect: {words_said(TRIGGERS)}; once for each",
    shell_complete=ids.triggers,
)
@click.option("--new-medicine/--no-new-medicine", default=None, help="whether a medicine is new or was changed")
@click.option("--note", metavar="TEXT", help="anything worth remembering")
@day_option
@json_option
@pass_coach
def cramp(
    coach: Coach,
    /,
    *,
    no_cramp: bool,
    site: str | None,
    side: str | None,
    pain: int | None,
    minutes: float | None,
    at: str | None,
    day: str | None,
    as_json: bool,
    **more: Any,
) -> None:
    """Log a cramp, or a night without one.

    With --none, DAY is the day on whose morning the night ended.
    """
    on = day_said(coach, day)
    fields = {"site": site, "side": side, "pain": pain, "minutes": minutes, **more}
    said = {name: value for name, value in fields.items() if value not in {None, ()}}
    if not no_cramp:
        done = coach.cramps.log(at=moment_said(coach, at, on), day=on, **said)
    elif said or at is not None:
        raise click.UsageError("--none says that there was no cramp; it goes with --day alone")
    else:
        done = coach.cramps.no_cramp(day=on)
    answer(coach, done, on, as_json=as_json)


@click.command()
@click.argument("site", required=False, shell_complete=ids.sites)
@click.option("--plain", is_flag=True, callback=ask_plain, help="all of it in lines, without the app")
@pass_coach
def now(coach: Coach, site: str | None, plain: bool) -> None:
    """What to do about a cramp now, step by step.

    SITE is calf, foot, hamstring, quadriceps, shin or inner-thigh; without it, where the last cramp was.
    """
    plan = coach.cramps.relief(site)
    if not (plain or is_plain()):
        open_app(coach, site=plan.site)
    _show_relief(plan)


@click.command()
@json_option
@pass_coach
def red_flags(coach: Coach, as_json: bool) -> None:
    """Signs that need a clinician, by urgency."""
    levels = coach.cramps.red_flags()
    if as_json:
        flags = [flag for _, of_level in levels for flag in of_level]
        print_json([{"id": flag.id, "name": flag.problem} | msgspec.to_builtins(flag) for flag in flags])
        return
    for place, (level, of_level) in enumerate(levels):
        if place:
            say()
        say(HEADINGS[level])
        for flag in of_level:
            say()
            paragraph(flag.signs, indent=2)
            paragraph(f"{flag.problem}.", indent=4, first="May be: ")
            paragraph(flag.action, indent=4, first="Do: ")


def _show_relief(plan: ReliefPlan) -> None:
    say(f"{plan.name} cramp, now")
    say()
    if plan.ask_first:
        _ask(plan.question, "Before anything else: ")
    before = [step for step in plan.steps if not step.after_question]
    after = [step for step in plan.steps if step.after_question]
    _show_steps(before, 1)
    paragraph(plan.never, indent=3)
    say()
    if not plan.ask_first:
        _ask(plan.question, "Before you go on: ")
    if after:
        _show_steps(after, len(before) + 1)
        say()
    for caution in plan.cautions:
        paragraph(caution, first="For you: ")
    if plan.left_out:
        say("Left out for you")
        for why, steps in groupby(plan.left_out, key=lambda left_out: str(left_out.why)):
            for step in steps:
                paragraph(step.text, indent=2, first="- ")
            paragraph(why, indent=4)
        say()
    say("When it has let go")
    for line in plan.follow_up:
        paragraph(line, indent=2)
    say()
    _ask(QUESTION_AFTER, "Then: ")
    say(f"To note it: coach cramp --site {plan.site}")
    say("Red flags: coach red-flags")


def _ask(question: str, lead: str) -> None:
    paragraph(f"{lead}{question}")
    paragraph(
        "If yes, or if you are not sure, stop here: do not stretch, rub or warm the leg. Read: coach red-flags"
    )
    say()


def _show_steps(steps: list[ReliefStep], first: int) -> None:
    for number, step in enumerate(steps, start=first):
        paragraph(f"{step.text} ({length(step.seconds)})", first=f"{number}. ")
