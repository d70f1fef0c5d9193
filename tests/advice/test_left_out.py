"""Why a comparison is left out reads well for everything that may be told of one's health."""

from __future__ import annotations

import pytest

from coach.advice.days import habits_for
from coach.advice.safety import Safety
from coach.library.library import Library
from coach.paths import content_root

CONDITIONS = Library(content_root(), None).conditions


@pytest.mark.parametrize("condition", list(CONDITIONS))
def test_the_reason_is_the_name_of_what_holds_as_it_stands(condition: str) -> None:
    kept, left_out = habits_for(Safety(frozenset({condition}), CONDITIONS))
    assert len(kept) + len(left_out) == len(habits_for(Safety(frozenset(), CONDITIONS))[0])
    for said in left_out:
        habit, _, reason = said.partition(", not compared: ")
        assert habit in {"Less to drink than usual", "No stretching"}
        assert reason == f"{CONDITIONS[condition].name}."
