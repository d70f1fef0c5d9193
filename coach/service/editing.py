"""An entry changed field by field, as typed; what was derived from a field changes along with it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeGuard, get_args

import msgspec

from coach.errors import BadInputError
from coach.library.library import find
from coach.model.amount import parse_amount
from coach.model.day import first_at, parse_day, start_of
from coach.model.entry import COMMON_FIELDS, Drink, Eat, Entry, Session, Tick
from coach.model.food import Mineral
from coach.model.nearest import hint_for
from coach.model.text import clean, clean_note

if TYPE_CHECKING:
    from coach.service.coach import Coach

_DERIVED = frozenset(
    {"label", "said", "title", "routine", "started", "steps", "potassium_mg", "calcium_mg", "magnesium_mg"}
)
_MINERALS = {"potassium_mg": Mineral.POTASSIUM, "calcium_mg": Mineral.CALCIUM, "magnesium_mg": Mineral.MAGNESIUM}


def editable(entry: Entry) -> list[str]:
    """The fields of an entry that a person may change."""
    own = [name for name in type(entry).__struct_fields__ if name not in COMMON_FIELDS | _DERIVED]
    return [*own, "day", "at"]


def edited(coach: Coach, entry: Entry, said: Mapping[str, str]) -> dict[str, Any]:
    """The fields to write for what was said; `none` empties one that may be empty.

    Raises BadInputError that names the field and what it takes.
    """
    fields: dict[str, Any] = {}
    for key, text in said.items():
        if key not in editable(entry):
            raise BadInputError(f"a {entry.kind} has no {key!r} to change", hint_for(key, editable(entry)))
        if key not in {"day", "at"}:
            fields[key] = _value(coach, entry, key, clean_note(text))
    return fields | _when(coach, entry, said) | _following(coach, entry, fields, said)


def _value(coach: Coach, entry: Entry, key: str, said: str) -> object:
    match entry, key:
        case Drink(), "ml":
            person = coach.person()
            return parse_amount(said, person.vessels, person.units)
        case Drink(), "what":
            return find(coach.library.drinks, said, "drink").id
        case Tick(), "item":
            return coach.marks.tickable(said)[0]
        case Eat(), "food":
            return coach.day.food(said).id
        case _:
            return _plain_value(entry, key, said)


def _plain_value(entry: Entry, key: str, said: str) -> object:
    field = next(field for field in msgspec.structs.fields(type(entry)) if field.name == key)
    if said.lower() in {"", "none"}:
        if field.required:
            raise BadInputError(f"{key} of a {entry.kind} cannot be empty", "give a value, or delete the entry")
        return msgspec.to_builtins(field.default)
    if field.type == tuple[str, ...]:
        return [part.strip() for part in said.split(",") if part.strip()]
    try:
        return msgspec.to_builtins(msgspec.convert(_word(said, field.type), field.type, strict=False))
    except msgspec.ValidationError as error:
        raise BadInputError(f"{key} cannot be {said!r}: {error}", "nothing was written") from None


def _word(said: str, kind: object) -> object:
    """What a word stands for, or the beginning of one word alone: `yes`, `n`, `l` for left."""
    kinds = (kind, *get_args(kind))
    words: dict[str, object] = {str(one): one for part in kinds if _is_words(part) for one in part}
    if bool in kinds:
        words = {"yes": True, "no": False}
    found = [word for word in words if word.startswith(said.lower())]
    return words[found[0]] if len(found) == 1 else words.get(said.lower(), said)


def _is_words(kind: object) -> TypeGuard[type[StrEnum]]:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _when(coach: Coach, entry: Entry, said: Mapping[str, str]) -> dict[str, Any]:
    """Day and time; an entry that is moved to another day keeps its time of day."""
    fields: dict[str, Any] = {}
    day = entry.day
    if "day" in said:
        fields["day"] = day = parse_day(said["day"], coach.current_day())
    if "at" in said:
        empty = clean(said["at"]).lower() in {"", "none"}
        fields["at"] = None if empty else coach.moment(clean(said["at"]), day)
    elif day != entry.day and entry.at is not None:
        starts = start_of(day, coach.person().day_starts_at, coach.clock.local)
        fields["at"] = first_at(entry.at.time(), starts, coach.clock.local)
    if isinstance(entry, Session) and fields.get("at"):
        fields["started"] = fields["at"]
    return fields


def _following(coach: Coach, entry: Entry, fields: Mapping[str, Any], said: Mapping[str, str]) -> dict[str, Any]:
    """What must change because another field did."""
    match entry:
        case Drink() if "ml" in fields:
            return {"said": clean(said["ml"])}
        case Tick() if "item" in fields:
            return {"label": coach.marks.tickable(fields["item"])[1]}
        case Eat() if "food" in fields:
            food = coach.day.food(fields["food"])
            portions = fields.get("portions", entry.portions)
            amounts = {key: round(food.portion.of(mineral) * portions, 1) for key, mineral in _MINERALS.items()}
            return {"label": food.name, **amounts}
        case Eat() if "portions" in fields:
            share = fields["portions"] / entry.portions
            return {key: round(getattr(entry, key) * share, 1) for key in _MINERALS}
    return {}
