"""The checklist, foods and days off from the command line."""

from __future__ import annotations

import pytest

from tests.support.commands import Commands


def item(run: Commands, wanted: str, *args: str) -> dict[str, object]:
    found: dict[str, object]
    (found,) = [item for item in run.json("today", *args)["items"] if item["id"] == wanted]
    return found


def test_a_tick_shows_in_today(run: Commands) -> None:
    told = run.json("tick", "covers-loose")
    assert set(told) == {"said", "entries", "warnings"}
    assert told["said"] == "Covers loose at the feet"
    assert item(run, "covers-loose")["done"] is True


def test_a_second_tick_of_a_yes_or_no_item_does_nothing(run: Commands) -> None:
    run.out("tick", "covers-loose")
    before = run.written()
    assert run.json("tick", "covers-loose") == {
        "said": "Covers loose at the feet: done already",
        "entries": [],
        "warnings": [],
    }
    assert run.written() == before


def test_an_item_of_several_counts_and_says_how_far_it_is(run: Commands) -> None:
    assert run.out("tick", "sitting-break", "--amount", "2").splitlines() == ["Break from sitting", "done: 2 of 6"]
    assert "done: 3 of 6" in run.out("tick", "sitting-break")


def test_off_takes_off_every_tick_of_that_day_alone(run: Commands) -> None:
    run.out("tick", "sitting-break", "--day", "yesterday")
    run.out("tick", "sitting-break")
    run.out("tick", "sitting-break")
    assert "done: 0 of 6" in run.out("tick", "sitting-break", "--off")
    assert item(run, "sitting-break", "--day", "yesterday")["amount"] == 1
    assert "no tick to take off" in run.out("tick", "sitting-break", "--off")


def test_off_goes_without_an_amount(run: Commands) -> None:
    run.refused("tick", "sitting-break", "--off", "--amount", "2")


@pytest.mark.parametrize("amount", ["0", "-1", "101", "nan", "inf", "many"])
def test_an_absurd_amount_of_ticks_is_refused(run: Commands, amount: str) -> None:
    run.refused("tick", "sitting-break", "--amount", amount)


def test_an_unknown_item_is_refused_with_the_nearest(run: Commands) -> None:
    told = run.refused("tick", "sitting-brake")
    assert "'sitting-brake'" in told
    assert "did you mean sitting-break" in told


def test_an_item_that_is_withheld_is_not_ticked(run: Commands) -> None:
    run.out("profile", "condition.kidney-disease", "yes")
    assert "withheld" in run.refused("tick", "potassium-food")


def test_a_food_counts_for_its_item(run: Commands) -> None:
    told = run.json("eat", "banana", "--portions", "2")
    (entry,) = told["entries"]
    assert (entry["food"], entry["portions"], entry["potassium_mg"]) == ("banana", 2, 844)
    assert item(run, "potassium-food")["done"] is True


def test_a_food_by_words_of_its_name(run: Commands) -> None:
    (entry,) = run.json("eat", "black", "beans")["entries"]
    assert entry["food"] == "black-beans"


def test_several_foods_that_match_are_named(run: Commands) -> None:
    told = run.refused("eat", "beans")
    assert "several" in told
    assert "black-beans" in told
    assert "kidney-beans" in told


@pytest.mark.parametrize("word", ["xyzzy", "bananna", "\x1b[31m"])
def test_an_unknown_food_is_refused(run: Commands, word: str) -> None:
    told = run.refused("eat", word)
    assert "\x1b" not in told
    if word == "bananna":
        assert "did you mean banana?" in told


@pytest.mark.parametrize("portions", ["0", "-1", "21", "nan", "inf", "two"])
def test_absurd_portions_are_refused(run: Commands, portions: str) -> None:
    run.refused("eat", "banana", "--portions", portions)


def test_a_day_off_shows_and_a_second_one_changes_nothing(run: Commands) -> None:
    run.out("skip", "--reason", "sick \x1b[31m[/]")
    assert run.json("today")["skipped"] == "sick [31m[/]"
    assert "a day off: sick [31m[/]" in run.out("today")
    before = run.written()
    assert "already" in run.out("skip")
    assert run.written() == before


def test_a_day_off_on_a_past_day(run: Commands) -> None:
    assert "on Saturday 21 November 2026" in run.out("skip", "--day", "yesterday")
    assert run.json("today")["skipped"] is None
    assert run.json("today", "--day", "yesterday")["skipped"] == ""


def test_what_a_day_was_like_is_ticked_and_taken_off(run: Commands) -> None:
    assert run.out("tick", "heat", "--day", "yesterday") == "A hot day, on Saturday 21 November 2026\n"
    assert run.json("today", "--day", "yesterday")["marks"] == {
        "so": [{"id": "heat", "name": "A hot day"}],
        "looked": False,
    }
    assert "About the day: A hot day\n" in run.out("today", "--day", "yesterday")
    run.out("tick", "heat", "--off", "--day", "yesterday")
    run.out("tick", "day-marks", "--day", "yesterday")
    assert run.json("today", "--day", "yesterday")["marks"] == {"so": [], "looked": True}
    assert run("tick", "heat", "--amount", "2").exit_code == 2
    assert "did you mean heat" in run.refused("tick", "heta")
