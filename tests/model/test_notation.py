"""What a locale says about amounts, times and weeks, and what the person says instead."""

from __future__ import annotations

import pytest

from coach.errors import BadInputError
from coach.model.amount import Unit
from coach.model.notation import FRIDAY, MONDAY, SATURDAY, SUNDAY, Notation, defaults_for, notation_of
from coach.model.profile import read_profile
from coach.model.setting import parse_setting
from coach.model.setting_words import setting_words
from coach.model.time_of_day import HourClock

OURS = Notation(Unit.ML, HourClock.H24, MONDAY)
AMERICAN = Notation(Unit.OUNCE, HourClock.H12, SUNDAY)


@pytest.mark.parametrize(
    ("locale", "notation"),
    [
        ("en_US.UTF-8", AMERICAN),
        ("es_US", AMERICAN),
        ("en_GB.UTF-8", OURS),
        ("de_DE@euro", OURS),
        ("fr_FR", OURS),
        ("en_AU", Notation(clock=HourClock.H12)),
        ("en_NZ", Notation(clock=HourClock.H12)),
        ("en_CA", Notation(clock=HourClock.H12, week_starts=SUNDAY)),
        ("fr_CA", Notation(week_starts=SUNDAY)),
        ("en_IN", Notation(clock=HourClock.H12, week_starts=SUNDAY)),
        ("hi_IN", Notation(clock=HourClock.H12, week_starts=SUNDAY)),
        ("pt_BR", Notation(week_starts=SUNDAY)),
        ("ja_JP", Notation(week_starts=SUNDAY)),
        ("ar_EG", Notation(clock=HourClock.H12, week_starts=SATURDAY)),
        ("dv_MV", Notation(week_starts=FRIDAY)),
        ("en_LR", Notation(units=Unit.OUNCE, clock=HourClock.H12)),
        ("sr_Latn_RS.utf8", OURS),
        *((said, OURS) for said in ("C", "C.UTF-8", "POSIX", "", "en", "US", "en_us", "xx_YY", "[/]", "en_US\n")),
    ],
)
def test_what_is_written_in_a_country(locale: str, notation: Notation) -> None:
    assert defaults_for(locale) == notation


@pytest.mark.parametrize(
    ("environment", "notation"),
    [
        ({}, OURS),
        ({"LANG": "en_US.UTF-8"}, AMERICAN),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "en_GB.UTF-8"}, Notation(units=Unit.OUNCE)),
        ({"LANG": "de_DE.UTF-8", "LC_MEASUREMENT": "en_US.UTF-8"}, Notation(units=Unit.OUNCE)),
        ({"LANG": "en_US.UTF-8", "LC_TIME": ""}, AMERICAN),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8", "LC_TIME": "en_US.UTF-8"}, OURS),
    ],
)
def test_lc_all_goes_before_a_category_and_lang_stands_in(environment: dict[str, str], notation: Notation) -> None:
    assert notation_of(environment) == notation


def test_the_locale_holds_only_for_what_was_not_set() -> None:
    profile = read_profile({"clock": "24h"}, AMERICAN)
    assert profile.notation == Notation(Unit.OUNCE, HourClock.H24, SUNDAY)
    assert read_profile({"units": "pint", "clock": None, "week_starts": "monday"}, AMERICAN).notation == Notation(
        Unit.PINT, HourClock.H12, MONDAY
    )
    assert read_profile({"units": "firkin", "clock": "sundial", "week_starts": "someday"}).notation == OURS


@pytest.mark.parametrize(
    ("key", "said", "stored"),
    [
        ("units", "US fl oz", "oz"),
        ("units", "UK pint", "pint"),
        ("units", "litres", "l"),
        ("clock", "12", "12h"),
        ("clock", "24 h", "24h"),
        ("week_starts", "Sunday", "sunday"),
        ("week_starts", "mon", "monday"),
        ("awake_until", "10:30 pm", "22:30"),
        ("water.goal_ml", "64 oz", 1892.7),
        ("vessel.mug", "½ pint", 284.1),
    ],
)
def test_a_key_is_stored_one_way_however_it_is_typed(key: str, said: str, stored: object) -> None:
    assert parse_setting(key, said) == stored


@pytest.mark.parametrize(("key", "said"), [("clock", "13h"), ("clock", "[/]"), ("week_starts", "someday")])
def test_what_is_no_clock_and_no_day_is_refused(key: str, said: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        parse_setting(key, said)
    assert "say" in refusal.value.hint


@pytest.mark.parametrize(
    ("key", "value", "ours", "american"),
    [
        ("awake_until", "22:30", "22:30", "10:30 pm"),
        ("water.goal_ml", 2000.0, "2000", "67.6 oz"),
        ("vessel.mug", 300.0, "300", "10.1 oz"),
        ("item.sitting-break.target", 4.0, "4", "4"),
        ("condition.diuretic", True, "yes", "yes"),
        ("units", "oz", "oz", "oz"),
        ("water.goal_ml", None, "", ""),
    ],
)
def test_a_setting_is_shown_as_it_would_be_typed(key: str, value: object, ours: str, american: str) -> None:
    assert setting_words(key, value, OURS) == ours  # type: ignore[arg-type]
    assert setting_words(key, value, AMERICAN) == american  # type: ignore[arg-type]
