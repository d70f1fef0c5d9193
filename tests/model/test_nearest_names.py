from __future__ import annotations

import pytest

from coach.model.nearest import hint_for, nearest

ROUTINES = ["bedtime", "bedtime-in-bed", "before-run", "after-run", "desk-break", "chair"]


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("bedtme", ["bedtime", "bedtime-in-bed"]),
        ("BEDTIME", ["bedtime", "bedtime-in-bed"]),
        ("run", ["before-run", "after-run"]),
        (" chiar ", ["chair"]),
        ("xyzzy", []),
        ("", []),
        ("[/]", []),
    ],
)
def test_the_nearest_names(word: str, names: list[str]) -> None:
    assert nearest(word, ROUTINES)[: len(names)] == names
    assert bool(nearest(word, ROUTINES)) is bool(names)


def test_names_are_found_whatever_their_case_and_given_as_they_are() -> None:
    assert nearest("jump", ["Jumping", "other"]) == ["Jumping"]
    assert nearest("VITAMNI", ["Vitamin"]) == ["Vitamin"]


def test_at_most_three_names_and_none_twice() -> None:
    assert nearest("e", ROUTINES) == ["bedtime", "bedtime-in-bed", "before-run"]
    assert nearest("bedtime", ["bedtime", "bedtime"]) == ["bedtime"]


def test_the_hint_says_what_is_near_or_else_all_there_is() -> None:
    assert hint_for("bedtme", ROUTINES) == "did you mean bedtime or bedtime-in-bed?"
    assert hint_for("xyzzy", ["chair", "bedtime"]) == "there is: chair, bedtime"


def test_a_very_long_word_has_no_near_name() -> None:
    assert nearest("x" * 10_000, ROUTINES) == []
