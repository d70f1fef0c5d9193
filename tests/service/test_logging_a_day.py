"""Ticks, days off and notes, through the service, on a diary in a temporary folder."""

from __future__ import annotations

from datetime import date

import pytest

from coach.advice.checklist import ItemView
from coach.errors import BadInputError
from coach.model.entry import Entry, Note, Skip, StepDone, Tick
from coach.model.entry import Side as LegSide
from coach.service.coach import Coach
from tests.support.clock import FakeClock

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)


def logged(coach: Coach, day: date = TODAY) -> list[Entry]:
    return coach.diary.entries(day, day)


def item(coach: Coach, wanted: str, day: date | None = None) -> ItemView:
    return next(view for view in coach.day.today(day).items if view.id == wanted)


def test_a_new_diary_has_nothing_done_and_no_goal(coach: Coach) -> None:
    view = coach.day.today()
    assert (view.day, view.water.ml, view.water.goal_ml, view.kept.days) == (TODAY, 0, None, 0)
    assert not any(item.done for item in view.items)
    assert len(view.items) == 11


def test_a_tick_and_a_second_one_that_does_nothing(coach: Coach, clock: FakeClock) -> None:
    done = coach.day.tick("covers-loose")
    (entry,) = done.entries
    assert isinstance(entry, Tick)
    assert (entry.item, entry.label, entry.amount, entry.at) == (
        "covers-loose",
        "Covers loose at the feet",
        1,
        clock.now(),
    )
    again = coach.day.tick("covers-loose")
    assert (again.entries, again.said) == ((), "Covers loose at the feet: done already")
    assert len(logged(coach)) == 1
    assert item(coach, "covers-loose").done


def test_a_second_tick_does_nothing_for_an_item_off_the_list_too(coach: Coach) -> None:
    coach.day.list_item("covers-loose", on=False)
    coach.day.tick("covers-loose")
    assert coach.day.tick("covers-loose").entries == ()


def test_an_item_done_by_a_routine_needs_no_tick(coach: Coach, clock: FakeClock) -> None:
    step = StepDone(move="calf-wall", side=LegSide.LEFT, planned_s=30, held_s=30)
    coach.sessions.log("bedtime", clock.now(), (step,))
    assert item(coach, "stretch-before-bed").done
    assert coach.day.tick("stretch-before-bed").entries == ()
    assert item(coach, "stretch-before-bed").amount == 1


def test_items_of_several_times_add_up(coach: Coach) -> None:
    for _ in range(6):
        coach.day.tick("sitting-break")
    coach.day.tick("sitting-break", amount=2)
    assert (item(coach, "sitting-break").amount, item(coach, "sitting-break").done) == (8, True)


def test_a_tick_after_the_target_was_made_larger_counts(coach: Coach) -> None:
    coach.day.tick("covers-loose")
    coach.profile.set("item.covers-loose.target", "2")
    assert not item(coach, "covers-loose").done
    coach.day.tick("covers-loose")
    assert item(coach, "covers-loose").amount == 2


@pytest.mark.parametrize("amount", [0, -1, 101, float("nan"), float("inf")])
def test_an_absurd_tick_is_refused(coach: Coach, amount: float) -> None:
    with pytest.raises(BadInputError, match="cannot tick"):
        coach.day.tick("sitting-break", amount=amount)
    assert logged(coach) == []


def test_an_unknown_item_is_refused_with_the_nearest(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="no checklist item 'covers'") as refusal:
        coach.day.tick("covers")
    assert "covers-loose" in refusal.value.hint


def test_untick_takes_off_the_newest_or_all(coach: Coach, clock: FakeClock) -> None:
    for amount in (1, 2, 3):
        coach.day.tick("sitting-break", amount=amount)
        clock.advance(60)
    coach.day.tick("sitting-break", amount=4, day=YESTERDAY)
    coach.day.untick("sitting-break")
    assert item(coach, "sitting-break").amount == 3
    assert len(coach.day.untick("sitting-break", everything=True).entries) == 2
    assert item(coach, "sitting-break").amount == 0
    assert item(coach, "sitting-break", YESTERDAY).amount == 4
    assert coach.day.untick("sitting-break").said == "Break from sitting: no tick to take off"


def test_untick_of_all_is_one_action(coach: Coach) -> None:
    coach.day.tick("sitting-break")
    coach.day.tick("sitting-break")
    coach.day.untick("sitting-break", everything=True)
    undone = coach.entries.undo()
    assert undone is not None
    assert undone.taken_back == 2
    assert item(coach, "sitting-break").amount == 2


def test_a_day_off_is_taken_once_and_undone(coach: Coach) -> None:
    (entry,) = coach.day.skip("sick\x1b[31m").entries
    assert isinstance(entry, Skip)
    assert entry.reason == "sick[31m"
    assert coach.day.skip("again").entries == ()
    assert coach.day.today().skipped == "sick[31m"
    coach.entries.undo()
    assert coach.day.today().skipped is None


def test_a_note_about_the_day_or_about_an_entry(coach: Coach) -> None:
    coach.day.note("  [/] slept\r\nbadly  ")
    (drink,) = coach.day.drink().entries
    (entry,) = coach.day.note("cold water", of=drink.id[:6]).entries
    assert isinstance(entry, Note)
    assert entry.of == drink.id
    assert coach.day.today().notes == ("[/] slept\nbadly",)


@pytest.mark.parametrize("text", ["", " \n ", "\x1b\x00"])
def test_an_empty_note_is_refused(coach: Coach, text: str) -> None:
    with pytest.raises(BadInputError, match="the note is empty"):
        coach.day.note(text)


def test_a_note_that_is_too_long_or_about_nothing_is_refused(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="10001 characters"):
        coach.day.note("x" * 10_001)
    with pytest.raises(BadInputError, match="no entry"):
        coach.day.note("about what?", of="abcdef")
    assert logged(coach) == []


def test_an_item_leaves_the_list_and_comes_back(coach: Coach) -> None:
    coach.day.list_item("clear-path", on=False)
    assert "clear-path" not in [view.id for view in coach.day.today().items]
    coach.day.list_item("clear-path", on=True)
    assert "clear-path" in [view.id for view in coach.day.today().items]


def test_whoever_writes_the_marks_change(coach: Coach) -> None:
    before = coach.day.marks(TODAY)
    assert coach.day.marks(TODAY) == before
    coach.day.drink()
    after = coach.day.marks(TODAY)
    assert after != before
    coach.profile.set("units", "oz")
    assert coach.day.marks(TODAY) != after


def test_a_tick_of_what_is_withheld_is_refused_with_the_reason(coach: Coach) -> None:
    coach.profile.set("condition.dialysis", "yes")
    with pytest.raises(BadInputError, match="withheld: dialysis"):
        coach.day.tick("potassium-food")
    assert item(coach, "potassium-food").withheld
