"""What a day was like."""

from __future__ import annotations

from datetime import date

import pytest

from coach.errors import BadInputError
from coach.model.entry import Tick
from coach.service.coach import Coach

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)


def ticked(coach: Coach, day: date = TODAY) -> list[str]:
    return sorted(entry.item for entry in coach.diary.entries(day, day) if isinstance(entry, Tick))


def names(coach: Coach, day: date | None = None) -> list[str]:
    return [mark.id for mark in coach.marks.of(day).so]


def test_all_that_was_so_is_one_action_and_so_is_changing_it(coach: Coach) -> None:
    assert coach.marks.say({"heat", "alcohol"}).said == "about the day: a hot day, alcohol"
    assert ticked(coach) == ["alcohol", "day-marks", "heat"]
    coach.marks.say({"heat", "long-sitting"})
    assert ticked(coach) == ["day-marks", "heat", "long-sitting"]
    assert coach.marks.say({"heat", "long-sitting"}).entries == ()
    coach.entries.undo()
    assert names(coach) == ["heat", "alcohol"]
    coach.entries.undo()
    assert ticked(coach) == []


def test_nothing_ticked_is_an_answer_and_silence_is_none(coach: Coach) -> None:
    assert not coach.marks.of(YESTERDAY).looked
    assert coach.marks.say((), day=YESTERDAY).said == "about the day: none of these"
    view = coach.marks.of(YESTERDAY)
    assert (view.so, view.looked) == ((), True)
    assert coach.day.today(YESTERDAY).marks == view
    assert not coach.marks.of(TODAY).looked


def test_one_mark_says_nothing_of_the_others(coach: Coach) -> None:
    coach.marks.mark("heat")
    assert coach.marks.mark("heat").entries == ()
    assert (names(coach), coach.marks.of().looked) == (["heat"], False)
    coach.marks.mark("heat", on=False)
    assert names(coach) == []
    assert coach.marks.mark("heat", on=False).entries == ()
    with pytest.raises(BadInputError, match="no mark of a day 'heet'"):
        coach.marks.mark("heet")


def test_a_drink_with_alcohol_says_so_itself(coach: Coach) -> None:
    coach.day.drink("150", what="wine")
    assert names(coach) == ["alcohol"]
    assert coach.marks.is_from_drinks()
    coach.marks.mark("alcohol")
    assert not coach.marks.is_from_drinks()


def test_marks_are_no_items_to_do(coach: Coach) -> None:
    coach.marks.say({"heat"})
    view = coach.day.today()
    assert "heat" not in {item.id for item in view.items}
    assert "heat" not in {item.id for item in coach.experiments.changes()}


def test_a_mark_can_be_edited_into_another(coach: Coach) -> None:
    (entry,) = coach.marks.mark("heat").entries
    changed = coach.entries.edit(entry.id, {"item": "alcohol"})
    assert isinstance(changed, Tick)
    assert (changed.item, changed.label) == ("alcohol", "Alcohol")
