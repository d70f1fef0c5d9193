"""The day and the status line from the command line."""

from __future__ import annotations

import json
from datetime import date

import msgspec
import pytest

from coach.service.coach import Coach
from tests.support.commands import Commands, Wall


def test_json_is_the_view_of_the_day(run: Commands, coach: Coach) -> None:
    run.out("drink", "250")
    run.out("cramp", "--side", "left")
    assert run.json("today") == json.loads(msgspec.json.encode(coach.day.today()))
    past = date(2026, 11, 20)
    assert run.json("today", "--day", "-2") == json.loads(msgspec.json.encode(coach.day.today(past)))


def test_json_has_the_keys_of_the_contract(run: Commands) -> None:
    run.out("cramp", "--pain", "3")
    view = run.json("today")
    assert {"day", "water", "night", "items", "logged", "sessions", "cramps", "kept", "next"} <= set(view)
    assert set(view["water"]) == {"ml", "goal_ml", "limit_ml", "pace_ml", "why", "withheld", "caution"}
    assert {"id", "label", "group", "done", "amount", "target", "withheld"} <= set(view["items"][0])
    assert set(view["logged"]) == {"potassium_mg", "calcium_mg", "magnesium_mg"}
    assert view["kept"] == {"days": 0, "of": 14}
    assert {"id", "name"} <= set(view["cramps"][0])
    assert set(view["next"]) == {"text", "why", "action"}


@pytest.mark.usefixtures("answered")
def test_people_read_the_day_in_lines(run: Commands, at: Wall) -> None:
    at(14, 5)
    run.out("cramp", "--none")
    run.out("drink", "250")
    run.out("tick", "covers-loose")
    run.out("eat", "banana")
    lines = run.out("today").splitlines()
    assert lines[0] == "Sunday 22 November 2026, until 04:00"
    assert "Last night  no cramp" in lines
    assert "Water       250 ml, no goal set" in lines
    assert "            coach stretch desk-break" in lines
    assert "  done  covers-loose  Covers loose at the feet       14:05" in lines
    assert "  1 of 2  potassium-food  A potassium-rich food  banana" in lines
    assert "In the foods you logged: potassium 422 mg, calcium 6 mg, magnesium 32 mg" in lines


def test_a_past_day_says_so(run: Commands) -> None:
    assert run.out("today", "--day", "yesterday").startswith(
        "Saturday 21 November 2026, until 04:00, a past day\n"
    )


def test_after_midnight_it_is_still_the_day_before(run: Commands, at: Wall) -> None:
    at(3, 59)
    assert run.json("today")["day"] == "2026-11-21"
    at(4, 0)
    assert run.json("today")["day"] == "2026-11-22"


@pytest.mark.usefixtures("answered")
def test_what_is_withheld_is_named_with_the_reason(run: Commands) -> None:
    run.out("profile", "condition.kidney-disease", "yes")
    text = run.out("today")
    assert "  left out  potassium-food" in text
    told = " ".join(text.split())
    assert "potassium-food: withheld until a clinician says yes: kidney disease. " in told


def test_sessions_show_how_long_was_held(run: Commands) -> None:
    run.out("stretch", "bedtime", "--plain")
    assert "  20:00  3:00 held  Bedtime\n" in run.out("today")


@pytest.mark.parametrize("day", ["tomorrow", "2026-11-23", "", "0x10"])
def test_no_day_is_refused(run: Commands, day: str) -> None:
    run.refused("today", "--day", day)


@pytest.mark.usefixtures("answered")
def test_the_status_line(run: Commands, at: Wall) -> None:
    at(14, 0)
    run.out("cramp", "--none")
    run.out("drink", "1.2l")
    assert run.out("status") == "1.2 l Desk break, 3 min\n"
    run.out("profile", "water.goal_ml", "2000")
    assert run.out("status", "--format", "{water}/{goal} {kept} {night}") == "1.2 l/2 l 0/14 no cramp\n"
    assert run.out("status", "--format", "{{}} cramp") == "{} cramp\n"


def test_the_status_for_programs(run: Commands) -> None:
    status = run.json("status")
    assert set(status) == {"day", "water", "due", "kept", "night"}
    assert status["day"] == "2026-11-22"
    assert status["water"]["ml"] == 0


@pytest.mark.parametrize(
    "template", ["{watr}", "{water.__class__}", "{water!r}", "{water:>999999999}", "{0}", "{}", "{water", "water}"]
)
def test_a_field_there_is_not_is_refused_with_those_there_are(run: Commands, template: str) -> None:
    told = run.refused("status", "--format", template)
    assert "water" in told
