from __future__ import annotations

import pytest

from coach.errors import BadInputError
from coach.model.entry import Side
from coach.model.options import OPTION_KEYS, DoseChoice, Options, options_of, read_option
from coach.model.order import Order
from coach.model.profile import read_profile
from coach.model.setting import parse_setting


@pytest.mark.parametrize(
    ("name", "said", "value"),
    [
        ("lead_in_s", "15", 15.0),
        ("lead_in_s", " 15 s ", 15.0),
        ("lead_in_s", "15.0", 15.0),
        ("change_position_s", "1", 1.0),
        ("change_side_s", "120", 120.0),
        ("start_side", "Right", "right"),
        ("order", "leg  by leg", "leg by leg"),
        ("order", "ALTERNATE", "alternate"),
        ("wait", "on", True),
        ("wait", "no", False),
        ("dose", "trial", "trial"),
        ("rounds", "5", 5.0),
    ],
)
def test_a_good_value(name: str, said: str, value: object) -> None:
    assert read_option(name, said) == value
    assert parse_setting(f"routine.bedtime.{name}", said) == value


@pytest.mark.parametrize(
    ("name", "said", "takes"),
    [
        ("lead_in_s", "0", "1 to 120"),
        ("lead_in_s", "121", "1 to 120"),
        ("change_position_s", "2.5", "whole seconds"),
        ("change_position_s", "-5", "whole seconds"),
        ("change_side_s", "nan", "whole seconds"),
        ("change_side_s", "٥", "whole seconds"),
        ("start_side", "both", "left or right"),
        ("order", "in turn", "leg by leg or alternate"),
        ("wait", "1", "yes or no"),
        ("dose", "much", "routine, flexibility, trial"),
        ("rounds", "0", "1 to 5"),
        ("rounds", "6", "1 to 5"),
        ("rounds", "[/]", "1 to 5"),
    ],
)
def test_a_bad_value_is_refused_with_what_it_takes(name: str, said: str, takes: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        parse_setting(f"routine.bedtime.{name}", said)
    assert takes in refusal.value.hint
    assert refusal.value.message.startswith(f"routine.bedtime.{name} cannot be")


def test_an_option_that_is_not_there_is_refused() -> None:
    with pytest.raises(BadInputError, match="no profile key"):
        parse_setting("routine.bedtime.speed", "2")


def test_what_was_never_chosen_is_as_written() -> None:
    assert read_profile({}).options("bedtime") == Options()
    assert Options().chosen() == {}


def test_stored_options_become_values_for_their_routine_alone() -> None:
    profile = read_profile(
        {
            "routine.bedtime.lead_in_s": 20.0,
            "routine.bedtime.change_position_s": 15.0,
            "routine.bedtime.change_side_s": 3,
            "routine.bedtime.start_side": "right",
            "routine.bedtime.order": "leg by leg",
            "routine.bedtime.wait": True,
            "routine.bedtime.dose": "flexibility",
            "routine.bedtime.rounds": 2.0,
            "routine.chair.wait": False,
        }
    )
    assert profile.options("bedtime") == Options(
        lead_in_s=20,
        change_position_s=15,
        change_side_s=3,
        start_side=Side.RIGHT,
        order=Order.LEG_BY_LEG,
        wait=True,
        dose=DoseChoice.FLEXIBILITY,
        rounds=2,
    )
    assert set(profile.options("bedtime").chosen()) == set(OPTION_KEYS)
    assert profile.options("chair") == Options(wait=False)
    assert profile.options("desk-break") == Options()


def test_what_a_newer_coach_wrote_is_left_alone() -> None:
    settings = {"routine.bedtime.rounds": 9.0, "routine.bedtime.dose": "gentle", "routine.bedtime.speed": 2.0}
    assert read_profile({**settings, "routine.bedtime.wait": True}).options("bedtime") == Options(wait=True)


def test_options_are_read_as_they_are_stored() -> None:
    stored = {name: read_option(name, said) for name, said in {"rounds": "3", "wait": "yes"}.items()}
    assert options_of(stored) == Options(rounds=3, wait=True)
