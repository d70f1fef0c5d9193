from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import BadInputError
from coach.paths import folders
from coach.service.coach import Coach
from tests.support.clock import FakeClock


def test_a_setting_holds_at_once_and_for_the_next_start(coach: Coach, clock: FakeClock, tmp_path: Path) -> None:
    assert coach.profile.set("units", "OZ") == "oz"
    assert coach.profile.now().units == "oz"
    again = Coach(folders(tmp_path), clock)
    assert again.profile.settings() == {"units": "oz"}


def test_none_unsets(coach: Coach) -> None:
    coach.profile.set("water.goal_ml", "2000")
    assert coach.profile.set("water.goal_ml", "none") is None
    assert coach.profile.now().goal_ml is None
    assert coach.profile.settings() == {}


def test_the_same_value_again_writes_nothing(coach: Coach) -> None:
    coach.profile.set("units", "oz")
    before = len(coach.diary.versions())
    coach.profile.set("units", "oz")
    coach.profile.set("water.goal_ml", "none")
    assert len(coach.diary.versions()) == before


def test_several_keys_are_one_action_and_all_are_checked_first(coach: Coach) -> None:
    with pytest.raises(BadInputError):
        coach.profile.set_all({"units": "oz", "water.goal_ml": "much"})
    assert coach.profile.settings() == {}
    coach.profile.set_all({"units": "oz", "water.goal_ml": "2000"})
    undone = coach.entries.undo()
    assert undone is not None
    assert undone.taken_back == 2
    assert coach.profile.settings() == {}


@pytest.mark.parametrize(
    ("key", "said", "near"),
    [
        ("item.covers-lose.target", "2", "covers-loose"),
        ("item.covers-lose.on", "no", "covers-loose"),
        ("condition.dialisis", "yes", "dialysis"),
        ("usual_vessel", "bucket", "bottle"),
        ("unit", "ml", "units"),
    ],
)
def test_what_is_not_there_cannot_be_set(coach: Coach, key: str, said: str, near: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        coach.profile.set(key, said)
    assert near in refusal.value.hint
    assert coach.profile.settings() == {}


def test_a_vessel_can_be_made_and_become_the_usual_one_in_one_action(coach: Coach) -> None:
    coach.profile.set_all({"usual_vessel": "flask", "vessel.flask": "750"})
    assert coach.profile.now().usual_ml == 750


def test_what_is_set_can_be_unset_though_it_is_not_there_any_more(coach: Coach) -> None:
    coach.diary.put({"item.of-long-ago.on": False}, coach.current_day(), "by an older coach")
    assert coach.profile.set("item.of-long-ago.on", "none") is None
    assert coach.profile.settings() == {}


def test_the_value_that_holds_defaults_included(coach: Coach) -> None:
    assert coach.profile.get("day_starts_at") == "04:00"
    assert coach.profile.get("water.goal_ml") is None
    assert coach.profile.get("vessel.mug") == 300
    coach.profile.set_all({"vessel.mug": "350", "condition.dialysis": "yes"})
    assert coach.profile.get("vessel.mug") == 350
    assert coach.profile.effective()["condition.dialysis"] is True
    with pytest.raises(BadInputError):
        coach.profile.get("condition.dialisis")


def test_conditions_change_what_is_safe_at_once(coach: Coach) -> None:
    assert coach.day.safety().held == {"unanswered"}
    coach.profile.set("condition.dialysis", "yes")
    assert coach.day.safety().held == {"unanswered", "dialysis", "kidney-disease"}
    coach.profile.answer({"condition.dialysis": "no"})
    assert coach.day.safety().held == frozenset()
