"""Causes and whatever else is read, and the search over everything, from the command line."""

from __future__ import annotations

import shlex

import pytest

from coach.service.coach import Coach
from tests.support.commands import Commands

pytestmark = pytest.mark.usefixtures("answered")


def running(text: str) -> str:
    return " ".join(text.split())


def test_a_cause_is_told_whole(run: Commands, coach: Coach) -> None:
    text = running(run.out("causes", "dehydration"))
    cause = coach.knowledge.causes["dehydration"]
    flags = coach.knowledge.red_flags
    for said in (cause.title, cause.summary, cause.evidence_note, *cause.at_risk, *cause.see_clinician):
        assert said in text
    assert all(flags[flag].signs in text for flag in cause.red_flags)
    assert all(flags[flag].action in text for flag in cause.red_flags)
    assert "Evidence: contested." in text
    assert "coach drink" in text
    assert "##" not in text
    assert "**" not in text
    assert "[S" not in text, "citations stand as names"


def test_a_cause_names_what_to_do_and_what_is_withheld_with_the_reason(run: Commands) -> None:
    assert "coach stretch bedtime " in run.out("causes", "posture")
    run.out("profile", "condition.balance-problem", "yes")
    text = run.out("causes", "posture")
    assert "coach stretch bedtime " not in text
    assert "Left out for you" in text
    assert "Bedtime: withheld: a balance problem" in running(text)


def test_no_food_rich_in_potassium_is_a_thing_to_do_with_kidney_disease(run: Commands) -> None:
    assert "coach tick potassium-food" in run.out("causes", "deficiency")
    run.out("profile", "condition.kidney-disease", "yes")
    text = run.out("causes", "deficiency")
    assert "coach tick potassium-food" not in text
    assert "A potassium-rich food (ask first)" in text, "a link says so too"


def test_drinks_are_not_a_thing_to_do_with_a_fluid_limit(run: Commands) -> None:
    run.out("profile", "condition.fluid-limit", "yes")
    text = running(run.out("causes", "dehydration"))
    assert "coach drink" not in text
    assert "Drinks: withheld: being told to limit fluids" in text


def test_a_cause_for_programs(run: Commands) -> None:
    cause = run.json("causes", "deficiency")
    fields = {"id", "name", "title", "evidence", "summary", "at_risk", "see_clinician", "text", "sources"}
    assert fields | {"kind", "related"} <= set(cause)
    assert cause["concerns_you"] is None
    link = {"id": "potassium-food", "name": "A potassium-rich food", "kind": "item"}
    assert link | {"command": "coach causes potassium-food"} in cause["related"]


def test_a_cause_that_bears_on_the_person_says_why(run: Commands) -> None:
    run.out("profile", "condition.diuretic", "yes")
    assert run.json("causes", "dehydration")["concerns_you"].startswith("you told coach: ")
    assert "you told coach: " in run.out("causes")
    assert "It concerns you: you told coach: " in run.out("causes", "dehydration")


def test_what_a_cramp_is(run: Commands) -> None:
    assert run.json("causes", "about")["id"] == "about"
    assert run.json("causes", "about")["name"] in run.out("causes", "about")


def test_every_page_that_is_read_can_be_shown_by_its_id(run: Commands, coach: Coach) -> None:
    known, search = coach.knowledge, coach.search
    listed = run.out("causes")
    for shelf in (known.causes, known.advice, search.lookalikes, search.remedies):
        for id_, thing in shelf.items():  # type: ignore[attr-defined]
            assert f"\n{id_} " in f"\n{listed}"
            text = run.out("causes", id_)
            assert text.startswith(thing.title)
            assert "[S" not in text
            page = run.json("causes", id_)
            assert (page["id"], page["name"]) == (id_, thing.title)


def test_the_pages_that_are_no_cause_can_be_shown_too(run: Commands, coach: Coach) -> None:
    flag = coach.knowledge.red_flags["chest-pain"]
    text = running(run.out("causes", "chest-pain"))
    assert flag.signs in text
    assert flag.action in text
    assert "How soon: an emergency." in text
    assert run.json("causes", "chest-pain")["kind"] == "red flag"
    assert run.out("causes", "covers-loose").startswith("Covers loose at the feet")
    assert run.json("causes", "covers-loose")["withheld"] is None


@pytest.mark.parametrize(
    ("condition", "page", "ruling", "said"),
    [
        ("", "heat", "show", "nothing you told coach changes what this page says"),
        ("kidney-disease", "potassium-tablets", "withhold", "withheld: kidney disease"),
        ("kidney-disease", "potassium-foods", "ask", "ask first: kidney disease"),
        ("fluid-limit", "drinking-more", "limit", "your own limit: "),
    ],
)
def test_what_people_try_says_what_holds_for_the_person(
    run: Commands, condition: str, page: str, ruling: str, said: str
) -> None:
    if condition:
        run.out("profile", f"condition.{condition}", "yes")
    assert f"For you: {said}" in running(run.out("causes", page))
    assert run.json("causes", page)["for_you"]["ruling"] == ruling


def test_a_word_finds_every_kind_of_page_and_says_how_to_see_it(run: Commands) -> None:
    finds = run.json("causes", "statin")
    assert {"id", "name", "kind", "excerpt", "command"} <= set(finds[0])
    assert (finds[0]["id"], finds[0]["kind"]) == ("statins", "medicine")
    assert {"medicine", "cause", "look-alike", "red flag"} <= {find["kind"] for find in finds}
    text = run.out("causes", "statin")
    assert text.startswith("statins ")
    assert "Statins (medicine)" in text
    assert "Statins are blamed most." in text
    assert "coach medicines statins" in text


@pytest.mark.parametrize("word", ["magnesium", "calf", "night", "bedtime", "banana", "reference intakes"])
def test_every_command_of_a_find_shows_something(run: Commands, word: str) -> None:
    for find in run.json("causes", word):
        _, *args = shlex.split(find["command"])
        assert run.out(*args)


def test_several_words_must_all_be_there(run: Commands) -> None:
    assert run.json("causes", "long", "sitting")[0]["id"] == "posture"


def test_a_slip_of_the_finger_is_mended_and_said(run: Commands) -> None:
    finds = run.json("causes", "magnesum")
    assert finds[0]["id"] == "deficiency"
    assert {find["taken_for"] for find in finds} == {"magnesium"}
    assert run.out("causes", "hamsting").startswith("Nothing speaks of hamsting; taken for hamstring.\n")
    assert run.json("causes", "magnesium")[0]["taken_for"] is None


@pytest.mark.parametrize("word", ["banana", "baked potato", "tomato paste", "potassium-rich"])
def test_with_kidney_disease_no_food_rich_in_potassium_is_the_first_find(run: Commands, word: str) -> None:
    run.out("profile", "condition.kidney-disease", "yes")
    assert run.json("causes", word)[0]["kind"] not in {"food", "item"}


@pytest.mark.parametrize("word", ["zxqwvkplm", "[/]", "x" * 3000, "שלום"])
def test_what_nothing_speaks_of_is_refused(run: Commands, word: str) -> None:
    assert "coach causes" in run.refused("causes", word).splitlines()[1]


def test_a_medicine_and_what_people_try_of_one_name_lead_to_each_other(run: Commands) -> None:
    assert "coach medicines quinine" in run.out("causes", "quinine")


def test_long_lists_of_links_are_told_as_one(run: Commands) -> None:
    text = run.out("causes", "medicines")
    see_also = text[text.index("See also") : text.index("Sources")]
    assert see_also.count("coach medicines") == 1
    assert len(see_also.splitlines()) < 40
