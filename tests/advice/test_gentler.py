from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from msgspec.structs import replace

from coach.advice.gentler import gentler_way, hurt_last
from coach.library.library import Library
from coach.model.entry import Entry, Felt, Session
from coach.model.routine import Routine, Step
from coach.paths import content_root

TODAY = date(2026, 11, 22)
LIBRARY = Library(content_root())
BEDTIME = LIBRARY.routines["bedtime"]


def session(days_ago: int, felt: Felt | None, routine: str = "bedtime", hour: int = 22) -> Entry:
    day = TODAY - timedelta(days=days_ago)
    at = datetime.combine(day, time(hour), UTC)
    name = f"{routine}-{days_ago}-{hour}"
    return Session(
        id=name,
        rev=1,
        day=day,
        logged=at,
        device="d",
        action="a",
        routine=routine,
        title="",
        started=at,
        felt=felt,
    )


def test_pain_the_last_time_is_remembered_for_its_routine() -> None:
    assert hurt_last([session(1, Felt.PAIN), session(2, Felt.SAME, "chair")], TODAY) == {"bedtime"}


def test_a_later_session_that_felt_well_settles_it_and_a_silent_or_harder_one_does_not() -> None:
    hurt = session(3, Felt.PAIN)
    for felt in (Felt.SAME, Felt.EASIER):
        assert hurt_last([session(1, felt), hurt], TODAY) == frozenset()
    for left_open in (None, Felt.HARDER):
        assert hurt_last([session(1, left_open), hurt], TODAY) == {"bedtime"}
    assert hurt_last([session(1, Felt.SAME, "chair"), hurt], TODAY) == {"bedtime"}
    assert hurt_last([session(3, Felt.SAME, hour=20), hurt], TODAY) == {"bedtime"}


def test_it_is_forgotten_after_six_weeks() -> None:
    assert hurt_last([session(42, Felt.PAIN)], TODAY) == {"bedtime"}
    assert hurt_last([session(43, Felt.PAIN)], TODAY) == frozenset()


def moves_of(routine: Routine | None) -> list[str]:
    return [step.move for step in routine.steps] if routine else []


def test_each_move_gives_way_to_its_gentler_one_which_stands_there_once() -> None:
    gentler = gentler_way(BEDTIME, LIBRARY.moves)
    assert moves_of(BEDTIME) == ["calf-wall", "hamstring-standing", "toe-pull-chair"]
    assert moves_of(gentler) == ["hamstring-chair", "toe-pull-chair"]
    assert gentler is not None
    assert gentler.steps[0] == Step(move="hamstring-chair")
    assert gentler.steps[1] == BEDTIME.steps[2]
    assert (gentler.id, gentler.withhold_if) == (BEDTIME.id, BEDTIME.withhold_if)


def test_there_is_no_gentler_way_where_no_move_has_one() -> None:
    plain = replace(BEDTIME, steps=(Step(move="ankle-circles"), Step(move="toe-pull-chair")))
    assert gentler_way(plain, LIBRARY.moves) is None


def test_every_shipped_routine_keeps_something_to_do() -> None:
    for routine in LIBRARY.routines.values():
        gentler = gentler_way(routine, LIBRARY.moves)
        assert gentler is None or moves_of(gentler)
        assert set(moves_of(gentler)) <= set(LIBRARY.moves)
