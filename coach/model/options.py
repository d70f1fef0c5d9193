"""How a person wants a routine guided; what they did not choose is as the routine is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import msgspec

from coach.errors import BadInputError
from coach.model.entry import Side
from coach.model.order import MOST_ROUNDS, Order

LONGEST_CHANGE_S = 120


class DoseChoice(StrEnum):
    """Whose dose the holds have: the routine's, each move's own, or that of the trial of bedtime stretching."""

    ROUTINE = "routine"
    FLEXIBILITY = "flexibility"
    TRIAL = "trial"


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The choices for one routine, None where it is left as written; times are whole seconds, 1 to 120.

    `lead_in_s` is the time to get ready for the first move, `wait` means that every further move waits for a
    key, `rounds` (1 to 5) says how often all is done.
    """

    lead_in_s: float | None = None
    change_position_s: float | None = None
    change_side_s: float | None = None
    start_side: Side | None = None
    order: Order | None = None
    wait: bool | None = None
    dose: DoseChoice | None = None
    rounds: int | None = None

    def chosen(self) -> Mapping[str, Any]:
        """The options that were chosen, by name."""
        return {name: value for name, value in msgspec.structs.asdict(self).items() if value is not None}


OPTION_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "lead_in_s": "seconds to get ready for a routine",
        "change_position_s": "seconds between two moves of a routine",
        "change_side_s": "seconds to change to the other leg",
        "start_side": "left or right: the leg that begins",
        "order": "leg by leg, or alternate",
        "wait": "yes or no: whether each move waits for a key",
        "dose": "routine, flexibility (each move's own hold) or trial (10 s, three times)",
        "rounds": "how often a routine is done, 1 to 5",
    }
)
"""The options by the names they have in the profile, with what they take."""


def read_option(name: str, said: str) -> str | float | bool:
    """The value to store for the option `name`; raises BadInputError that says what it takes."""
    word = re.sub(r"\s+", " ", said.strip().lower())
    value = _READERS[name](word)
    if value is None:
        raise BadInputError(f"{name} cannot be {said!r}", _TAKES[name])
    return value


def options_of(values: Mapping[str, object]) -> Options:
    """The options that stored values, each read by `read_option`, add up to."""
    return msgspec.convert(dict(values), Options, strict=False)


def _whole(least: int, most: int) -> Callable[[str], float | None]:
    def read(word: str) -> float | None:
        match = re.fullmatch(r"(\d{1,4})(?:\.0+)?(?: ?s)?", word, re.ASCII)
        return float(match[1]) if match and least <= int(match[1]) <= most else None

    return read


def _one_of(*words: str) -> Callable[[str], str | None]:
    return lambda word: word if word in words else None


def _yes_no(word: str) -> bool | None:
    return {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}.get(word)


_SECONDS = _whole(1, LONGEST_CHANGE_S)
_SECONDS_TAKEN = f"give whole seconds from 1 to {LONGEST_CHANGE_S}"
_READERS: Mapping[str, Callable[[str], str | float | bool | None]] = {
    "lead_in_s": _SECONDS,
    "change_position_s": _SECONDS,
    "change_side_s": _SECONDS,
    "start_side": _one_of(Side.LEFT, Side.RIGHT),
    "order": _one_of(*Order),
    "wait": _yes_no,
    "dose": _one_of(*DoseChoice),
    "rounds": _whole(1, MOST_ROUNDS),
}
_TAKES: Mapping[str, str] = {
    "lead_in_s": _SECONDS_TAKEN,
    "change_position_s": _SECONDS_TAKEN,
    "change_side_s": _SECONDS_TAKEN,
    "start_side": "say left or right",
    "order": f"say {' or '.join(Order)}",
    "wait": "say yes or no",
    "dose": f"say one of: {', '.join(DoseChoice)}",
    "rounds": f"give a whole number from 1 to {MOST_ROUNDS}",
}
