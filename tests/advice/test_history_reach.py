"""The view of a day says the same from the entries that reach back as far as it asks for as from all of them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from random import Random

import pytest
from advice_examples import (
    KNOWLEDGE,
    TODAY,
    ago,
    cramp,
    drink,
    here,
    night,
    safety,
    session,
    skip,
    tick,
)

from coach.advice.recent import Recent
from coach.advice.today import HISTORY_DAYS, TodayView, When, today_view
from coach.model.day import person_day
from coach.model.entry import Entry
from coach.model.profile import Profile

PERSON = Profile()


def diary(seed: int) -> list[Entry]:
    """80 days, the older half with cramps as likely as the newer; on each day skipped, stretched or left empty."""
    by_chance = Random(seed)
    often = by_chance.choice([0.05, 0.3, 0.9])
    entries: list[Entry] = []
    for age in range(80):
        day = ago(age)
        if by_chance.random() < often:
            at = here(datetime.combine(day, time(by_chance.randrange(24))))
            of = person_day(at, PERSON.day_starts_at)
            entries.append(cramp(day=of, at=at.replace(tzinfo=None).isoformat(), woke=by_chance.random() < 0.5))
        made = [skip(day=day), night(by_chance.randrange(3), day=day), session(day=day), drink(250, day=day)]
        entries += by_chance.sample(made, by_chance.randrange(4))
        entries += [tick("stretch-before-bed", day=day)] * (by_chance.random() < often)
    return sorted(entries, key=lambda entry: entry.moment)


def view(entries: list[Entry]) -> TodayView:
    return today_view(When(TODAY, here("12:00"), here), Recent.among(entries), KNOWLEDGE, PERSON, safety())


@pytest.mark.parametrize("seed", range(60))
def test_what_is_older_than_the_reach_says_nothing(seed: int) -> None:
    entries = diary(seed)
    within = [entry for entry in entries if entry.day >= TODAY - timedelta(days=HISTORY_DAYS)]
    assert len(within) < len(entries)
    assert view(within) == view(entries)
