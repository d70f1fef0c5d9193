from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coach.errors import BadInputError
from coach.model.entry import Drink, Entry
from coach.service.coach import Coach
from tests.support.clock import FakeClock

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)


@pytest.fixture
def cramp(coach: Coach) -> Entry:
    return coach.cramps.log(side="left", minutes=2, pain=5, woke=True, triggers=("heat",), note="first").entries[0]


def test_an_entry_is_found_by_the_beginning_of_its_id(coach: Coach, cramp: Entry) -> None:
    assert coach.entries.find(f" {cramp.id[:6].upper()} ").id == cramp.id
    for wanted in ("", "ab", "zzzzzz"):
        with pytest.raises(BadInputError):
            coach.entries.find(wanted)


def test_a_deleted_entry_is_gone_and_comes_back(coach: Coach, cramp: Entry) -> None:
    assert coach.entries.delete(cramp.id[:8]).id == cramp.id
    assert coach.entries.log() == []
    with pytest.raises(BadInputError):
        coach.entries.find(cramp.id)
    undone = coach.entries.undo()
    assert undone is not None
    assert undone.label == "deletion of a cramp"
    assert [entry.id for entry in coach.entries.log()] == [cramp.id]


def test_with_nothing_written_there_is_nothing_to_undo(coach: Coach) -> None:
    assert coach.entries.undo() is None


def test_the_log_has_the_newest_first_of_the_days_asked_for(coach: Coach, clock: FakeClock) -> None:
    coach.day.drink("100", day=date(2026, 11, 15))
    coach.day.drink("200", day=date(2026, 11, 16))
    coach.day.drink("300")
    clock.advance(60)
    coach.day.tick("covers-loose")
    coach.day.drink("250", day=YESTERDAY)

    def shown(**asked: Any) -> list[object]:
        return [entry.ml if isinstance(entry, Drink) else entry.kind for entry in coach.entries.log(**asked)]

    assert shown() == ["tick", 300, 250, 200]
    assert shown(days=1) == ["tick", 300]
    assert shown(days=8, kind="drink") == [300, 250, 200, 100]
    assert shown(kind="cramp") == []


@pytest.mark.parametrize(
    "asked", [{"days": 0}, {"days": -1}, {"days": 10**9}, {"kind": "drnk"}, {"kind": "profile"}]
)
def test_a_log_that_cannot_be_is_refused(coach: Coach, asked: dict[str, Any]) -> None:
    with pytest.raises(BadInputError):
        coach.entries.log(**asked)


def test_a_whole_diary_has_no_fault(coach: Coach) -> None:
    coach.day.drink()
    assert coach.entries.faults() == []
    assert coach.entries.check() == []
    assert coach.entries.count() == 1
