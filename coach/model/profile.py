"""What the person told coach about themselves; it lies in the diary and travels with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from types import MappingProxyType

import msgspec

from coach.errors import BadInputError
from coach.model.amount import Unit
from coach.model.notation import Notation
from coach.model.options import Options, options_of
from coach.model.ruling import Topic
from coach.model.setting import AgeBand, Scalar, parse_setting
from coach.model.time_of_day import HourClock, parse_time
from coach.model.work import DAY_NAMES, MONDAY_TO_FRIDAY, WorkHours, parse_weekdays

STANDARD_VESSELS: Mapping[str, float] = MappingProxyType(
    {"cup": 150.0, "glass": 250.0, "mug": 300.0, "bottle": 500.0}
)


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The profile as values; what was never set has its default, and there is no water goal by default."""

    day_starts_at: time = time(4)
    awake_from: time = time(7)
    awake_until: time = time(22)
    work: WorkHours | None = None
    units: Unit = Unit.ML
    clock: HourClock = HourClock.H24
    week_starts: int = 0
    vessels: Mapping[str, float] = STANDARD_VESSELS
    usual_vessel: str = "glass"
    goal_ml: float | None = None
    limit_ml: float | None = None
    targets: Mapping[str, int] = MappingProxyType({})
    listed: Mapping[str, bool] = MappingProxyType({})
    conditions: frozenset[str] = frozenset()
    since: Mapping[str, date] = MappingProxyType({})
    answered: date | None = None
    cleared: Mapping[tuple[str, Topic], date] = MappingProxyType({})
    age: AgeBand | None = None
    region: str = ""
    emergency_number: str = ""
    advice_number: str = ""
    routines: Mapping[str, Options] = MappingProxyType({})

    def options(self, routine: str) -> Options:
        """How the person wants the routine with that id guided; nothing is chosen until they choose."""
        return self.routines.get(routine, Options())

    @property
    def notation(self) -> Notation:
        """How amounts, times and weeks are written for the person."""
        return Notation(self.units, self.clock, self.week_starts)

    def written_in(self, notation: Notation) -> Profile:
        """The same profile, with amounts, times and weeks written as `notation` says."""
        return msgspec.structs.replace(
            self, units=notation.units, clock=notation.clock, week_starts=notation.week_starts
        )

    @property
    def usual_ml(self) -> float:
        """Millilitres of the vessel that one key press logs."""
        return self.vessels.get(self.usual_vessel, STANDARD_VESSELS["glass"])


def read_profile(settings: Mapping[str, Scalar], notation: Notation = Notation()) -> Profile:  # noqa: B008
    """The profile that stored settings add up to; what is not set of `notation` holds on this machine.

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
        work=_work(known),
        units=Unit(str(known.get("units", notation.units))),
        clock=HourClock(str(known.get("clock", notation.clock))),
        week_starts=DAY_NAMES.index(str(known["week_starts"])) if "week_starts" in known else notation.week_starts,
        vessels=vessels,
        usual_vessel=usual if usual in vessels else "glass",
        goal_ml=number("water.goal_ml"),
        limit_ml=number("water.limit_ml"),
        targets={item: int(float(str(n))) for item, n in under("item.", ".target").items()},
        listed={item: on is True for item, on in under("item.", ".on").items()},
        conditions=frozenset(name for name, on in under("condition.").items() if on is True),
        since={one: date.fromisoformat(str(day)) for one, day in under("since.").items()},
        answered=date.fromisoformat(str(known["answered"])) if "answered" in known else None,
        cleared={_cleared(key): date.fromisoformat(str(day)) for key, day in under("cleared.").items()},
        age=AgeBand(str(known["age"])) if "age" in known else None,
        region=str(known.get("region", "")),
        emergency_number=str(known.get("emergency_number", "")),
        advice_number=str(known.get("advice_number", "")),
        routines=_routines(under("routine.")),
    )


def _routines(values: Mapping[str, Scalar]) -> dict[str, Options]:
    """The options of each routine; an id has no dots, so the name of the option begins at the last one."""
    chosen: dict[str, dict[str, Scalar]] = {}
    for key, value in values.items():
        routine, _, name = key.rpartition(".")
        chosen.setdefault(routine, {})[name] = value
    return {routine: options_of(options) for routine, options in chosen.items()}


def _work(known: Mapping[str, Scalar]) -> WorkHours | None:
    """The working hours, when both their ends are known."""
    if "work_from" not in known or "work_until" not in known:
        return None
    days = frozenset(parse_weekdays(str(known["work_days"]))) if "work_days" in known else MONDAY_TO_FRIDAY
    return WorkHours(parse_time(str(known["work_from"])), parse_time(str(known["work_until"])), days)


def _cleared(key: str) -> tuple[str, Topic]:
    """The condition and the topic in `kidney-disease.water-goal`; an id has no dots."""
    condition, _, topic = key.rpartition(".")
    return condition, Topic(topic)
