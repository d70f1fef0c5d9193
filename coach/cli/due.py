"""What is due now, said once; for a timer of the machine, or a person in a hurry."""

from __future__ import annotations

import click

from coach.cli.environment import environment, pass_coach
from coach.cli.printing import paragraph, say
from coach.cli.words import action_words
from coach.errors import CoachError, ExitCode
from coach.reminders.desktop import show_notice
from coach.reminders.memory import Happened
from coach.service.coach import Coach


class NoticeError(CoachError):
    """A notice that the desktop did not show; what was due stays due."""

    exit_code = ExitCode.FINDING


@click.command()
@click.option("--notify", is_flag=True, help="as a notice on the desktop, and nothing twice within an hour")
@pass_coach
def due(coach: Coach, *, notify: bool) -> None:
    """What is due now, nothing when nothing is.

    In your waking hours only, never on a day off, and breaks from sitting in your working hours only (coach
    profile work_from 09:00). `coach remind install` has it run when the app is closed.
    """
    if not notify:
        step = coach.reminders.due().step
        if step is not None:
            paragraph(f"{step.text}: {step.why}")
            say(action_words(step.action))
        return
    environment().faults_told = True  # The app tells them; a timer would have them mailed every 15 minutes.
    look = coach.reminders.tell(lambda step: show_notice(step.text, step.why))
    if look.happened is Happened.FAILED:
        raise NoticeError(f"no notice was shown: {look.why}", "coach remind status says what happened last")
