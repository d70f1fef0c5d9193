from __future__ import annotations

from datetime import time

import pytest

from coach.errors import BadInputError
from coach.model.amount import Unit
from coach.model.profile import Profile, read_profile
from coach.model.setting import KEYS, Scalar, parse_setting


@pytest.mark.parametrize(
    ("key", "said", "value"),
    [
        ("day_starts_at", "4:00", "04:00"),
        ("day_starts_at", "00:00", "00:00"),
        ("awake_from", " 6.30 ", "06:30"),
        ("awake_until", "23:59", "23:59"),
        ("work_from", "9:00", "09:00"),
        ("work_days", "Mon-Fri", "mon,tue,wed,thu,fri"),
        ("work_days", "sat, mon", "mon,sat"),
        ("units", "OZ", "oz"),
        ("units", "pint", "pint"),
        ("usual_vessel", "Mug", "mug"),
        ("vessel.my-flask", "750", 750.0),
        ("vessel.cup", "8oz", 236.6),
        ("vessel.thimble", "10", 10.0),
        ("vessel.jug", "2l", 2000.0),
        ("water.goal_ml", "2000", 2000.0),
        ("water.goal_ml", "1.5l", 1500.0),
        ("water.goal_ml", "100", 100.0),
        ("water.goal_ml", "6000ml", 6000.0),
        ("water.limit_ml", "1200", 1200.0),
        ("item.sitting-break.target", "4", 4.0),
        ("item.sitting-break.target", "1", 1.0),
        ("item.sitting-break.target", "50", 50.0),
        ("item.covers-loose.on", "no", False),
        ("item.covers-loose.on", "ON", True),
        ("condition.dialysis", "yes", True),
        ("condition.dialysis", "false", False),
    ],
)
def test_a_good_value(key: str, said: str, value: Scalar) -> None:
    assert parse_setting(key, said) == value
    assert type(parse_setting(key, said)) is type(value)


