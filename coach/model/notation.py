"""How amounts, times and weeks are written, and what a locale says about it.

The table is the Unicode Common Locale Data Repository's: `firstDay` of version 42, the preferred hours of
version 44.1, `measurementSystem` of version 47 (cldr.unicode.org, supplemental data). CLDR calls what the United
Kingdom drinks by "UK"; drinks are labelled in millilitres there, so pints are for who chooses them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from coach.model.amount import Unit
from coach.model.time_of_day import HourClock

MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6


def _countries(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


_OUNCES = _countries("LR US")
_TWELVE_HOURS = _countries(
    "AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG EH ER ET FJ FM GD GH GM GR GT "
    "GU GY HK HN IN IQ JM JO KH KI KN KP KR KW KY LB LC LR LS LY MH MO MP MR MW MX MY NA NI NZ OM PA PE PG PH PK "
    "PR PS PW PY QA SA SB SD SG SL SO SS SV SY SZ TC TD TN TO TT TW UM US UY VC VE VG VI VU WS YE ZM"
)
_NOT_IN = frozenset({"fr_CA"})
"""Languages of such a country that keep to 24 hours."""
_FIRST_DAYS: Mapping[int, frozenset[str]] = {
    SUNDAY: _countries(
        "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA "
        "PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
    ),
    SATURDAY: _countries("AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"),
    FRIDAY: _countries("MV"),
}
_LOCALE = re.compile(r"([a-z]{2,3})(?:_[A-Z][a-z]{3})?_([A-Z]{2})(?:[.@].*)?")


class Notation(msgspec.Struct, frozen=True):
    """The unit of amounts, the clock, and the first day of the week (0 is Monday)."""

    units: Unit = Unit.ML
    clock: HourClock = HourClock.H24
    week_starts: int = MONDAY


def defaults_for(locale: str) -> Notation:
    """What people write in the country of `locale`, like `en_US.UTF-8`; ml, 24 h and Monday for `C` or none."""
    match = _LOCALE.fullmatch(locale)
    if match is None:
        return Notation()
    language, country = match.groups()
    twelve = country in _TWELVE_HOURS and f"{language}_{country}" not in _NOT_IN
    return Notation(
        units=Unit.OUNCE if country in _OUNCES else Unit.ML,
        clock=HourClock.H12 if twelve else HourClock.H24,
        week_starts=next((day for day, countries in _FIRST_DAYS.items() if country in countries), MONDAY),
    )


def notation_of(environment: Mapping[str, str]) -> Notation:
    """What the environment of a program says: `LC_MEASUREMENT` of amounts, `LC_TIME` of the rest."""
    time, measure = (defaults_for(_locale(environment, name)) for name in ("LC_TIME", "LC_MEASUREMENT"))
    return Notation(units=measure.units, clock=time.clock, week_starts=time.week_starts)


def _locale(environment: Mapping[str, str], category: str) -> str:
    """The locale of a category: `LC_ALL` goes before it, `LANG` stands in for it, and what is empty is not set."""
    return next((said for name in ("LC_ALL", category, "LANG") if (said := environment.get(name))), "C")
