"""The fields of an entry: what each is called, its value as a person would type it, and what it takes."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from coach.model.amount import Unit, format_amount
from coach.model.cramp_words import WORDS
from coach.model.entry import COMMON_FIELDS, Cramp, Drink, Entry, Felt, StepDone
from coach.model.notation import Notation
from coach.model.time_of_day import HourClock, time_of_day


class Called(NamedTuple):
    """A field in words: its label, and what can be typed into it."""

    label: str
    takes: str = ""


CALLED = {
    "ml": Called("how much", "250, 0.5l, 8oz, ½ pint or a vessel"),
    "what": Called("what", "water, tea …"),
    "said": Called("said"),
    "item": Called("item", "an item's id"),
    "amount": Called("times", "a number"),
    "food": Called("food", "a food's name"),
    "portions": Called("portions", "a number"),
    "site": Called("muscle", "calf, foot, toes …"),
    "side": Called("leg", "left, right or both"),
    "minutes": Called("minutes", "how long it lasted"),
    "pain": Called("pain", "0 to 10"),
    "woke": Called("woke you", "yes or no"),
    "released_by": Called("released by", "stretch, walking …"),
    "activity": Called("activity before", "running, sitting …"),
    "triggers": Called("suspected", "heat, new shoes …"),
    "signs": Called("red-flag sign", "yes if one fitted, no if none did"),
    "new_medicine": Called("new medicine", "yes or no: one begun or changed lately"),
    "note": Called("note", "what you want to remember"),
    "cramps": Called("cramps", "how many; 0 for none"),
    "felt": Called("it felt", "easier, same, harder or pain"),
    "reason": Called("reason", "sick, travelling …"),
    "text": Called("text", "what you want to remember"),
    "of": Called("about entry"),
    "day": Called("day", "today, yesterday or 2026-11-20"),
    "at": Called("time", "14:30 or 2:30 pm"),
    "potassium_mg": Called("potassium, mg"),
    "calcium_mg": Called("calcium, mg"),
    "magnesium_mg": Called("magnesium, mg"),
}


def called(name: str) -> Called:
    """The field in words; one that has none is called as it is named in the diary."""
    return CALLED.get(name, Called(name.replace("_", " ")))


def words_for(entry: Entry, name: str) -> tuple[str, ...]:
    """The known values of a field; none where anything is typed."""
    if isinstance(entry, Cramp):
        return WORDS.get(name, ())
    return tuple(Felt) if name == "felt" else ()


def typed(entry: Entry, name: str, notation: Notation) -> str:
    """The value of a field as a person would type it; empty for none."""
    value = getattr(entry, name)
    if isinstance(entry, Drink) and name == "ml" and notation.units is not Unit.ML:
        return format_amount(entry.ml, notation.units)
    return _typed(value, notation.clock)


def own_fields(entry: Entry) -> list[str]:
    """The fields of the entry's kind, then its day and time."""
    return [*(name for name in type(entry).__struct_fields__ if name not in COMMON_FIELDS), "day", "at"]


def _typed(value: object, clock: HourClock) -> str:
    match value:
        case None:
            said = ""
        case bool():
            said = "yes" if value else "no"
        case float():
            said = f"{value:g}"
        case datetime():
            said = time_of_day(value, clock)
        case StepDone():
            said = f"{value.move}, {value.side}: {value.held_s:g} of {value.planned_s:g} s"
        case tuple():
            between = "\n" if value and isinstance(value[0], StepDone) else ", "
            said = between.join(_typed(part, clock) for part in value)
        case _:
            said = str(value)
    return said
