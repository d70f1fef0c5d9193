"""One folder, volumes of several devices and coaches of several ages in it."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from coach.errors import BadInputError, StorageError
from tests.support.diaries import (
    DAY,
    MONTH,
    add,
    amounts,
    diary_in,
    record,
    records,
    shown,
    snapshot,
    volume,
    write_volume,
)


def test_volumes_of_all_devices_are_one_diary(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    write_volume(tmp_path / "diary" / f"{MONTH}.other.json", record(ml=200))
    write_volume(tmp_path / "diary" / f"{MONTH}.third.json", record(id="beef1234", ml=300))
    assert amounts(diary) == [200, 250, 300]


def test_a_sync_conflict_copy_is_one_more_volume(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    path = volume(tmp_path / "diary")
    shutil.copy(path, path.with_name(path.name.replace(".json", ".sync-conflict-20261122-201500-ABCDEFG.json")))
    write_volume(path.with_name(f"{MONTH}.other (conflicted copy).json"), record(ml=200))
    assert amounts(diary) == [200, 250]


@pytest.mark.parametrize(
    "name",
    [
        f".{MONTH}.other.json",
        f"~{MONTH}.other.json",
        f".syncthing.{MONTH}.other.json.tmp",
        f"{MONTH}.other.json.tmp",
        f"{MONTH}.other.json~",
        f"{MONTH}.json",
        "2026-13.other.json",
        "0000-11.other.json",
        "notes.txt",
    ],
)
def test_other_files_are_left_alone_and_unread(tmp_path: Path, name: str) -> None:
    diary = diary_in(tmp_path)
    write_volume(tmp_path / "diary" / name, record())
    before = snapshot(tmp_path / "diary")
    add(diary)
    assert amounts(diary) == [250]
    assert diary.check() == []
    assert diary.days() == (date(2026, 11, 1), date(2026, 11, 30))
    after = snapshot(tmp_path / "diary")
    assert {kept: after[kept] for kept in before} == before


def test_folders_and_pipes_named_like_volumes_hold_nobody_up(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    entry = add(diary)
    (tmp_path / "diary" / f"{MONTH}.folder.json").mkdir()
    os.mkfifo(tmp_path / "diary" / f"{MONTH}.pipe.json")
    assert amounts(diary) == [250]
    assert diary.find(entry.id[:6]) == entry


def test_gone_entries_are_hidden_but_kept(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    entry = add(diary)
    diary.delete([entry.id, entry.id], "deletion")
    assert shown(diary) == []
    assert [kept.get("gone", False) for kept in records(volume(tmp_path / "diary"))] == [False, True]
    with pytest.raises(BadInputError, match="no entry"):
        diary.find(entry.id)


def test_unknown_keys_are_kept_through_edit_delete_and_undo(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    write_volume(tmp_path / "diary" / f"{MONTH}.other.json", record(flavour={"of": ["mint"]}))
    diary.edit("abcdef12", {"ml": 300}, "edit")
    diary.delete(["abcdef12"], "deletion")
    diary.undo()
    diary.undo()
    own = next(path for path in (tmp_path / "diary").iterdir() if "other" not in path.name)
    assert [kept["rev"] for kept in records(own)] == [2, 3, 4, 5]
    assert [kept["ml"] for kept in records(own)] == [300, 300, 300, 200]
    assert all(kept["flavour"] == {"of": ["mint"]} for kept in records(own))
    assert amounts(diary) == [200]


def test_unknown_keys_move_with_an_entry(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    write_volume(tmp_path / "diary" / f"{MONTH}.other.json", record(flavour="mint"))
    moved = diary.edit("abcdef12", {"day": date(2026, 10, 1)}, "move")
    (kept,) = records(volume(tmp_path / "diary", "2026-10"))
    assert (kept["id"], kept["flavour"], kept["day"]) == (moved.id, "mint", "2026-10-01")


def test_unknown_kinds_and_shapes_are_skipped_counted_and_kept(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    path = write_volume(
        tmp_path / "diary" / f"{MONTH}.other.json",
        record(id="aaaa1111", kind="mood", colour="blue"),
        record(id="aaaa1111", kind="mood", colour="grey", rev=2),
        record(id="bbbb2222", ml="a lot"),
        record(id="cccc3333"),
    )
    before = snapshot(path.parent)
    add(diary)
    assert amounts(diary) == [200, 250]
    (fault,) = diary.check()
    assert fault.startswith("2 entries of a kind or shape")
    assert [kept.record["id"] for kept in diary.versions() if kept.head.kind == "mood"] == ["aaaa1111"] * 2
    assert before.items() <= snapshot(path.parent).items()
    with pytest.raises(BadInputError, match="kind"):
        diary.find("aaaa1111")
    with pytest.raises(BadInputError, match="mood"):
        diary.edit("aaaa1111", {"colour": "red"}, "edit")


def test_an_entry_of_an_unknown_kind_can_be_deleted_and_brought_back(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    write_volume(tmp_path / "diary" / f"{MONTH}.other.json", record(id="aaaa1111", kind="mood", colour="blue"))
    diary.delete(["aaaa1111"], "deletion")
    assert diary.undo() is not None
    (own,) = [path for path in (tmp_path / "diary").iterdir() if "other" not in path.name]
    assert [(kept.get("gone"), kept["colour"]) for kept in records(own)] == [(True, "blue"), (None, "blue")]


def test_records_that_are_no_versions_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    write_volume(tmp_path / "diary" / f"{MONTH}.other.json", {"id": "x"}, record(logged="19:00"), record())
    assert amounts(diary) == [200]
    assert diary.check() == [f"{MONTH}.other.json: 2 records that cannot be read"]


def test_a_table_of_another_name_is_none_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "diary" / f"{MONTH}.other.json"
    path.parent.mkdir()
    path.write_text('{"_default": {"1": {"id": "x"}}}')
    assert shown(diary_in(tmp_path)) == []


def test_a_fault_is_no_longer_told_when_its_volume_is_mended_or_gone(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    path = write_volume(tmp_path / "diary" / f"{MONTH}.other.json", record())
    sound = path.read_bytes()
    path.write_bytes(b"torn")
    assert len(diary.check()) == 1
    path.write_bytes(sound)
    assert diary.check() == []
    path.write_bytes(b"torn again")
    assert len(diary.check()) == 1
    path.unlink()
    assert diary.faults() == diary.check() == []


def test_marks_change_with_every_write_and_with_nothing_else(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    seen = {diary.marks(DAY, DAY)}
    add(diary)
    seen.add(diary.marks(DAY, DAY))
    write_volume(tmp_path / "diary" / f"{MONTH}.other.json", record())
    seen.add(diary.marks(DAY, DAY))
    diary.put({"units": "oz"}, DAY, "units")
    last = diary.marks(DAY, DAY)
    assert len(seen | {last}) == 4
    add(diary, day=date(2026, 9, 1))
    shown(diary)
    assert diary.marks(DAY, DAY) == last


def test_an_open_diary_shows_what_another_program_wrote(tmp_path: Path) -> None:
    one, two = diary_in(tmp_path), diary_in(tmp_path)
    assert shown(one) == []
    for count in range(1, 6):
        add((one, two)[count % 2])
        assert len(shown(one)) == len(shown(two)) == count


def test_a_folder_that_is_a_file_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("?")
    diary = diary_in(tmp_path)
    with pytest.raises(StorageError, match="diary"):
        shown(diary)
    with pytest.raises(StorageError, match="nothing was written"):
        add(diary)


def test_one_look_lists_the_folder_once_and_a_write_looks_again(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    with diary.one_look():
        assert amounts(diary) == [250]
        write_volume(tmp_path / "diary" / f"{MONTH}.other.json", record(ml=200))
        with diary.one_look():
            assert amounts(diary) == [250]
        assert amounts(diary) == [250]
        add(diary, 300)
        assert amounts(diary) == [200, 250, 300]
    write_volume(tmp_path / "diary" / f"{MONTH}.third.json", record(id="beef1234", ml=400))
    assert amounts(diary) == [200, 250, 300, 400]


def test_the_first_volume_of_a_month_is_seen_in_the_look_in_which_it_is_written(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    with diary.one_look():
        assert amounts(diary) == []
        add(diary)
        assert amounts(diary) == [250]
