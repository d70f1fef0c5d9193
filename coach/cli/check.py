"""Every fault in the content, the diary and the settings."""

from __future__ import annotations

from pathlib import Path

import click

from coach.cli.environment import environment, pass_coach
from coach.cli.printing import say
from coach.errors import BadInputError, ExitCode
from coach.service.coach import Coach


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@pass_coach
def check(coach: Coach, path: Path | None) -> None:
    """Look for faults in the content and the diary.

    PATH is a content folder to look at instead. Leaves with 1 when something was found.
    """
    if path is not None and not path.is_dir():
        raise BadInputError(f"no folder {str(path)!r}", "name a content folder, one with about.md in it")
    found = [(fault.message, fault.hint) for fault in coach.knowledge.check(path)]
    if path is None:
        environment().faults_told = True
        found += [
            (f"diary: {fault}", "nothing of it is thrown away; see the file") for fault in coach.entries.check()
        ]
        found += [(fault, "mend or remove that line; the default holds") for fault in coach.settings.faults()]
    for message, mend in found:
        say(message)
        say(mend, indent=2)
    if found:
        say(f"{len(found)} found")
        raise click.exceptions.Exit(ExitCode.FINDING)
    say(f"all well: {_counts(coach) if path is None else f'the content in {path}'}")


def _counts(coach: Coach) -> str:
    knowledge = coach.knowledge
    counts = {
        "causes": len(knowledge.causes),
        "routines": len(coach.sessions.lengths),
        "moves": len(knowledge.moves),
        "checklist items": len(knowledge.items),
        "foods": len(knowledge.foods()),
        "red flags": len(knowledge.red_flags),
        "diary entries": coach.entries.count(),
    }
    return ", ".join(f"{number} {what}" for what, number in counts.items())
