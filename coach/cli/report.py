"""The report for a clinician, on the terminal or in a file."""

from __future__ import annotations

from pathlib import Path

import click

from coach.cli.environment import pass_coach
from coach.cli.printing import say
from coach.service.coach import Coach
from coach.service.reporting import ENDINGS, USUAL_DAYS, ReportFormat


@click.command()
@click.argument("file", default="-", metavar="[FILE|-]", type=click.Path(allow_dash=True))
@click.option(
    "--days", type=int, default=USUAL_DAYS, metavar="N", help=f"how many days back; {USUAL_DAYS} without it"
)
@click.option(
    "--format",
    "form",
    type=click.Choice([str(form) for form in ReportFormat]),
    help="md (text), html (one page to print), csv or json; by FILE's ending, or md, without it",
)
@pass_coach
def report(coach: Coach, file: str, days: int, form: str | None) -> None:
    """One page for a clinician: how often, how bad, what was tried, what to ask.

    A file is written whole or not at all, for your eyes only. The HTML page prints on one sheet of A4, fetches
    nothing and runs nothing.
    """
    wanted = ReportFormat(form) if form else ENDINGS.get(Path(file).suffix.lower(), ReportFormat.MD)
    if file == "-":
        click.echo(coach.reports.text(wanted, days).encode(), nl=wanted is ReportFormat.JSON)
        return
    coach.reports.write(Path(file), wanted, days)
    say(f"the last {days} days in {file}")
