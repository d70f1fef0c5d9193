"""Which automatic backups are kept."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.exchange.keeping import DAILY, LARGEST_IN_ALL, MONTHLY, daily_name, in_order, monthly_name, superfluous

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))


def after_a_write_on(days: list[date]) -> dict[str, int]:
    kept: dict[str, int] = {}
    for day in days:
        kept |= {daily_name(day): 10, monthly_name(day): 10}
        for name in superfluous(kept, day):
            del kept[name]
    return kept


def test_after_two_years_of_days_there_are_seven_daily_and_twelve_monthly() -> None:
    days = [TODAY - timedelta(days=back) for back in reversed(range(730))]
    kept = after_a_write_on(days)
    assert sorted(kept) == sorted(
        [daily_name(TODAY - timedelta(days=back)) for back in range(7)]
        + [f"coach-2026-{month:02}.zip" for month in range(1, 12)]
        + ["coach-2025-12.zip"]
    )


@given(st.lists(DAYS, max_size=60))
def test_whatever_the_clock_says_the_days_own_backup_is_kept_and_the_number_is_bounded(days: list[date]) -> None:
    kept = after_a_write_on(days)
    assert len(kept) <= DAILY + MONTHLY
    if days:
        assert daily_name(days[-1]) in kept


def test_a_week_in_2031_does_not_push_out_the_days_after_the_clock_was_set_back() -> None:
    wrong = [date(2031, 1, day) for day in range(1, 8)]
    right = [TODAY + timedelta(days=day) for day in range(6)]
    kept = after_a_write_on([*wrong, *right])
    assert {daily_name(day) for day in right} <= set(kept)


def test_the_oldest_go_when_all_together_are_too_large() -> None:
    third = LARGEST_IN_ALL // 3
    names = [daily_name(TODAY - timedelta(days=back)) for back in range(5)]
    assert superfluous(dict.fromkeys(names, third), TODAY) == names[3:]
    assert superfluous({names[0]: LARGEST_IN_ALL * 2, names[1]: 1}, TODAY) == [names[1]]


def test_other_files_are_nobodys_business() -> None:
    others = ["notes.zip", "coach-2026-11-22.zip.tmp", ".coach-2026-11-22.zip.x.tmp", "coach-before-repair.zip"]
    assert in_order(others, TODAY) == []
    assert superfluous(dict.fromkeys(others, LARGEST_IN_ALL), TODAY) == []
