"""A content file that cannot be used is named, with the key or the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from library_examples import CAUSE, CHECKLIST, MOVE, RELIEF, ROUTINE, WHOLE, but, content, faults

from coach.errors import BadInputError, ContentError
from coach.library.library import Library, find
from coach.library.reading import LARGEST_FILE
from coach.service.checking import folder_faults


def test_the_example_is_whole(tmp_path: Path) -> None:
    assert faults(content(tmp_path)) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("moves/calf-wall.toml", but(MOVE, "purpose", "porpoise"), ["moves/calf-wall.toml", "`porpoise`"]),
        (
            "moves/calf-wall.toml",
            but(MOVE, 'name = "Wall calf stretch"\n', ""),
            ["moves/calf-wall.toml", "`name`"],
        ),
        (
            "moves/calf-wall.toml",
            but(MOVE, "hold_s = 30", "hold_s = -30"),
            ["moves/calf-wall.toml", "$.dose.hold_s"],
        ),
        (
            "moves/calf-wall.toml",
            but(MOVE, "hold_s = 30", "hold_s = nan"),
            ["moves/calf-wall.toml", "$.dose.hold_s"],
        ),
        (
            "moves/calf-wall.toml",
            but(MOVE, "hold_s = 30", "hold_s = inf"),
            ["moves/calf-wall.toml", "$.dose.hold_s"],
        ),
        (
            "moves/calf-wall.toml",
            but(MOVE, "hold_s = 30", 'hold_s = "30"'),
            ["moves/calf-wall.toml", "$.dose.hold_s"],
        ),
        ("moves/calf-wall.toml", but(MOVE, '"hold"', '"holdd"'), ["moves/calf-wall.toml", "holdd", "$.segment"]),
        ("moves/calf-wall.toml", but(MOVE, '["Heel down"]', "[3]"), ["moves/calf-wall.toml", "$.cues[0]"]),
        (
            "moves/calf-wall.toml",
            but(MOVE, "per_side = true", "per_side = 1"),
            ["moves/calf-wall.toml", "$.per_side"],
        ),
        ("moves/calf-wall.toml", 'id = "other"\n' + MOVE, ["moves/calf-wall.toml", "id"]),
        ("routines/bedtime.toml", but(ROUTINE, "[[steps]]", "[steps]"), ["routines/bedtime.toml", "$.steps"]),
        (
            "routines/bedtime.toml",
            ROUTINE + "repetitions = 0\n",
            ["routines/bedtime.toml", "$.steps[0].repetitions"],
        ),
        ("routines/bedtime.toml", but(ROUTINE, '"weak"', '"sure"'), ["routines/bedtime.toml", "$.evidence"]),
        (
            "relief/calf.toml",
            but(RELIEF, "seconds = 30", "seconds = 0"),
            ["relief/calf.toml", "$.steps[0].seconds"],
        ),
        ("causes/age.md", but(CAUSE, "order = 1", 'order = "first"'), ["causes/age.md", "$.order"]),
        ("checklist.toml", CHECKLIST + "target = 0\n", ["checklist.toml", "$.items[0].target"]),
        ("checklist.toml", CHECKLIST + "portion_mg = -1\n", ["checklist.toml", "$.items[0].portion_mg"]),
        ("foods.toml", but(WHOLE["foods.toml"], "422", "-422"), ["foods.toml", "potassium_mg"]),
        ("red_flags.toml", but(WHOLE["red_flags.toml"], "emergency", "urgent"), ["red_flags.toml", "[0].level"]),
        ("drinks.toml", but(WHOLE["drinks.toml"], "[[drinks]]", "[[drink]]"), ["drinks.toml: it holds drink"]),
        ("drinks.toml", "", ["drinks.toml: it holds nothing"]),
        ("sources.toml", "", ["sources.toml: it holds nothing"]),
        ("about.md", but(WHOLE["about.md"], "title", "tilte"), ["about.md", "`tilte`"]),
    ],
)
def test_a_wrong_key_or_value_is_named_with_its_file(
    tmp_path: Path, name: str, text: str, said: list[str]
) -> None:
    (fault,) = faults(content(tmp_path, {name: text}))
    assert all(part in fault for part in said), fault


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("moves/calf-wall.toml", "\nname = = 1\n", ["calf-wall.toml", "not TOML", "line 2"]),
        ("moves/calf-wall.toml", "name = 'a'\nname = 'b'\n", ["calf-wall.toml", "not TOML"]),
        ("moves/calf-wall.toml", "x = " + "1" * 5000, ["calf-wall.toml", "not TOML"]),
        ("moves/calf-wall.toml", "x = " + "[" * 9000, ["calf-wall.toml", "nested too deeply"]),
        ("causes/age.md", "+++\ntitle = 'Age'\norder = = 1\n+++\ntext\n", ["age.md", "not TOML", "line 3"]),
        ("causes/age.md", "just text\n", ["age.md", "no front matter"]),
        ("causes/age.md", "+++\ntitle = 'Age'\nno end\n", ["age.md", "no front matter"]),
        ("causes/age.md", "", ["age.md", "no front matter"]),
        ("moves/calf-wall.toml", b"name = 'caf\xe9'", ["calf-wall.toml", "not UTF-8 at byte 11"]),
        ("moves/calf-wall.toml", "name = 'a'\n# \x1b[31m\n", ["calf-wall.toml", "control character in line 2"]),
        ("moves/calf-wall.toml", "name = 'a\x9b31m'\n", ["calf-wall.toml", "control character in line 1"]),
        ("moves/calf-wall.toml", "name = 'a\x7f'\n", ["calf-wall.toml", "control character in line 1"]),
        ("causes/age.md", CAUSE + "\x07", ["age.md", "control character"]),
        ("moves/calf-wall.toml", "#" * (LARGEST_FILE + 1), ["calf-wall.toml", "larger than 1 MB"]),
        ("about.md", None, ["about.md", "No such file"]),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_line(
    tmp_path: Path, name: str, text: str | bytes | None, said: list[str]
) -> None:
    (fault,) = faults(content(tmp_path, {name: text}))
    assert all(part in fault for part in said), fault


def test_every_broken_file_is_told_of_not_only_the_first(tmp_path: Path) -> None:
    broken = dict.fromkeys(
        ("moves/calf-wall.toml", "moves/toe-pull.toml", "causes/age.md", "checklist.toml"), "\x00"
    )
    found = faults(content(tmp_path, dict(broken)))
    assert sorted(fault.partition(":")[0] for fault in found) == [
        "age.md",
        "calf-wall.toml",
        "checklist.toml",
        "toe-pull.toml",
    ]


@pytest.mark.parametrize("name", ["foods", "drinks", "advice", "red_flags", "conditions", "sources", "checklist"])
def test_an_id_that_stands_twice_is_named_with_its_file(tmp_path: Path, name: str) -> None:
    text = WHOLE[f"{name}.toml"]
    twice = (
        text + text.partition("[[items]]")[1] + text.partition("[[items]]")[2]
        if name == "checklist"
        else text + text
    )
    (fault,) = faults(content(tmp_path, {f"{name}.toml": twice}))
    assert fault.startswith(f"{name}.toml: the id ")
    assert "twice" in fault


def test_what_is_no_file_is_named_and_does_not_hang(tmp_path: Path) -> None:
    folder = content(tmp_path)
    (folder / "moves" / "folder.toml").mkdir()
    (fault,) = faults(folder)
    assert "folder.toml: not a file" in fault


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    windows = {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in WHOLE.items()}
    folder = content(tmp_path, dict(windows))
    assert faults(folder) == []
    assert Library(folder).causes["age"].text == "Cramps grow more common with age [S1]."


def test_what_editors_hide_in_the_folder_is_not_content(tmp_path: Path) -> None:
    folder = content(tmp_path, {"moves/.#calf-wall.toml": "x", "moves/~calf.toml": "x", "moves/notes.txt": "x"})
    assert faults(folder) == []


def test_content_is_read_when_it_is_first_asked_for(tmp_path: Path) -> None:
    library = Library(content(tmp_path, {"foods.toml": "\x00", "causes/age.md": "\x00"}))
    assert list(library.drinks) == ["water"]
    with pytest.raises(ContentError, match=r"foods\.toml"):
        _ = library.foods


def test_pages_and_relief_come_in_their_order(tmp_path: Path) -> None:
    second = but(CAUSE, "order = 1", "order = 2")
    library = Library(content(tmp_path, {"causes/a-second.md": second}))
    assert list(library.causes) == ["age", "a-second"]


@pytest.mark.parametrize("wanted", ["bedtime", " Bedtime ", "BEDTIME"])
def test_a_thing_is_found_by_its_id(tmp_path: Path, wanted: str) -> None:
    assert find(Library(content(tmp_path)).routines, wanted, "routine").id == "bedtime"


def test_an_unknown_id_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no routine 'bedtme'") as refusal:
        find(Library(content(tmp_path)).routines, "bedtme", "routine")
    assert refusal.value.hint.startswith("did you mean bedtime")


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    (fault,) = folder_faults(tmp_path / "nowhere")
    assert "no such folder" in fault.message


def test_a_whole_folder_can_be_checked_and_so_can_a_persons_own(tmp_path: Path) -> None:
    assert folder_faults(content(tmp_path)) == []
    own = tmp_path / "own"
    (own / "routines").mkdir(parents=True)
    (own / "routines" / "mine.toml").write_text(but(ROUTINE, "calf-wall", "no-such-move"), encoding="utf-8")
    (fault,) = folder_faults(own)
    assert fault.message == "routines/mine.toml: steps: no move 'no-such-move'"
