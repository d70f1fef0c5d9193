"""Undo beside other devices: it never takes back, nor covers up, what somebody else wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.diary.diary import Diary, Undone
from coach.model.entry import Drink
from tests.support.clock import FakeClock
from tests.support.diaries import DAY, add, amounts, diary_in, shown, sync, volume


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Diary, Diary]:
    """Two devices with a folder each; the clock of the second is ahead."""
    ahead = FakeClock()
    ahead.advance(60)
    return diary_in(tmp_path / "one", machine="one"), diary_in(tmp_path / "two", ahead, machine="two")


def meet(tmp_path: Path) -> None:
    """Each folder gets what the other has."""
    sync(tmp_path / "one" / "diary", tmp_path / "two" / "diary")
    sync(tmp_path / "two" / "diary", tmp_path / "one" / "diary")


def test_what_another_device_logged_is_not_taken_back(tmp_path: Path, pair: tuple[Diary, Diary]) -> None:
    one, two = pair
    add(one, 100)
    add(two, 200)
    meet(tmp_path)
    assert one.undo() == Undone("100 ml", 1)
    assert one.undo() is None
    assert amounts(one) == [200]


def test_what_was_changed_since_is_said_and_left_and_undo_goes_on(
    tmp_path: Path, pair: tuple[Diary, Diary]
) -> None:
    one, two = pair
    add(one, 100)
    entry = add(one, 200)
    meet(tmp_path)
    theirs = two.edit(entry.id, {"ml": 300}, "edit")
    meet(tmp_path)
    assert one.undo() == Undone("200 ml", 0, (theirs,))
    assert amounts(one) == [100, 300]
    assert one.undo() == Undone("100 ml", 1)
    assert one.undo() is None
    assert amounts(one) == [300]


def test_of_several_entries_only_the_unchanged_are_taken_back(tmp_path: Path, pair: tuple[Diary, Diary]) -> None:
    one, two = pair
    entries = [add(one, ml) for ml in (100, 200, 300)]
    meet(tmp_path)
    one.delete([entry.id for entry in entries], "all off")
    two.edit(entries[1].id, {"ml": 250}, "edit")
    two.edit(entries[1].id, {"ml": 260}, "edit")
    meet(tmp_path)
    told = one.undo()
    assert told is not None
    assert (told.taken_back, [entry.ml for entry in told.changed_since if isinstance(entry, Drink)]) == (2, [260])
    meet(tmp_path)
    assert amounts(one) == amounts(two) == [100, 260, 300]


def test_an_undone_entry_changed_elsewhere_stays_changed(tmp_path: Path, pair: tuple[Diary, Diary]) -> None:
    one, two = pair
    entry = add(one, 100)
    one.edit(entry.id, {"ml": 200}, "edit")
    assert one.undo() == Undone("edit", 1)
    meet(tmp_path)
    two.edit(entry.id, {"ml": 900}, "edit")
    meet(tmp_path)
    told = one.undo()
    assert told is not None
    assert (told.label, told.taken_back, len(told.changed_since)) == ("100 ml", 0, 1)
    assert amounts(one) == [900]


def test_a_profile_key_changed_elsewhere_is_left(tmp_path: Path, pair: tuple[Diary, Diary]) -> None:
    one, two = pair
    one.put({"units": "oz", "usual_vessel": "mug"}, DAY, "profile")
    meet(tmp_path)
    two.put({"units": "pint"}, DAY, "units")
    meet(tmp_path)
    told = one.undo()
    assert told is not None
    assert (told.taken_back, len(told.changed_since)) == (1, 1)
    meet(tmp_path)
    assert one.settings() == two.settings() == {"units": "pint"}


def test_undo_does_not_delete_an_entry_whose_earlier_version_is_not_here(
    tmp_path: Path, pair: tuple[Diary, Diary]
) -> None:
    one, two = pair
    entry = add(two, 100)
    meet(tmp_path)
    theirs = volume(tmp_path / "two" / "diary").name
    one.edit(entry.id, {"ml": 200}, "edit")
    (tmp_path / "one" / "diary" / theirs).rename(tmp_path / "away")
    told = one.undo()
    assert told is not None
    assert (told.taken_back, len(told.changed_since)) == (0, 1)
    (tmp_path / "away").rename(tmp_path / "one" / "diary" / theirs)
    assert amounts(one) == [200]


def test_a_moved_entry_changed_elsewhere_does_not_come_back_twice(
    tmp_path: Path, pair: tuple[Diary, Diary]
) -> None:
    one, two = pair
    entry = add(one, 100)
    moved = one.edit(entry.id, {"day": DAY.replace(day=20)}, "move")
    meet(tmp_path)
    theirs = two.edit(moved.id, {"ml": 150}, "edit")
    meet(tmp_path)
    assert one.undo() == Undone("move", 0, (theirs,))
    assert shown(one) == [theirs]


def test_an_action_in_a_volume_that_was_rolled_back_is_passed_over(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary, 100)
    path = volume(tmp_path / "diary")
    older = path.read_bytes()
    add(diary, 200)
    path.unlink()
    path.write_bytes(older)
    assert diary.undo() == Undone("100 ml", 1)
    assert diary.undo() is None
    assert amounts(diary) == []


def test_undo_goes_on_under_a_new_device_id(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    entry = add(diary, 100)
    volume(tmp_path / "diary").touch()
    diary.edit(entry.id, {"ml": 200}, "edit")
    assert len(list((tmp_path / "diary").iterdir())) == 2
    assert [diary.undo(), diary.undo(), diary.undo()] == [Undone("edit", 1), Undone("100 ml", 1), None]
    assert amounts(diary) == []


def test_two_programs_on_one_machine_share_what_can_be_undone(tmp_path: Path) -> None:
    app, shell = diary_in(tmp_path), diary_in(tmp_path)
    add(app, 100)
    add(shell, 200)
    assert app.undo() == Undone("200 ml", 1)
    assert shell.undo() == Undone("100 ml", 1)
    assert app.undo() is shell.undo() is None
