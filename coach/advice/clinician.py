"""The fifth piece of advice is a rule, not a tick: when to see a professional."""

from __future__ import annotations

from datetime import date, timedelta

from coach.advice.next_step import BEDTIME_ITEM
from coach.advice.night import nights_with_cramps
from coach.advice.recent import Recent
from coach.model.checklist import Checklist
from coach.model.entry import Cramp, Night, Session, Tick

MORE_NIGHTS = 3
DISTURBED_NIGHTS = 3
TRIAL_DAYS = 42
"""Six weeks, the length of the trial that found a benefit (S1)."""
TRIAL_KEPT = 28


def stretch_before_bed(checklist: Checklist) -> frozenset[str]:
    """The stretch before bed and its routines, whether it is on the person's list or not."""
    items = [item for item in checklist.items if item.id == BEDTIME_ITEM]
    return frozenset(name for item in items for name in (item.id, *item.routines))


def see_professional(day: date, recent: Recent, bedtime: frozenset[str]) -> str | None:
    """Why it is time to see a professional about the cramps, or None.

    `recent` reaches back at least 42 days; `bedtime` is what `stretch_before_bed` gives.
    """
    cramps = recent.of(Cramp)
    nights, woken = nights_with_cramps([*cramps, *recent.of(Night)]), nights_with_cramps(cramps, woke=True)

    def among(nights: set[date], newest: int, oldest: int) -> int:
        return sum(newest <= (day - night).days <= oldest for night in nights)

    last, before = among(nights, 0, 13), among(nights, 14, 27)
    known_before = any(recent.on(day - timedelta(days=age)) for age in range(14, 28))
    if known_before and last >= before + MORE_NIGHTS:
        return f"cramps came on {last} days in the last 14, and on {before} in the 14 before"
    if not known_before and last > MORE_NIGHTS:
        return f"cramps came on {last} days in the last 14"
    if (disturbed := among(woken, 0, 13)) >= DISTURBED_NIGHTS:
        return f"cramps woke you on {disturbed} of the last 14 nights"
    stretched = {entry.day for entry in recent.of(Session) if entry.routine in bedtime and entry.finished}
    stretched |= {entry.day for entry in recent.of(Tick) if entry.item in bedtime}
    kept = sum(0 <= (day - one).days < TRIAL_DAYS for one in stretched)
    if kept >= TRIAL_KEPT and last > 0 and last >= among(nights, TRIAL_DAYS - 14, TRIAL_DAYS - 1):
        return "six weeks of stretching have not made the cramps fewer"
    return None
