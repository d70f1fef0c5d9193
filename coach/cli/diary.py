"""The diary shown, changed and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import click

from coach.advice.describe import describe
from coach.cli import ids
from coach.cli.answer import entry_object
from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.plain import is_plain, spoken
from coach.cli.printing import complain, print_json, say, table
from coach.cli.words import day_name
from coach.errors import BadInputError
from coach.model.entry import KINDS, Entry
from coach.model.profile import Profile
from coach.model.time_of_day import HourClock, time_cell, time_of_day
from coach.service.coach import Coach

SHOWN_OF_ID = 8


@click.command()
@click.option("--days", type=int, default=7, metavar="N", help="how many days back; 7 without it")
@click.option(
    "--kind",
    metavar="KIND",
    help=f"only {', '.join(kind for kind in KINDS if kind != 'profile')}",
    shell_complete=ids.kinds,
)
@json_option
@pass_coach
def log(coach: Coach, days: int, kind: str | None, as_json: bool) -> None:
    """The diary, newest first.

    Each line begins with the id that edit and delete take.
    """
    entries = coach.entries.log(days=days, kind=kind)
    person = coach.person()
    if as_json:
        print_json([entry_object(entry, person) for entry in entries])
    elif not entries:
        say(f"nothing logged in the last {days} days" if days > 1 else "nothing logged today")
    elif is_plain():
        _read_out(entries, person)
    else:
        table(
            (
                entry.id[:SHOWN_OF_ID],
                f"{entry.day}",
                _time(entry, person.clock),
                entry.kind,
                describe(entry, person.units),
            )
            for entry in entries
        )


@click.command()
@click.argument("wanted", metavar="ID")
@click.argument("changes", metavar="KEY=VALUE...", nargs=-1, required=True)
@pass_coach
def edit(coach: Coach, wanted: str, changes: tuple[str, ...]) -> None:
    """Change an entry.

    For example: coach edit 1a2b3c4d pain=3 side=left. `none` empties a field.
    """
    said = {}
    for change in changes:
        key, equals, value = change.partition("=")
        if not equals or not key:
            raise BadInputError(f"not a change: {change!r}", "say KEY=VALUE, for example pain=3")
        said[key.strip().lower()] = value
    entry = coach.entries.edit(wanted, said)
    say(f"changed: {_line(coach, entry)}")


@click.command()
@click.argument("wanted", metavar="ID")
@pass_coach
def delete(coach: Coach, wanted: str) -> None:
    """Delete an entry.

    `coach undo` brings it back.
    """
    say(f"deleted: {_line(coach, coach.entries.delete(wanted))}")


@click.command()
@json_option
@pass_coach
def undo(coach: Coach, as_json: bool) -> None:
    """Take back what was written last on this machine.

    What was changed since, here or on another device, stays as it is and is named.
    """
    undone = coach.entries.undo()
    if undone is None:
        said = "nothing to undo"
    elif undone.taken_back:
        said = f"taken back: {undone.label}"
    else:
        said = f"not taken back: {undone.label}"
    changed = undone.changed_since if undone else ()
    warnings = [_changed_since(coach, entry) for entry in changed]
    if as_json:
        person = coach.person()
        taken_back = undone.taken_back if undone else 0
        entries = [entry_object(entry, person) for entry in changed]
        print_json({"said": said, "taken_back": taken_back, "changed_since": entries, "warnings": warnings})
        return
    say(said)
    for warning in warnings:
        complain(warning)


def _read_out(entries: Sequence[Entry], person: Profile) -> None:
    """The days with their entries, a sentence each; the id comes last, for it is spelt out."""
    for day, of_day in groupby(entries, lambda entry: entry.day):
        say(spoken(day_name(day)))
        for entry in of_day:
            at = f"at {time_of_day(entry.at, person.clock)}, " if entry.at else ""
            said = describe(entry, person.units)
            say(spoken(f"{at}{entry.kind}: {said}. Id {entry.id[:SHOWN_OF_ID]}"))


def _line(coach: Coach, entry: Entry) -> str:
    person = coach.person()
    at = time_of_day(entry.at, person.clock) if entry.at else ""
    when = " ".join(part for part in (f"{entry.day}", at) if part)
    return f"{entry.id[:SHOWN_OF_ID]}  {when}  {entry.kind}  {describe(entry, person.units)}"


def _time(entry: Entry, clock: HourClock) -> str:
    return time_cell(entry.at, clock) if entry.at else ""


def _changed_since(coach: Coach, entry: Entry) -> str:
    when = entry.logged.astimezone(coach.now().tzinfo)
    at = time_of_day(when, coach.person().clock)
    return f"{_line(coach, entry)}: changed since, {when:%Y-%m-%d} {at}, by device {entry.device}; it stays"
