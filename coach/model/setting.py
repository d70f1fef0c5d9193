"""One setting of the profile: its key, and what it takes."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from coach.errors import BadInputError
from coach.model.amount import LARGEST_DRINK_ML, Unit, millilitres
from coach.model.nearest import hint_for
from coach.model.options import OPTION_KEYS, read_option
from coach.model.ruling import Topic
from coach.model.text import clean
from coach.model.time_of_day import HourClock, parse_time
from coach.model.work import DAY_NAMES, WEEKDAYS, parse_day_name, parse_weekdays

Scalar = str | float | bool | None
KEYS = {
    "day_starts_at": "when a new day begins, like 04:00",
    "awake_from": "when you get up, like 07:00",
    "awake_until": "when you go to bed, like 22:00",
    "work_from": "when you sit down to work, like 09:00; reminders of breaks come in these hours only",
    "work_until": "when you stop working, like 17:00",
    "work_days": "the days you work, like mon-fri, which it is unless set, or mon,wed,sat",
    "units": "ml, l, oz (US fluid ounces) or pint (UK)",
    "clock": "24h or 12h",
    "week_starts": "the day your week begins, monday or sunday",
    "usual_vessel": "the vessel one key press logs",
    "vessel.NAME": "ml of a vessel of yours",
    "water.goal_ml": "ml of drinks you want in a day; none until you set it",
    "water.limit_ml": "ml you were told not to exceed in a day",
    "item.ID.target": "how often a checklist item counts as done",
    "item.ID.on": "yes or no: whether the item is on your list",
    "condition.ID": "yes or no: something that changes what is safe for you",
    "since.ID": "the day a condition was told, like 2026-11-22; coach notes it itself",
    "answered": "the day you answered the safety questions, like 2026-11-22 or today",
    "cleared.ID.TOPIC": "the day a clinician said yes to something asked about, like 2026-11-22 or today",
    "age": "under-18, 18-49, 50-64 or 65-plus",
    "region": "where you live, for the numbers to call",
    "emergency_number": "your own emergency number, where coach does not know it",
    "advice_number": "your own number for urgent medical advice",
    **{f"routine.ID.{name}": what for name, what in OPTION_KEYS.items()},
}


_UNITS_SAID = {
    "litre": "l",
    "litres": "l",
    "fl oz": "oz",
    "us oz": "oz",
    "us fl oz": "oz",
    "pints": "pint",
    "uk pint": "pint",
    "uk pints": "pint",
}


class AgeBand(StrEnum):
    """How old the person is, as closely as anything here depends on it."""

    UNDER_18 = "under-18"
    UNDER_50 = "18-49"
    UNDER_65 = "50-64"
    OLDER = "65-plus"

    @property
    def is_child(self) -> bool:
        return self is AgeBand.UNDER_18


def _ml(key: str, said: str, least: float, most: float) -> float:
    value = millilitres(said)
    if value is None or not least <= value <= most:
        raise BadInputError(f"{key} cannot be {said!r}", f"give ml from {least:g} to {most:g}")
    return round(value, 1)


def _vessel(key: str, said: str) -> float:
    name = key.removeprefix("vessel.")
    if millilitres(name) is not None:
        raise BadInputError(f"{name!r} is an amount, not a vessel", "give the vessel a name, like vessel.flask")
    return _ml(key, said, 10, LARGEST_DRINK_ML)


def _yes_no(key: str, said: str) -> bool:
    word = said.lower()
    if word not in {"yes", "true", "on", "no", "false", "off"}:
        raise BadInputError(f"{key} cannot be {said!r}", "say yes or no")
    return word in {"yes", "true", "on"}


def _unit(key: str, said: str) -> str:
    word = said.lower()
    unit = _UNITS_SAID.get(word, word)
    if unit not in set(Unit):
        raise BadInputError(f"{key} cannot be {said!r}", f"say one of: {', '.join(Unit)}")
    return unit


def _clock(key: str, said: str) -> str:
    word = said.lower().replace(" ", "")
    clock = f"{word}h" if word in {"12", "24"} else word
    if clock not in set(HourClock):
        raise BadInputError(f"{key} cannot be {said!r}", f"say one of: {', '.join(HourClock)}")
    return clock


def _name(key: str, said: str) -> str:
    if not re.fullmatch(ID, said.lower()):
        raise BadInputError(f"{key} cannot be {said!r}", "a name has letters, digits and hyphens")
    return said.lower()


def _target(key: str, said: str) -> float:
    try:
        value = float(said)
    except ValueError:
        value = math.nan
    if not 1 <= value <= 50 or not value.is_integer():
        raise BadInputError(f"{key} cannot be {said!r}", "give a whole number from 1 to 50")
    return value


def _date(key: str, said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise BadInputError(f"{key} cannot be {said!r}", "give a day like 2026-11-22") from None


def _age(key: str, said: str) -> str:
    if said.lower() not in set(AgeBand):
        raise BadInputError(f"{key} cannot be {said!r}", f"say one of: {', '.join(AgeBand)}")
    return said.lower()


def _number(key: str, said: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 -]{1,19}", clean(said)):
        raise BadInputError(f"{key} cannot be {said!r}", "give a telephone number, 2 to 20 digits")
    return clean(said)


def _option(key: str, said: str) -> Scalar:
    try:
        return read_option(key.rpartition(".")[2], said)
    except BadInputError as refusal:
        raise BadInputError(f"{key} cannot be {said!r}", refusal.hint) from None


ID = r"[a-z0-9][a-z0-9-]{0,39}"
"""What an id, a vessel or an item may be called, as a pattern."""
Reader = Callable[[str, str], Scalar]
_PLAIN: Mapping[str, Reader] = {
    **dict.fromkeys(
        ("day_starts_at", "awake_from", "awake_until", "work_from", "work_until"),
        lambda _, said: f"{parse_time(said):%H:%M}",
    ),
    "work_days": lambda _, said: ",".join(WEEKDAYS[day] for day in parse_weekdays(said)),
    "units": _unit,
    "clock": _clock,
    "week_starts": lambda _, said: DAY_NAMES[parse_day_name(said)],
    "usual_vessel": _name,
    "answered": _date,
    "age": _age,
    "region": _name,
    "emergency_number": _number,
    "advice_number": _number,
    **dict.fromkeys(("water.goal_ml", "water.limit_ml"), lambda key, said: _ml(key, said, 100, 6000)),
}
_NAMED: tuple[tuple[str, Reader], ...] = (
    (rf"vessel\.{ID}", _vessel),
    (rf"item\.{ID}\.target", _target),
    (rf"item\.{ID}\.on|condition\.{ID}", _yes_no),
    (rf"since\.{ID}|cleared\.{ID}\.({'|'.join(Topic)})", _date),
    (rf"routine\.{ID}\.({'|'.join(OPTION_KEYS)})", _option),
)


def parse_setting(key: str, text: str) -> Scalar:
    """The value to store for `key`; `none` or nothing unsets it.

    Raises BadInputError that names the key and what it takes.
    """
    read = _PLAIN.get(key) or next((read for pattern, read in _NAMED if re.fullmatch(pattern, key)), None)
    if read is None:
        raise BadInputError(f"no profile key {key!r}", hint_for(key, KEYS))
    said = text.strip()
    return None if said.lower() in {"", "none"} else read(key, said)
