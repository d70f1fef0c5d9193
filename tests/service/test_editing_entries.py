from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coach.errors import BadInputError
from coach.model.entry import Cramp, Drink, Eat, Entry, Session, Skip, StepDone, Tick
from coach.model.entry import Side as LegSide
from coach.service.coach import Coach
from tests.support.clock import FakeClock

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)


def edited(coach: Coach, entry: Entry, **said: str) -> Entry:
    """The entry after an edit, as the diary gives it."""
    changed = coach.entries.edit(entry.id, said)
    (found,) = [e for e in coach.diary.entries(changed.day, changed.day) if e.id == changed.id]
    return found


@pytest.fixture
def cramp(coach: Coach) -> Entry:
    return coach.cramps.log(side="left", minutes=2, pain=5, woke=True, triggers=("heat",), note="first").entries[0]


@pytest.mark.parametrize(
    ("field", "said", "value"),
    [
        ("woke", "no", False),
        ("woke", "Yes", True),
        ("woke", "true", True),
        ("woke", "none", None),
        ("signs", "yes", True),
        ("signs", "none", None),
        ("side", "both", "both"),
        ("side", "l", "left"),
        ("site", "ham", "hamstring"),
        ("woke", "y", True),
        ("new_medicine", "yes", True),
        ("new_medicine", "N", False),
        ("side", "", None),
        ("site", "foot", "foot"),
        ("site", "none", "calf"),
        ("pain", "0", 0),
        ("pain", "10", 10),
        ("pain", "none", None),
        ("minutes", "7.5", 7.5),
        ("minutes", "none", None),
        ("triggers", "wine, long walk ,", ("wine", "long walk")),
        ("triggers", "none", ()),
        ("released_by", "standing", ("standing",)),
        ("activity", "  running ", "running"),
        ("note", "[/] \x1b[31m two\r\nlines", "[/] [31m two\nlines"),
        ("note", "", ""),
    ],
)
def test_a_field_of_every_kind_is_changed_or_emptied(
    coach: Coach, cramp: Entry, field: str, said: str, value: Any
) -> None:
    changed = edited(coach, cramp, **{field: said})
    assert getattr(changed, field) == value
    assert (changed.id, changed.rev, changed.at) == (cramp.id, 2, cramp.at)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("woke", "perhaps"),
        ("new_medicine", "perhaps"),
        ("side", "up"),
        ("site", "knee"),
        ("pain", "11"),
        ("pain", "-1"),
        ("pain", "5.5"),
        ("pain", "five"),
        ("minutes", "nan"),
        ("minutes", "inf"),
        ("minutes", "2000"),
        ("day", "tomorrow"),
        ("day", "2026-11-23"),
        ("day", "none"),
        ("at", "noon"),
        ("at", "2027-01-01T00:00"),
        ("id", "abc"),
        ("rev", "9"),
        ("device", "x"),
        ("colour", "red"),
        ("note", "x" * 10_001),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(coach: Coach, cramp: Entry, field: str, said: str) -> None:
    before = len(coach.diary.versions())
    with pytest.raises(BadInputError):
        coach.entries.edit(cramp.id, {"note": "this must not be written either", field: said})
    assert len(coach.diary.versions()) == before


def test_several_fields_are_one_action(coach: Coach, cramp: Entry) -> None:
    changed = edited(coach, cramp, pain="8", side="right", woke="no")
    assert isinstance(changed, Cramp)
    assert (changed.pain, changed.side, changed.woke, changed.rev) == (8, "right", False, 2)
    coach.entries.undo()
    back = coach.entries.find(cramp.id)
    assert isinstance(back, Cramp)
    assert (back.pain, back.side, back.woke) == (5, "left", True)


def test_another_time_of_the_same_day(coach: Coach, cramp: Entry) -> None:
    assert str(edited(coach, cramp, at="14:30").at) == "2026-11-22 14:30:00+01:00"
    assert edited(coach, cramp, at="none").at is None


def test_a_time_on_another_day_asks_for_the_day_too(coach: Coach, cramp: Entry) -> None:
    with pytest.raises(BadInputError, match="on 2026-11-21, not on 2026-11-22"):
        coach.entries.edit(cramp.id, {"at": "yesterday 22:00"})
    moved = coach.entries.edit(cramp.id, {"at": "yesterday 22:00", "day": "yesterday"})
    assert (moved.day, str(moved.at)) == (YESTERDAY, "2026-11-21 22:00:00+01:00")


def test_an_entry_moved_to_another_day_keeps_its_time_of_day(coach: Coach, cramp: Entry) -> None:
    moved = coach.entries.edit(cramp.id, {"day": "yesterday"})
    assert (moved.day, str(moved.at)) == (YESTERDAY, "2026-11-21 20:00:00+01:00")
    assert moved.id != cramp.id
    assert coach.diary.entries(TODAY, TODAY) == []
    coach.entries.undo()
    assert [entry.id for entry in coach.diary.entries(TODAY, TODAY)] == [cramp.id]
    assert coach.diary.entries(YESTERDAY, YESTERDAY) == []


def test_a_drink_is_edited_as_it_is_logged(coach: Coach) -> None:
    (drink,) = coach.day.drink("250").entries
    changed = edited(coach, drink, ml="8oz", what="tea")
    assert isinstance(changed, Drink)
    assert (changed.ml, changed.said, changed.what) == (236.6, "8oz", "tea")
    for field, said in (("ml", "2001"), ("ml", "0"), ("ml", "none"), ("what", "lava")):
        with pytest.raises(BadInputError):
            coach.entries.edit(drink.id, {field: said})


def test_portions_take_what_was_eaten_with_them(coach: Coach) -> None:
    (eaten,) = coach.day.eat("banana").entries
    assert isinstance(eaten, Eat)
    more = edited(coach, eaten, portions="2")
    assert isinstance(more, Eat)
    assert (more.portions, more.potassium_mg) == (2, eaten.potassium_mg * 2)
    other = edited(coach, eaten, food="kiwi")
    assert isinstance(other, Eat)
    assert other.label == coach.library.foods["kiwi"].name
    assert other.potassium_mg == coach.library.foods["kiwi"].portion.potassium_mg * 2
    for said in ("0", "21", "nan", "none?"):
        with pytest.raises(BadInputError):
            coach.entries.edit(eaten.id, {"portions": said})


def test_a_tick_moved_to_another_item_bears_its_name(coach: Coach) -> None:
    (tick,) = coach.day.tick("covers-loose").entries
    changed = edited(coach, tick, item="clear-path", amount="0.5")
    assert isinstance(changed, Tick)
    assert (changed.item, changed.label, changed.amount) == ("clear-path", "Light and slippers at the bed", 0.5)


def test_how_a_session_felt_and_why_a_day_was_off(coach: Coach, clock: FakeClock) -> None:
    step = StepDone(move="calf-wall", side=LegSide.LEFT, planned_s=30, held_s=30)
    (session,) = coach.sessions.log("bedtime", clock.now(), (step,)).entries
    changed = edited(coach, session, felt="harder")
    assert isinstance(changed, Session)
    assert (changed.felt, changed.steps) == ("harder", (step,))
    (skip,) = coach.day.skip("sick").entries
    off = edited(coach, skip, reason="travel")
    assert isinstance(off, Skip)
    assert off.reason == "travel"


def test_a_note_cannot_be_emptied(coach: Coach) -> None:
    (note,) = coach.day.note("something").entries
    with pytest.raises(BadInputError, match="cannot be empty"):
        coach.entries.edit(note.id, {"text": ""})
