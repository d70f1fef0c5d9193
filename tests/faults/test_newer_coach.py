"""What a newer coach wrote is carried along unread, whatever shape it has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coach.diary.machine import stamp_at
from tests.support.diaries import MONTH, add, amounts, diary_in, record, records, shown, volume, write_volume

BESIDE: list[dict[str, Any]] = [
    {"format": 2},
    {"_meta": {"format": 2, "made": "2031-01-01"}},
    {"photos": {"1": {"of": "a leg"}}, "tags": ["x", 1, None]},
    {"checksum": "abc", "deep": [[[{"a": {"b": None}}]]]},
]


@pytest.mark.parametrize("beside", BESIDE)
def test_tables_of_a_newer_schema_beside_the_entries_are_kept_through_writes(
    tmp_path: Path, beside: dict[str, Any]
) -> None:
    diary = diary_in(tmp_path)
    add(diary, 100)
    path = volume(tmp_path / "diary")
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **beside}), encoding="utf-8")
    diary._machine.note({path.name: (stamp_at(path),)})
    assert diary.check() == diary.survey() == []
    add(diary, 200)
    assert amounts(diary) == amounts(diary_in(tmp_path)) == [100, 200]
    document = json.loads(volume(tmp_path / "diary").read_bytes())
    assert {key: document[key] for key in beside} == beside


def test_a_volume_without_entries_is_no_fault(tmp_path: Path) -> None:
    theirs = tmp_path / "diary" / f"{MONTH}.other.json"
    theirs.parent.mkdir()
    theirs.write_text('{"entries-2": {"1": {"id": "x"}}}')
    theirs.chmod(0o600)
    theirs.parent.chmod(0o700)
    diary = diary_in(tmp_path)
    assert amounts(diary) == []
    assert diary.survey() == []


def test_one_record_of_another_shape_does_not_hide_the_others(tmp_path: Path) -> None:
    path = write_volume(tmp_path / "diary" / f"{MONTH}.other.json", record(ml=200), record(id="beef1234", ml=300))
    document = json.loads(path.read_bytes())
    document["entries"] |= {"3": ["a", "list"], "4": None, "5": 7}
    path.write_text(json.dumps(document), encoding="utf-8")
    diary = diary_in(tmp_path)
    assert amounts(diary) == [200, 300]
    (fault,) = diary.check()
    assert fault == f"{path.name}: 3 records that cannot be read"
    add(diary, 400)
    assert amounts(diary) == [200, 300, 400]


def test_records_of_another_shape_in_an_own_volume_are_carried_along(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary, 100)
    path = volume(tmp_path / "diary")
    document = json.loads(path.read_bytes())
    document["entries"] |= {"7": ["a", "list"], "x": {"id": "strange"}}
    path.write_text(json.dumps(document), encoding="utf-8")
    diary._machine.note({path.name: (stamp_at(path),)})
    add(diary, 200)
    kept = records(volume(tmp_path / "diary"))
    assert ["a", "list"] in kept
    assert {"id": "strange"} in kept
    assert amounts(diary) == [100, 200]


@pytest.mark.parametrize("rev", [2**53, 2**64 - 1, 2**64, 10**40])
def test_a_revision_beyond_counting_stops_no_edit(tmp_path: Path, rev: int) -> None:
    write_volume(tmp_path / "diary" / f"{MONTH}.other.json", record(rev=rev))
    diary = diary_in(tmp_path)
    add(diary, 100)
    for entry in shown(diary):
        diary.edit(entry.id, {"ml": 50}, "edit")
    assert 50 in amounts(diary)
