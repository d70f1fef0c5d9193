"""A file of lines, some of which a crash may have torn."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.diary.journal import Journal
from coach.errors import StorageError


class Line(msgspec.Struct, frozen=True):
    """Something to remember."""

    text: str


@pytest.fixture
def journal(tmp_path: Path) -> Journal[Line]:
    return Journal(tmp_path / "new" / "lines.jsonl", Line)


def test_lines_are_read_in_order_by_whoever_reads(tmp_path: Path, journal: Journal[Line]) -> None:
    assert journal.read() == ()
    assert [journal.append(Line(text)) for text in ("one", "two\nthree", "")] == [1, 2, 3]
    assert Journal(tmp_path / "new" / "lines.jsonl", Line).read() == (Line("one"), Line("two\nthree"), Line(""))


def test_rewriting_replaces_all_and_tidies_up(tmp_path: Path, journal: Journal[Line]) -> None:
    journal.append(Line("old"))
    (tmp_path / "new" / ".lines.jsonl.x.tmp").write_text("torn")
    journal.rewrite([Line("new"), Line("newer")])
    assert journal.append(Line("newest")) == 3
    assert journal.read() == (Line("new"), Line("newer"), Line("newest"))
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["lines.jsonl"]


@given(st.integers(0, 60), st.binary(max_size=8))
def test_a_torn_end_costs_the_torn_line_and_none_after_it(
    tmp_path_factory: pytest.TempPathFactory, length: int, noise: bytes
) -> None:
    path = tmp_path_factory.mktemp("torn") / "lines.jsonl"
    journal = Journal(path, Line)
    lines = [Line(f"line {number}") for number in range(3)]
    for line in lines:
        journal.append(line)
    whole = path.read_bytes()[:length]
    path.write_bytes(whole + noise)
    read = journal.read()
    complete = [line for line in lines if msgspec.json.encode(line) in whole]
    assert [line for line in read if line in lines] >= complete[: max(len(complete) - 1, 0)]
    journal.append(Line("after"))
    assert journal.read()[-1] == Line("after")


def test_a_line_of_another_shape_is_passed_over(tmp_path: Path, journal: Journal[Line]) -> None:
    journal.append(Line("one"))
    with (tmp_path / "new" / "lines.jsonl").open("ab") as file:
        file.write(b'\n{"text": 3}\n[]\n\xff\n{"text":"\xff"}')
    journal.append(Line("two"))
    assert journal.read() == (Line("one"), Line("two"))


def test_a_folder_in_its_place_is_an_error_in_words(tmp_path: Path, journal: Journal[Line]) -> None:
    (tmp_path / "new" / "lines.jsonl").mkdir(parents=True)
    with pytest.raises(StorageError, match="nothing was written"):
        journal.read()
    with pytest.raises(StorageError, match="nothing was written"):
        journal.append(Line("one"))
