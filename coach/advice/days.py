"""Days as patterns see them: whether a cramp came, and whether each habit was so; None where nobody knows.

A day here lasts from getting up to getting up: the day and the night after it, so that what was done by day
comes before the night's cramp. Silence is no answer: a day counts only when its night was answered, or a cramp was
logged. A habit counts only on days on which it would have been logged with or without a cramp.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from statistics import median

import msgspec

from coach.advice import marks
from coach.advice.checklist import amount_of
from coach.advice.next_step import BEDTIME_ITEM
from coach.advice.patterns import Known
from coach.advice.recent import Recent
from coach.advice.safety import Safety
from coach.advice.water import counts
from coach.model.checklist import Checklist, Item
from coach.model.day_entries import DayEntries
from coach.model.entry import Cramp, Drink, Eat, Entry, Night, Session, Skip, Tick
from coach.model.food import DrinkKind
from coach.model.medicine import DO_NOT_STOP
from coach.model.ruling import Topic

AFTER_CRAMP = "after-cramp"
"""The routine that follows a cramp: it must not be taken for something that came before one."""
SITTING_BREAK = "sitting-break"
_SPORT = frozenset({"before-run", "after-run"})


class Habit(msgspec.Struct, frozen=True, kw_only=True):
    """Something that may be so on a day; `topic` is how a finding would be read as advice."""

    id: str
    name: str
    note: str = ""
    topic: Topic | None = None


class DaySeries(msgspec.Struct, frozen=True):
    """The same days in order: `cramps`, and `habits` by id, all reaching from `first` on."""

    first: date
    cramps: tuple[Known, ...]
    habits: Mapping[str, tuple[Known, ...]]


HABITS: Mapping[str, Habit] = {
    habit.id: habit
    for habit in (
        Habit(
            id="less-to-drink",
            name="less to drink than usual",
            note="Drink to thirst: extra water has not been shown to prevent night cramps.",
            topic=Topic.WATER_GOAL,
        ),
        Habit(id="no-stretching", name="no stretching", topic=Topic.ROUTINE),
        Habit(id="fewer-breaks", name="fewer breaks from sitting than usual"),
        Habit(
            id=marks.ALCOHOL,
            name="alcohol",
            note="If you drink every day, do not stop all at once without asking: that can be dangerous.",
        ),
        Habit(id=marks.HARD_ACTIVITY, name="sport or hard activity"),
        Habit(id=marks.LONG_SITTING, name="long sitting"),
        Habit(id=marks.HEAT, name="heat"),
        Habit(
            id=marks.NEW_MEDICINE,
            name="a new medicine",
            note=f"Do not stop it; show this to your pharmacist. {DO_NOT_STOP} "
            "The pages of the medicines name the few exceptions.",
        ),
    )
}


def day_of_cramp(cramp: Cramp, awake_from: time) -> date:
    """The day that a cramp counts for: one before getting up belongs to the day before."""
    return cramp.day if cramp.at is None else day_at(cramp.at, awake_from)


def day_at(moment: datetime, awake_from: time) -> date:
    """The day from getting up to getting up that `moment` is in, by the wall clock where it was."""
    return moment.date() - timedelta(days=moment.time() < awake_from)


def cramp_days(entries: Iterable[Entry], awake_from: time) -> dict[date, bool]:
    """Whether a cramp came, for every day that has an answer; of several about a night the last."""
    known: dict[date, bool] = {}
    answers: dict[date, Night] = {}
    for entry in entries:
        if isinstance(entry, Cramp):
            known[day_of_cramp(entry, awake_from)] = True
        elif isinstance(entry, Night):
            before = answers.get(entry.day)
            if before is None or (entry.logged, entry.id) > (before.logged, before.id):
                answers[entry.day] = entry
    for morning, answer in answers.items():
        day = morning - timedelta(days=1)
        known[day] = known.get(day, False) or answer.cramps > 0
    return known


def habits_for(safety: Safety) -> tuple[tuple[Habit, ...], tuple[str, ...]]:
    """The habits that may be compared for this person, and why each of the others is left out.

    "Less to drink" beside cramps reads as "drink more", which is wrong for somebody with a limit.
    """
    kept, left_out = [], []
    for habit in HABITS.values():
        verdict = safety.verdict(habit.topic) if habit.topic else None
        if verdict is None or verdict.ruling.offers:
            kept.append(habit)
        else:
            left_out.append(f"{habit.name[0].upper()}{habit.name[1:]}, not compared: {verdict.name}.")
    return tuple(kept), tuple(left_out)


def day_series(
    entries: Sequence[Entry],
    first: date,
    last: date,
    *,
    awake_from: time,
    kinds: Mapping[str, DrinkKind],
    checklist: Checklist,
) -> DaySeries:
    """The days from `first` to `last` that lie between the first and the last answer.

    `entries` reach from the day before `first` to the day after `last`. A habit stands for the same day by its
    id, for the day before by its id and `-before`. Skipped days are unknown.
    """
    recent = Recent.among(entries)
    skipped = {skip.day for skip in recent.of(Skip)}
    answers = cramp_days(entries, awake_from)
    answered = [day for day in answers if first <= day <= last and day not in skipped]
    if not answered:
        return DaySeries(first, (), {})
    days = _days(min(answered), max(answered))
    earlier = [days[0] - timedelta(days=1), *days]
    of_days = [DayEntries() if day in skipped else recent.on(day) for day in earlier]
    habits: dict[str, tuple[Known, ...]] = {}
    for name, known in _habits(of_days, kinds, checklist).items():
        habits[name] = tuple(known[1:])
        habits[f"{name}-before"] = tuple(known[:-1])
    cramps = tuple(None if day in skipped else answers.get(day) for day in days)
    return DaySeries(days[0], cramps, habits)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _habits(
    of_days: Sequence[DayEntries], kinds: Mapping[str, DrinkKind], checklist: Checklist
) -> dict[str, list[Known]]:
    items = {item.id: item for item in checklist.items}
    sitting = items.get(SITTING_BREAK)
    active = [item for item in checklist.items if item.on_active_days]
    # Moving is no stretching, and a break from sitting is no stretch either.
    no_stretch = {
        AFTER_CRAMP,
        *(routine for item in (*active, *([sitting] if sitting else [])) for routine in item.routines),
    }
    return {
        "less-to-drink": _below_usual([_water(of_day, kinds) for of_day in of_days]),
        "no-stretching": _so(of_days, lambda of_day: not any(_is_stretch(entry, no_stretch) for entry in of_day)),
        "fewer-breaks": _below_usual([amount_of(sitting, of_day) if sitting else 0 for of_day in of_days]),
        marks.ALCOHOL: [_alcohol(of_day, kinds) for of_day in of_days],
        marks.HARD_ACTIVITY: [_hard_activity(of_day, active) for of_day in of_days],
        **{
            mark: _said(of_days, mark, on_list=mark in items)
            for mark in (marks.LONG_SITTING, marks.HEAT, marks.NEW_MEDICINE)
        },
    }


def _so(of_days: Sequence[DayEntries], holds: Callable[[DayEntries], bool]) -> list[Known]:
    """Whether something was so, on the days on which the checklist was in use at all."""
    return [holds(of_day) if in_use(of_day) else None for of_day in of_days]


def _said(of_days: Sequence[DayEntries], mark: str, *, on_list: bool) -> list[Known]:
    """Whether a mark was so, on the days that were looked through; a tick alone says yes to its own mark.

    An item of the person's own that is called so stands `on_list` all day, and is looked at whenever that is.
    """
    return [
        marks.is_marked(of_day, mark)
        if marks.was_looked_through(of_day) or marks.is_marked(of_day, mark) or (on_list and in_use(of_day))
        else None
        for of_day in of_days
    ]


def in_use(of_day: DayEntries) -> bool:
    """Whether the checklist was in use on a day, with or without a cramp; what a day was like is not on it."""
    return any(
        (isinstance(entry, Drink | Tick | Eat) and not marks.is_mark(entry))
        or (isinstance(entry, Session) and entry.routine != AFTER_CRAMP)
        for entry in of_day
    )


def _below_usual(amounts: Sequence[float]) -> list[Known]:
    """Whether each day had less than the median; one with nothing is unknown, for it may be "not logged"."""
    logged = [amount for amount in amounts if amount > 0]
    if not logged:
        return [None] * len(amounts)
    usual = median(logged)
    return [amount < usual if amount > 0 else None for amount in amounts]


def _water(of_day: DayEntries, kinds: Mapping[str, DrinkKind]) -> float:
    return sum(drink.ml for drink in of_day.of(Drink) if counts(drink, kinds))


def _alcohol(of_day: DayEntries, kinds: Mapping[str, DrinkKind]) -> Known:
    """Whether there was any, on days with a drink logged and on those that were looked through."""
    if marks.is_marked(of_day, marks.ALCOHOL) or marks.drank_alcohol(of_day, kinds):
        return True
    return False if marks.was_looked_through(of_day) or of_day.of(Drink) else None


def _hard_activity(of_day: DayEntries, active: Iterable[Item]) -> Known:
    """Whether there was any, on days that were looked through or on which the list, with its warm-up, was used."""
    if marks.is_marked(of_day, marks.HARD_ACTIVITY) or _was_active(of_day, active):
        return True
    return False if marks.was_looked_through(of_day) or in_use(of_day) else None


def _is_stretch(entry: Entry, no_stretch: set[str]) -> bool:
    if isinstance(entry, Session):
        return entry.finished and entry.routine not in no_stretch
    return isinstance(entry, Tick) and entry.item == BEDTIME_ITEM


def _was_active(of_day: DayEntries, active: Iterable[Item]) -> bool:
    ran = any(session.routine in _SPORT for session in of_day.of(Session))
    return ran or any(amount_of(item, of_day) > 0 for item in active)
