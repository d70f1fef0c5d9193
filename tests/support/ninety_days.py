"""Ninety days of a diary as somebody might keep it, with an experiment in it; the same every time."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from coach.diary.diary import Draft
from coach.service.coach import Coach
from tests.support.clock import FakeClock

TODAY = date(2026, 11, 22)
BEGAN = TODAY - timedelta(days=60)
QUESTIONS = (
    "Could the water tablet I started in August have to do with it?",
    "Is it worth checking my potassium?",
    "Ask whether night splints are for people like me",
)


def keep_ninety_days(coach: Coach, clock: FakeClock) -> None:
    """Write them, up to the evening of 22 November 2026; the experiment began 60 days before."""
    rng = random.Random(90)
    clock.set(datetime(2026, 8, 20, 9))
    coach.profile.answer({"condition.thiazide": "yes", "condition.high-blood-pressure": "yes", "age": "65-plus"})
    clock.set(datetime.combine(BEGAN, datetime.min.time().replace(hour=9)))
    coach.experiments.start()
    clock.set(datetime(2026, 10, 3, 9))
    coach.profile.set("condition.suspected-dvt", "yes")
    clock.set(datetime(2026, 10, 5, 9))
    coach.profile.set("condition.suspected-dvt", "no")
    clock.set(datetime(2026, 11, 22, 20))
    drafts: list[Draft] = []
    for back in range(90, 0, -1):
        drafts += _day(rng, TODAY - timedelta(days=back), clock)
    drafts += [
        Draft("note", TODAY - timedelta(days=5 * place), {"text": text, "of": ""})
        for place, text in enumerate(QUESTIONS)
    ]
    coach.diary.add(drafts, "ninety days")


def _day(rng: random.Random, day: date, clock: FakeClock) -> list[Draft]:
    def at(hour: int, minute: int = 0, later: int = 0) -> datetime:
        return clock.local(
            datetime.combine(day + timedelta(days=later), datetime.min.time().replace(hour=hour, minute=minute))
        )

    tried = (day - BEGAN).days >= 14
    drafts = [
        Draft(
            "drink", day, {"ml": rng.choice([200, 250, 300]), "what": rng.choice(["water", "tea"])}, at(8 + 2 * n)
        )
        for n in range(rng.randint(3, 6))
    ]
    wine = rng.random() < 0.3
    if wine:
        drafts.append(Draft("drink", day, {"ml": 150, "what": "wine"}, at(19, 30)))
    break_ = {"item": "sitting-break", "label": "Break from sitting"}
    drafts += [Draft("tick", day, break_, at(9 + n)) for n in range(rng.randint(1, 6))]
    if rng.random() < 0.25:
        drafts.append(Draft("tick", day, {"item": "warm-up", "label": "Warm up before activity"}, at(17)))
    if rng.random() < (0.8 if tried else 0.05):
        drafts.append(Draft("session", day, _bedtime(at(21, 40)), at(21, 40)))
    cramped = rng.random() < (0.22 if tried else 0.5) + (0.3 if wine else 0)
    if cramped:
        fields = {
            "site": rng.choices(["calf", "foot", "hamstring"], [7, 2, 1])[0],
            "side": rng.choice(["left", "right", "right"]),
            "minutes": rng.choice([1, 2, 2, 3, 5, 8, 12]),
            "pain": rng.choice([4, 5, 6, 7, 8]),
            "woke": rng.random() < 0.9,
            "released_by": rng.choice([["toes up"], ["toes up", "standing"], ["rubbing"], []]),
            "triggers": rng.choice([[], [], ["a long day standing"], ["wine in the evening"]]),
            "activity": rng.choice(["sleep", "sleep", "rest"]),
        }
        drafts.append(Draft("cramp", day, fields, at(3, rng.randint(0, 59), later=1)))
    elif rng.random() < 0.75:
        drafts.append(Draft("night", day + timedelta(days=1), {"cramps": 0}, at(7, 30, later=1)))
    return drafts


def _bedtime(started: datetime) -> dict[str, object]:
    steps = [
        {"move": move, "side": side, "planned_s": 30, "held_s": 30}
        for move in ("calf-wall", "hamstring-standing", "toe-pull-chair")
        for side in ("left", "right")
    ]
    return {"routine": "bedtime", "title": "Bedtime", "started": started, "steps": steps}
