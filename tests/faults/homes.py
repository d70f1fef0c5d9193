"""A home in which three drinks were logged, to put a fault into."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import Commands

WELL = "all well: "


def diary(run: Commands) -> Path:
    """The folder of the volumes."""
    return run.home / "data" / "diary"


def logged(run: Commands) -> list[float]:
    """The millilitres of all that is shown, smallest first."""
    return sorted(entry["ml"] for entry in run.json("log"))
