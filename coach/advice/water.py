"""The day's drinks, beside the person's own goal or limit; there is no goal unless they set one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from coach.advice.safety import Verdict
from coach.model.amount import Unit, format_amount
from coach.model.condition import UNANSWERED
from coach.model.day import first_at, person_day, start_of
from coach.model.entry import Drink
from coach.model.food import DrinkKind
from coach.model.profile import Profile
from coach.model.ruling import Ruling

Local = Callable[[datetime], datetime]
QUIET_BEFORE_BED_S = 2 * 3600
"""No push to drink in the last hours before bed: night-time trips to the toilet end in falls (review 4.6)."""
UP_BEFORE_THE_DAY = timedelta(hours=6)
MUCH_IN_AN_HOUR_ML = 1000
"""A cautious figure of our own; NIOSH names 1.4 l an hour as the most at hot work (S42)."""


class WaterView(msgspec.Struct, frozen=True, kw_only=True):
    """Millilitres drunk, the goal, the limit, and how much the goal would have by now.

    `withheld` is why there may be no goal, `caution` what is said about drinking where a goal is reworded.
    """

    ml: float
    goal_ml: float | None
    limit_ml: float | None
    pace_ml: float | None
    why: str
    withheld: str | None = None
    caution: str | None = None


def water_view(
    drinks: Sequence[Drink],
    kinds: Mapping[str, DrinkKind],
    profile: Profile,
    pace_share: float | None,
    verdict: Verdict,
) -> WaterView:
    """The day's water; `pace_share` is how much of the waking day has gone by (0 to 1), None on a past day.

    With a limit there is no goal and no pace, and everything drunk counts, soup and alcohol too. Otherwise the
    person's own goal stands only where `verdict` on water goals lets it, and has no pace where it is reworded.
    """
    limit = profile.limit_ml
    ml = round(sum(drink.ml for drink in drinks if limit is not None or counts(drink, kinds)), 1)
    if limit is not None:
        over = ml - limit
        why = "at most, as you were told" if over <= 0 else f"{_exactly(over, profile.units)} over your own limit"
        return WaterView(ml=ml, goal_ml=None, limit_ml=limit, pace_ml=None, why=why)
    if withheld := verdict.withheld:
        why = _no_goal(verdict)
        return WaterView(ml=ml, goal_ml=None, limit_ml=None, pace_ml=None, why=why, withheld=str(withheld))
    goal = profile.goal_ml
    if verdict.ruling is Ruling.REWORD:
        why = "no goal set" if goal is None else "drink to thirst"
        return WaterView(ml=ml, goal_ml=goal, limit_ml=None, pace_ml=None, why=why, caution=verdict.text)
    if goal is None:
        return WaterView(ml=ml, goal_ml=None, limit_ml=None, pace_ml=None, why="no goal set")
    if pace_share is None:
        return WaterView(ml=ml, goal_ml=goal, limit_ml=None, pace_ml=None, why="")
    pace = round(goal * pace_share, -1)
    why = "no need to catch up" if pace_share >= 1 and ml < goal - 150 else _beside_pace(ml, goal, pace)
    return WaterView(ml=ml, goal_ml=goal, limit_ml=None, pace_ml=pace, why=why)


def water_of(
    day: date,
    now: datetime,
    local: Local,
    drinks: Sequence[Drink],
    *,
    kinds: Mapping[str, DrinkKind],
    profile: Profile,
    verdict: Verdict,
) -> WaterView:
    """The water of `day` as it stands at `now`; the drinks are those of the day."""
    starts = start_of(day, profile.day_starts_at, local)
    is_today = person_day(now, profile.day_starts_at) == day
    return water_view(
        drinks, kinds, profile, waking_share(now, starts, profile, local) if is_today else None, verdict
    )


def _no_goal(verdict: Verdict) -> str:
    if verdict.condition == UNANSWERED:
        return "no goal yet: questions not answered"
    words = {
        Ruling.ASK: "no goal: ask your team first",
        Ruling.LIMIT: "no goal: enter the limit you were given",
    }
    return words.get(verdict.ruling, "no goal, to be safe")


def counts(drink: Drink, kinds: Mapping[str, DrinkKind]) -> bool:
    """Whether a drink counts as water; one of a kind that is no longer known does."""
    kind = kinds.get(drink.what)
    return kind is None or kind.counts


def _beside_pace(ml: float, goal: float, pace: float) -> str:
    if ml >= goal:
        return "enough for today"
    if ml >= pace - 150:
        return "on pace"
    return "a glass behind" if pace - ml < 375 else f"{round((pace - ml) / 250)} glasses behind"


def waking_share(now: datetime, day_starts: datetime, profile: Profile, local: Local) -> float:
    """How much of the day's drinking time has gone by, 0 to 1: from getting up to two hours before bed."""
    wakes, sleeps = waking_hours(day_starts, profile, local)
    length = (sleeps - wakes).total_seconds() - QUIET_BEFORE_BED_S
    return min(1.0, max(0.0, (now - wakes).total_seconds() / length)) if length > 0 else 1.0


def waking_hours(day_starts: datetime, profile: Profile, local: Local) -> tuple[datetime, datetime]:
    """When the person gets up on the day that begins at `day_starts`, and when they go to bed after that.

    Someone who rises shortly before the day begins is up when it does.
    """
    wakes = first_at(profile.awake_from, day_starts, local)
    before = local(datetime.combine(wakes.date() - timedelta(days=1), profile.awake_from))
    if day_starts - before < UP_BEFORE_THE_DAY:
        wakes = before
    return wakes, first_at(profile.awake_until, wakes, local)


def fullest_hour(drinks: Sequence[Drink], added: Drink) -> list[Drink]:
    """The drinks of the fullest hour that `added` is in; it alone when nobody knows its time."""
    timed = [(drink.at, drink) for drink in drinks if drink.at is not None]
    hours = [
        [drink for at, drink in timed if end - timedelta(hours=1) < at <= end]
        for end, _ in timed
        if added.at is not None and added.at <= end < added.at + timedelta(hours=1)
    ]
    return max(hours, key=lambda hour: sum(drink.ml for drink in hour), default=[added])


def drink_warnings(last_hour: Sequence[Drink], ml_today: float, added: Drink, profile: Profile) -> tuple[str, ...]:
    """Plain words when much was drunk at once, within an hour, or beyond the person's own limit."""
    warnings = []
    much = format_amount(MUCH_IN_AN_HOUR_ML, profile.units)
    within = sum(drink.ml for drink in last_hour)
    if added.ml > MUCH_IN_AN_HOUR_ML:
        warnings.append(
            f"More than {much} at once. Drinking very much very fast can be dangerous: let thirst lead."
        )
    elif within > MUCH_IN_AN_HOUR_ML:
        warnings.append(
            f"{_exactly(within, profile.units)} within an hour. "
            f"More than {much} an hour can be dangerous: let thirst lead."
        )
    if profile.limit_ml is not None and ml_today > profile.limit_ml:
        warnings.append(
            f"That is {_exactly(ml_today - profile.limit_ml, profile.units)} over your limit. "
            "Ask your team if unsure."
        )
    return tuple(warnings)


def _exactly(ml: float, units: Unit) -> str:
    """The amount to the millilitre, where it is shown by litres; 1001 ml are more than 1 l."""
    return (
        f"{round(ml, 1 if ml < 1 else None):g} ml" if units in {Unit.ML, Unit.LITRE} else format_amount(ml, units)
    )
