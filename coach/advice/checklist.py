"""How far each item of the checklist is on a day; derived from everything that counts for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from coach.advice.recent import Recent
from coach.advice.safety import Safety
from coach.model.checklist import Checklist, Item
from coach.model.day_entries import DayEntries
from coach.model.entry import Eat, Entry, Session, Skip, Tick
from coach.model.food import Mineral
from coach.model.profile import Profile
from coach.model.ruling import Ruling, Topic
from coach.model.time_of_day import HourClock, time_of_day

if TYPE_CHECKING:
    from coach.model.routine import Routine

KEPT_WINDOW = 14
ROUNDING_MG = 0.05
"""Milligrams are stored to 0.1; what was rounded down is not poorer for it."""


class ItemView(msgspec.Struct, frozen=True, kw_only=True):
    """One row: how often it was done, how often it counts as done, and why it is withheld, if it is.

    `caution` is said beside it where it is offered in other words; `asks_about` is the topic that a
    clinician's yes would unlock.
    """

    id: str
    label: str
    group: str
    done: bool
    amount: float
    target: int
    withheld: str | None
    core: bool
    note: str
    evidence: str
    routine: str | None
    caution: str | None = None
    asks_about: Topic | None = None


class Kept(msgspec.Struct, frozen=True):
    """Days on which every core item was done, of the last 14 that were not skipped."""

    days: int
    of: int


def counting_alike(checklist: Checklist, routines: Iterable[Routine]) -> Checklist:
    """The checklist whose items also name the routines that count as one they name."""
    alike: dict[str, tuple[str, ...]] = {}
    for routine in routines:
        if routine.counts_as:
            alike[routine.counts_as] = (*alike.get(routine.counts_as, ()), routine.id)

    def counting(item: Item) -> Item:
        more = tuple(one for named in item.routines for one in alike.get(named, ()))
        return replace(item, routines=(*item.routines, *more)) if more else item

    return replace(checklist, items=tuple(counting(item) for item in checklist.items))


def item_views(of_day: DayEntries, checklist: Checklist, profile: Profile, safety: Safety) -> tuple[ItemView, ...]:
    """The items on the person's list, in the checklist's order, by the entries of a day."""
    places = {group.id: place for place, group in enumerate(checklist.groups)}
    on_list = [item for item in checklist.items if profile.listed.get(item.id, True)]
    return tuple(
        _view(item, of_day, profile, safety) for item in sorted(on_list, key=lambda item: places[item.group])
    )


def _view(item: Item, of_day: DayEntries, profile: Profile, safety: Safety) -> ItemView:
    counting = _counting(item, of_day)
    amount = _sum(counting)
    target = target_of(item, profile) if safety.verdict(Topic.TARGETS).ruling.offers else 1
    why = safety.why_withheld(item.withhold_if, item.topics)
    return ItemView(
        id=item.id,
        label=item.label,
        group=item.group,
        done=amount >= target,
        amount=amount,
        target=target,
        withheld=str(why) if why else None,
        core=item.core,
        note=_note(item, [entry for entry, _ in counting], profile.clock),
        evidence=item.evidence,
        routine=item.routines[0] if item.routines else None,
        caution=None if why else " ".join(safety.cautions(item.topics)) or None,
        asks_about=_asks_about(item, safety) if why and why.ruling is Ruling.ASK else None,
    )


def _asks_about(item: Item, safety: Safety) -> Topic:
    """The first topic of an item that waits for a yes."""
    return next(topic for topic in item.topics if safety.verdict(topic).ruling is Ruling.ASK)


def amount_of(item: Item, of_day: DayEntries) -> float:
    """How often the item was done on a day, by everything that counts for it."""
    return _sum(_counting(item, of_day))


def target_of(item: Item, profile: Profile) -> int:
    """How often the item counts as done: the person's own number, or else the checklist's."""
    return profile.targets.get(item.id, item.target)


def _counting(item: Item, of_day: DayEntries) -> list[tuple[Entry, float]]:
    """What counts for `item`, and how much: ticks, finished sessions of its routines, foods that are rich."""
    counting: list[tuple[Entry, float]] = [(tick, tick.amount) for tick in of_day.of(Tick) if tick.item == item.id]
    counting += [(one, 1) for one in of_day.of(Session) if one.routine in item.routines and one.finished]
    if mineral := item.mineral:
        counting += [
            (eat, eat.portions)
            for eat in of_day.of(Eat)
            if _mg(eat, mineral) + ROUNDING_MG >= item.portion_mg * eat.portions
        ]
    return counting


def _sum(counting: Iterable[tuple[Entry, float]]) -> float:
    return round(sum(amount for _, amount in counting), 2)


def _mg(entry: Eat, mineral: Mineral) -> float:
    amounts = {
        Mineral.POTASSIUM: entry.potassium_mg,
        Mineral.CALCIUM: entry.calcium_mg,
        Mineral.MAGNESIUM: entry.magnesium_mg,
    }
    return amounts[mineral]


def _note(item: Item, counting: Sequence[Entry], clock: HourClock) -> str:
    """What stands behind the amount: the foods eaten, or when it was done last."""
    if not counting:
        return "on active days" if item.on_active_days else ""
    foods = [entry.label.lower() for entry in counting if isinstance(entry, Eat)]
    if foods:
        return ", ".join(dict.fromkeys(foods))
    times = [entry.at for entry in counting if entry.at is not None]
    return time_of_day(max(times), clock) if times else ""


def kept_days(day: date, recent: Recent, core: Sequence[Item], profile: Profile, *, is_over: bool = True) -> Kept:
    """How many of the last 14 days up to `day` were kept.

    A skipped day neither counts nor breaks anything; nor does `day` while it is not over and not kept yet.
    """
    kept = seen = age = 0
    while seen < KEPT_WINDOW and age < 3 * KEPT_WINDOW:
        of_day = recent.on(day - timedelta(days=age))
        is_kept = bool(core) and all(amount_of(item, of_day) >= target_of(item, profile) for item in core)
        may_still_be = age == 0 and not is_over and not is_kept
        age += 1
        if may_still_be or of_day.of(Skip):
            continue
        seen += 1
        kept += is_kept
    return Kept(kept, KEPT_WINDOW)
