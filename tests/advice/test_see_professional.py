from __future__ import annotations

from advice_examples import TODAY, ago, cramp, night, session, skip, tick

from coach.advice.clinician import see_professional
from coach.advice.recent import Recent
from coach.model.entry import Entry

BEDTIME = frozenset({"stretch-before-bed", "bedtime", "bedtime-in-bed"})


def cramps(*days: int, woke: bool | None = None) -> list[Entry]:
    return [cramp(day=ago(day), woke=woke) for day in days]


def why(*entries: list[Entry]) -> str | None:
    return see_professional(TODAY, Recent.among([entry for part in entries for entry in part]), BEDTIME)


def stretched(days: int, *, by_hand: bool = False, held: float = 1.0) -> list[Entry]:
    """On so many of the last 42 days, the newest first."""
    return [
        tick("stretch-before-bed", day=ago(day)) if by_hand else session("bedtime", held, day=ago(day))
        for day in range(days)
    ]


def test_an_empty_diary_and_a_quiet_one_say_nothing() -> None:
    assert why() is None
    assert why([night(0, day=ago(day)) for day in range(28)]) is None


def test_three_nights_more_than_in_the_fortnight_before() -> None:
    said = why(cramps(0, 3, 6, 13, 14))
    assert said == "cramps came on 4 days in the last 14, and on 1 in the 14 before"


def test_two_nights_more_are_not_enough() -> None:
    assert why(cramps(0, 3, 13, 14)) is None
    assert why(cramps(0, 0, 0, 3, 3, 13, 14)) is None


def test_three_nights_beside_a_fortnight_that_was_recorded_and_had_none() -> None:
    recorded = [night(0, day=ago(20))]
    assert why(cramps(0, 3, 6), recorded) == "cramps came on 3 days in the last 14, and on 0 in the 14 before"
    assert why(cramps(0, 3), recorded) is None


def test_a_fortnight_that_was_not_recorded_is_not_compared_with() -> None:
    assert why(cramps(0, 3, 6)) is None
    assert why(cramps(0, 3, 6, 9)) == "cramps came on 4 days in the last 14"


def test_the_two_fortnights_are_of_fourteen_days_each() -> None:
    assert why(cramps(0, 3, 13), [night(0, day=ago(14))]) is not None
    assert why(cramps(0, 3, 14), [night(0, day=ago(14))]) is None
    assert why(cramps(0, 3, 6), [night(0, day=ago(27))]) is not None
    assert why(cramps(0, 3, 6), [night(0, day=ago(28))]) is None
    assert why(cramps(0, 3, 6), [night(0, day=ago(13))]) is None
    assert why(cramps(0, 3, 6, 27)) is None
    assert why(cramps(0, 3, 6, 28), [night(0, day=ago(27))]) is not None


def test_fewer_cramps_than_before_say_nothing() -> None:
    assert why(cramps(0, *range(14, 28))) is None


def test_cramps_that_disturb_sleep() -> None:
    before = cramps(14, 16, 18, 20)
    assert why(cramps(0, 5, 13, woke=True), before) == "cramps woke you on 3 of the last 14 nights"


def test_two_disturbed_nights_are_not_enough() -> None:
    before = cramps(14, 16, 18, 20)
    assert why(cramps(0, 5, woke=True), cramps(9, 11), before) is None
    assert why(cramps(0, 5, 14, woke=True), before) is None


def test_six_weeks_of_stretching_without_change() -> None:
    assert why(stretched(28), cramps(2, 30)) == "six weeks of stretching have not made the cramps fewer"


def test_less_than_two_thirds_of_the_nights_are_no_trial() -> None:
    assert why(stretched(27), cramps(2, 30)) is None


def test_stretching_ticked_by_hand_counts_as_well_and_one_cut_short_does_not() -> None:
    assert why(stretched(28, by_hand=True), cramps(2, 30)) is not None
    assert why(stretched(28, held=0.5), cramps(2, 30)) is None


def test_a_routine_and_a_tick_on_one_day_are_one_day() -> None:
    assert why(stretched(14), stretched(14, by_hand=True), cramps(2, 30)) is None


def test_stretching_with_fewer_cramps_than_at_its_beginning_has_helped() -> None:
    assert why(stretched(42), cramps(2, 30, 33)) is None
    assert why(stretched(42)) is None


def test_a_trial_is_of_six_weeks_and_compares_its_last_fortnight_with_its_first() -> None:
    early = [session("bedtime", day=ago(day)) for day in range(14, 42)]
    assert why(early, cramps(2, 41)) is not None
    assert why(early[1:], [session("bedtime", day=ago(42))], cramps(2, 41)) is None
    assert why(early, cramps(2, 28, 30)) is None
    assert why(early, cramps(2, 41, 39)) is None
    assert why(early, cramps(2, 27, 42)) is not None


def test_other_routines_and_skipped_days_are_no_trial() -> None:
    others = [session("desk-break", day=ago(day)) for day in range(42)]
    assert why(others, [skip(day=ago(day)) for day in range(42)], cramps(2, 30)) is None


def test_what_is_to_come_or_long_past_does_not_count() -> None:
    assert why(cramps(-1, -2, -3, -4), cramps(28, 30, 32, 34, 36)) is None
