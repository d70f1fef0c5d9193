"""Undo takes back this machine's last action, and walks back through the ones before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coach.diary.diary import Diary, Draft
from coach.diary.machine import ACTIONS_KEPT
from coach.model.entry import Drink, Entry
from tests.support.clock import FakeClock
from tests.support.diaries import DAY, add, amounts, diary_in, records, shown, volume


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return diary_in(tmp_path)


def content(entries: list[Entry]) -> list[tuple[Any, ...]]:
    """What an undo brings back: everything but the stamps."""
    return [(e.id, e.kind, e.day, e.at, e.ml if isinstance(e, Drink) else None) for e in entries]


def undone(diary: Diary) -> str:
    """Undo that takes something back; says what."""
    told = diary.undo()
    assert told is not None
    assert told.taken_back
    assert told.changed_since == ()
    return told.label


def test_an_empty_diary_has_nothing_to_undo(tmp_path: Path, diary: Diary) -> None:
    assert diary.undo() is None
    assert not (tmp_path / "diary").exists()


def test_an_added_entry_goes(diary: Diary) -> None:
    add(diary, 250)
    assert undone(diary) == "250 ml"
    assert shown(diary) == []
    assert diary.undo() is None


def test_an_edited_entry_is_as_before(diary: Diary) -> None:
    entry = add(diary)
    before = content(shown(diary))
    diary.edit(entry.id, {"ml": 300, "at": "2026-11-22T10:00:00+01:00"}, "edit")
    assert content(shown(diary)) != before
    assert undone(diary) == "edit"
    assert content(shown(diary)) == before


def test_a_deleted_entry_is_back(diary: Diary) -> None:
    entry = add(diary)
    before = content(shown(diary))
    diary.delete([entry.id], "deletion")
    assert undone(diary) == "deletion"
    assert content(shown(diary)) == before


def test_several_entries_of_one_action_go_and_come_together(diary: Diary) -> None:
    ticks = [Draft("tick", DAY, {"item": "sitting-break", "label": "Break"}) for _ in range(6)]
    added = diary.add(ticks, "six breaks")
    before = content(shown(diary))
    diary.delete([tick.id for tick in added], "all off")
    assert shown(diary) == []
    assert undone(diary) == "all off"
    assert content(shown(diary)) == before
    assert undone(diary) == "six breaks"
    assert shown(diary) == []


@pytest.mark.parametrize("month", [11, 10])
def test_an_entry_moved_to_another_day_goes_back(diary: Diary, month: int) -> None:
    entry = add(diary)
    moved = diary.edit(entry.id, {"day": DAY.replace(month=month, day=1)}, "move")
    assert moved.id != entry.id
    assert [found.day for found in shown(diary)] == [DAY.replace(month=month, day=1)]
    assert undone(diary) == "move"
    assert content(shown(diary)) == content([entry])
    assert undone(diary) == "250 ml"
    assert shown(diary) == []


def test_profile_keys_are_set_back(diary: Diary) -> None:
    diary.put({"units": "oz", "water.goal_ml": 2000.0}, DAY, "first")
    diary.put({"units": "pint"}, DAY, "second")
    diary.put({"units": None}, DAY, "third")
    assert diary.settings() == {"water.goal_ml": 2000}
    assert undone(diary) == "third"
    assert diary.settings() == {"units": "pint", "water.goal_ml": 2000}
    assert undone(diary) == "second"
    assert diary.settings() == {"units": "oz", "water.goal_ml": 2000}
    assert undone(diary) == "first"
    assert diary.settings() == {}
    assert diary.undo() is None


def test_a_profile_key_set_again_after_an_undo_is_set(diary: Diary) -> None:
    diary.put({"units": "oz"}, DAY, "first")
    diary.undo()
    diary.put({"units": "ml"}, DAY, "second")
    assert diary.settings() == {"units": "ml"}
    assert undone(diary) == "second"
    assert diary.settings() == {}
    assert diary.undo() is None


def test_repeated_undo_walks_back_through_one_entry(diary: Diary) -> None:
    entry = add(diary, 100)
    for ml in (200, 300):
        diary.edit(entry.id, {"ml": ml}, f"to {ml}")
    diary.delete([entry.id], "deletion")
    walked = []
    while (told := diary.undo()) is not None:
        assert told.changed_since == ()
        walked.append((told.label, amounts(diary)))
    assert walked == [("deletion", [300]), ("to 300", [200]), ("to 200", [100]), ("100 ml", [])]


def test_undo_between_new_actions_takes_back_each_once(diary: Diary) -> None:
    entry = add(diary, 100)
    diary.edit(entry.id, {"ml": 200}, "first edit")
    assert undone(diary) == "first edit"
    diary.edit(entry.id, {"ml": 300}, "second edit")
    assert undone(diary) == "second edit"
    diary.delete([entry.id], "deletion")
    assert undone(diary) == "deletion"
    add(diary, 400)
    assert [undone(diary), undone(diary)] == ["400 ml", "100 ml"]
    assert diary.undo() is None
    assert amounts(diary) == []


def test_undo_writes_versions_and_takes_none_away(tmp_path: Path, diary: Diary) -> None:
    entry = add(diary, 100)
    diary.edit(entry.id, {"ml": 200}, "edit")
    diary.undo()
    diary.undo()
    kept = records(volume(tmp_path / "diary"))
    assert [(one["rev"], one["ml"], one.get("gone", False)) for one in kept] == [
        (1, 100, False),
        (2, 200, False),
        (3, 100, False),
        (4, 100, True),
    ]
    assert len({one["action"] for one in kept}) == 4


@pytest.mark.parametrize("restarted", [False, True])
def test_undo_goes_fifty_actions_deep_and_no_further(tmp_path: Path, *, restarted: bool) -> None:
    diary = diary_in(tmp_path)
    for ml in range(1, ACTIONS_KEPT + 11):
        add(diary, ml)
    for back in range(ACTIONS_KEPT):
        if restarted and back % 7 == 0:
            diary = diary_in(tmp_path)
        assert undone(diary) == f"{ACTIONS_KEPT + 10 - back} ml"
    assert diary.undo() is None
    assert amounts(diary) == list(range(1, 11))


def test_undo_still_knows_what_is_undone_after_very_many_actions(diary: Diary) -> None:
    add(diary, 1)
    for ml in range(2, 120):
        add(diary, ml)
        assert undone(diary) == f"{ml} ml"
    assert amounts(diary) == [1]
    assert diary.undo() is None


def test_undo_survives_a_clock_set_back(tmp_path: Path) -> None:
    clock = FakeClock()
    diary = diary_in(tmp_path, clock)
    clock.set(clock.now().replace(year=2031))
    entry = add(diary, 100)
    clock.set(clock.now().replace(year=2026))
    diary.edit(entry.id, {"ml": 200}, "edit")
    assert undone(diary) == "edit"
    assert amounts(diary) == [100]
    assert undone(diary) == "100 ml"
    assert amounts(diary) == []
