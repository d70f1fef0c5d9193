"""Medicines, from the command line: never without the sentence, the exceptions and whom to ask."""

from __future__ import annotations

import re

import pytest

from coach.library.library import Library
from coach.model.medicine import DO_NOT_STOP, SHOW_THIS
from coach.paths import content_root
from tests.support.commands import Commands

MEDICINES = Library(content_root()).medicines
_DOSE = re.compile(r"\b\d[\d.,]* ?(?:mg|mcg|µg|micrograms?|g|tablets?|puffs?|units?)\b", re.IGNORECASE)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("wanted", ["", *MEDICINES])
def test_no_medicine_is_shown_without_what_matters_most(run: Commands, wanted: str) -> None:
    text = words(run.out("medicines", *([wanted] if wanted else [])))
    assert DO_NOT_STOP in text
    assert SHOW_THIS in text
    assert "rest the tendon and contact your prescriber now" in text
    assert "stop the quinine and get medical help the same day" in text
    assert "sick-day plan that your own team gave you: follow it" in text


def test_the_same_for_programs(run: Commands) -> None:
    for medicine in run.json("medicines"):
        assert medicine["do_not_stop"] == DO_NOT_STOP
        assert medicine["show_this"] == SHOW_THIS
        assert len(medicine["exceptions"]) == 3
        assert {"id", "name", "examples", "evidence", "found", "warning", "sources"} <= set(medicine)


@pytest.mark.parametrize("wanted", list(MEDICINES))
def test_one_medicine_is_told_whole(run: Commands, wanted: str) -> None:
    medicine = MEDICINES[wanted]
    text = words(run.out("medicines", wanted))
    assert text.startswith(medicine.name)
    assert all(example in text for example in medicine.examples)
    assert ("clinical judgement. " if medicine.judgement else f"{medicine.evidence} evidence. ") in text
    assert ("Warning signs" in text) == bool(medicine.red_flags)
    assert ("Mind: " in text) == bool(medicine.warning)
    assert "[S" not in text, "citations stand as names"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("laba", ("2.42 times", "2.02 to 2.89")),
        ("potassium-sparing-diuretics", ("2.12 times", "1.61 to 2.78")),
        ("thiazides", ("1.48 times", "1.29 to 1.68", "1.47 times", "1.33 to 1.63")),
        ("loop-diuretics", ("1.20 times", "1.00 to 1.44")),
        ("statins", ("1.16 times", "1.04 to 1.29", "27.1%", "26.6%", "4.3 years", "14 of 15")),
        ("fluoroquinolones", ("2.52", "1.81 to 3.52")),
        ("quinine", ("23 trials", "1,586 people", "38 serious cases and 2 deaths")),
    ],
)
def test_the_figures_that_were_read(run: Commands, wanted: str, found: tuple[str, ...]) -> None:
    text = words(run.out("medicines", wanted))
    assert [figure for figure in found if figure not in text] == []


@pytest.mark.parametrize("wanted", ["raloxifene", "estrogens", "pill-and-tamoxifen"])
def test_where_a_clot_is_likelier_the_clot_comes_first(run: Commands, wanted: str) -> None:
    assert "think of a clot first" in words(run.out("medicines", wanted))


def test_blood_pressure_tablets_frighten_nobody() -> None:
    said = " ".join(" ".join((one.id, one.name, *one.examples)) for one in MEDICINES.values()).lower()
    assert not re.search(r"ace inhib|\barb\b|pril\b|sartan", said)


def test_no_dose_and_no_other_medicine_is_suggested() -> None:
    for medicine in MEDICINES.values():
        said = f"{medicine.found} {medicine.warning} {medicine.exception}"
        assert not _DOSE.search(said), medicine.id
        assert not re.search(r"\b(switch to|instead of it take|skip a)\b", said, re.IGNORECASE), medicine.id


def test_what_rests_on_judgement_alone_is_marked() -> None:
    for medicine in MEDICINES.values():
        assert medicine.sources or medicine.judgement, medicine.id


@pytest.mark.parametrize(("word", "found"), [("salmeterol", "laba"), ("Furosemide", "loop-diuretics")])
def test_a_medicine_is_found_by_an_example_of_its_class(run: Commands, word: str, found: str) -> None:
    assert [one["id"] for one in run.json("medicines", word)] == [found]


def test_what_is_not_listed_is_not_cleared(run: Commands) -> None:
    told = run.refused("medicines", "xyzzy")
    assert "That does not clear it: ask your pharmacist" in told
    assert "not cleared by that" in run.out("medicines")


def test_warning_signs_name_whom_to_call_where_the_person_lives(run: Commands) -> None:
    assert "112 works from mobiles" in words(run.out("medicines", "statins"))
    run.out("profile", "region", "australia")
    assert "Call 000." in words(run.out("medicines", "statins"))
    assert "112" not in run.out("medicines", "statins")
