"""A setting of the profile as the person would type it, in their own units and by their own clock."""

from __future__ import annotations

import re

from coach.model.amount import Unit, format_amount
from coach.model.notation import Notation
from coach.model.setting import Scalar
from coach.model.time_of_day import parse_time, time_of_day

_TIMES = frozenset({"day_starts_at", "awake_from", "awake_until", "work_from", "work_until"})
_AMOUNT = r"water\.(goal|limit)_ml|vessel\..*"


def setting_words(key: str, value: Scalar, notation: Notation) -> str:
    """`value` of `key` in words that can be typed for it; empty for None, a bare number for millilitres."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        in_ml = notation.units is Unit.ML or not re.fullmatch(_AMOUNT, key)
        return f"{value:g}" if in_ml else format_amount(value, notation.units)
    return time_of_day(parse_time(value), notation.clock) if key in _TIMES else value
