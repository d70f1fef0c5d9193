"""The whole diary for another program, or for safe keeping."""

from __future__ import annotations

from pathlib import Path

import click

from coach.cli.environment import pass_coach
from coach.cli.printing import print_json, say
from coach.service.coach import Coach


@click.command()
@click.argument("file", default="-", metavar="[FILE|-]", type=click.Path(allow_dash=True))
@click.option("--format", "form", type=click.Choice(["json"]), default="json", help="json")
@pass_coach
def export(coach: Coach, file: str, form: str) -> None:  # noqa: ARG001
    """Everything in the diary, as JSON.

    Every version of every entry, and the profile. A file is written whole or not at all, for your eyes only.
    """
    if file == "-":
        print_json(coach.entries.export())
    else:
        number = coach.entries.export_to(Path(file))
        say(f"{number} {'record' if number == 1 else 'records'} in {file}")
