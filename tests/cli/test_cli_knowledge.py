"""Routines, moves and lists of what coach knows, from the command line."""

from __future__ import annotations

import pytest

from coach.service.coach import Coach
from tests.support.commands import Commands

pytestmark = pytest.mark.usefixtures("answered")


@pytest.mark.parametrize("command", ["causes", "routines", "moves", "foods", "medicines", "red-flags"])
def test_lists_for_programs_have_ids_and_names(run: Commands, command: str) -> None:
    things = run.json(command)
    assert len(things) >= 6
    for thing in things:
        assert thing["id"]
        assert thing["name"]


@pytest.mark.parametrize("command", ["causes", "routines", "moves", "foods", "medicines"])
def test_lists_for_people_begin_each_line_with_the_id(run: Commands, command: str) -> None:
    begins = {line.split(" ")[0] for line in run.out(command).splitlines()}
    assert {thing["id"] for thing in run.json(command)} <= begins


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (("routines", "bedtme"), "bedtime"),
        (("moves", "calf-wal"), "calf-wall"),
        (("foods", "bananna"), "banana"),
        (("medicines", "salmeterl"), "salmeterol"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest(run: Commands, args: tuple[str, ...], near: str) -> None:
    told = run.refused(*args)
    assert args[1] in told.splitlines()[0]
    assert near in told.splitlines()[1]


@pytest.mark.usefixtures("answered")
def test_a_routine_is_told_with_its_doses_and_evidence(run: Commands) -> None:
    text = run.out("routines", "bedtime")
    assert text.startswith("Bedtime, 5 min\n")
    assert (
        "  calf-wall           Wall calf stretch           hold 10 s, 3 times, 10 s rest between, each leg\n"
        in text
    )
    assert "Evidence: contested" in text
    assert "Hallegraeff 2012" in " ".join(text.split())


@pytest.mark.usefixtures("answered")
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


@pytest.mark.usefixtures("answered")
def test_a_move_that_is_withheld_says_why(run: Commands) -> None:
    run.out("cramp")
    assert "It is withheld: " in run.out("moves", "heel-raise")
    assert run.json("moves", "heel-raise")["withheld"].startswith("withheld: ")
    assert run.json("moves", "calf-wall")["withheld"] is None


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
