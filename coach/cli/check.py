"""Every fault in the content, the diary and the settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.environment import environment, pass_coach
from coach.cli.printing import say
from coach.errors import BadInputError, ExitCode
from coach.service.coach import Coach

if TYPE_CHECKING:
    from coach.diary.faults import Fault


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--repair", is_flag=True, help="mend what can be mended of the diary, after a backup")
@pass_coach
def check(coach: Coach, path: Path | None, repair: bool) -> None:
    """Look for faults in the content and the diary.

    Each is told with what could be done about it. PATH is a content folder to look at instead. Leaves with 1 when
    something was found, or is left after a repair.
    """
    if path is not None and not path.is_dir():
        raise BadInputError(f"no folder {str(path)!r}", "name a content folder, one with about.md in it")
    if path is not None and repair:
        raise BadInputError("only the diary can be repaired", "leave out PATH, or --repair")
    if repair:
        _repair(coach)
    found = [(fault.message, fault.hint) for fault in coach.knowledge.check(path)]
    if path is None:
        environment().faults_told = True
        found += [(f"diary: {fault.message}", _mend(fault)) for fault in coach.entries.check()]
        found += [(fault, "mend or remove that line; the default holds") for fault in coach.settings.faults()]
    for message, mend in found:
        say(message)
        say(mend, indent=2)
    if found:
        say(f"{len(found)} found")
        raise click.exceptions.Exit(ExitCode.FINDING)
    say(f"all well: {_counts(coach) if path is None else f'the content in {path}'}")


def _repair(coach: Coach) -> None:
    repaired = coach.entries.repair()
    if repaired.backup is not None:
        say(f"backup: {repaired.backup}")
    for line in repaired.done:
        say(f"done: {line}")


def _mend(fault: Fault) -> str:
    return f"coach check --repair would {fault.mend}" if fault.repair else fault.mend


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
