from __future__ import annotations

import pytest

from coach.errors import BadInputError
from coach.service.coach import Coach


def test_all_there_is_to_know(coach: Coach) -> None:
    known = coach.knowledge
    assert "cramp" in known.about.text
    assert (len(known.causes), len(known.advice)) == (7, 5)
    assert known.cause("Age").title == "Age"
    assert set(known.items) == set(coach.library.items)
    assert known.red_flags
    assert "calf-wall" in known.moves
    assert "water" in known.drinks


def test_an_unknown_cause_is_refused_with_the_nearest(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="no cause 'dehydratoin'") as refusal:
        coach.knowledge.cause("dehydratoin")
    assert "dehydration" in refusal.value.hint


def test_a_search_finds_titles_first_and_then_what_is_said(coach: Coach) -> None:
    found = [cause.id for cause in coach.knowledge.search(" POSTURE ")]
    assert found[0] == "posture"
    assert coach.knowledge.search("quinine")


@pytest.mark.parametrize("word", ["", " ", "xyzzy", "[/]", "postrue"])
def test_a_search_that_finds_nothing_is_refused_with_what_there_is(coach: Coach, word: str) -> None:
    with pytest.raises(BadInputError, match="no cause speaks of") as refusal:
        coach.knowledge.search(word)
    assert refusal.value.hint


def test_a_cause_concerns_who_told_of_it(coach: Coach) -> None:
    assert coach.knowledge.concerning() == {}
    coach.profile.set("condition.dialysis", "yes")
    assert coach.knowledge.concerning() == {"conditions": "you told coach: dialysis"}


def test_foods_all_or_by_a_word(coach: Coach) -> None:
    assert len(coach.knowledge.foods()) == len(coach.library.foods)
    assert "baked-potato" in [food.id for food in coach.knowledge.foods("Potato")]
    with pytest.raises(BadInputError, match="no food 'bananna'") as refusal:
        coach.knowledge.foods("bananna")
    assert "banana" in refusal.value.hint


def test_citations_become_names(coach: Coach) -> None:
    first, second = coach.library.sources["S1"].short, coach.library.sources["S2"].short
    assert coach.knowledge.cited("It helps [S1].") == f"It helps ({first})."
    assert coach.knowledge.cited("It helps [S1] [S2][S1].") == f"It helps ({first}; {second}; {first})."
    assert coach.knowledge.cited("[Mg] [S999] [/]") == "[Mg] (S999) [/]"


def test_sources_in_the_order_asked_for_and_only_those_there_are(coach: Coach) -> None:
    assert [source.id for source in coach.knowledge.sources(("S2", "S999", "S1"))] == ["S2", "S1"]


def test_broken_own_content_is_told_of_and_harms_nothing(coach: Coach) -> None:
    folder = coach.places.own_content / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("x = = 1", encoding="utf-8")
    assert coach.sessions.routine("bedtime").name == "Bedtime"
    (fault,) = coach.knowledge.check()
    assert "mine.toml: not TOML" in fault.message
    assert coach.knowledge.check(coach.places.own_content)[0].message == fault.message
