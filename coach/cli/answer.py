"""What was written, told to a person or a program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from coach.advice.describe import describe
from coach.cli.printing import complain, print_json, say
from coach.cli.words import day_name
from coach.model.entry import Entry
from coach.model.profile import Profile
from coach.service.coach import Coach
from coach.service.day import Done


def answer(coach: Coach, done: Done, day: date | None, *, as_json: bool) -> None:
    """Say what was written, naming the day when it is not the current one, and every warning."""
    if as_json:
        person = coach.person()
        entries = [entry_object(entry, person) for entry in done.entries]
        print_json({"said": done.said, "entries": entries, "warnings": done.warnings})
        return
    say(f"{done.said}{_on(coach, day, done.entries)}")
    for warning in done.warnings:
        complain(warning)


def entry_object(entry: Entry, person: Profile) -> dict[str, Any]:
    """An entry for programs: its fields, and `name`, which says it in words."""
    fields: dict[str, Any] = msgspec.to_builtins(entry)
    return {"id": entry.id, "name": describe(entry, person.units)} | fields


def _on(coach: Coach, day: date | None, entries: Iterable[Entry]) -> str:
    written = {entry.day for entry in entries} | ({day} if day else set())
    past = sorted(written - {coach.current_day()})
    return f", on {day_name(past[0])}" if past else ""
