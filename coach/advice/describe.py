"""An entry of the diary in words, on one line."""

from __future__ import annotations

from collections.abc import Iterable

from coach.model.amount import Unit, format_amount
from coach.model.entry import Cramp, Drink, Eat, Entry, Night, Note, Session, Setting, Side, Skip, Tick
from coach.model.text import clean


def describe(entry: Entry, units: Unit = Unit.ML) -> str:
    """What an entry says, without its day and time: `250 ml tea`, `calf, left leg, pain 6 of 10`."""
    return clean(", ".join(part for part in _parts(entry, units) if part))


def _parts(entry: Entry, units: Unit) -> Iterable[str]:
    match entry:
        case Drink():
            parts: Iterable[str] = [f"{format_amount(entry.ml, units)} {entry.what.replace('-', ' ')}"]
        case Tick():
            parts = [entry.label, _times(entry.amount)]
        case Eat():
            parts = [entry.label, "" if entry.portions == 1 else f"{entry.portions:g} portions"]
        case Cramp():
            parts = _cramp(entry)
        case Night():
            parts = [f"{_cramps(entry.cramps)} last night"]
        case Session():
            held_s = round(sum(step.held_s for step in entry.steps))
            unfinished = "" if entry.finished else "not to the end"
            parts = [entry.title, f"{held_s // 60}:{held_s % 60:02} held", unfinished]
        case Skip():
            parts = ["a day off", entry.reason]
        case Note():
            parts = [f"about {entry.of[:8]}" if entry.of else "", entry.text]
        case Setting():
            parts = [f"{entry.key} = {entry.value}"]
        case _:
            parts = [entry.kind]
    return parts


def _cramp(cramp: Cramp) -> Iterable[str]:
    sides = {None: "", Side.LEFT: "left leg", Side.RIGHT: "right leg", Side.BOTH: "both legs"}
    return [
        cramp.site.replace("-", " "),
        sides[cramp.side],
        "" if cramp.minutes is None else f"{cramp.minutes:g} min",
        "" if cramp.pain is None else f"pain {cramp.pain} of 10",
        {None: "", True: "woke you", False: "did not wake you"}[cramp.woke],
        {None: "", True: "a red-flag sign fitted", False: "no red-flag sign"}[cramp.signs],
        cramp.activity,
        *cramp.triggers,
        {None: "", True: "new medicine", False: "no new medicine"}[cramp.new_medicine],
        *(f"released by {means}" for means in cramp.released_by),
        cramp.note,
    ]


def _cramps(number: int) -> str:
    return {0: "no cramp", 1: "1 cramp"}.get(number, f"{number} cramps")


def _times(amount: float) -> str:
    return "" if amount == 1 else f"{amount:g} times"
