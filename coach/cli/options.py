"""Options that several commands have, and what was typed for them."""

from __future__ import annotations

from datetime import date, datetime

import click

from coach.model.day import parse_day
from coach.service.coach import Coach

day_option = click.option("--day", metavar="DAY", help="today, yesterday, -2 or 2026-11-20")
at_option = click.option("--at", metavar="TIME", help="14:30, 'yesterday 22:00' or 2026-11-20T22:00")
json_option = click.option("--json", "as_json", is_flag=True, help="print JSON for programs")


def day_said(coach: Coach, said: str | None) -> date | None:
    """The day that was named, None when none was; raises BadInputError."""
    return None if said is None else parse_day(said, coach.current_day())


def moment_said(coach: Coach, said: str | None, day: date | None) -> datetime | None:
    """The time that was named, on `day` when that was named too, None when none was; raises BadInputError."""
    return None if said is None else coach.moment(said, day)
