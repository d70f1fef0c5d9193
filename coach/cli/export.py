"""The whole diary for another program, for a spreadsheet, or for safe keeping."""

from __future__ import annotations

from pathlib import Path

import click

from coach.cli.environment import pass_coach
from coach.cli.printing import print_json, say
from coach.service.coach import Coach


@click.command()
@click.argument("file", default="-", metavar="[FILE|-]", type=click.Path(allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv"]),
    default="json",
    help="json (everything) or csv (sheets)",
)
@click.option("--kind", metavar="KIND", help="one sheet only, for example cramp; with --format csv")
@pass_coach
def export(coach: Coach, file: str, form: str, kind: str | None) -> None:
    """Everything in the diary as JSON, or what counts now as sheets.

    JSON has every version of every entry, and the profile. CSV has a sheet for each kind: FILE is a folder then,
    or with --kind one file. A file is written whole or not at all, for your eyes only.
    """
    if form == "csv":
        _export_sheets(coach, file, kind)
    elif kind is not None:
        raise click.UsageError("--kind goes with --format csv")
    elif file == "-":
        print_json(coach.exchange.export())
    else:
        number = coach.exchange.export_to(Path(file))
        say(f"{number} {'record' if number == 1 else 'records'} in {file}")


def _export_sheets(coach: Coach, file: str, kind: str | None) -> None:
    if kind is None:
        if file == "-":
            raise click.UsageError("sheets go into a folder; name one, or one --kind for stdout")
        for name, number in coach.exchange.sheets_to(Path(file)).items():
            say(f"{number:>6}  {Path(file) / name}.csv")
    elif file == "-":
        click.echo(coach.exchange.sheet(kind).text.encode(), nl=False)
    else:
        number = coach.exchange.sheet_to(Path(file), kind)
        say(f"{number} {'entry' if number == 1 else 'entries'} in {file}")
