"""The files the diary goes out to, and what is done about those that cannot be taken in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from coach.diary.taking import Fate
from coach.errors import BadInputError, StorageError
from coach.model.entry import KINDS, StepDone
from coach.model.entry import Side as LegSide
from coach.paths import folders
from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.diaries import EVER, record, volume, write_volume


@pytest.fixture
def other(tmp_path: Path, clock: FakeClock) -> Coach:
    """An empty coach, somewhere else."""
    return Coach(folders(tmp_path / "other"), clock)


def view(coach: Coach) -> tuple[object, object]:
    return sorted(coach.diary.entries(*EVER), key=lambda entry: entry.id), coach.diary.settings()


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
    export = msgspec.json.decode(msgspec.json.encode(coach.exchange.export()))
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
    assert coach.exchange.export_to(path) == 1
    assert msgspec.json.decode(path.read_bytes())["format"] == "coach-export"
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_empty_diary_has_an_export_too(coach: Coach) -> None:
    assert coach.exchange.export()["entries"] == []


def test_nothing_is_written_when_something_is_broken_unless_it_is_left_out(coach: Coach, tmp_path: Path) -> None:
    made = coach.exchange.export() | {"entries": [record(), record(id="beef1234", ml="much")]}
    path = tmp_path / "export.json"
    path.write_bytes(msgspec.json.encode(made))
    with pytest.raises(BadInputError, match="nothing was written") as refused:
        coach.exchange.bring_in(path)
    assert "entry 2: ml" in refused.value.hint
    assert not coach.places.diary.exists()
    done = coach.exchange.bring_in(path, skip_bad=True)
    assert [one.place for one in done.left_out] == ["entry 2"]
    assert coach.entries.count() == 1


def test_a_file_with_very_much_broken_names_the_first_and_counts_the_rest(coach: Coach, tmp_path: Path) -> None:
    path = write_volume(tmp_path / "x.json", *[{"id": "x"}] * 500)
    with pytest.raises(BadInputError) as refused:
        coach.exchange.bring_in(path)
    assert "entry 10: " in refused.value.hint
    assert "and 490 more" in refused.value.hint


def test_an_export_changed_by_hand_is_told_from_what_is_here(coach: Coach, tmp_path: Path) -> None:
    coach.day.drink("250")
    path = tmp_path / "export.json"
    coach.exchange.export_to(path)
    path.write_bytes(path.read_bytes().replace(b'"ml":250.0', b'"ml":300.0'))
    before = view(coach)
    with pytest.raises(BadInputError) as refused:
        coach.exchange.bring_in(path)
    assert "entry 1: " in refused.value.hint
    assert "coach edit" in refused.value.hint
    assert view(coach) == before
    coach.exchange.bring_in(path, skip_bad=True)
    assert view(coach) == before


def test_a_sheet_changed_by_hand_is_told_by_its_line(coach: Coach, tmp_path: Path) -> None:
    coach.day.drink("250")
    folder = tmp_path / "sheets"
    coach.exchange.sheets_to(folder)
    path = folder / "drink.csv"
    path.write_bytes(path.read_bytes().replace(b",250,water", b",300,water"))
    with pytest.raises(BadInputError) as refused:
        coach.exchange.bring_in(folder)
    assert "drink.csv, line 2: " in refused.value.hint


def test_a_volume_that_was_set_aside_is_read_again(coach: Coach, other: Coach) -> None:
    for amount in ("250", "300", "350"):
        coach.day.drink(amount)
    whole = volume(coach.places.diary)
    torn = whole.with_name(f"{whole.name}.set-aside-20261122T200000-ab12")
    torn.write_bytes(whole.read_bytes()[:-20])
    with pytest.raises(BadInputError, match="2 things"):
        other.exchange.bring_in(torn)
    done = other.exchange.bring_in(torn, skip_bad=True)
    assert (done.count(Fate.NEW), len(done.left_out)) == (2, 2)
    assert other.exchange.bring_in(whole).count(Fate.NEW) == 1
    assert view(other)[0] == view(coach)[0]


def test_sheets_of_every_kind_are_written_for_their_owner_alone(coach: Coach, tmp_path: Path) -> None:
    coach.day.drink("250")
    coach.profile.set("units", "oz")
    folder = tmp_path / "new" / "sheets"
    counts = coach.exchange.sheets_to(folder)
    assert set(counts) == set(KINDS)
    assert (counts["tick"], counts["profile"], counts["drink"]) == (0, 1, 1)
    assert {path.name for path in folder.iterdir()} == {f"{kind}.csv" for kind in KINDS}
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_without_sheets_and_a_file_in_the_way_are_refused(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInputError, match="no sheets"):
        coach.exchange.bring_in(tmp_path / "empty")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadInputError, match="is a file"):
        coach.exchange.sheets_to(tmp_path / "file")
    with pytest.raises(BadInputError, match="cramp"):
        coach.exchange.sheet("cramps")
    with pytest.raises(StorageError):
        coach.exchange.export_to(tmp_path / "missing" / "x.json")


def test_a_file_too_large_to_take_is_refused_before_it_is_read(coach: Coach, tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(BadInputError, match="200 MB") as refused:
        coach.exchange.bring_in(path)
    assert refused.value.hint
    with pytest.raises(BadInputError, match="200 MB"):
        coach.exchange.restore(path)
