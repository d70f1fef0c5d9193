"""What a program wrote is neither read nor gone through again, and the diary is the same as if it were."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.diary.diary import Diary
from coach.diary.machine import stamp_at
from tests.support.diaries import DAY, MONTH, add, amounts, diary_in, record, records, shown, volume, write_volume


def doc_ids(path: Path) -> list[int]:
    """The document ids of a volume, doubled ones too."""
    pairs: list[tuple[str, Any]] = json.loads(path.read_bytes(), object_pairs_hook=lambda found: found)
    return [int(place) for name, table in pairs if name == "entries" for place, _ in table]


def refuse(*_: object) -> object:
    raise AssertionError("gone through again")


def test_the_second_write_goes_through_nothing_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = diary_in(tmp_path)
    first = add(diary, 100)
    add(diary, 200)
    assert amounts(diary) == [100, 200]
    monkeypatch.setattr("coach.diary.storage.decode_raw_volume", refuse)
    monkeypatch.setattr("coach.diary.shelf.decode_records", refuse)
    add(diary, 300)
    diary.delete([first.id], "off")
    assert amounts(diary) == [200, 300]
    monkeypatch.undo()
    assert shown(diary) == shown(diary_in(tmp_path))
    assert [found["ml"] for found in records(volume(tmp_path / "diary"))] == [100, 200, 300, 100]


@given(steps=st.lists(st.sampled_from(["add", "edit", "delete", "undo", "read", "other"]), max_size=14))
def test_what_is_known_of_own_writes_is_what_stands_in_the_files(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    home = tmp_path_factory.mktemp("home")
    here, there = diary_in(home), diary_in(home)
    for number, step in enumerate(["add", *steps], 1):
        _take(step, here, there, number)
        assert here.versions() == diary_in(home).versions()
    path = volume(home / "diary")
    assert doc_ids(path) == list(range(1, len(records(path)) + 1))


def _take(step: str, here: Diary, there: Diary, number: int) -> None:
    entries = shown(there)
    match step:
        case "add":
            add(here, 100 + number)
        case "edit" if entries:
            here.edit(entries[0].id, {"ml": 500 + number}, "edit")
        case "delete" if entries:
            here.delete([entries[-1].id], "off")
        case "undo":
            here.undo()
        case "read":
            shown(here)
        case "other":
            add(there, 900 + number)


def test_a_volume_that_another_program_wrote_meanwhile_is_gone_through(tmp_path: Path) -> None:
    here, there = diary_in(tmp_path), diary_in(tmp_path)
    for ml in (100, 300):
        add(here, ml)
        add(there, ml + 100)
    assert amounts(here) == amounts(there) == [100, 200, 300, 400]
    assert doc_ids(volume(tmp_path / "diary")) == [1, 2, 3, 4]


def test_what_a_newer_coach_keeps_behind_the_entries_stays_there(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    path = volume(tmp_path / "diary")
    tables = {**json.loads(path.read_bytes()), "newer": {"1": {"entries": 2}}}
    path.write_text(json.dumps(tables), encoding="utf-8")
    diary._machine.note({path.name: (stamp_at(path),)})
    for ml in (300, 400):
        add(diary, ml)
    assert amounts(diary) == [250, 300, 400]
    assert json.loads(path.read_bytes())["newer"] == tables["newer"]


def test_document_ids_in_any_order_are_followed_by_new_ones(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    path = volume(tmp_path / "diary")
    (mine,) = records(path)
    path.write_text(json.dumps({"entries": {"7": mine, "2": record(ml=200)}}), encoding="utf-8")
    diary._machine.note({path.name: (stamp_at(path),)})
    for ml in (300, 400):
        add(diary, ml)
    assert amounts(diary) == [200, 250, 300, 400]
    assert doc_ids(path) == [7, 2, 8, 9]


@pytest.mark.parametrize("device", ["0other", "zother"])
def test_a_day_that_nobody_wrote_to_stays_the_same_beside_other_devices(tmp_path: Path, device: str) -> None:
    diary = diary_in(tmp_path)
    yesterday = DAY - timedelta(days=1)
    write_volume(tmp_path / "diary" / f"{MONTH}.{device}.json", record(day=str(yesterday)))
    add(diary)
    before = diary.on(yesterday)
    add(diary)
    assert diary.on(yesterday) is before
    assert len(diary.on(DAY)) == 2


def test_an_entry_is_found_by_its_id_in_the_months_that_were_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = diary_in(tmp_path)
    entry = add(diary)
    write_volume(tmp_path / "diary" / "2026-10.other.json", record(id="beef1234beef", day="2026-10-05"))
    assert diary.on(DAY) == (entry,)
    monkeypatch.setattr("coach.diary.shelf.Shelf.holding", refuse)
    assert diary.find(entry.id) == entry
    monkeypatch.undo()
    assert diary.find("beef1234beef").day.isoformat() == "2026-10-05"
    assert MONTH in volume(tmp_path / "diary").name
