"""The timer that has coach look at what is due when the app is closed."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

import click

from coach.cli.environment import environment, pass_coach
from coach.cli.printing import complain, paragraph, say
from coach.cli.words import day_name
from coach.errors import StorageError
from coach.model.time_of_day import HourClock, time_of_day
from coach.reminders.job import EVERY_MIN, Job, reminder_job
from coach.reminders.memory import Happened, Look
from coach.reminders.plans import Plan, Scheme
from coach.service.coach import Coach


@click.group(invoke_without_command=True)
@click.pass_context
def remind(ctx: click.Context) -> None:
    """Reminders when the app is closed.

    A timer of your machine runs `coach due --notify` every 15 minutes; coach itself does not stay in memory.
    Alone it says what is installed and what happened.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(status)


@remind.command()
@click.option("--with", "scheme", type=click.Choice([str(one) for one in Scheme]), help="what this machine has")
@click.option("--dry-run", is_flag=True, help="show what would be written, and write nothing")
@pass_coach
def install(coach: Coach, *, scheme: str | None, dry_run: bool) -> None:
    """Have it: a systemd timer, a launchd agent or a line for cron.

    Shown is everything that is written, to the letter, and every command that is run.
    """
    plan = coach.reminders.plan(_job(), Scheme(scheme) if scheme else None)
    _show(plan)
    if plan.scheme is Scheme.CRON:
        return
    if dry_run:
        say("Nothing was written.")
        return
    coach.reminders.install(plan)
    say(f"Installed: every {EVERY_MIN} minutes coach looks whether something is due.")
    if coach.person().work is None:
        paragraph(
            "Breaks from sitting are left out until you say when you work: "
            "coach profile work_from 09:00, coach profile work_until 17:00"
        )


@remind.command()
@pass_coach
def remove(coach: Coach) -> None:
    """Take away exactly what `install` wrote."""
    removed = coach.reminders.remove()
    if removed is None:
        say("Nothing was installed from here.")
        if coach.reminders.timer().scheme is Scheme.CRON:
            say("There is a line with 'coach due --notify' in the crontab; take it out with: crontab -e")
        return
    for path in removed.files:
        say(f"removed {path}")
    for path in removed.changed:
        complain(f"{path} was changed since and stays", "remove it yourself when you no longer want it")
    for fault in removed.faults:
        complain(fault)


@remind.command()
@pass_coach
def status(coach: Coach) -> None:
    """What is installed, when it last looked, and what happened."""
    timer, memory = coach.reminders.timer(), coach.reminders.memory()
    if timer.scheme is None:
        say("Not installed. To have it: coach remind install")
    else:
        say(f"Installed with {timer.scheme}, every {EVERY_MIN} minutes.")
    for path in timer.files:
        say(f"{path}", indent=2)
    for fault in timer.faults:
        complain(fault, "to mend it: coach remind install")
    say(f"Last look: {_look(coach, memory.last)}")
    if memory.notice != memory.last:
        say(f"Last notice: {_look(coach, memory.notice)}")
    due = coach.reminders.due()
    say(f"Now: {due.step.text if due.step else due.silence}")
    if coach.person().work is None:
        say("Breaks from sitting: never, for no working hours are set (coach profile work_from 09:00)")


def _job() -> Job:
    """What the timer shall run: this coach, with the folder it was given."""
    named = environment().data or os.environ.get("COACH_HOME")
    package = Path(__file__).resolve().parents[2]
    return reminder_job(sys.argv[0], sys.executable, package, Path(named) if named else None, os.environ)


def _show(plan: Plan) -> None:
    if plan.line:
        say("Add this line to your crontab (crontab -e); take it out again to stop it:")
        say()
        say(plan.line)
        return
    for path, data in plan.files.items():
        say(f"Writes {path}:")
        say()
        for line in data.decode().splitlines():
            click.echo(f"    {line}")  # As it is written, tabs too; the paths in it are known to be printable.
        say()
    for command in plan.switch_on:
        say(f"Runs {' '.join(command)}")


def _look(coach: Coach, look: Look | None) -> str:
    if look is None:
        return "never"
    said = {
        Happened.TOLD: f"{look.what}, shown by {look.by}",
        Happened.NOTHING: f"nothing to tell: {look.why}",
        Happened.FAILED: f"failed: {look.why}" + (f" (to say: {look.what})" if look.what else ""),
    }
    return f"{_when(coach, look.at)}, {said[look.happened]}"


def _when(coach: Coach, at: datetime) -> str:
    """The time, with its date unless it is today's."""
    now = coach.now()
    here = at.astimezone(now.tzinfo)
    said = time_of_day(here, _clock(coach))
    return said if here.date() == now.date() else f"{day_name(here.date())} at {said}"


def _clock(coach: Coach) -> HourClock:
    """The person's clock; that of this machine when the diary cannot be read, which may be what went wrong."""
    try:
        return coach.person().clock
    except StorageError:
        return coach.notation.clock
