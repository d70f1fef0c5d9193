"""What the person told coach about themselves; it lies in the diary and travels with it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import time
from types import MappingProxyType

import msgspec

from coach.errors import BadInputError
from coach.model.amount import LARGEST_DRINK_ML, Unit, millilitres
from coach.model.day import parse_time
from coach.model.nearest import hint_for
from coach.model.options import OPTION_KEYS, Options, options_of, read_option

Scalar = str | float | bool | None
STANDARD_VESSELS: Mapping[str, float] = MappingProxyType(
    {"cup": 150.0, "glass": 250.0, "mug": 300.0, "bottle": 500.0}
)
KEYS = {
    "day_starts_at": "when a new day begins, like 04:00",
    "awake_from": "when you get up, like 07:00",
    "awake_until": "when you go to bed, like 22:00",
    "units": "ml, l, oz or pint",
    "usual_vessel": "the vessel one key press logs",
    "vessel.NAME": "ml of a vessel of yours",
    "water.goal_ml": "ml of drinks you want in a day; none until you set it",
    "water.limit_ml": "ml you were told not to exceed in a day",
    "item.ID.target": "how often a checklist item counts as done",
    "item.ID.on": "yes or no: whether the item is on your list",
    "condition.ID": "yes or no: something that changes what is safe for you",
    **{f"routine.ID.{name}": what for name, what in OPTION_KEYS.items()},
}


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The profile as values; what was never set has its default, and there is no water goal by default."""

    day_starts_at: time = time(4)
    awake_from: time = time(7)
    awake_until: time = time(22)
    units: Unit = Unit.ML
    vessels: Mapping[str, float] = STANDARD_VESSELS
    usual_vessel: str = "glass"
    goal_ml: float | None = None
    limit_ml: float | None = None
    targets: Mapping[str, int] = MappingProxyType({})
    listed: Mapping[str, bool] = MappingProxyType({})
    conditions: frozenset[str] = frozenset()
    routines: Mapping[str, Options] = MappingProxyType({})

    def options(self, routine: str) -> Options:
        """How the person wants the routine with that id guided; nothing is chosen until they choose."""
        return self.routines.get(routine, Options())

    @property
    def usual_ml(self) -> float:
        """Millilitres of the vessel that one key press logs."""
        return self.vessels.get(self.usual_vessel, STANDARD_VESSELS["glass"])


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
    if said.lower() not in set(Unit):
        raise BadInputError(f"{key} cannot be {said!r}", f"say one of: {', '.join(Unit)}")
    return said.lower()


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


def _option(key: str, said: str) -> Scalar:
    try:
        return read_option(key.rpartition(".")[2], said)
    except BadInputError as refusal:
        raise BadInputError(f"{key} cannot be {said!r}", refusal.hint) from None


ID = r"[a-z0-9][a-z0-9-]{0,39}"
"""What an id, a vessel or an item may be called, as a pattern."""
_READERS: tuple[tuple[str, Callable[[str, str], Scalar]], ...] = (
    ("day_starts_at|awake_from|awake_until", lambda _, said: f"{parse_time(said):%H:%M}"),
    ("units", _unit),
    ("usual_vessel", _name),
    (rf"vessel\.{ID}", _vessel),
    (r"water\.(goal|limit)_ml", lambda key, said: _ml(key, said, 100, 6000)),
    (rf"item\.{ID}\.target", _target),
    (rf"item\.{ID}\.on|condition\.{ID}", _yes_no),
    (rf"routine\.{ID}\.({'|'.join(OPTION_KEYS)})", _option),
)


def parse_setting(key: str, text: str) -> Scalar:
    """The value to store for `key`; `none` or nothing unsets it.

    Raises BadInputError that names the key and what it takes.
    """
    for pattern, read in _READERS:
        if re.fullmatch(pattern, key):
            said = text.strip()
            return None if said.lower() in {"", "none"} else read(key, said)
    raise BadInputError(f"no profile key {key!r}", hint_for(key, KEYS))


def read_profile(settings: Mapping[str, Scalar]) -> Profile:
    """The profile that stored settings add up to.

    A key or value this version does not know is left alone: a newer coach on another machine wrote it.
    """
    known: dict[str, Scalar] = {}
    for key, value in settings.items():
        said = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
        try:
            known[key] = parse_setting(key, said)
        except BadInputError:
            continue
    known = {key: value for key, value in known.items() if value is not None}

    def times(key: str, otherwise: time) -> time:
        return parse_time(str(known[key])) if key in known else otherwise

    def number(key: str) -> float | None:
        return float(str(known[key])) if key in known else None

    def under(prefix: str, suffix: str = "") -> dict[str, Scalar]:
        return {
            key.removeprefix(prefix).removesuffix(suffix): value
            for key, value in known.items()
            if key.startswith(prefix) and key.endswith(suffix)
        }

    vessels = {**STANDARD_VESSELS, **{name: float(str(ml)) for name, ml in under("vessel.").items()}}
    usual = str(known.get("usual_vessel", "glass"))
    return Profile(
        day_starts_at=times("day_starts_at", time(4)),
        awake_from=times("awake_from", time(7)),
        awake_until=times("awake_until", time(22)),
        units=Unit(str(known.get("units", Unit.ML))),
        vessels=vessels,
        usual_vessel=usual if usual in vessels else "glass",
        goal_ml=number("water.goal_ml"),
        limit_ml=number("water.limit_ml"),
        targets={item: int(float(str(n))) for item, n in under("item.", ".target").items()},
        listed={item: on is True for item, on in under("item.", ".on").items()},
        conditions=frozenset(name for name, on in under("condition.").items() if on is True),
        routines=_routines(under("routine.")),
    )


def _routines(values: Mapping[str, Scalar]) -> dict[str, Options]:
    """The options of each routine; an id has no dots, so the name of the option begins at the last one."""
    chosen: dict[str, dict[str, Scalar]] = {}
    for key, value in values.items():
        routine, _, name = key.rpartition(".")
        chosen.setdefault(routine, {})[name] = value
    return {routine: options_of(options) for routine, options in chosen.items()}
