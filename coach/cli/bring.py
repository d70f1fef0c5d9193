"""Taking in what somebody sent, or what was carried out before."""

from __future__ import annotations

from pathlib import Path

import click

from coach.cli.arrived import bring_back_option, dry_run_option, skip_bad_option, tell_arrived
from coach.cli.environment import pass_coach
from coach.cli.printing import say
from coach.service.coach import Coach


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@skip_bad_option
@dry_run_option
@bring_back_option
@pass_coach
def import_(coach: Coach, file: Path, *, skip_bad: bool, dry_run: bool, bring_back: bool) -> None:
    """Take in an export, a sheet, a diary file, or a routine or a move.

    What is in FILE is added to what is here; nothing is overwritten, and twice is as good as once. It is checked
    first. A folder of sheets is taken as one; a diary file is one that was set aside or found elsewhere. A TOML
    file is a routine or a move, as a physiotherapist may have sent it.
    """
    if file.suffix.lower() == ".toml":
        _bring_content(coach, file)
    else:
        done = coach.exchange.bring_in(file, skip_bad=skip_bad, dry_run=dry_run, bring_back=bring_back)
        tell_arrived(done, dry_run=dry_run)


def _bring_content(coach: Coach, file: Path) -> None:
    taken = coach.own_files.bring_in(file)
    say(f"{taken.name}: your own {taken.kind} from now on, {taken.path}")
    say(f"To start it: coach stretch {taken.id}" if taken.kind == "routine" else f"See: coach moves {taken.id}")
