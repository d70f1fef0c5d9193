"""Entries lie in the month of their day, and a day keeps what it had."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from coach.diary.diary import Draft
from coach.errors import BadInputError
from coach.model.setting import Scalar
from tests.support.clock import FakeClock
from tests.support.diaries import DAY, MONTH, add, amounts, diary_in, drink, records, shown, volume, write_volume
from tests.support.diaries import record as other_record

BERLIN_SUMMER = datetime(2026, 7, 1, 0, 30)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2026, 10, 31), date(2026, 11, 1), [31, 1]),
        (date(2026, 11, 1), date(2026, 11, 30), [1, 30]),
        (date(2026, 11, 2), date(2026, 11, 29), []),
        (date(2026, 11, 30), date(2026, 12, 1), [30, 1]),
        (date(2025, 12, 31), date(2027, 1, 1), [31, 31, 1, 30, 1, 1]),
        (date(2026, 11, 30), date(2026, 11, 1), []),
        (date.min, date.max, [31, 31, 1, 30, 1, 1]),
    ],
)
def test_entries_are_those_of_the_days_asked_for(
    tmp_path: Path, first: date, last: date, found: list[int]
) -> None:
    diary = diary_in(tmp_path)
    days = [
        date(2025, 12, 31),
        date(2026, 10, 31),
        date(2026, 11, 1),
        date(2026, 11, 30),
        date(2026, 12, 1),
        date(2027, 1, 1),
    ]
    diary.add(
        [Draft("drink", day, {"ml": 1.0}, datetime(day.year, day.month, day.day, 12, tzinfo=UTC)) for day in days],
        "all",
    )
    assert [entry.day.day for entry in diary.entries(first, last)] == found
    assert len({path.name.split(".")[0] for path in (tmp_path / "diary").iterdir()}) == 5
    assert diary.days() == (date(2025, 12, 1), date(2027, 1, 31))


@pytest.mark.parametrize("day", [date(1, 1, 1), date(999, 2, 3), date(9999, 12, 31)])
def test_no_day_is_too_far_away(tmp_path: Path, day: date) -> None:
    diary = diary_in(tmp_path)
    entry = add(diary, day=day)
    assert diary_in(tmp_path).entries(day, day) == [entry]
    assert diary.find(entry.id[:8]) == entry
    first, last = diary.days() or (date.max, date.min)
    assert first <= day <= last


def test_an_empty_diary_has_no_days(tmp_path: Path) -> None:
    assert diary_in(tmp_path).days() is None
    assert shown(diary_in(tmp_path)) == []
    assert diary_in(tmp_path).settings() == {}
    assert diary_in(tmp_path).check() == []


def test_entries_come_in_the_order_they_happened(tmp_path: Path) -> None:
    clock = FakeClock()
    diary = diary_in(tmp_path, clock)
    late = diary.add([Draft("drink", DAY, {"ml": 1.0}, clock.local(datetime(2026, 11, 22, 19)))], "late")
    timeless = diary.add([drink()], "without a time: noon")
    early = diary.add([Draft("drink", DAY, {"ml": 2.0}, datetime(2026, 11, 22, 7, tzinfo=UTC))], "early")
    assert diary.entries(DAY, DAY) == [*early, *timeless, *late]


def test_the_day_of_an_id_never_changes(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    ids = {add(diary).id}
    for day in (date(2026, 11, 20), date(2026, 12, 1), DAY):
        (entry,) = shown(diary)
        ids.add(diary.edit(entry.id, {"day": day}, "move").id)
    assert len(ids) == 4
    days: dict[str, set[str]] = {}
    for path in (tmp_path / "diary").iterdir():
        for record in records(path):
            days.setdefault(record["id"], set()).add(record["day"])
            assert path.name.startswith(record["day"][:7])
    assert all(len(known) == 1 for known in days.values())
    assert set(days) == ids


def test_an_edit_that_names_the_same_day_moves_nothing(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    entry = add(diary)
    assert diary.edit(entry.id, {"day": DAY, "ml": 300}, "edit").id == entry.id


def test_what_is_written_is_the_agreed_format(tmp_path: Path) -> None:
    clock = FakeClock(BERLIN_SUMMER)
    diary = diary_in(tmp_path, clock)
    diary.add([Draft("drink", date(2026, 6, 30), {"ml": 250.0, "said": "8oz"}, clock.now())], "drink")
    diary.put({"water.goal_ml": 2000.0}, date(2026, 6, 30), "goal")
    (drunk,) = records(volume(tmp_path / "diary", "2026-06"))
    (goal,) = records(volume(tmp_path / "diary", "profile"))
    device = volume(tmp_path / "diary", "profile").name.split(".")[1]
    assert (len(drunk.pop("id")), len(drunk.pop("action"))) == (32, 32)
    assert drunk == {
        "kind": "drink",
        "day": "2026-06-30",
        "at": "2026-07-01T00:30:00+02:00",
        "ml": 250.0,
        "said": "8oz",
        "rev": 1,
        "logged": "2026-06-30T22:30:00.000000+00:00",
        "device": device,
    }
    assert goal["id"] == "c2f1054b66095a9285c5f87bef503d54"
    assert (goal["key"], goal["value"], goal["day"]) == ("water.goal_ml", 2000.0, "2026-06-30")


def test_the_profile_as_it_stood(tmp_path: Path) -> None:
    clock = FakeClock()
    diary = diary_in(tmp_path, clock)
    moments = [clock.now()]
    changes: list[dict[str, Scalar]] = [{"units": "oz"}, {"units": "pint", "vessel.mug": 300.0}, {"units": None}]
    for values in changes:
        clock.advance(3600)
        diary.put(values, DAY, "profile")
        moments.append(clock.now())
    stood = [{}, {"units": "oz"}, {"units": "pint", "vessel.mug": 300}, {"vessel.mug": 300}]
    assert [diary.settings(moment) for moment in moments] == stood
    assert diary.settings(moments[2] - timedelta(microseconds=1)) == stood[1]
    diary.undo()
    assert [diary.settings(moment) for moment in moments[:3]] == stood[:3]
    assert diary.settings() == stood[2]


def test_a_clock_set_to_2031_and_back_loses_nothing_and_edits_still_win(tmp_path: Path) -> None:
    clock = FakeClock()
    diary = diary_in(tmp_path, clock)
    entry = add(diary, 100)
    clock.set(datetime(2031, 1, 1, 12))
    diary.edit(entry.id, {"ml": 200}, "in 2031")
    diary.put({"units": "oz"}, DAY, "in 2031")
    clock.set(datetime(2026, 11, 22, 21))
    diary.edit(entry.id, {"ml": 300}, "back again")
    diary.put({"units": "pint"}, DAY, "back again")
    assert amounts(diary) == [300]
    assert diary.settings() == {"units": "pint"}
    diary.delete([entry.id], "deletion")
    assert amounts(diary) == []
    assert diary.check() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"ml": math.nan},
        {"ml": math.inf},
        {"ml": 0},
        {"ml": "250"},
        {"said": "\ud800"},
        {"at": datetime(2026, 11, 22, 8)},
        {"at": "soon"},
        {"day": "the 22nd"},
    ],
)
def test_what_could_not_be_read_back_is_not_written(tmp_path: Path, fields: dict[str, Any]) -> None:
    diary = diary_in(tmp_path)
    entry = add(diary)
    before = volume(tmp_path / "diary").read_bytes()
    with pytest.raises(BadInputError):
        diary.edit(entry.id, fields, "edit")
    with pytest.raises(BadInputError):
        diary.add([drink(), Draft("drink", DAY, {"ml": 1.0, **fields})], "two, one of them bad")
    assert volume(tmp_path / "diary").read_bytes() == before


@pytest.mark.parametrize("kind", ["mood", ""])
def test_an_unknown_kind_is_not_written(tmp_path: Path, kind: str) -> None:
    with pytest.raises(BadInputError, match="that this coach knows"):
        diary_in(tmp_path).add([Draft(kind, DAY, {})], "?")


def test_minerals_that_are_no_numbers_are_not_written(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    (entry,) = diary.add([Draft("eat", DAY, {"food": "banana", "label": "Banana"})], "banana")
    with pytest.raises(BadInputError):
        diary.edit(entry.id, {"potassium_mg": math.nan}, "edit")
    assert shown(diary) == [entry]


@pytest.mark.parametrize("wanted", ["", "abc", "zzzz", '"', "\udcff\udcff\udcff\udcff", "....", "2026-11"])
def test_an_id_that_is_none_finds_nothing(tmp_path: Path, wanted: str) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    with pytest.raises(BadInputError):
        diary.find(wanted)


def test_an_id_is_found_by_its_beginning_in_any_month(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    for month in (9, 10, 11):
        made = other_record(id=f"abcd000{month:x}", day=f"2026-{month:02d}-01")
        write_volume(tmp_path / "diary" / f"2026-{month:02d}.other.json", made)
    assert diary.find(" ABCD0009 ").day == date(2026, 9, 1)
    with pytest.raises(BadInputError, match="begins several ids"):
        diary.find("abcd")
    diary.delete(["abcd0009", "abcd000a"], "two")
    assert diary.find("abcd").day == date(2026, 11, 1)
    assert MONTH in [path.name[:7] for path in (tmp_path / "diary").iterdir()]
