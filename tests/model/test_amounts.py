from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import BadInputError
from coach.model.amount import Unit, format_amount, millilitres, parse_amount

VESSELS = {"glass": 250.0, "mug": 300.0, "my-flask": 750.5}


@pytest.mark.parametrize(
    ("said", "ml"),
    [
        ("250", 250.0),
        ("250ml", 250.0),
        ("250 ml", 250.0),
        ("33cl", 330.0),
        ("2dl", 200.0),
        ("0.5l", 500.0),
        ("0,5l", 500.0),
        (".5l", 500.0),
        (",5 L", 500.0),
        ("1.l", 1000.0),
        ("1,500l", 1500.0),
        ("1.5 litres", 1500.0),
        ("1 litre", 1000.0),
        ("8oz", 236.6),
        ("8 fl oz", 236.6),
        ("8floz", 236.6),
        ("1pint", 568.3),
        ("2 pints", 1136.5),
        ("½ pint", 284.1),
        ("1½ pints", 852.4),
        ("1 1/2 pt", 852.4),
        ("half a pint", 284.1),
        ("½l", 500.0),
        ("1 us pint", 473.2),
        ("1 uk pint", 568.3),
        ("20 uk fl oz", 568.3),
        ("20 fl oz", 591.5),
        ("12 fluid ounces", 354.9),
        ("glass", 250.0),
        (" MUG ", 300.0),
        ("my-flask", 750.5),
        ("+250", 250.0),
        ("5ml", 5.0),
        ("10", 10.0),
        ("250.04", 250.0),
        ("250.05ml", 250.1),
        ("0.1ml", 0.1),
        ("2000", 2000.0),
        ("2l", 2000.0),
        ("20dl", 2000.0),
    ],
)
def test_an_amount_is_millilitres_to_a_tenth(said: str, ml: float) -> None:
    assert parse_amount(said, VESSELS) == ml


@pytest.mark.parametrize(
    "said",
    [
        "",
        " ",
        "ml",
        "water",
        "mugs",
        "250 kg",
        "two",
        "1.2.3",
        "1,2,3 l",
        "0x10",
        "1e3",
        "nan",
        "inf",
        "-inf",
        "infinity",
        "250ml; rm",
        "250\x00",
        "[/]",
        "1/0l",
        "half",
        "1 2 l",
        "250 fl  oz",
    ],
)
def test_what_is_no_amount_is_refused_with_what_one_is(said: str) -> None:
    with pytest.raises(BadInputError, match="not an amount of drink") as refusal:
        parse_amount(said, VESSELS)
    assert "250ml" in refusal.value.hint
    assert "glass, mug, my-flask" in refusal.value.hint


def test_a_very_long_amount_is_refused_like_any_other() -> None:
    for said in ("1" + " " * 200_000 + "!", "1" * 50_000 + "x", "1 " + "l" * 200_000 + "!"):
        with pytest.raises(BadInputError, match="not an amount of drink"):
            parse_amount(said, VESSELS)


@pytest.mark.parametrize("said", ["0", "0ml", "-250", "-0.5l", "0.04ml", "0.0"])
def test_nothing_and_less_is_no_drink(said: str) -> None:
    with pytest.raises(BadInputError, match="more than nothing"):
        parse_amount(said, VESSELS)


@pytest.mark.parametrize(
    "said", ["2000.1", "2001ml", "2.1l", "68oz", "4 pints", "5l", "9" * 30, "9" * 500, "9" * 6000]
)
def test_more_than_two_litres_at_once_is_refused(said: str) -> None:
    with pytest.raises(BadInputError, match="more than 2 l at once; nothing was written"):
        parse_amount(said, VESSELS)


@pytest.mark.parametrize("said", ["1,000", "1.500", "1,250 ml", "2,000ml"])
def test_thousands_and_a_decimal_comma_are_not_guessed_between(said: str) -> None:
    with pytest.raises(BadInputError, match="two ways") as refusal:
        parse_amount(said, VESSELS)
    assert parse_amount(refusal.value.hint.split()[1], VESSELS) >= 1000


