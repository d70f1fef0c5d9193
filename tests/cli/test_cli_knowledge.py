"""What coach knows, from the command line."""

from __future__ import annotations

import pytest

from coach.service.coach import Coach
from tests.support.commands import Commands


@pytest.mark.parametrize("command", ["causes", "routines", "moves", "foods", "red-flags"])
def test_lists_for_programs_have_ids_and_names(run: Commands, command: str) -> None:
    things = run.json(command)
    assert len(things) >= 6
    for thing in things:
        assert thing["id"]
        assert thing["name"]


@pytest.mark.parametrize("command", ["causes", "routines", "moves", "foods"])
def test_lists_for_people_begin_each_line_with_the_id(run: Commands, command: str) -> None:
    begins = {line.split(" ")[0] for line in run.out(command).splitlines()}
    assert {thing["id"] for thing in run.json(command)} <= begins


def test_a_cause_is_told_whole(run: Commands, coach: Coach) -> None:
    text = " ".join(run.out("causes", "dehydration").split())
    cause = coach.knowledge.causes["dehydration"]
    flags = coach.knowledge.red_flags
    for said in (cause.title, cause.summary, cause.evidence_note, *cause.at_risk, *cause.see_clinician):
        assert said in text
    assert all(flags[flag].signs in text for flag in cause.red_flags)
    assert "Evidence: contested." in text
    assert "coach drink" in text
    assert "##" not in text
    assert "[S" not in text, "citations stand as names"


def test_a_cause_names_what_to_do_and_leaves_out_what_is_withheld(run: Commands) -> None:
    assert "coach stretch bedtime " in run.out("causes", "posture")
    run.out("profile", "condition.balance-problem", "yes")
    assert "coach stretch bedtime " not in run.out("causes", "posture")


def test_a_cause_for_programs(run: Commands) -> None:
    cause = run.json("causes", "deficiency")
    assert {"id", "name", "title", "evidence", "summary", "at_risk", "see_clinician", "text", "sources"} <= set(
        cause
    )
    assert cause["concerns_you"] is None


def test_a_cause_that_bears_on_the_person_says_why(run: Commands) -> None:
    run.out("profile", "condition.diuretic", "yes")
    assert run.json("causes", "dehydration")["concerns_you"].startswith("you told coach: ")
    assert "you told coach: " in run.out("causes")
    assert "It concerns you: you told coach: " in run.out("causes", "dehydration")


def test_a_word_finds_the_causes_that_speak_of_it(run: Commands) -> None:
    found = [cause["id"] for cause in run.json("causes", "magnesium")]
    assert found[0] == "deficiency"
    assert set(found) < {cause["id"] for cause in run.json("causes")}
    assert run.out("causes", "long", "sitting").startswith("posture ")


def test_what_a_cramp_is(run: Commands) -> None:
    assert run.json("causes", "about")["id"] == "about"
    assert run.json("causes", "about")["name"] in run.out("causes", "about")


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (("causes", "dehydratoin"), "dehydration"),
        (("routines", "bedtme"), "bedtime"),
        (("moves", "calf-wal"), "calf-wall"),
        (("foods", "bananna"), "banana"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest(run: Commands, args: tuple[str, ...], near: str) -> None:
    told = run.refused(*args)
    assert args[1] in told.splitlines()[0]
    assert near in told.splitlines()[1]


def test_a_routine_is_told_with_its_doses_and_evidence(run: Commands) -> None:
    text = run.out("routines", "bedtime")
    assert text.startswith("Bedtime, 5 min\n")
    assert (
        "  calf-wall           Wall calf stretch           hold 10 s, 3 times, 10 s rest between, each leg\n"
        in text
    )
    assert "Evidence: contested" in text
    assert "Hallegraeff 2012" in " ".join(text.split())


def test_a_routine_for_programs(run: Commands) -> None:
    routine = run.json("routines", "bedtime")
    assert {"id", "name", "seconds", "positions", "equipment", "moves", "fitted", "withheld"} <= set(routine)
    assert (routine["seconds"], routine["withheld"]) == (285, None)


def test_a_withheld_routine_says_so_and_what_to_do_instead(run: Commands) -> None:
    run.out("profile", "condition.balance-problem", "yes")
    (line,) = [line for line in run.out("routines").splitlines() if line.startswith("bedtime ")]
    assert "withheld: a balance problem" in line
    text = run.out("routines", "bedtime")
    assert "It is withheld: " in text
    assert "Instead: coach stretch bedtime-in-bed" in text
    assert run.json("routines", "bedtime")["withheld"].startswith("withheld: ")


def test_a_move_is_told_with_its_cues_in_order(run: Commands, coach: Coach) -> None:
    move = coach.knowledge.moves["calf-wall"]
    text = run.out("moves", "calf-wall")
    places = [text.index(said) for said in (move.start, *move.cues)]
    assert places == sorted(places)
    assert "Dose: hold 30 s, 2 times, 10 s rest between, each leg\n" in text


def test_a_move_that_is_withheld_says_why(run: Commands) -> None:
    run.out("cramp")
    assert "It is withheld: " in run.out("moves", "heel-raise")
    assert run.json("moves", "heel-raise")["withheld"].startswith("withheld: ")
    assert run.json("moves", "calf-wall")["withheld"] is None


def test_foods_tell_milligrams_of_a_portion_and_no_share_of_anything(run: Commands) -> None:
    text = run.out("foods", "banana")
    assert "banana  Banana  1 medium, 118 g  422 mg     6 mg     32 mg" in text
    assert "%" not in text
    (food,) = run.json("foods", "banana")
    assert food["portion"]["potassium_mg"] == 422


def test_own_content_is_shown_cleaned(run: Commands) -> None:
    own = run.home / "data" / "content" / "routines"
    own.mkdir(parents=True)
    lines = [
        'name = "Mine \\u001b[31m[/]"',
        'when = "now"',
        'why = "x"',
        'evidence = "weak"',
        "[[steps]]",
        'move = "march-seated"',
    ]
    (own / "mine.toml").write_text("\n".join(lines), encoding="utf-8")
    assert "mine            Mine [31m[/]  " in run.out("routines")
