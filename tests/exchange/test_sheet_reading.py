"""Sheets that somebody made by hand, or that a spreadsheet saved again."""

from __future__ import annotations

from typing import Any

import pytest

from coach.errors import BadInputError
from coach.exchange.incoming import Incoming
from coach.exchange.record import read_record
from coach.exchange.sheet import sheets
from coach.exchange.sheet_reading import read_sheet
from tests.exchange.exchange_examples import Home
from tests.support.diaries import record


def read(text: str, stem: str = "drink") -> Incoming:
    return read_sheet(text.encode(), stem, Home())


def made(text: str, stem: str = "drink") -> list[dict[str, Any]]:
    found = read(text, stem)
    assert (found.broken, found.versions) == ((), ())
    return [entry.record for entry in found.entries]


def broken(text: str, stem: str = "drink") -> list[str]:
    return [str(one) for one in read(text, stem).broken]


def test_a_row_without_an_id_is_a_new_entry() -> None:
    (entry,) = made("day,time,ml\n2026-11-20,8:15,250\n")
    wanted = entry.pop("id")
    assert len(wanted) == 32
    assert entry == {"kind": "drink", "day": "2026-11-20", "at": "2026-11-20T08:15:00+01:00", "ml": 250}


def test_its_id_is_made_of_what_it_says_so_that_twice_is_once() -> None:
    text = "day,ml\n2026-11-20,250\n2026-11-20,250\n2026-11-20,300\n"
    ids = [entry["id"] for entry in made(text)]
    assert len(set(ids)) == 3, "two glasses are two entries"
    assert ids == [entry["id"] for entry in made(text)]
    assert ids == [entry["id"] for entry in made("ml;day\n250,0;2026-11-20\n250;2026-11-20\n300;2026-11-20\n")]


def test_one_sheet_may_hold_several_kinds() -> None:
    text = "kind,day,ml,pain\ndrink,2026-11-20,250,\nCramp,2026-11-20,,4\n"
    assert [(entry["kind"], entry.get("pain")) for entry in made(text, "mine")] == [("drink", None), ("cramp", 4)]


def test_the_day_follows_from_a_time_that_names_it() -> None:
    (entry,) = made("at,pain\n2026-11-20T03:10,6\n", "cramp")
    assert (entry["day"], entry["at"]) == ("2026-11-19", "2026-11-20T03:10:00+01:00")


def test_labels_and_starts_follow_from_what_they_are_of() -> None:
    assert made("day,item\n2026-11-20,covers-loose\n", "tick")[0]["label"] == "covers-loose"
    (session,) = made("day,time,routine,title\n2026-11-20,22:00,bedtime,Bedtime\n", "session")
    assert session["started"] == "2026-11-20T22:00:00+01:00"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_what_a_spreadsheet_saves_is_read(delimiter: str, ends: str, bom: str) -> None:
    lines = [["day", "ml", "said"], ["2026-11-20", "250", '"a ""quoted""\nword"'], ["", "", ""]]
    text = bom + ends.join(delimiter.join(line) for line in lines) + ends
    assert [(entry["ml"], entry["said"]) for entry in made(text)] == [(250, 'a "quoted"\nword')]


def test_a_decimal_comma_is_read_where_cells_are_parted_by_semicolons() -> None:
    assert made("day;ml\n2026-11-20;236,6\n")[0]["ml"] == 236.6
    assert broken('day,ml\n2026-11-20,"236,6"\n')[0].startswith("line 2: ml")


def test_broken_rows_are_named_by_the_line_they_begin_on() -> None:
    text = 'day,ml,said\n2026-11-20,250,"two\nlines"\n2026-11-20,much,\n\n20.11.2026,250,\n,,x\n2026-11-20,1,,4\n'
    assert [one[: one.index(":")] for one in broken(text)] == ["line 4", "line 6", "line 7", "line 8"]
    assert len(read(text).entries) == 1


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2026-11-20,nan,", "none"),
        ("2026-11-20,inf,", "none"),
        ("2026-11-20,1e300,", "too large"),
        ("2026-11-20,2001,", "ml"),
        ("2026-11-20,,", "ml"),
        ("2026-11-23,250,", "has not come yet"),
        ("1066-10-14,250,", "day"),
        ("today,250,", "day"),
        ("2026-11-20,250,25:00", "time"),
    ],
)
def test_what_no_entry_can_say_is_refused_with_the_column(row: str, why: str) -> None:
    (one,) = broken(f"day,ml,time\n{row}\n")
    assert one.startswith("line 2: ")
    assert why in one


def test_a_profile_key_is_not_set_by_a_sheet_made_by_hand() -> None:
    assert "coach profile" in broken("day,key,value\n2026-11-20,units,oz\n", "profile")[0]


@pytest.mark.parametrize(
    ("data", "stem", "why"),
    [
        (b"day,ml\n2026-11-20,250\n", "water", "no kind"),
        (b"ml\n250\n", "drink", "neither"),
        (b"day,ml,painn\n", "drink", "no column 'painn'"),
        (b"day,ml,ml\n", "drink", "twice"),
        (b"", "drink", "neither"),
        (b"\xff\xfed\x00a\x00y\x00", "drink", "not UTF-8"),
        (b'day,ml\n2026-11-20,"250\n', "drink", "line"),
        (b'day,ml\n2026-11-20,"25"0\n', "drink", "line 2"),
        (b"day,ml\n2026-11-20," + b"2" * 1_000_001, "drink", "line 2"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_sheet_is_refused_in_words(data: bytes, stem: str, why: str) -> None:
    with pytest.raises(BadInputError, match=why) as refused:
        read_sheet(data, stem, Home())
    assert refused.value.hint


@pytest.mark.parametrize(
    ("cell", "by", "why"),
    [
        ("abcdef12", "1.23E+31", "id"),
        (",1,2026", ",,2026", "no rev"),
        ("2026-11-22,08:00", "2026-11-22,09:00", "time"),
        ("2026-11-22T08:00:00+01:00", "22.11.2026 08:00", "at"),
        (",a,\r\n", ",a,x\r\n", "more"),
    ],
)
def test_a_row_with_an_id_must_be_whole(cell: str, by: str, why: str) -> None:
    sheet = sheets([read_record(record(at="2026-11-22T08:00:00+01:00"))])["drink"].text
    assert sheet.count(cell) == 1
    (one,) = broken(sheet.replace(cell, by, 1))
    assert why in one
