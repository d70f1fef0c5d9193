"""A hundred thousand entries: ten years of everything, and one month of far too much."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.diaries import DAY, EVER, add, diary_in, drink, record, volumes, write_volume

ENTRIES = 100_000
DAYS = 3650


def entry(number: int, day: date) -> dict[str, object]:
    return record(id=f"{number:032x}", day=str(day), ml=number % 1999 + 1, device="other")


@pytest.fixture
def ten_years(tmp_path: Path) -> Path:
    """Ten years of another device: 28 entries a day."""
    by_month: dict[str, list[dict[str, object]]] = {}
    for number in range(ENTRIES):
        day = DAY - timedelta(days=number % DAYS)
        by_month.setdefault(day.isoformat()[:7], []).append(entry(number, day))
    for month, written in by_month.items():
        write_volume(tmp_path / "diary" / f"{month}.other.json", *written)
    return tmp_path


def test_ten_years_can_be_read_found_in_and_written_to(ten_years: Path) -> None:
    diary = diary_in(ten_years)
    assert len(diary.entries(*EVER)) == ENTRIES
    oldest = diary.find(f"{DAYS - 1:032x}")
    assert oldest.day == DAY - timedelta(days=DAYS - 1)
    added = add(diary)
    assert added in diary.entries(DAY, DAY)
    assert len(volumes(ten_years / "diary", "2026-11")) == 2
    assert diary.check() == []


def test_one_month_of_a_hundred_thousand_entries_is_written_to_like_any_other(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    diary.add([drink(number % 1999 + 1) for number in range(ENTRIES)], "far too much")
    add(diary, 1)
    again = diary_in(tmp_path)
    assert len(again.entries(DAY, DAY)) == ENTRIES + 1
    assert again.check() == again.survey() == []
