"""The fifth piece of advice is a rule, not a tick: when to see a professional."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from coach.advice.night import nights_with_cramps
from coach.model.entry import Cramp, Entry, Night, Session, Tick

MORE_NIGHTS = 3
DISTURBED_NIGHTS = 3
TRIAL_DAYS = 42
"""Six weeks, the length of the trial that found a benefit (S1)."""
TRIAL_KEPT = 28


def see_professional(day: date, entries: Sequence[Entry], bedtime: frozenset[str]) -> str | None:
    """Why it is time to see a professional about the cramps, or None.

    `entries` reach back at least 42 days; `bedtime` are the item of the stretch before bed and its routines.
    """

    nightly = [entry for entry in entries if isinstance(entry, Cramp | Night)]

    def nights(newest: int, oldest: int, *, woke: bool = False) -> int:
        return nights_with_cramps(nightly, day - timedelta(days=oldest), day - timedelta(days=newest), woke=woke)

    last, before = nights(0, 13), nights(14, 27)
    known_before = any(day - timedelta(days=28) < entry.day <= day - timedelta(days=14) for entry in entries)
    if known_before and last >= before + MORE_NIGHTS:
        return f"cramps came on {last} days in the last 14, and on {before} in the 14 before"
    if not known_before and last > MORE_NIGHTS:
        return f"cramps came on {last} days in the last 14"
    if (disturbed := nights(0, 13, woke=True)) >= DISTURBED_NIGHTS:
        return f"cramps woke you on {disturbed} of the last 14 nights"
    stretched = {
        entry.day
        for entry in entries
        if 0 <= (day - entry.day).days < TRIAL_DAYS
        and (
            (isinstance(entry, Session) and entry.routine in bedtime and entry.finished)
            or (isinstance(entry, Tick) and entry.item in bedtime)
        )
    }
    if len(stretched) >= TRIAL_KEPT and last > 0 and last >= nights(TRIAL_DAYS - 14, TRIAL_DAYS - 1):
        return "six weeks of stretching have not made the cramps fewer"
    return None
