"""Sheets written and read again, and what a spreadsheet sees in them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.diary.taking import same
from coach.diary.version import Version, newest
from coach.exchange.cell import guarded, unguarded
from coach.exchange.record import read_record
from coach.exchange.sheet import Sheet, columns_of, sheets
from coach.exchange.sheet_reading import read_sheet
from coach.model.entry import KINDS
from tests.exchange.exchange_examples import FORMULAS, TEXTS, Home, piles
from tests.support.diaries import record


def rows(sheet: Sheet) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheet.text.removeprefix("\ufeff"), newline="")))


def read_back(made: dict[str, Sheet]) -> dict[str, Version]:
    found = [read_sheet(sheet.text.encode(), kind, Home()) for kind, sheet in made.items()]
    assert [one for each in found for one in each.broken] == []
    assert [one for each in found for one in each.entries] == []
    return {placed.version.id: placed.version for each in found for placed in each.versions}


@given(piles())
def test_what_counts_comes_back_as_it_was(pile: list[Version]) -> None:
    living = {wanted: version for wanted, version in newest(pile).items() if not version.head.gone}
    made = sheets(pile)
    back = read_back(made)
    assert set(back) == set(living)
    for wanted, version in living.items():
        assert back[wanted].order == version.order
        assert same(back[wanted], version), (back[wanted].record, version.record)
    assert sum(sheet.entries for sheet in made.values()) == len(living)


@given(piles())
def test_no_cell_is_a_formula(pile: list[Version]) -> None:
    for sheet in sheets(pile).values():
        for row in rows(sheet):
            assert not [cell for cell in row.values() if cell.lstrip().startswith(("=", "+", "-", "@", "|"))]


@given(TEXTS | st.text())
def test_a_guarded_text_comes_back_to_the_letter(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


def test_a_sheet_opens_right_in_a_spreadsheet() -> None:
    sheet = sheets([read_record(record(what="té", at="2026-11-22T08:00:00+01:00"))])["drink"]
    assert sheet.text.startswith("\ufeffkind,day,time,ml,what,said,at,id,")
    assert sheet.text.endswith("\r\n")
    (row,) = rows(sheet)
    assert (row["day"], row["time"], row["ml"], row["what"]) == ("2026-11-22", "08:00", "200", "té")


def test_lists_steps_and_answers_are_readable() -> None:
    steps = [{"move": "calf-wall", "side": "left", "planned_s": 30, "held_s": 28.5}] * 2
    session = {"routine": "bedtime", "title": "Bedtime", "started": "2026-11-22T22:00:00+01:00", "steps": steps}
    made = sheets(
        [
            read_record(record(kind="session", **session)),
            read_record(record(kind="cramp", id="beef1234", woke=True, triggers=["heat", "long walk"])),
            read_record(record(kind="cramp", id="beef5678", signs=False)),
        ]
    )
    assert rows(made["session"])[0]["steps"] == "calf-wall left 28.5/30; calf-wall left 28.5/30"
    cramp, without = rows(made["cramp"])
    assert (cramp["site"], cramp["woke"], cramp["triggers"]) == ("calf", "yes", "heat; long walk")
    assert (cramp["signs"], without["signs"]) == ("", "no")


def test_every_kind_has_a_sheet_be_it_empty() -> None:
    made = sheets([])
    assert set(made) == set(KINDS)
    for kind, sheet in made.items():
        assert sheet.text == "\ufeff" + ",".join(columns_of(kind)) + "\r\n"
        assert sheet.entries == 0


def test_deleted_and_unknown_entries_are_in_no_sheet() -> None:
    pile = [
        read_record(record()),
        read_record(record(rev=2, gone=True)),
        read_record(record(id="beef1234", kind="mood", colour="blue")),
    ]
    assert [sheet.entries for sheet in sheets(pile).values()] == [0] * len(KINDS)
