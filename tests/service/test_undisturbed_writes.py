"""What is written because of what is there is looked at and written with nobody writing in between."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach.diary.diary import Diary
from coach.diary.lock import Patience
from coach.errors import StorageError
from coach.service.coach import Coach
from tests.support.diaries import add


def _prepare(coach: Coach) -> None:
    coach.day.drink("250")
    coach.day.tick("clear-path")
    coach.cramps.no_cramp()
    coach.marks.mark("heat")


@pytest.mark.parametrize(
    "act",
    [
        lambda coach: coach.day.tick("covers-loose"),
        lambda coach: coach.day.untick("clear-path"),
        lambda coach: coach.day.undrink(),
        lambda coach: coach.day.skip(),
        lambda coach: coach.cramps.unanswer(),
        lambda coach: (coach.cramps.unanswer(), coach.cramps.no_cramp())[1],
        lambda coach: coach.marks.mark("hard-activity"),
        lambda coach: coach.marks.mark("heat", on=False),
        lambda coach: coach.marks.say(["long-sitting"]),
    ],
    ids=["tick", "untick", "undrink", "skip", "unanswer", "no_cramp", "mark", "unmark", "say"],
)
def test_nobody_writes_between_the_look_and_the_write(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, act: Callable[[Coach], Any]
) -> None:
    _prepare(coach)
    other = Diary(coach.places.diary, coach.places.state, coach.clock, patience=lambda: Patience(wait_s=0))
    looked = []
    by_day = coach.diary.by_day

    def look_while_another_writes(*days: Any) -> Any:
        found = by_day(*days)
        with pytest.raises(StorageError, match="nothing was written"):
            add(other)
        looked.append(found)
        return found

    monkeypatch.setattr(coach.diary, "by_day", look_while_another_writes)
    assert act(coach).entries
    assert looked
