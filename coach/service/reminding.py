"""Reminders: what is due now, telling it once, and the timer that asks when the app is closed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from coach.advice.next_step import NextStep
from coach.cues.quiet import is_quiet
from coach.errors import BadInputError, CoachError
from coach.reminders.children import Run, run
from coach.reminders.desktop import Shown
from coach.reminders.due import Due, due_of, not_now
from coach.reminders.installing import Removed, install, receipt_in, remove
from coach.reminders.job import Job
from coach.reminders.memory import Happened, Look, Memory, after, remember, remembered
from coach.reminders.plans import Plan, Scheme, plan, scheme_here

if TYPE_CHECKING:
    from coach.service.coach import Coach

Show = Callable[[NextStep], Shown]
"""Shows a reminder to the person and says by what, or why it could not."""


class TimerState(msgspec.Struct, frozen=True):
    """What wakes coach, None when nothing is installed; `faults` are reasons why it might not."""

    scheme: Scheme | None
    files: tuple[Path, ...] = ()
    faults: tuple[str, ...] = ()


class ReminderService:
    """What is due, by the rules of `coach.reminders.due`, and what tells it."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self.run: Run = run
        """Runs the programs that know about timers."""

    def due(self, told: Mapping[str, datetime] | None = None, declined: frozenset[str] = frozenset()) -> Due:
        """What is due now; with `told`, nothing that was reminded of just before, and never what is `declined`."""
        person, now = self._coach.person(), self._coach.now()
        view = self._coach.day.today(declined=not_now(person, now, told or {}) | declined)
        return due_of(view, person, now)

    def tell(self, show: Show) -> Look:
        """Show what is due now, unless it was shown just before, and remember what came of it.

        Raises what reading the diary raises, and that is remembered too.
        """
        state, now = self._coach.places.state, self._coach.now()
        memory = remembered(state)
        try:
            due = self.due(memory.told)
        except CoachError as error:
            remember(state, after(memory, Look(now, Happened.FAILED, why=error.message)))
            raise
        look = _look(now, due, show)
        remember(state, after(memory, look, due.step.action if due.step else ""))
        return look

    def tell_here(self, show: Callable[[NextStep], None], declined: frozenset[str] = frozenset()) -> None:
        """Show in the open app what is due now, unless it was shown just before, here or by the timer.

        Only what was told is remembered: when the timer looked last, and how that ended, stays as it is. Raises
        what reading the diary raises, and StorageError.
        """
        state, now, person = self._coach.places.state, self._coach.now(), self._coach.person()
        if is_quiet(now, person.awake_from, person.awake_until):
            return
        memory = remembered(state)
        due = self.due(memory.told, declined)
        if due.step is not None:
            show(due.step)
            look = Look(now, Happened.TOLD, due.step.text, "the open app")
            remember(state, replace(after(memory, look, due.step.action), last=memory.last))

    def memory(self) -> Memory:
        """What became of the reminders on this machine so far."""
        return remembered(self._coach.places.state)

    def plan(self, job: Job, wanted: Scheme | None = None, platform: str = sys.platform) -> Plan:
        """What would be written to have `job` run, by `wanted` or by what this machine has."""
        scheme = wanted or scheme_here(platform, lambda command: self.run(command).code == 0)
        home = Path.home()
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        return plan(scheme, job, home, config, os.getuid())

    def install(self, wanted: Plan) -> None:
        """Write what the plan says and switch it on; raises CoachError, and then nothing of it is left."""
        self._coach.reach_outside()
        if not wanted.files:
            raise BadInputError("there is nothing to write for cron", "put the line into the crontab: crontab -e")
        install(wanted, self._coach.places.state, self.run)

    def remove(self) -> Removed | None:
        """Take away exactly what was installed; None when nothing was."""
        return remove(self._coach.places.state, self.run)

    def timer(self) -> TimerState:
        """What wakes coach, and whether it is as it was installed."""
        receipt = receipt_in(self._coach.places.state)
        if receipt is None:
            crontab = self.run(("crontab", "-l"))
            in_cron = crontab.code == 0 and "due --notify" in crontab.said
            return TimerState(Scheme.CRON if in_cron else None)
        files = tuple(map(Path, receipt.files))
        faults = [f"{path} is not there any more" for path in files if not path.exists()]
        if not Path(receipt.program).exists():
            faults.append(f"{receipt.program}, which it runs, is not there any more")
        ran = self.run(receipt.is_on)
        if ran.code != 0:
            faults.append(f"{receipt.scheme} says that it is not switched on: {ran.said or ran.code}")
        return TimerState(receipt.scheme, files, tuple(faults))


def _look(now: datetime, due: Due, show: Show) -> Look:
    if due.step is None:
        return Look(now, Happened.NOTHING, why=due.silence)
    shown = show(due.step)
    happened = Happened.FAILED if shown.fault else Happened.TOLD
    return Look(now, happened, due.step.text, shown.by, shown.fault)