@pytest.mark.parametrize("said", ["1.5", "8", "0,5", "9.9"])
def test_a_bare_number_too_small_for_millilitres_is_asked_about(said: str) -> None:
    with pytest.raises(BadInputError, match="of what") as refusal:
        parse_amount(said, VESSELS)
    assert f"{said}l" in refusal.value.hint


def test_a_vessel_does_not_change_what_a_number_means() -> None:
    assert parse_amount("250", {"250": 500.0, "8oz": 1000.0}) == 250
    assert parse_amount("8oz", {"250": 500.0, "8oz": 1000.0}) == 236.6


@pytest.mark.parametrize(
    ("ml", "unit", "shown"),
    [
        (250, Unit.ML, "250 ml"),
        (236.6, Unit.ML, "237 ml"),
        (999.4, Unit.ML, "999 ml"),
        (999.6, Unit.ML, "1 l"),
        (1000, Unit.ML, "1 l"),
        (1250, Unit.ML, "1.25 l"),
        (1234.5, Unit.ML, "1.23 l"),
        (1234.5, Unit.LITRE, "1.23 l"),
        (700, Unit.PINT, "1.23 pints"),
        (0, Unit.ML, "0 ml"),
        (250, Unit.LITRE, "0.25 l"),
        (1500, Unit.LITRE, "1.5 l"),
        (236.6, Unit.OUNCE, "8 oz"),
        (250, Unit.OUNCE, "8.5 oz"),
        (568.3, Unit.PINT, "1 pint"),
        (284, Unit.PINT, "0.5 pint"),
        (1136.5, Unit.PINT, "2 pints"),
        (0.4, Unit.ML, "0.4 ml"),
        (1, Unit.OUNCE, "1 ml"),
        (2, Unit.PINT, "2 ml"),
        (3, Unit.LITRE, "3 ml"),
        (0, Unit.PINT, "0 pint"),
    ],
)
def test_an_amount_is_shown_in_the_persons_units(ml: float, unit: Unit, shown: str) -> None:
    assert format_amount(ml, unit) == shown


@pytest.mark.parametrize("said", ["1 pint", "½ pint", "2pt"])
def test_a_pint_is_no_guess_between_two_countries(said: str) -> None:
    with pytest.raises(BadInputError, match="two ways") as refusal:
        parse_amount(said, VESSELS, Unit.OUNCE)
    assert "us pint" in refusal.value.hint
    assert parse_amount(said, VESSELS, Unit.PINT) > 0
    assert parse_amount("1 us pint", VESSELS, Unit.OUNCE) == 473.2


STEPS = {Unit.ML: 5, Unit.LITRE: 5, Unit.OUNCE: 1.5, Unit.PINT: 2.9}


@given(st.floats(min_value=0.1, max_value=6000), st.sampled_from(Unit))
def test_what_is_shown_can_be_typed_and_is_as_near_as_its_last_digit(ml: float, unit: Unit) -> None:
    shown = format_amount(ml, unit)
    again = millilitres(shown)
    assert again is not None
    assert abs(again - ml) <= STEPS[unit] + 0.01
    assert again > 0, f"{ml} ml were drunk, and {shown} says that nothing was"


@given(st.floats(min_value=10, max_value=2000))
def test_what_was_read_is_within_half_a_tenth_of_what_was_said(ml: float) -> None:
    assert abs(parse_amount(f"{ml:f}ml", {}) - ml) <= 0.051


@given(st.text(max_size=12))
def test_nothing_typed_gives_more_than_a_drink_or_another_error(said: str) -> None:
    try:
        ml = parse_amount(said, VESSELS)
    except BadInputError:
        return
    assert 0.1 <= ml <= 2000