@pytest.mark.parametrize(
    ("key", "said", "takes"),
    [
        ("day_starts_at", "25:00", "07:30"),
        ("awake_from", "early", "07:30"),
        ("awake_until", "22", "22:00"),
        ("work_until", "late", "22:00"),
        ("work_days", "weekdays", "mon-fri"),
        ("work_days", "mon,,fri", "mon-fri"),
        ("units", "gallon", "ml, l, oz, pint"),
        ("usual_vessel", "my mug", "letters, digits and hyphens"),
        ("usual_vessel", "[/]", "letters, digits and hyphens"),
        ("vessel.mug", "9.9", "10 to 2000"),
        ("vessel.mug", "2001", "10 to 2000"),
        ("vessel.mug", "nan", "10 to 2000"),
        ("vessel.mug", "-300", "10 to 2000"),
        ("vessel.mug", "large", "10 to 2000"),
        ("vessel.250", "300", "a name"),
        ("vessel.8oz", "300", "a name"),
        ("water.goal_ml", "99", "100 to 6000"),
        ("water.goal_ml", "6001", "100 to 6000"),
        ("water.goal_ml", "inf", "100 to 6000"),
        ("water.goal_ml", "2", "100 to 6000"),
        ("water.limit_ml", "0", "100 to 6000"),
        ("water.limit_ml", "1_000", "100 to 6000"),
        ("item.sitting-break.target", "0", "whole number from 1 to 50"),
        ("item.sitting-break.target", "51", "whole number from 1 to 50"),
        ("item.sitting-break.target", "2.5", "whole number from 1 to 50"),
        ("item.sitting-break.target", "nan", "whole number from 1 to 50"),
        ("item.sitting-break.target", "many", "whole number from 1 to 50"),
        ("item.covers-loose.on", "maybe", "yes or no"),
        ("condition.dialysis", "1", "yes or no"),
    ],
)
def test_a_bad_value_is_refused_with_what_the_key_takes(key: str, said: str, takes: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        parse_setting(key, said)
    assert takes in refusal.value.hint


@pytest.mark.parametrize("said", ["", "  ", "none", "None", "NONE"])
@pytest.mark.parametrize(
    "key", ["units", "water.goal_ml", "vessel.mug", "item.covers-loose.on", "condition.dialysis"]
)
def test_none_or_nothing_unsets(key: str, said: str) -> None:
    assert parse_setting(key, said) is None


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("unit", "units"),
        ("water_goal_ml", "water.goal_ml"),
        ("Units", "units"),
        ("vessel.", "vessel.NAME"),
        ("vessel.My Mug", "vessel.NAME"),
        ("item.covers-loose", "item.ID.on"),
        ("condition.[/]", "condition.ID"),
        ("item.a.b.on", "item.ID.on"),
        ("", "day_starts_at"),
        ("units\n", "units"),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest(key: str, near: str) -> None:
    with pytest.raises(BadInputError, match="no profile key") as refusal:
        parse_setting(key, "1")
    assert near in refusal.value.hint


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_listed_key_is_one_there_is(key: str) -> None:
    named = key.replace("NAME", "flask").replace("ID", "some-id").replace("TOPIC", "massage")
    assert parse_setting(named, "none") is None
    with pytest.raises(BadInputError, match="no profile key"):
        parse_setting(f"{named}.not", "none")


def test_a_profile_without_settings_has_no_goal_and_no_limit() -> None:
    profile = read_profile({})
    assert profile == Profile()
    assert (profile.goal_ml, profile.limit_ml, profile.conditions) == (None, None, frozenset())
    assert (profile.day_starts_at, profile.awake_from, profile.awake_until) == (time(4), time(7), time(22))
    assert profile.usual_ml == 250


def test_settings_become_a_profile() -> None:
    profile = read_profile(
        {
            "day_starts_at": "05:00",
            "awake_from": "06:30",
            "awake_until": "23:00",
            "units": "oz",
            "vessel.flask": 750.0,
            "vessel.mug": 350.0,
            "usual_vessel": "flask",
            "water.goal_ml": 1800.0,
            "water.limit_ml": 2500,
            "item.sitting-break.target": 4.0,
            "item.covers-loose.on": False,
            "item.clear-path.on": True,
            "condition.dialysis": True,
            "condition.diabetes": False,
        }
    )
    assert profile == Profile(
        day_starts_at=time(5),
        awake_from=time(6, 30),
        awake_until=time(23),
        units=Unit.OUNCE,
        vessels={"cup": 150.0, "glass": 250.0, "mug": 350.0, "bottle": 500.0, "flask": 750.0},
        usual_vessel="flask",
        goal_ml=1800,
        limit_ml=2500,
        targets={"sitting-break": 4},
        listed={"covers-loose": False, "clear-path": True},
        conditions=frozenset({"dialysis"}),
    )
    assert profile.usual_ml == 750


def test_keys_and_values_of_a_newer_coach_are_left_alone() -> None:
    profile = read_profile(
        {
            "day_starts_at": "sunrise",
            "awake_from": 7.0,
            "units": "gallon",
            "usual_vessel": "[/]",
            "vessel.mug": "large",
            "vessel.jug": 9000.0,
            "water.goal_ml": True,
            "water.limit_ml": float("nan"),
            "item.sitting-break.target": 2.5,
            "item.covers-loose.on": "perhaps",
            "condition.dialysis": 3.0,
            "not.known": "yes",
            "": "",
        }
    )
    assert profile == Profile()


def test_an_unset_key_has_its_default() -> None:
    assert read_profile({"units": None, "condition.dialysis": None, "water.goal_ml": None}) == Profile()


def test_a_usual_vessel_that_is_no_more_is_a_glass() -> None:
    profile = read_profile({"usual_vessel": "flask"})
    assert (profile.usual_vessel, profile.usual_ml) == ("glass", 250)
