from __future__ import annotations

import pytest
from advice_examples import COVERS, STRETCH, TODAY, ago, session, skip, tick

from coach.advice.checklist import Kept, kept_days
from coach.advice.recent import Recent
from coach.model.checklist import Item
from coach.model.entry import Entry
from coach.model.profile import Profile

CORE = [STRETCH]


def kept(entries: list[Entry], core: list[Item], profile: Profile, *, is_over: bool = True) -> Kept:
    return kept_days(TODAY, Recent.among(entries), core, profile, is_over=is_over)


def stretched(*days: int) -> list[Entry]:
    return [session("bedtime", day=ago(day)) for day in days]


def test_an_empty_diary_has_kept_no_day() -> None:
    assert kept([], CORE, Profile()) == Kept(0, 14)


def test_the_last_fourteen_days_count_and_none_before() -> None:
    assert kept(stretched(*range(30)), CORE, Profile()) == Kept(14, 14)
    assert kept(stretched(0, 13, 14, 20), CORE, Profile()).days == 2


def test_a_day_that_is_not_over_does_not_count_against_it() -> None:
    entries = stretched(*range(1, 15))
    assert kept(entries, CORE, Profile(), is_over=False).days == 14
    assert kept(entries, CORE, Profile(), is_over=True).days == 13


def test_a_day_that_is_kept_counts_before_it_is_over() -> None:
    assert kept(stretched(0), CORE, Profile(), is_over=False).days == 1


def test_a_skipped_day_neither_counts_nor_breaks_anything() -> None:
    done = stretched(0, 2, *range(5, 15))
    sick = [skip("sick", day=ago(day)) for day in (1, 3, 4)]
    assert kept([*done, *sick], CORE, Profile()).days == 12
    assert kept([*done, *stretched(1), *sick], CORE, Profile()).days == 12
    assert kept([*done, *sick, *stretched(15, 16)], CORE, Profile()).days == 14


def test_a_long_illness_is_looked_past_for_six_weeks() -> None:
    ill = [skip(day=ago(day)) for day in range(35)]
    assert kept([*ill, *stretched(*range(35, 60))], CORE, Profile()) == Kept(7, 14)


def test_every_core_item_must_be_done_to_its_target() -> None:
    core = [STRETCH, COVERS]
    assert kept(stretched(0), core, Profile()).days == 0
    both = [*stretched(0), tick("covers-loose")]
    assert kept(both, core, Profile()).days == 1
    assert kept(both, core, Profile(targets={"covers-loose": 2})).days == 0


@pytest.mark.parametrize("entries", [[], stretched(0, 1, 2)])
def test_without_a_core_item_no_day_is_kept(entries: list[Entry]) -> None:
    assert kept(entries, [], Profile()) == Kept(0, 14)


def test_a_session_cut_short_keeps_no_day() -> None:
    assert kept([session("bedtime", 0.5)], CORE, Profile()).days == 0
