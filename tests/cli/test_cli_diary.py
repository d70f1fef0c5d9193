"""The diary from the command line: shown, changed, deleted, taken back, exported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from coach.paths import folders
from coach.service.coach import Coach
from tests.support.commands import Commands
from tests.support.diaries import record, write_volume


def logged(run: Commands, *args: str) -> dict[str, Any]:
    """The one entry that a command logs."""
    (entry,) = run.json(*args)["entries"]
    return dict(entry)


def shown(run: Commands, entry: str) -> dict[str, Any]:
    """An entry as the log shows it now."""
    (found,) = [one for one in run.json("log", "--days", "30") if one["id"] == entry]
    return dict(found)


def test_the_log_begins_with_the_newest_and_with_ids(run: Commands) -> None:
    first = logged(run, "drink", "250")["id"]
    run.clock.advance(60)
    second = logged(run, "tick", "covers-loose")["id"]
    assert run.out("log").splitlines() == [
        f"{second[:8]}  2026-11-22  20:01  tick   Covers loose at the feet",
        f"{first[:8]}  2026-11-22  20:00  drink  250 ml water",
    ]


def test_the_log_for_programs(run: Commands) -> None:
    run.out("eat", "banana", "--portions", "1.5")
    (entry,) = run.json("log")
    assert {"id", "name", "kind", "day", "at", "logged", "rev", "device"} <= set(entry)
    assert (entry["name"], entry["kind"]) == ("Banana, 1.5 portions", "eat")


def test_the_log_of_some_days_and_of_one_kind(run: Commands) -> None:
    run.out("drink", "250", "--day", "-3")
    run.out("cramp", "--none")
    assert [entry["kind"] for entry in run.json("log")] == ["night", "drink"]
    assert [entry["kind"] for entry in run.json("log", "--days", "3")] == ["night"]
    assert [entry["kind"] for entry in run.json("log", "--kind", "drink")] == ["drink"]
    assert run.out("log", "--kind", "skip") == "nothing logged in the last 7 days\n"


@pytest.mark.parametrize(
    "args", [("--days", "0"), ("--days", "-1"), ("--days", "x"), ("--kind", "drinks")], ids=" ".join
)
def test_no_days_and_no_kind_are_refused(run: Commands, args: tuple[str, ...]) -> None:
    run.refused("log", *args)


def test_what_another_device_wrote_is_cleaned_when_it_is_shown(run: Commands, tmp_path: Path) -> None:
    text = "\x1b[2J[/]\u202ex\r\nsecond line"
    note, skip = record(kind="note", text=text, of=""), record(id="fedcba98", kind="skip", reason=text)
    write_volume(tmp_path / "data" / "diary" / "2026-11.other.json", note, skip)
    assert "abcdef12  2026-11-22    note  [2J[/]x second line\n" in run.out("log")
    assert "fedcba98  2026-11-22    skip  a day off, [2J[/]x second line\n" in run.out("log")
    today = run.out("today")
    assert "a day off: [2J[/]x" in today
    assert "  [2J[/]x second line\n" in today
    assert not {"\x1b", "\u202e"} & set(today)


def test_an_entry_is_changed_field_by_field(run: Commands) -> None:
    entry = logged(run, "cramp", "--site", "calf", "--pain", "7")["id"]
    said = run.out(
        "edit", entry[:8], "pain=3", "side=left", "site=foot", "woke=yes", "triggers=long walk, heat", "at=14:30"
    )
    words = "foot, left leg, pain 3 of 10, woke you, long walk, heat"
    assert said == f"changed: {entry[:8]}  2026-11-22 14:30  cramp  {words}\n"
    changed = shown(run, entry)
    assert (changed["pain"], changed["side"], changed["site"], changed["woke"]) == (3, "left", "foot", True)
    assert changed["triggers"] == ["long walk", "heat"]
    assert changed["at"].startswith("2026-11-22T14:30")
    assert changed["rev"] == 2


def test_none_empties_what_may_be_empty(run: Commands) -> None:
    entry = logged(run, "cramp", "--pain", "7", "--note", "x")["id"]
    run.out("edit", entry, "pain=none", "note=")
    assert (shown(run, entry)["pain"], shown(run, entry)["note"]) == (None, "")
    drink = logged(run, "drink", "250")["id"]
    run.refused("edit", drink, "ml=none")


def test_a_drink_is_changed_as_it_is_said(run: Commands) -> None:
    entry = logged(run, "drink", "250")["id"]
    run.out("edit", entry, "ml=0.5l", "what=tea")
    changed = shown(run, entry)
    assert (changed["ml"], changed["what"], changed["said"]) == (500, "tea", "0.5l")


def test_what_follows_from_a_food_and_an_item_changes_along(run: Commands) -> None:
    food = logged(run, "eat", "banana")["id"]
    run.out("edit", food, "portions=2")
    assert (shown(run, food)["portions"], shown(run, food)["potassium_mg"]) == (2, 844)
    run.out("edit", food, "food=avocado")
    assert (shown(run, food)["label"], shown(run, food)["potassium_mg"]) == ("Avocado", 970)
    tick = logged(run, "tick", "covers-loose")["id"]
    run.out("edit", tick, "item=clear-path")
    assert shown(run, tick)["label"] == "Light and slippers at the bed"


def test_an_entry_moved_to_another_day_keeps_its_time_and_gets_a_new_id(run: Commands) -> None:
    old = logged(run, "drink", "250")["id"]
    assert "2026-11-20 20:00" in run.out("edit", old, "day=-2")
    (moved,) = run.json("log")
    assert moved["id"] != old
    assert (moved["day"], moved["at"][:16]) == ("2026-11-20", "2026-11-20T20:00")


def test_a_time_is_one_of_the_entrys_own_day(run: Commands) -> None:
    entry = logged(run, "drink", "250", "--day", "-3")["id"]
    run.out("edit", entry, "at=21:15")
    assert shown(run, entry)["at"].startswith("2026-11-19T21:15")
    run.out("edit", entry, "at=none")
    assert shown(run, entry)["at"] is None


@pytest.mark.parametrize(
    "change",
    [
        "pain=11",
        "pain=lots",
        "minutes=nan",
        "minutes=-1",
        "site=elbow",
        "woke=maybe",
        "painn=3",
        "id=1234",
        "rev=9",
        "kind=drink",
        "pain",
        "=3",
        "day=tomorrow",
        "at=2026-12-01T10:00",
        "note=" + "x" * 10_001,
    ],
    ids=lambda change: change[:20],
)
def test_no_change_is_refused_and_nothing_is_written(run: Commands, change: str) -> None:
    entry = logged(run, "cramp", "--pain", "7")["id"]
    run.refused("edit", entry, change)
    run.refused("edit", entry, "side=left", change)


@pytest.mark.parametrize("change", ["ml=2001", "ml=-1", "ml=nan", "what=lava", "said=x"])
def test_no_change_of_a_drink_is_refused(run: Commands, change: str) -> None:
    run.refused("edit", logged(run, "drink", "250")["id"], change)


@pytest.mark.parametrize("change", ["portions=0", "portions=nan", "food=xyzzy", "potassium_mg=1"])
def test_no_change_of_a_food_is_refused(run: Commands, change: str) -> None:
    run.refused("edit", logged(run, "eat", "banana")["id"], change)


def test_a_wrong_key_is_answered_with_the_nearest(run: Commands) -> None:
    entry = logged(run, "cramp")["id"]
    assert "did you mean pain?" in run.refused("edit", entry, "pian=3")


@pytest.mark.parametrize("wanted", ["00000000", "ab", "", "[/]", '"*'])
def test_an_unknown_id_is_refused(run: Commands, wanted: str) -> None:
    run.out("drink", "250")
    assert "coach log" in run.refused("edit", wanted, "ml=300")
    assert "coach log" in run.refused("delete", wanted)


def test_deleting_and_taking_it_back(run: Commands) -> None:
    entry = logged(run, "drink", "250")["id"]
    assert run.out("delete", entry[:8]) == f"deleted: {entry[:8]}  2026-11-22 20:00  drink  250 ml water\n"
    assert run.json("log") == []
    assert run.out("undo") == "taken back: deletion of a drink\n"
    assert shown(run, entry)["ml"] == 250


def test_undo_goes_back_step_by_step_to_nothing(run: Commands) -> None:
    run.out("drink", "250")
    run.out("tick", "covers-loose")
    told = run.json("undo")
    assert told == {
        "said": "taken back: Covers loose at the feet",
        "taken_back": 1,
        "changed_since": [],
        "warnings": [],
    }
    assert run.out("undo") == "taken back: 250 ml water\n"
    assert run.out("undo") == "nothing to undo\n"
    assert run.json("undo")["taken_back"] == 0


def test_undo_leaves_what_another_device_changed_since_and_names_it(run: Commands, tmp_path: Path) -> None:
    entry = logged(run, "drink", "250")
    run.clock.advance(60)
    with patch("coach.diary.machine.machine_key", return_value="elsewhere"):
        other = Coach(folders(tmp_path), run.clock)
        other.entries.edit(entry["id"], {"ml": "300"})
    result = run("undo")
    assert result.stdout == "not taken back: 250 ml water\n"
    device = shown(run, entry["id"])["device"]
    assert device != entry["device"]
    assert f"changed since, 2026-11-22 20:01, by device {device}; it stays" in result.stderr


def test_the_export_is_complete(run: Commands) -> None:
    first = logged(run, "drink", "250")["id"]
    run.out("edit", first, "ml=300")
    run.out("delete", first)
    run.out("profile", "units", "oz")
    export = json.loads(run.out("export", "-"))
    assert set(export) == {"format", "version", "exported", "entries"}
    assert (export["format"], export["version"]) == ("coach-export", 1)
    versions = [
        (one["rev"], one.get("ml"), one.get("gone", False)) for one in export["entries"] if one["id"] == first
    ]
    assert sorted(versions) == [(1, 250, False), (2, 300, False), (3, 300, True)]
    assert [one["value"] for one in export["entries"] if one["kind"] == "profile"] == ["oz"]
    assert json.loads(run.out("export"))["entries"] == export["entries"]


def test_the_export_to_a_file_is_for_its_owner_alone(run: Commands, tmp_path: Path) -> None:
    run.out("drink", "250")
    target = tmp_path / "out" / "diary.json"
    target.parent.mkdir()
    target.write_text("what was there before", encoding="utf-8")
    assert run.out("export", str(target)) == f"1 record in {target}\n"
    assert target.stat().st_mode & 0o777 == 0o600
    assert len(json.loads(target.read_bytes())["entries"]) == 1
    assert [path.name for path in target.parent.iterdir()] == ["diary.json"]


def test_an_export_that_cannot_be_written_ends_with_3(run: Commands, tmp_path: Path) -> None:
    run.refused("export", str(tmp_path), code=3)
    run.refused("export", str(tmp_path / "missing" / "x.json"), code=3)
    run.refused("export", "-", "--format", "csv")
