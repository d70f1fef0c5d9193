"""Entries, content and moments for the tests of advice; today is Sunday 22 November 2026, in Berlin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from coach.advice.safety import Safety, safety_now
from coach.advice.today import Knowledge
from coach.model.checklist import Checklist, Group, Item
from coach.model.condition import Condition, ConditionGroup
from coach.model.dose import Dose, SegmentKind
from coach.model.entry import Cramp, Drink, Eat, Entry, Night, Note, Session, Side, Skip, StepDone, Tick
from coach.model.evidence import Evidence
from coach.model.food import DrinkKind, Mineral
from coach.model.move import Move
from coach.model.position import Position
from coach.model.profile import Profile
from coach.model.routine import Routine, Step
from coach.model.ruling import Rule, Ruling, Topic
from tests.support.clock import FakeClock

TODAY = date(2026, 11, 22)
_CLOCK = FakeClock()
_NUMBERS = count(1)


def here(moment: datetime | str) -> datetime:
    """A wall time in Berlin; one of today when only its time of day is given."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment if "T" in moment else f"{TODAY}T{moment}")
    return _CLOCK.local(moment)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _common(day: date, at: datetime | str | None) -> dict[str, Any]:
    number = next(_NUMBERS)
    return {
        "id": f"{number:032x}",
        "rev": 1,
        "day": day,
        "logged": datetime(2026, 11, 22, tzinfo=UTC) + timedelta(seconds=number),
        "device": "this",
        "action": f"a{number}",
        "at": here(at) if isinstance(at, str) else at,
    }


def drink(ml: float, what: str = "water", *, at: str | None = None, day: date = TODAY) -> Drink:
    return Drink(**_common(day, at), ml=ml, what=what)


def tick(item: str, amount: float = 1, *, at: str | None = None, day: date = TODAY) -> Tick:
    return Tick(**_common(day, at), item=item, label=item, amount=amount)


def eat(label: str, portions: float = 1, *, day: date = TODAY, **milligrams: float) -> Eat:
    return Eat(**_common(day, None), food=label.lower(), label=label, portions=portions, **milligrams)


def cramp(*, at: str | None = None, day: date = TODAY, **fields: Any) -> Cramp:
    return Cramp(**_common(day, at), **fields)


def night(cramps: int = 0, *, day: date = TODAY) -> Night:
    return Night(**_common(day, None), cramps=cramps)


def skip(reason: str = "", *, day: date = TODAY) -> Skip:
    return Skip(**_common(day, None), reason=reason)


def note(text: str, *, of: str = "", day: date = TODAY) -> Note:
    return Note(**_common(day, None), text=text, of=of)


def session(routine: str = "bedtime", held: float = 1.0, *, at: str | None = None, day: date = TODAY) -> Session:
    """A session of one step of 60 s, `held` as a share of it."""
    started = here(at) if at else here(datetime.combine(day, datetime.min.time().replace(hour=12)))
    steps = (StepDone(move="calf-wall", side=Side.LEFT, planned_s=60, held_s=60 * held),)
    return Session(**_common(day, started), routine=routine, title=routine, started=started, steps=steps)


def each_day(entries: list[Entry], *, newest: int, oldest: int) -> list[Entry]:
    """Those of `entries` that are from `newest` to `oldest` days ago."""
    return [entry for entry in entries if newest <= (TODAY - entry.day).days <= oldest]


GROUPS = (Group(id="night", name="Night"), Group(id="food", name="Food"))


def item(item_id: str, group: str = "night", **fields: Any) -> Item:
    return Item(id=item_id, label=item_id, group=group, why="", evidence=Evidence.WEAK, **fields)


STRETCH = item("stretch-before-bed", core=True, routines=("bedtime", "bedtime-in-bed"))
SITTING = item("sitting-break", target=6, routines=("desk-break",))
COVERS = item("covers-loose")
POTASSIUM = item(
    "potassium-food", "food", target=2, mineral=Mineral.POTASSIUM, portion_mg=300, withhold_if=("kidney-disease",)
)
CHECKLIST = Checklist(groups=GROUPS, items=(POTASSIUM, STRETCH, SITTING, COVERS))


