"""A diary that somebody might have kept for 120 days, made up for the demo; the same every time on one day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import msgspec

from coach.advice.night import Local
from coach.model.day import person_day
from coach.model.entry import (
    Cramp,
    Drink,
    Eat,
    Entry,
    Felt,
    Night,
    Note,
    Session,
    Side,
    Site,
    Skip,
    StepDone,
    Tick,
)
from coach.model.food import Food

DAYS = 120
DEVICE = "demo"
EXPERIMENT_DAYS = 45
"""So long ago the experiment began: a fortnight as always, then a month of stretching before bed."""
TRYING_DAYS = EXPERIMENT_DAYS - 14
_SEED = 12
_SPELLS = (range(106, 120), range(74, 90), range(42, 59), range(21, 31), range(4, 9))
"""The stretches of worse nights, in days ago."""
_RUNS = {2, 6}
_WEEKEND = {5, 6}
_STARTS_AT = time(4)
_NOTES = {
    112: "New shoes, an hour too long in them",
    86: "Cramped in the second half of a long run; it was warm",
    60: "Ask whether night splints are for people like me",
    38: "Both calves tight after the flight",
    23: "Could it be the way I sit? One foot is always under the chair",
    9: "First week without a cramp since the summer",
}
_CRAMP_NOTES = ("could not stand on it at first", "sore all morning", "the same place again", "short, but sharp")


class Kit(msgspec.Struct, frozen=True, kw_only=True):
    """What the content says of the things a day is made of: by id, names, foods, and a routine's steps done."""

    items: Mapping[str, str]
    foods: Mapping[str, Food]
    titles: Mapping[str, str]
    steps: Mapping[str, tuple[StepDone, ...]]


def made_up_diary(now: datetime, local: Local, kit: Kit) -> tuple[Entry, ...]:
    """Every entry of the 120 days that end today, up to `now`, in the order of the days."""
    life = _Life(person_day(now, _STARTS_AT), local, kit)
    written = [entry for back in range(DAYS - 1, -1, -1) for entry in life.day(back)]
    return tuple(entry for entry in written if (entry.at or entry.logged) <= now)


