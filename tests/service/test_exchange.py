"""The diary carried out and in: the whole of it, and the union of whatever comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coach.diary.taking import Fate
from coach.model.entry import Side as LegSide
from coach.model.entry import StepDone
from coach.paths import folders
from coach.service.coach import Coach
from coach.service.exchange import Arrived
from tests.support.clock import FakeClock
from tests.support.diaries import EVER

View = tuple[object, object]


@pytest.fixture
def other(tmp_path: Path, clock: FakeClock) -> Coach:
    """An empty coach, somewhere else."""
    return Coach(folders(tmp_path / "other"), clock)


def fill(coach: Coach) -> None:
    """Something of every kind, one of them edited and one deleted."""
    coach.day.drink("250", at=coach.now())
    (tick,) = coach.day.tick("covers-loose").entries
    coach.day.eat("banana", day=date(2025, 1, 31))
    coach.day.skip("sick")
    coach.day.note("=a note\nof two lines")
    (cramp,) = coach.cramps.log(pain=3, triggers=("heat", "walk")).entries
    coach.cramps.no_cramp()
    step = StepDone(move="calf-wall", side=LegSide.LEFT, planned_s=30, held_s=28.5)
    coach.sessions.log("bedtime", coach.now(), (step,))
    coach.profile.set("water.goal_ml", "2000")
    coach.profile.set("advice_number", "111")
    coach.entries.edit(cramp.id, {"pain": "4"})
    coach.entries.delete(tick.id)


def view(coach: Coach) -> View:
    return sorted(coach.diary.entries(*EVER), key=lambda entry: entry.id), coach.diary.settings()


def as_json(coach: Coach, place: Path) -> Path:
    coach.exchange.export_to(place / "export.json")
    return place / "export.json"


def as_sheets(coach: Coach, place: Path) -> Path:
    coach.exchange.sheets_to(place / "sheets")
    return place / "sheets"


def as_backup(coach: Coach, place: Path) -> Path:
    return coach.backups.make(place)[0]


Way = Callable[[Coach, Path], Path]
WAYS = [as_json, as_sheets, as_backup]


def take(coach: Coach, path: Path, *, bring_back: bool = False) -> Arrived:
    if path.suffix == ".zip":
        return coach.exchange.restore(path, bring_back=bring_back)
    return coach.exchange.bring_in(path, bring_back=bring_back)


@pytest.mark.parametrize("way", WAYS)
def test_into_an_empty_diary_is_the_same_view(coach: Coach, other: Coach, tmp_path: Path, way: Way) -> None:
    fill(coach)
    take(other, way(coach, tmp_path))
    assert view(other) == view(coach)
    assert other.day.today() == coach.day.today()


@pytest.mark.parametrize("way", WAYS)
def test_into_a_diary_that_has_its_own_is_the_union(coach: Coach, other: Coach, tmp_path: Path, way: Way) -> None:
    fill(coach)
    (own,) = other.day.drink("300").entries
    take(other, way(coach, tmp_path))
    entries, settings = view(other)
    assert isinstance(entries, list)
    assert [entry for entry in entries if entry.id != own.id] == view(coach)[0]
    assert settings == view(coach)[1]


@pytest.mark.parametrize("way", WAYS)
def test_twice_is_once(coach: Coach, other: Coach, tmp_path: Path, way: Way) -> None:
    fill(coach)
    path = way(coach, tmp_path)
    take(other, path)
    before = {file: file.read_bytes() for file in other.places.diary.iterdir()}
    assert {fate for _, fate in take(other, path).fates} <= {Fate.THERE}
    assert {file: file.read_bytes() for file in other.places.diary.iterdir()} == before


@pytest.mark.parametrize("way", WAYS)
def test_in_its_own_diary_nothing_changes_and_what_was_deleted_since_stays_so(
    coach: Coach, tmp_path: Path, way: Way
) -> None:
    fill(coach)
    path = way(coach, tmp_path)
    (drink,) = [entry for entry in coach.entries.log() if entry.kind == "drink"]
    coach.entries.delete(drink.id)
    after = view(coach)
    assert take(coach, path).count(Fate.STAYS_DELETED) == 1
    assert view(coach) == after
    assert take(coach, path, bring_back=True).count(Fate.BROUGHT_BACK) == 1
    assert drink.id in {entry.id for entry in coach.entries.log()}


@pytest.mark.parametrize("way", WAYS)
def test_what_was_taken_in_is_taken_back_by_one_undo(coach: Coach, other: Coach, tmp_path: Path, way: Way) -> None:
    fill(coach)
    path = way(coach, tmp_path)
    assert take(other, path).undoable
    undone = other.entries.undo()
    assert undone is not None
    assert path.name in undone.label
    assert view(other) == ([], {})


def test_a_deletion_travels_with_an_export_not_with_a_sheet(coach: Coach, other: Coach, tmp_path: Path) -> None:
    (drink,) = coach.day.drink("250").entries
    take(other, as_json(coach, tmp_path))
    coach.entries.delete(drink.id)
    take(other, as_sheets(coach, tmp_path))
    assert other.entries.count() == 1
    assert take(other, as_json(coach, tmp_path)).count(Fate.DELETED) == 1
    assert other.entries.count() == 0
