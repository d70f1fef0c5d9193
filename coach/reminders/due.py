"""Whether anything is worth a reminder now; the rules are those of the next step, and stricter.  Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import msgspec

from coach.advice.next_step import NextStep
from coach.advice.today import TodayView
from coach.cues.quiet import is_quiet
from coach.model.day import person_day
from coach.model.profile import Profile

SITTING_BREAK = "routine:desk-break"
ONCE_A_DAY = ("night", "tick:")
NOT_FOR_A_NOTICE = frozenset({"questions", "profile", "clinician"})
"""What waits for the person in the app: nobody else at the desk shall read it."""
AGAIN_AFTER = timedelta(minutes=60)


class Due(msgspec.Struct, frozen=True):
    """What is due, or why nothing is said: exactly one of both."""

    step: NextStep | None
    silence: str = ""


def not_now(person: Profile, now: datetime, told: Mapping[str, datetime]) -> frozenset[str]:
    """The actions of which no reminder is given at `now` (local); `told` is when each was last reminded of.

    A break from sitting belongs to the working hours that the person set. The same thing is said again after
    an hour, last night and what is tried are asked for once a day.
    """
    held = set(NOT_FOR_A_NOTICE)
    if person.work is None or not person.work.hold(now):
        held.add(SITTING_BREAK)
    held |= {action for action, at in told.items() if timedelta() <= now - at < AGAIN_AFTER}
    today = person_day(now, person.day_starts_at)
    held |= {
        action
        for action, at in told.items()
        if action.startswith(ONCE_A_DAY) and person_day(at.astimezone(now.tzinfo), person.day_starts_at) == today
    }
    return frozenset(held)


def due_of(view: TodayView, person: Profile, now: datetime) -> Due:
    """What of the current day's `view` may be said at `now` (local)."""
    if is_quiet(now, person.awake_from, person.awake_until):
        return Due(None, "outside your waking hours")
    if view.skipped is not None:
        return Due(None, "a day off")
    if not view.answered:
        return Due(None, "the questions about your health are not answered yet")
    if view.next is None or view.next.action in NOT_FOR_A_NOTICE:
        return Due(None, "nothing is due")
    return Due(view.next)
