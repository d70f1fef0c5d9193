from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from coach.errors import BadInputError
from coach.model.entry import Drink, Entry, StepDone
from coach.model.entry import Side as LegSide
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


def test_the_export_is_complete(coach: Coach, clock: FakeClock) -> None:
    coach.day.drink("250")
    (tick,) = coach.day.tick("covers-loose").entries
    coach.day.eat("banana", day=date(2025, 1, 31))
    coach.day.skip("sick")
    coach.day.note("a note")
    (cramp,) = coach.cramps.log(pain=3).entries
    coach.cramps.no_cramp()
    step = StepDone(move="calf-wall", side=LegSide.LEFT, planned_s=30, held_s=30)
    coach.sessions.log("bedtime", clock.now(), (step,))
    coach.profile.set("water.goal_ml", "2000")
    coach.entries.edit(cramp.id, {"pain": "4"})
    coach.entries.delete(tick.id)
    export = msgspec.json.decode(msgspec.json.encode(coach.entries.export()))
    assert (export["format"], export["version"]) == ("coach-export", 1)
    assert export["exported"] == "2026-11-22T20:00:00+01:00"
    versions = {(each["kind"], each["rev"], bool(each.get("gone"))) for each in export["entries"]}
    assert versions == {
        ("drink", 1, False),
        ("tick", 1, False),
        ("tick", 2, True),
        ("eat", 1, False),
        ("skip", 1, False),
        ("note", 1, False),
        ("cramp", 1, False),
        ("cramp", 2, False),
        ("night", 1, False),
        ("session", 1, False),
        ("profile", 1, False),
    }
    assert all({"id", "day", "logged", "device", "action"} <= set(each) for each in export["entries"])
    assert {each["day"] for each in export["entries"]} == {"2026-11-22", "2025-01-31"}


def test_the_export_goes_to_a_file_of_its_owners_alone(coach: Coach, tmp_path: Path) -> None:
    coach.day.drink("250")
    path = tmp_path / "export.json"
    assert coach.entries.export_to(path) == 1
    assert msgspec.json.decode(path.read_bytes())["format"] == "coach-export"
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_empty_diary_has_an_export_too(coach: Coach) -> None:
    assert coach.entries.export()["entries"] == []


def test_a_whole_diary_has_no_fault(coach: Coach) -> None:
    coach.day.drink()
    assert coach.entries.faults() == []
    assert coach.entries.check() == []
    assert coach.entries.count() == 1
