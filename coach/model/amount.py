"""Amounts of drink, as people say them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from enum import StrEnum

from coach.errors import BadInputError

ML_PER_US_OUNCE = 29.5735
ML_PER_UK_PINT = 568.261
LARGEST_DRINK_ML = 2000
"""More than this at once is refused (safety review 4.6)."""

_ML_PER_UNIT = {
    "": 1.0,
    "ml": 1.0,
    "cl": 10.0,
    "dl": 100.0,
    "l": 1000.0,
    "litre": 1000.0,
    "litres": 1000.0,
    "oz": ML_PER_US_OUNCE,
    "floz": ML_PER_US_OUNCE,
    "fl oz": ML_PER_US_OUNCE,
    "pint": ML_PER_UK_PINT,
    "pints": ML_PER_UK_PINT,
}
_AMOUNT = re.compile(r"([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+))\s*([a-z]*(?: [a-z]+)?)")
_THOUSANDS = re.compile(r"[12][.,]\d{3}\s*(?:ml)?")
LEAST_BARE_ML = 10
"""A bare number below this is far likelier litres, cups or ounces than millilitres."""


class Unit(StrEnum):
    """How amounts are shown."""

    ML = "ml"
    LITRE = "l"
    OUNCE = "oz"
    PINT = "pint"


def parse_amount(text: str, vessels: Mapping[str, float]) -> float:
    """Millilitres of what was said: `250`, `250ml`, `0.5l`, `8oz`, or the name of a vessel.

    A bare number is millilitres whatever the person's units, because scripts rely on it. Rounded to
    0.1 ml. Raises BadInputError for anything else, for nothing, for more than 2 l at once, and where two
    readings are likely: a bare number below 10, and `1,500` (thousands, or a decimal comma).
    """
    said = text.strip().lower()
    ml = millilitres(said)
    if ml is None and said in vessels:
        return vessels[said]
    if ml is None:
        raise BadInputError(
            f"not an amount of drink: {text!r}",
            f"say 250, 250ml, 0.5l, 8oz or one of: {', '.join(sorted(vessels))}",
        )
    if _THOUSANDS.fullmatch(said):
        digits = re.sub(r"[^\d]", "", said)
        raise BadInputError(f"{text!r} can be read in two ways", f"say {digits} without a comma or point")
    if 0 < ml < LEAST_BARE_ML and not said[-1].isalpha():
        raise BadInputError(f"{text!r} of what?", f"say {said}l, {said}oz or {said}ml")
    return check_drink(ml, text)


def millilitres(said: str) -> float | None:
    """Millilitres of a number with or without a unit, of any size; None when it is no such thing."""
    match = _AMOUNT.fullmatch(said.strip().lower())
    if match is None or match[2] not in _ML_PER_UNIT:
        return None
    return float(match[1].replace(",", ".")) * _ML_PER_UNIT[match[2]]


def check_drink(ml: float, said: str) -> float:
    """`ml` rounded to 0.1; raises BadInputError when it is no amount anyone should log at once."""
    if math.isnan(ml) or round(ml, 1) <= 0:
        raise BadInputError(f"a drink is more than nothing: {said!r}", "say how much, for example 250ml")
    if ml > LARGEST_DRINK_ML:
        raise BadInputError(
            f"{said!r} is more than 2 l at once; nothing was written",
            "log drinks one by one; drinking very much very fast is dangerous",
        )
    return round(ml, 1)


def format_amount(ml: float, unit: Unit = Unit.ML) -> str:
    """`ml` for people: `250 ml`, `1.25 l` from a litre on, `8 oz`, `0.5 pint`."""
    match unit:
        case Unit.OUNCE:
            return f"{round(ml / ML_PER_US_OUNCE, 1):g} oz"
        case Unit.PINT:
            return f"{round(ml / ML_PER_UK_PINT, 2):g} pint"
        case Unit.LITRE:
            return f"{round(ml / 1000, 2):g} l"
        case Unit.ML:
            return f"{round(ml / 1000, 2):g} l" if round(ml) >= 1000 else f"{round(ml):g} ml"
