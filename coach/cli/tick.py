"""The checklist ticked, and days off."""

from __future__ import annotations

import click

from coach.cli import ids
from coach.cli.answer import answer
from coach.cli.environment import pass_coach
from coach.cli.options import day_option, day_said, json_option
from coach.cli.printing import say
from coach.service.coach import Coach


@click.command()
@click.argument("item", shell_complete=ids.ticks)
@click.option("--amount", type=float, metavar="N", help="how often it was done; 1 without it")
@click.option("--off", is_flag=True, help="take off all ticks of that day")
@day_option
@json_option
@pass_coach
def tick(coach: Coach, *, item: str, amount: float | None, off: bool, day: str | None, as_json: bool) -> None:
    """Tick an item of the checklist, or take ticks off.

    `coach today` shows the ids. Something that is done once a day is ticked once. What a day was like is ticked
    too: heat, hard-activity, long-sitting, alcohol, new-medicine; and day-marks, when that was all.
    """
    if off and amount is not None:
        raise click.UsageError("--off takes off all ticks; it goes without --amount")
    on = day_said(coach, day)
    item = coach.marks.tickable(item)[0]
    if item in coach.marks.known() and item not in coach.knowledge.items:
        if amount is not None:
            raise click.UsageError(f"{item} was so or was not; it goes without --amount")
        answer(coach, coach.marks.mark(item, on=not off, day=on), on, as_json=as_json)
        return
    if off:
        done = coach.day.untick(item, everything=True, day=on)
    else:
        done = coach.day.tick(item, amount=1 if amount is None else amount, day=on)
    answer(coach, done, on, as_json=as_json)
    known = coach.day.item(item)
    view = next((view for view in coach.day.today(on).items if view.id == known.id), None)
    if not as_json and view is not None and view.target > 1:
        say(f"done: {view.amount:g} of {view.target}")


@click.command()
@click.option("--reason", default="", metavar="TEXT", help="why, for example sick")
@day_option
@pass_coach
def skip(coach: Coach, reason: str, day: str | None) -> None:
    """Take a day off, which neither breaks nor feeds the count of kept days."""
    on = day_said(coach, day)
    answer(coach, coach.day.skip(reason, day=on), on, as_json=False)
