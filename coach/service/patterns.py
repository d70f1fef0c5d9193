"""What happened together with cramps, in the diary of the last year."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.advice.checklist import counting_alike
from coach.advice.days import day_at, day_series, habits_for
from coach.advice.pattern_view import PatternsView, patterns_view

if TYPE_CHECKING:
    from coach.service.coach import Coach

SPAN_DAYS = 365
"""Always the same days: who may choose them finds something in the end."""


class PatternService:
    """Compares the days of the diary; nothing is stored."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def view(self) -> PatternsView:
        """What can be said of the last 365 days that are over, in words for this person."""
        coach = self._coach
        person = coach.person()
        last = day_at(coach.now(), person.awake_from) - timedelta(days=1)
        first = last - timedelta(days=SPAN_DAYS - 1)
        entries = coach.diary.entries(first - timedelta(days=1), last + timedelta(days=1))
        series = day_series(
            entries,
            first,
            last,
            awake_from=person.awake_from,
            kinds=coach.library.drinks,
            checklist=counting_alike(coach.library.checklist, coach.library.routines.values()),
        )
        habits, left_out = habits_for(coach.day.safety())
        return patterns_view(series, first, last, habits, left_out)