class _Life:
    """Makes the days one after another; bad nights come in spells, and the runs have a say."""

    def __init__(self, today: date, local: Local, kit: Kit) -> None:
        self._rng = Random(_SEED)
        self._today = today
        self._local = local
        self._kit = kit
        self._day = today

    def day(self, back: int) -> Iterator[Entry]:
        """The day that was so many days ago, with the night after it."""
        self._day = self._today - timedelta(days=back)
        weekday = self._day.weekday()
        ran = weekday in _RUNS and self._happens(0.75)
        wine = weekday in _WEEKEND and self._happens(0.6)
        trying = back < TRYING_DAYS
        if back in {51, 52}:
            yield Skip(**self._stamp(time(20, 15)), reason="travelling")
        yield from self._drinks(wine=wine)
        yield from self._foods()
        yield from self._ticks(ran=ran)
        if ran:
            yield from self._run(back)
        if self._happens(0.86 if trying else 0.12):
            yield self._session("bedtime", time(21, self._rng.randrange(30, 56)))
        if back in _NOTES:
            yield Note(**self._stamp(time(21, 58)), text=_NOTES[back])
        yield from self._night(back, ran=ran, wine=wine, trying=trying)

    def _drinks(self, *, wine: bool) -> Iterator[Entry]:
        times = ((7, 20, "coffee", 200), (9, 10, "tea", 300), (11, 0, "water", 250), (12, 40, "water", 250))
        later = ((14, 30, "water", 250), (16, 10, "tea", 300), (18, 30, "water", 350), (20, 30, "herbal-tea", 250))
        for hour, minute, what, ml in times + later:
            if self._happens(0.84):
                at = time(hour, (minute + self._rng.randrange(20)) % 60)
                yield Drink(**self._stamp(at), ml=ml, what=what, said=f"{ml}")
        if wine:
            yield Drink(**self._stamp(time(19, 40)), ml=150, what="wine", said="150")

    def _foods(self) -> Iterator[Entry]:
        meals = (
            (time(7, 45), 0.7, ("banana", "yogurt", "oatmeal")),
            (time(13, 5), 0.6, ("lentils", "spinach", "sardines", "baked-potato")),
            (time(16, 20), 0.45, ("almonds", "orange", "dried-apricots")),
        )
        for at, chance, choice in meals:
            name = self._rng.choice(choice)
            if self._happens(chance):
                food = self._kit.foods[name]
                portion = food.portion
                yield Eat(
                    **self._stamp(at),
                    food=food.id,
                    label=food.name,
                    potassium_mg=portion.potassium_mg,
                    calcium_mg=portion.calcium_mg,
                    magnesium_mg=portion.magnesium_mg,
                )

    def _ticks(self, *, ran: bool) -> Iterator[Entry]:
        if self._day.weekday() not in _WEEKEND:
            for hour in self._rng.sample((9, 10, 11, 13, 14, 15, 16), self._rng.randint(2, 6)):
                yield self._tick("sitting-break", time(hour, 50))
        for item, chance, at in (
            ("uncrossed-legs", 0.4, time(17, 10)),
            ("varied-plate", 0.55, time(18, 55)),
            ("covers-loose", 0.8, time(21, 59)),
            ("clear-path", 0.7, time(21, 59)),
        ):
            if self._happens(chance):
                yield self._tick(item, at)
        if ran and self._happens(0.4):
            yield self._tick("warm-up", time(17, 20))

    def _run(self, back: int) -> Iterator[Entry]:
        if self._happens(0.5):
            yield self._session("before-run", time(17, 25), stopped=self._happens(0.15))
        if self._happens(0.6):
            yield self._session("after-run", time(18, 40))
        if back == 86 or self._happens(0.08):
            yield Cramp(
                **self._stamp(time(18, 12)),
                site=Site.HAMSTRING,
                side=Side.RIGHT,
                minutes=2,
                pain=5,
                woke=False,
                released_by=("stretch",),
                activity="running",
                triggers=("heat",) if back == 86 else (),
            )

    def _night(self, back: int, *, ran: bool, wine: bool, trying: bool) -> Iterator[Entry]:
        chance = 0.42 if any(back in spell for spell in _SPELLS) else 0.05
        chance += 0.3 * ran + 0.05 * wine
        cramped, answered = self._happens(chance * (0.45 if trying else 1)), self._happens(0.8)
        if back == 0:  # The night after today has not been.
            return
        if cramped:
            yield self._night_cramp()
            if self._happens(0.12):
                yield self._night_cramp(later=True)
            if self._happens(0.3):
                yield self._session("after-cramp", time(3, 30), night=True)
        elif answered or back == 1:
            morning = time(7, self._rng.randrange(5, 40))
            yield Night(**self._stamp(morning, self._day + timedelta(days=1)), cramps=0)

    def _night_cramp(self, *, later: bool = False) -> Cramp:
        rng = self._rng
        site = rng.choices([Site.CALF, Site.FOOT, Site.TOES, Site.HAMSTRING], [70, 16, 8, 6])[0]
        released = rng.choice([("stretch",), ("stretch", "standing"), ("standing",), ("rubbing", "stretch"), ()])
        return Cramp(
            **self._stamp(time(5 if later else rng.choice([1, 2, 3, 3]), rng.randrange(60)), night=True),
            site=site,
            side=rng.choices([Side.LEFT, Side.RIGHT, Side.BOTH], [62, 32, 6])[0],
            minutes=rng.choice([1, 2, 2, 3, 4, 6, 9]),
            pain=min(9, max(2, round(rng.gauss(6, 1.5)))),
            woke=self._happens(0.9),
            released_by=released,
            activity="sleeping",
            triggers=rng.choice([(), (), (), ("long run",), ("sat all day",)]),
            note=rng.choice(_CRAMP_NOTES) if self._happens(0.25) else "",
        )

    def _session(self, routine: str, at: time, *, stopped: bool = False, night: bool = False) -> Session:
        steps = self._kit.steps[routine]
        if stopped:
            half = len(steps) // 2
            steps = steps[:half] + tuple(msgspec.structs.replace(step, held_s=0) for step in steps[half:])
        stamp = self._stamp(at, night=night)
        felt = self._rng.choice([None, None, Felt.SAME, Felt.SAME, Felt.EASIER, Felt.HARDER])
        return Session(
            **stamp, routine=routine, title=self._kit.titles[routine], started=stamp["at"], steps=steps, felt=felt
        )

    def _tick(self, item: str, at: time) -> Tick:
        return Tick(**self._stamp(at), item=item, label=self._kit.items[item])

    def _happens(self, chance: float) -> bool:
        return self._rng.random() < chance

    def _stamp(self, at: time, day: date | None = None, *, night: bool = False) -> dict[str, Any]:
        """What every entry has, logged half a minute after `at`; at `night` is after midnight."""
        calendar_day = (day or self._day) + timedelta(days=night)
        moment = self._local(datetime.combine(calendar_day, at))
        return stamp(f"{self._rng.getrandbits(128):032x}", person_day(moment, _STARTS_AT), moment)


def stamp(entry_id: str, day: date, at: datetime) -> dict[str, Any]:
    """The fields that every entry has; it was logged half a minute after `at`."""
    logged = (at + timedelta(seconds=30)).astimezone(UTC)
    return {
        "id": entry_id,
        "rev": 1,
        "day": day,
        "at": at,
        "logged": logged,
        "device": DEVICE,
        "action": entry_id,
    }
