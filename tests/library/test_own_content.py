"""A person's own moves, routines and items, which may be broken but never break anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from library_examples import CHECKLIST, MOVE, ROUTINE, but, content, faults, write

from coach.library.library import Library

OWN_ITEM = but(CHECKLIST, '"stretch"', '"magic"').partition("[[items]]")[2]
OWN_CHECKLIST = f"[[items]]{OWN_ITEM}"


def library(tmp_path: Path, **files: str | bytes) -> Library:
    """The example with own files; in a name `__` stands for a slash and `_` for a hyphen."""
    return Library(content(tmp_path), own(tmp_path, **files))


def own(tmp_path: Path, **files: str | bytes) -> Path:
    named = {f"{name.replace('__', '/').replace('_', '-')}.toml": text for name, text in files.items()}
    return write(tmp_path / "own", named)


def told(known: Library) -> list[str]:
    return [fault.message for fault in known.faults]


def test_without_a_folder_of_ones_own_there_is_the_shipped_content(tmp_path: Path) -> None:
    assert told(Library(content(tmp_path), tmp_path / "nowhere")) == []
    assert list(Library(content(tmp_path), tmp_path / "nowhere").moves) == ["calf-wall", "toe-pull"]


def test_own_moves_and_routines_come_after_the_shipped_ones(tmp_path: Path) -> None:
    known = library(tmp_path, moves__a_twist=MOVE, routines__a_mine=but(ROUTINE, "calf-wall", "a-twist"))
    assert list(known.moves) == ["calf-wall", "toe-pull", "a-twist"]
    assert list(known.routines) == ["bedtime", "in-bed", "a-mine"]
    assert told(known) == []


def test_own_items_and_groups_come_after_the_shipped_ones(tmp_path: Path) -> None:
    group = '[[groups]]\nid = "mine"\nname = "Mine"\n\n'
    known = library(tmp_path, checklist=group + but(OWN_CHECKLIST, 'group = "night"', 'group = "mine"'))
    assert [shown.id for shown in known.checklist.groups] == ["night", "mine"]
    assert list(known.items) == ["stretch", "magic"]
    assert told(known) == []


def test_an_own_item_may_stand_in_a_shipped_group_without_naming_it_anew(tmp_path: Path) -> None:
    known = library(tmp_path, checklist=OWN_CHECKLIST)
    assert known.items["magic"].group == "night"
    assert len(known.checklist.groups) == 1


def test_a_shipped_group_named_anew_keeps_its_name(tmp_path: Path) -> None:
    known = library(tmp_path, checklist='[[groups]]\nid = "night"\nname = "Mine"\n' + OWN_CHECKLIST)
    assert [(group.id, group.name) for group in known.checklist.groups] == [("night", "Night")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = = 1", "not TOML"),
        (b"\xff\xfe", "not UTF-8"),
        ("name = 'x'\x1b", "control character"),
        (but(MOVE, "hold_s = 30", "hold_s = -1"), "$.dose.hold_s"),
        (but(MOVE, "name", "nmae"), "nmae"),
        ('id = "calf-wall"\n' + MOVE, "id is the name of the file"),
        ("x = " + "[" * 9000, "nested too deeply"),
        ("", "missing required field"),
    ],
)
def test_a_broken_file_is_named_and_left_out_and_the_rest_is_there(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    known = library(tmp_path, moves__broken=text, moves__whole=MOVE)
    assert list(known.moves) == ["calf-wall", "toe-pull", "whole"]
    (fault,) = told(known)
    assert "broken.toml" in fault
    assert said in fault


def test_a_routine_that_names_a_move_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    known = library(tmp_path, routines__mine=but(ROUTINE, "calf-wall", "gone"))
    assert list(known.routines) == ["bedtime", "in-bed"]
    assert told(known) == ["routines/mine.toml: steps: no move 'gone'"]


def test_a_routine_whose_own_move_is_broken_goes_with_it(tmp_path: Path) -> None:
    known = library(tmp_path, moves__mine="", routines__mine=but(ROUTINE, "calf-wall", "mine"))
    assert list(known.routines) == ["bedtime", "in-bed"]
    assert len(told(known)) == 2


def test_a_routine_without_steps_is_left_out(tmp_path: Path) -> None:
    known = library(
        tmp_path, routines__mine=but(ROUTINE.partition("[[steps]]")[0], "sources", "steps = []\nsources")
    )
    assert told(known) == ["routines/mine.toml: steps: no steps"]


def test_a_shipped_id_cannot_be_taken(tmp_path: Path) -> None:
    known = library(tmp_path, moves__calf_wall=but(MOVE, "calf", "other"), checklist=CHECKLIST)
    assert known.moves["calf-wall"].name == "Wall calf stretch"
    assert told(known) == [
        "moves/calf-wall.toml: the id 'calf-wall' is taken",
        "checklist.toml: the id 'stretch' is taken",
    ]


@pytest.mark.parametrize("name", ["My Move", "UPPER", "-dash", "x" * 41, "né", "[red]x", "a.b"])
def test_a_file_whose_name_is_no_id_is_left_out(tmp_path: Path, name: str) -> None:
    known = Library(content(tmp_path), write(tmp_path / "own", {f"moves/{name}.toml": MOVE}))
    assert list(known.moves) == ["calf-wall", "toe-pull"]
    (fault,) = told(known)
    assert f"{name}.toml: the name of the file is no id" in fault


def test_an_item_whose_id_could_never_be_typed_is_left_out_and_the_others_kept(tmp_path: Path) -> None:
    known = library(tmp_path, checklist=but(OWN_CHECKLIST, '"magic"', '"My Magic"') + OWN_CHECKLIST)
    assert list(known.items) == ["stretch", "magic"]
    assert "'My Magic'" in told(known)[0]


def test_an_item_in_no_group_is_left_out(tmp_path: Path) -> None:
    known = library(tmp_path, checklist=but(OWN_CHECKLIST, '"night"', '"nowhere"'))
    assert told(known) == ["checklist.toml: magic: no group 'nowhere'"]


def test_a_broken_checklist_leaves_the_shipped_one(tmp_path: Path) -> None:
    known = library(tmp_path, checklist="items = 3")
    assert list(known.items) == ["stretch"]
    assert "$.items" in told(known)[0]


def test_copies_left_by_a_sync_conflict_are_named_and_left_out(tmp_path: Path) -> None:
    copy = "sync-conflict-20261122-101500-ABCDEFG.toml"
    files = {f"moves/twist.{copy}": MOVE, "moves/twist.toml": MOVE, f"checklist.{copy}": OWN_CHECKLIST}
    known = Library(content(tmp_path), write(tmp_path / "own", dict(files)))
    assert list(known.moves) == ["calf-wall", "toe-pull", "twist"]
    assert list(known.items) == ["stretch"]
    assert [fault.partition(": ")[0] for fault in told(known)] == [f"moves/twist.{copy}", f"checklist.{copy}"]
    assert all("sync conflict" in fault for fault in told(known))


def test_a_kind_of_file_that_is_not_read_is_named(tmp_path: Path) -> None:
    assert told(library(tmp_path, foods="x = 1")) == ["foods.toml: not read"]


def test_hostile_text_is_shown_as_typed_without_control_characters(tmp_path: Path) -> None:
    hostile = r"[/] [@click=app.quit]x[/] [Mg] \u001b[31m \u009b31m \u202e \u0007 \ud7ff\u200d שמאל \n\t end"
    known = library(tmp_path, moves__mine=but(MOVE, "Wall calf stretch", hostile))
    name = known.moves["mine"].name
    assert name == "[/] [@click=app.quit]x[/] [Mg] [31m 31m   \ud7ff\u200d שמאל    end"
    assert known.moves["mine"].cues == ("Heel down",)


def test_text_within_lists_is_cleaned_too(tmp_path: Path) -> None:
    known = library(tmp_path, moves__mine=but(MOVE, '"Heel down"', r'"Heel\u001b down"'))
    assert known.moves["mine"].cues == ("Heel down",)


def test_a_hostile_key_does_not_reach_the_screen_in_the_fault(tmp_path: Path) -> None:
    (fault,) = told(library(tmp_path, moves__mine=MOVE + r'"\u001b]0;owned\u0007" = 1'))
    assert "\x1b" not in fault
    assert "]0;owned" in fault


def test_a_hostile_file_name_does_not_reach_the_screen_in_the_fault(tmp_path: Path) -> None:
    known = Library(content(tmp_path), write(tmp_path / "own", {"moves/\x1b]0;owned\x07.toml": MOVE}))
    (fault,) = told(known)
    assert fault.isprintable()


def test_what_would_never_end_is_not_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "own", {"moves/whole.toml": MOVE})
    os.mkfifo(folder / "moves" / "pipe.toml")
    (fault,) = told(Library(content(tmp_path), folder))
    assert "pipe.toml: not a file" in fault


def test_own_content_needs_no_source_and_may_promise_what_it_likes(tmp_path: Path) -> None:
    routine = but(ROUTINE, 'sources = ["S1"]', "").replace(" [S1]", " and cures me")
    item = but(OWN_CHECKLIST, 'sources = ["S1"]', "").replace(" [S1]", "")
    assert faults(content(tmp_path), own(tmp_path, routines__mine=routine, checklist=item)) == []


def test_own_content_is_checked_for_what_it_names(tmp_path: Path) -> None:
    files = own(
        tmp_path,
        moves__mine=but(MOVE, '"balance"', '"balanse"'),
        routines__mine=but(ROUTINE, '"in-bed"', '"gone"'),
        checklist=but(OWN_CHECKLIST, '["bedtime"]', '["gone"]'),
    )
    assert faults(content(tmp_path), files) == [
        "moves/mine.toml: withhold_if: no condition 'balanse'",
        "routines/mine.toml: instead: no routine 'gone'",
        "checklist.toml: magic: routines: no routine 'gone'",
    ]


def test_faults_are_told_once_however_often_they_are_asked_for(tmp_path: Path) -> None:
    known = library(tmp_path, moves__mine="x = = 1")
    assert told(known) == told(known)
    assert len(told(known)) == 1
