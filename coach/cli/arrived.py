"""What is taken in from elsewhere: the options of the commands that do so, and what became of it in lines."""

from __future__ import annotations

import click

from coach.cli.printing import complain, say, table
from coach.diary.taking import Fate
from coach.service.exchange import Arrived

_WORDS = {
    Fate.NEW: "new",
    Fate.CHANGED: "changed to a newer version",
    Fate.DELETED: "deleted elsewhere, and now here",
    Fate.BROUGHT_BACK: "brought back",
    Fate.OLDER: "with older or deleted versions only, kept",
    Fate.STAYS_DELETED: "deleted here since, and still so",
    Fate.THERE: "there already",
}
MOST_TOLD = 10
skip_bad_option = click.option("--skip-bad", is_flag=True, help="leave out what is broken and take the rest")
dry_run_option = click.option("--dry-run", is_flag=True, help="say what would be written, and write nothing")
bring_back_option = click.option(
    "--bring-back", is_flag=True, help="let entries live again that were deleted here since"
)


def tell_arrived(arrived: Arrived, *, dry_run: bool) -> None:
    """Say what became of the entries, by kind, and what was left out; `dry_run` says that nothing was written."""
    for broken in arrived.left_out[:MOST_TOLD]:
        complain(f"left out: {broken}")
    if len(arrived.left_out) > MOST_TOLD:
        complain(f"left out: {len(arrived.left_out) - MOST_TOLD} more")
    rows = []
    for fate in Fate:
        kinds = sorted((kind, number) for (kind, met), number in arrived.fates.items() if met is fate)
        if kinds:
            told = ", ".join(f"{number} {kind}" for kind, number in kinds)
            rows.append((f"{arrived.count(fate):>6}", _WORDS[fate], told))
    if rows:
        say("Nothing is written yet. Entries that would be" if dry_run else "Entries")
        table(rows, indent=2)
    else:
        say("no entries in it")
    for name in arrived.content:
        say(f"{'would be put' if dry_run else 'put'} back: content/{name}")
    for name in arrived.otherwise:
        say(f"says something else here, and stays: content/{name}")
    if arrived.count(Fate.STAYS_DELETED):
        say("--bring-back lets the deleted ones live again")
    if arrived.undoable and not dry_run:
        say("coach undo takes it back")
