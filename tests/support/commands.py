"""Running commands in this process, on a clock that tests turn."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from coach.cli.environment import Environment
from coach.cli.root import root
from coach.service.coach import Coach
from tests.support.clock import FakeClock

Wall = Callable[[int, int], None]
"""Turns a clock to an hour and minute of its day."""


class Commands:
    """Runs `coach ...` as the person at home in `home`."""

    def __init__(self, home: Path, clock: FakeClock) -> None:
        self.home = home
        self.clock = clock

    def __call__(self, *args: str) -> Result:
        """Run a command line that may fail; an error that is not told to the person fails the test."""
        return self.waiting(self.clock.advance, *args)

    def waiting(self, wait: Callable[[float], None], *args: str) -> Result:
        """Run a command line with another way to let seconds go by."""
        surroundings = Environment(make=lambda places: Coach(places, self.clock), wait=wait)
        return CliRunner().invoke(root, args, obj=surroundings, catch_exceptions=False)

    def out(self, *args: str) -> str:
        """Stdout of a command line that must do its work."""
        result = self(*args)
        assert result.exit_code == 0, result.stderr
        return result.stdout

    def json(self, *args: str) -> Any:
        """What a command line that must do its work prints with --json."""
        return json.loads(self.out(*args, "--json"))

    def refused(self, *args: str, code: int = 2) -> str:
        """Stderr of a command line that must be refused, in the form of all complaints, with nothing written."""
        before = self.written()
        result = self(*args)
        assert result.exit_code == code, result.output
        assert result.stdout == ""
        wrong, mend = result.stderr.split("\n", 1)
        assert wrong.startswith("coach: ")
        assert mend.strip()
        assert self.written() == before
        return result.stderr

    def written(self) -> dict[str, bytes]:
        """Every file of the data folder, by name."""
        return {path.name: path.read_bytes() for path in (self.home / "data").rglob("*") if path.is_file()}
