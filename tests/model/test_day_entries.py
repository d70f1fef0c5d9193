"""The entries of one day, by kind."""

from __future__ import annotations

from coach.model.day_entries import DayEntries
from coach.model.entry import Drink, Night, Tick
from tests.advice.advice_examples import drink, night, tick


def test_those_of_a_kind_are_found_in_their_order() -> None:
    first, second = drink(250), drink(100)
    entries = DayEntries([first, night(0), second])
    assert entries.of(Drink) == (first, second)
    assert entries.of(Night) == (entries[1],)
    assert entries.of(Tick) == ()
    assert entries.of(Drink) is entries.of(Drink)


def test_it_is_a_tuple_like_any_other() -> None:
    ticked = tick("covers-loose")
    assert DayEntries([ticked]) == (ticked,)
    assert not DayEntries()
