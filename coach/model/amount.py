"""Amounts of drink, as people say them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from enum import StrEnum

from coach.errors import BadInputError

ML_PER_US_OUNCE = 29.5735
ML_PER_UK_OUNCE = 28.4131
ML_PER_US_PINT = 473.176
ML_PER_UK_PINT = 568.261
LARGEST_DRINK_ML = 2000
"""More than this at once is refused (safety review 4.6)."""

_OUNCES = ("oz", "floz", "fl oz", "ounce", "ounces", "fluid ounce", "fluid ounces")
_PINTS = ("pint", "pints", "pt")
_ML_PER_UNIT = {
    "": 1.0,
    "ml": 1.0,
    "cl": 10.0,
    "dl": 100.0,
    "l": 1000.0,
    "litre": 1000.0,
    "litres": 1000.0,
    "liter": 1000.0,
    "liters": 1000.0,
    **dict.fromkeys(_OUNCES, ML_PER_US_OUNCE),
    **{f"us {ounce}": ML_PER_US_OUNCE for ounce in _OUNCES},
    **{f"uk {ounce}": ML_PER_UK_OUNCE for ounce in _OUNCES},
    **dict.fromkeys(_PINTS, ML_PER_UK_PINT),
    **{f"us {pint}": ML_PER_US_PINT for pint in _PINTS},
    **{f"uk {pint}": ML_PER_UK_PINT for pint in _PINTS},
}
"""An ounce is the US one and a pint the UK one, unless the other is named."""
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_AMOUNT = (
    r"(?P<half>half an? )?"
    r"(?:(?P<number>[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+))(?![\d/]))? ?"
    rf"(?:(?P<part>[{''.join(_PARTS)}])|(?P<upper>\d{{1,2}})/(?P<lower>[1-9]))?"
    r"\s*(?P<unit>[a-z]*(?: [a-z]+){0,2})"
)
_THOUSANDS = r"[12][.,]\d{3}\s*(?:ml)?"
LEAST_BARE_ML = 10
"""A bare number below this is far likelier litres, cups or ounces than millilitres."""


class Unit(StrEnum):
    """How amounts are shown; the ounce is the US fluid ounce, the pint the UK one."""

    ML = "ml"
    LITRE = "l"
    OUNCE = "oz"
    PINT = "pint"


def parse_amount(text: str, vessels: Mapping[str, float], units: Unit = Unit.ML) -> float:
    """Millilitres of what was said: `250`, `250ml`, `0.5l`, `8oz`, `½ pint`, or the name of a vessel.

    A bare number is millilitres whatever the person's `units`, because scripts rely on it. Rounded to
    0.1 ml. Raises BadInputError for anything else, for nothing, for more than 2 l at once, and where two
    readings are likely: a bare number below 10, `1,500` (thousands, or a decimal comma), and a pint of someone
    who drinks by US ounces.
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
    if re.fullmatch(_THOUSANDS, said):
        digits = re.sub(r"[^\d]", "", said)
        raise BadInputError(f"{text!r} can be read in two ways", f"say {digits} without a comma or point")
    if 0 < ml < LEAST_BARE_ML and not said[-1].isalpha():
        raise BadInputError(f"{text!r} of what?", f"say {said}l, {said}oz or {said}ml")
    check_pint(said, units)
    return check_drink(ml, text)


def millilitres(said: str) -> float | None:
    """Millilitres of a number with or without a unit, of any size; None when it is no such thing."""
    match = re.fullmatch(_AMOUNT, said.strip().lower())
    if match is None or match["unit"] not in _ML_PER_UNIT:
        return None
    number = _number(match)
    return None if number is None else number * _ML_PER_UNIT[match["unit"]]


def _number(match: re.Match[str]) -> float | None:
    """`1.5`, `1½`, `1 1/2` or `half a`; None where there is none."""
    whole, part, upper = match["number"], match["part"], match["upper"]
    if match["half"]:
        return None if whole or part or upper else 0.5
    if not (whole or part or upper):
        return None
    share = _PARTS[part] if part else int(upper) / int(match["lower"]) if upper else 0.0
    return float(whole.replace(",", ".")) + share if whole else share


def check_pint(said: str, units: Unit) -> None:
    """Raise BadInputError for a pint of neither country, said by someone who drinks by US ounces."""
    match = re.fullmatch(_AMOUNT, said.strip().lower())
    if units is Unit.OUNCE and match is not None and match["unit"] in _PINTS:
        hint = "say 16oz or 1 us pint (473 ml), or 1 uk pint (568 ml)"
        raise BadInputError(f"{said.strip()!r} can be read in two ways", hint)


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
    """`ml` for people: `250 ml`, `1.25 l` from a litre on, `8 oz`, `0.5 pint`, `2 pints`.

    Rounded to 1 ml, 0.01 l, 0.1 oz or 0.01 pint; what would round to nothing is said in millilitres.
    """
    match unit:
        case Unit.OUNCE:
            number, name = round(ml / ML_PER_US_OUNCE, 1), "oz"
        case Unit.PINT:
            number = round(ml / ML_PER_UK_PINT, 2)
            name = "pints" if number > 1 else "pint"
        case Unit.LITRE:
            number, name = round(ml / 1000, 2), "l"
        case Unit.ML if round(ml) >= 1000:
            number, name = round(ml / 1000, 2), "l"
        case Unit.ML:
            number, name = round(ml), "ml"
    return f"{number:g} {name}" if number or not ml else f"{round(ml, 1):g} ml"
