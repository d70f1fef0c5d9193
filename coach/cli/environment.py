"""What a command runs in: the coach of one folder, and the time it waits by."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property, update_wrapper
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import click
from msgspec import structs

from coach.cli.printing import complain
from coach.paths import Folders, folders
from coach.service.coach import Coach

HELP = "now"
"""The command that waits for nothing, not even for what was typed and is not in the diary yet."""
P = ParamSpec("P")
R = TypeVar("R")


def _demo() -> Coach:
    from coach.service.demo import DemoCoach

    return DemoCoach()


class Environment:
    """What the commands share.

    `make` opens the coach of some folders, `make_demo` that of a demo; `wait` lets seconds go by.
    """

    def __init__(
        self,
        make: Callable[[Folders], Coach] = Coach,
        make_demo: Callable[[], Coach] = _demo,
        wait: Callable[[float], None] = time.sleep,
        data: Path | None = None,
    ) -> None:
        self.make = make
        self.make_demo = make_demo
        self.wait = wait
        self.data = data
        self.demo = False
        self.faults_told = False

    @cached_property
    def coach(self) -> Coach:
        """The coach, opened when a command first asks for it; it tells when it waits for another one."""
        coach = self.make_demo() if self.demo else self.make(folders(self.data))
        coach.patience = structs.replace(coach.patience, tell=complain)
        return coach

    @property
    def faults(self) -> list[str]:
        """What of the diary could not be read or had to be mended, unless the command told it itself."""
        opened = "coach" in vars(self) and "diary" in vars(self.coach)
        return self.coach.faults() if opened and not self.faults_told else []


def pass_coach(command: Callable[Concatenate[Coach, P], R]) -> Callable[P, R]:
    """Give a command the coach as its first argument, once what a form that was cut off said is written."""

    def with_coach(*args: P.args, **kwargs: P.kwargs) -> R:
        coach = environment().coach
        helps_now = click.get_current_context().info_name == HELP
        if not helps_now and (kept := coach.forms.settle()) is not None:
            complain(kept.said, "it was cut off while you typed; coach undo takes it back")
        return command(coach, *args, **kwargs)

    return update_wrapper(with_coach, command)


def environment() -> Environment:
    """The environment of the command that runs now."""
    return click.get_current_context().ensure_object(Environment)
