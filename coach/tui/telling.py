"""What goes wrong is told on the screen, and the app goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App
from textual.screen import Screen

from coach.errors import CoachError
from coach.service.coach import Coach
from coach.service.day import Done

Place = App[Any] | Screen[Any]


@contextmanager
def telling(place: Place) -> Iterator[None]:
    """Run what may raise CoachError; if it does, say what is wrong and how to mend it."""
    try:
        yield
    except CoachError as error:
        place.notify(f"{error.message}\n{error.hint}".strip(), severity="error", timeout=8, markup=False)


def tell(place: Place, done: Done, coach: Coach, *, day: str = "", seen: bool = False) -> None:
    """Say what was written (and on which day, when it is not today), with every warning that goes with it.

    Nothing but the warnings is said when what was written is `seen` on the screen.
    """
    if not (seen and done.entries):
        place.notify(f"{done.said}{f' on {day}' if day else ''}", timeout=3, markup=False)
    for warning in (*done.warnings, *coach.entries.news()):
        place.notify(warning, severity="warning", timeout=10, markup=False)
