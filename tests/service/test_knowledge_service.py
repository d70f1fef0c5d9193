from __future__ import annotations

import re

import pytest

from coach.errors import BadInputError, StorageError
from coach.model.region import Numbers
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


def test_a_cause_concerns_who_told_of_it(coach: Coach) -> None:
    assert coach.knowledge.concerning() == {}
    coach.profile.set("condition.dialysis", "yes")
    assert coach.knowledge.concerning()["conditions"] == "you told coach: dialysis"


def test_foods_all_or_by_a_word(coach: Coach) -> None:
    assert len(coach.knowledge.foods()) == len(coach.library.foods)
    assert "baked-potato" in [food.id for food in coach.knowledge.foods("Potato")]
    with pytest.raises(BadInputError, match="no food 'bananna'") as refusal:
        coach.knowledge.foods("bananna")
    assert "banana" in refusal.value.hint


def test_medicines_by_name_or_example(coach: Coach) -> None:
    known = coach.knowledge
    assert len(known.medicines()) == len(coach.library.medicines)
    assert [one.id for one in known.medicines("Formoterol")] == ["laba"]
    assert [one.id for one in known.medicines("water tablet")] == [
        "potassium-sparing-diuretics",
        "thiazides",
        "loop-diuretics",
    ]
    assert [one.id for one in known.medicines("quinine")] == ["quinine"]
    with pytest.raises(BadInputError, match="no medicine 'xyzzy'") as refusal:
        known.medicines("xyzzy")
    assert "ask your pharmacist" in refusal.value.hint


def test_there_are_three_exceptions_to_not_stopping_a_medicine(coach: Coach) -> None:
    tendon, bruises, plan = coach.knowledge.exceptions()
    assert "rest the tendon" in tendon
    assert "stop the quinine and get medical help the same day" in bruises
    assert "sick-day plan" in plan


def test_numbers_are_the_regions_or_the_persons_own_or_words(coach: Coach) -> None:
    assert coach.knowledge.numbers() == Numbers()
    coach.profile.set("region", "new-zealand")
    assert coach.knowledge.numbers() == Numbers(emergency="111", advice="0800 611 116")
    coach.profile.set("advice_number", "0123 456")
    assert coach.knowledge.numbers() == Numbers(emergency="111", advice="0123 456")
    assert coach.knowledge.red_flags["chest-pain"].action.startswith("Call 111.")
    assert "0123 456" in coach.knowledge.red_flags["swollen-leg"].action


def test_a_diary_that_cannot_be_read_keeps_nobody_from_whom_to_call(coach: Coach) -> None:
    coach.places.diary.parent.mkdir(parents=True, exist_ok=True)
    coach.places.diary.write_text("not a folder", encoding="utf-8")
    with pytest.raises(StorageError):
        coach.person()
    assert coach.knowledge.numbers() == Numbers()
    flags = [flag for _, flags in coach.cramps.red_flags() for flag in flags]
    assert flags
    assert "112 works from mobiles" in flags[0].action


def test_no_region_prints_a_number_that_was_not_read_anywhere(coach: Coach) -> None:
    numbers = {one.id: (one.emergency, one.advice) for one in coach.knowledge.regions.values()}
    assert numbers == {
        "uk": ("999", "111"),
        "ireland": ("", ""),
        "eu": ("112", ""),
        "us": ("911", ""),
        "canada": ("", ""),
        "australia": ("000", "1800 022 222"),
        "new-zealand": ("111", "0800 611 116"),
        "india": ("", ""),
        "japan": ("", ""),
    }
    assert coach.knowledge.region(" NEW-ZEALAND ").name == "New Zealand"
    with pytest.raises(BadInputError, match="no region 'australa'") as refusal:
        coach.knowledge.region("australa")
    assert "australia" in refusal.value.hint


@pytest.mark.parametrize("region", [None, "uk", "ireland", "eu", "us", "australia", "new-zealand", "japan"])
def test_what_to_do_names_no_number_but_those_of_the_region(coach: Coach, region: str | None) -> None:
    if region is not None:
        coach.profile.set("region", region)
    said = " ".join(flag.action for flag in coach.knowledge.red_flags.values())
    assert not re.search(r"[{}]", said)
    known = coach.knowledge.regions[region] if region else None
    own = {known.emergency, known.advice} if known else set()
    anywhere = {"112"} if not (known and known.emergency) else set()
    found = set(re.findall(r"\b\d{3,4}(?: \d{3} \d{3})?\b", said))
    assert found <= (own | anywhere) - {""}


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
