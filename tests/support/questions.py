"""Someone who answered the safety questions and ticked nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from coach.paths import folders
from coach.service.coach import Coach
from tests.support.clock import FakeClock

LONG_AGO = datetime(2026, 1, 5, 12, 0)
"""Before every day that tests look at, save those in older years."""


def answer_questions(home: Path, when: datetime = LONG_AGO, **ticked: str) -> None:
    """Answer the safety questions at `home`, as a person does on the first day; `ticked` are further settings."""
    Coach(folders(home), FakeClock(when)).profile.answer(ticked)
