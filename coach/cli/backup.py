"""Backups made, listed and restored."""

from __future__ import annotations

from pathlib import Path

import click

from coach.cli.arrived import bring_back_option, dry_run_option, skip_bad_option, tell_arrived
from coach.cli.environment import pass_coach
from coach.cli.printing import say
from coach.service.coach import Coach


@click.command()
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(path_type=Path))
@click.option("--list", "listed", is_flag=True, help="show the automatic backups instead")
@pass_coach
def backup(coach: Coach, file: Path | None, *, listed: bool) -> None:
    """Pack the diary and your own routines and moves into one zip.

    FILE may be a folder; without it the zip goes into this one. Besides, coach makes a backup by itself on the
    first write of each day, and keeps 7 daily and 12 monthly ones.
    """
    if listed:
        if file is not None:
            raise click.UsageError("--list goes without FILE")
        _list(coach)
        return
    path, volumes = coach.backups.make(file)
    say(f"{volumes} diary {'file' if volumes == 1 else 'files'} in {path}")


def _list(coach: Coach) -> None:
    backups = coach.backups.automatic()
    for path in backups:
        say(f"{path.stat().st_size / 1000:>8.0f} kB  {path}")
    if not backups:
        say(f"no automatic backup yet in {coach.backups.folder}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@bring_back_option
@dry_run_option
@skip_bad_option
@pass_coach
def restore(coach: Coach, file: Path, *, bring_back: bool, dry_run: bool, skip_bad: bool) -> None:
    """Add what is in a backup to what is here.

    The backup is verified first. Nothing is deleted or overwritten; what was written since stays. The automatic
    backups: coach backup --list.
    """
    done = coach.exchange.restore(file, bring_back=bring_back, dry_run=dry_run, skip_bad=skip_bad)
    tell_arrived(done, dry_run=dry_run)