def condition(condition_id: str, *implies: str, lasts: int | None = None, **rules: str) -> Condition:
    """A condition; `rules` are rulings by the names of topics, as in `WATER_GOAL="ask"`."""
    return Condition(
        id=condition_id,
        name=condition_id.replace("-", " "),
        group=ConditionGroup.OTHER,
        why="Why.",
        ask=f"about {condition_id}",
        implies=implies,
        rules={Topic[topic]: Rule(ruling=Ruling(ruling)) for topic, ruling in rules.items()},
        lasts_days=lasts,
    )


CONDITIONS: Mapping[str, Condition] = {
    known.id: known
    for known in (
        condition("suspected-dvt"),
        condition("calf-cramp-today"),
        condition("foot-cramp-today"),
        condition("balance-problem"),
        condition("cannot-stand-safely", "balance-problem"),
        condition("raised-clot-risk"),
        condition("pregnancy", "raised-clot-risk"),
        condition("late-pregnancy", "pregnancy"),
        condition("kidney-disease", WATER_GOAL="ask"),
        condition("heart-failure", WATER_GOAL="ask"),
        condition("eating-disorder", TARGETS="withhold", WATER_GOAL="withhold"),
        condition("operation", lasts=84),
        condition("unanswered", WATER_GOAL="withhold", STANDING="withhold"),
    )
}


def told(*conditions: str, **fields: Any) -> Profile:
    """Someone who answered the safety questions and ticked `conditions`."""
    return Profile(conditions=frozenset(conditions), answered=TODAY, **fields)


def safety(
    *conditions: str, cramps: tuple[Cramp, ...] = (), among: Mapping[str, Condition] | None = None
) -> Safety:
    return safety_now(told(*conditions), cramps, CONDITIONS if among is None else among, TODAY)


def move(move_id: str, *withhold_if: str, gentler: str = "") -> Move:
    return Move(
        id=move_id,
        name=move_id,
        purpose="",
        segment=SegmentKind.HOLD,
        muscles=(),
        position=Position.STANDING,
        equipment=(),
        start="",
        cues=(),
        dose=Dose(hold_s=10),
        per_side=True,
        withhold_if=withhold_if,
        gentler=gentler,
    )


def routine(routine_id: str, *moves: str, withhold_if: tuple[str, ...] = (), instead: str = "") -> Routine:
    return Routine(
        id=routine_id,
        name=routine_id.replace("-", " ").capitalize(),
        when="",
        why="",
        evidence=Evidence.WEAK,
        steps=tuple(Step(move=name) for name in moves),
        withhold_if=withhold_if,
        instead=instead,
    )


MOVES: Mapping[str, Move] = {
    made.id: made
    for made in (
        move("calf-wall", "balance-problem", "suspected-dvt", gentler="calf-towel"),
        move("calf-towel", "kidney-disease", gentler="toe-pull"),
        move("toe-pull"),
        move("heel-raise", "calf-cramp-today", "balance-problem"),
        move("march", "balance-problem", gentler="march-seated"),
        move("march-seated"),
    )
}
ROUTINES: Mapping[str, Routine] = {
    made.id: made
    for made in (
        routine(
            "bedtime", "calf-wall", withhold_if=("balance-problem", "suspected-dvt"), instead="bedtime-in-bed"
        ),
        routine("bedtime-in-bed", "toe-pull", withhold_if=("suspected-dvt",)),
        routine("desk-break", "march", "march-seated"),
    )
}
DRINKS: Mapping[str, DrinkKind] = {
    kind.id: kind
    for kind in (
        DrinkKind(id="water", name="Water"),
        DrinkKind(id="soup", name="Soup"),
        DrinkKind(id="beer", name="Beer", counts=False),
    )
}
LENGTHS = {"bedtime": 225.0, "bedtime-in-bed": 300.0, "desk-break": 174.0}
KNOWLEDGE = Knowledge(checklist=CHECKLIST, drinks=DRINKS, moves=MOVES, routines=ROUTINES, lengths=LENGTHS)
