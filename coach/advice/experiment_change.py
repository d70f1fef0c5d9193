"""What may be tried as the one change of an experiment, and what else changed meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from coach.advice.checklist import amount_of
from coach.advice.days import in_use
from coach.advice.experiment import Experiment
from coach.advice.marks import NEW_MEDICINE
from coach.advice.recent import Recent
from coach.errors import BadInputError
from coach.model.checklist import Checklist, Item
from coach.model.condition import Condition, ConditionGroup
from coach.model.entry import Entry
from coach.model.setting import Scalar

MIXED_IN_DAYS = 4
"""So many days of something that was never done in the fortnight before are a second change; our own figure."""
_PHARMACIST = "a medicine is started, stopped or changed by whoever prescribes it; ask your pharmacist"
_NO_SUPPLEMENT = "a supplement or mineral is not tried here, in food or in tablets; ask your pharmacist"
_NO_WATER = "extra water or salt is wrong for some people and has not been shown to prevent night cramps"
_NO_ALCOHOL = "who drinks every day and stops all at once can fall gravely ill; ask a doctor how to cut down"
_MEDICINES = r"""medic tablet pills?\b capsule drug prescri dose\b dosing statin diuretic inhaler antibiotic
insulin painkiller ibuprofen aspirin paracetamol quinine tonic sedative injection hormone"""
_SUPPLEMENTS = r"""supplement magnes potass calcium zinc iron\b sodium vitamin mineral electrolyte creatine
herb cbd\b turmeric"""
_WATER = "water drink fluid hydrat salt pickle brine broth vinegar mustard juice"
_ALCOHOL = r"alcohol beer wine spirits? whisk vodka gin\b cider booze sober liquor rum\b brandy"
_NEVER = tuple(
    (what, re.compile(rf"\b(?:{'|'.join(words.split())})"), why)
    for what, words, why in (
        ("a medicine", _MEDICINES, _PHARMACIST),
        ("a supplement", _SUPPLEMENTS, _NO_SUPPLEMENT),
        ("alcohol", _ALCOHOL, _NO_ALCOHOL),
        ("extra water or salt", _WATER, _NO_WATER),
    )
)
"""What is never tried, by how words of it begin, and why (safety review 4.5)."""


def check_words(said: str, medicines: Iterable[str] = ()) -> None:
    """Raises BadInputError with the reason when `said` names what is never tried as an experiment.

    `medicines` are names of medicines besides the words known here.
    """
    words = said.lower()
    for what, pattern, why in _NEVER:
        if pattern.search(words):
            raise BadInputError(f"{what} is not tried as an experiment", why)
    if {name.lower() for name in medicines} & set(re.findall(r"[a-z]+", words)):
        raise BadInputError("a medicine is not tried as an experiment", _PHARMACIST)


def check_item(item: Item, medicines: Iterable[str] = ()) -> None:
    """Raises BadInputError with the reason when an item of the checklist is never tried as an experiment."""
    if item.mineral is not None or item.id == NEW_MEDICINE:
        why = _NO_SUPPLEMENT if item.mineral else _PHARMACIST
        raise BadInputError(f"{item.label} is not tried as an experiment", why)
    check_words(f"{item.id.replace('-', ' ')} {item.label}", medicines)


def mixed_in(
    experiment: Experiment,
    day: date,
    entries: Sequence[Entry],
    checklist: Checklist,
) -> tuple[str, ...]:
    """What was done on four or more days of the change and never in the fortnight before, besides the change.

    Of a fortnight in which the checklist was hardly used nothing can be told.
    """
    recent = Recent.among(entries)

    def times(item: Item, days: Iterable[date]) -> int:
        return sum(amount_of(item, recent.on(one)) > 0 for one in days)

    before, trying = experiment.baseline(day), experiment.trying(day)
    if sum(in_use(recent.on(one)) for one in before) < MIXED_IN_DAYS:
        return ()
    return tuple(
        item.label
        for item in checklist.items
        if item.id != experiment.change and not times(item, before) and times(item, trying) >= MIXED_IN_DAYS
    )


def told_since(
    then: Mapping[str, Scalar], now: Mapping[str, Scalar], known: Mapping[str, Condition]
) -> tuple[str, ...]:
    """What of the profile is otherwise now than it was `then` and may change cramps, in words."""
    settings = (("water.goal_ml", "your water goal"), ("water.limit_ml", "your fluid limit"))
    changed = [what for key, what in settings if then.get(key) != now.get(key)]
    for name, condition in known.items():
        if condition.group is ConditionGroup.NOW:
            continue
        was, holds = (told.get(f"condition.{name}") is True for told in (then, now))
        if was != holds:
            changed.append(f"{condition.name} ({_told(condition, on=holds)})")
    return tuple(changed)


def _told(condition: Condition, *, on: bool) -> str:
    if condition.group is ConditionGroup.MEDICINES and on:
        return "ticked; do not stop it, show this to your pharmacist"
    return "ticked" if on else "taken off"
