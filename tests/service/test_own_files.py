from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import BadInputError, ContentError
from coach.service.coach import Coach

ROUTINE = """
name = "From the physio"
when = "Mornings"
why = "For a stiff calf."
evidence = "weak"

[[steps]]
move = "toe-pull-chair"
"""


def sent(tmp_path: Path, text: str, name: str = "from-physio.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_routine_is_a_commented_file_that_can_be_done_at_once(coach: Coach) -> None:
    made = coach.own_files.new_routine('After "work" \\ sport')
    assert made.id == "after-work-sport"
    text = made.path.read_text(encoding="utf-8")
    assert text.count("#") > 8
    view = coach.sessions.routine(made.id)
    assert view.name == 'After "work" \\ sport'
    assert view.own
    assert view.seconds > 60
    assert not coach.knowledge.check()


@pytest.mark.parametrize("name", ["", "  ", "†", "日本"])
def test_a_name_that_no_id_can_be_made_of_is_refused(coach: Coach, name: str) -> None:
    with pytest.raises(BadInputError, match="no id"):
        coach.own_files.new_routine(name)


@pytest.mark.parametrize("name", ["Bedtime", "bed time", "calf wall"])
def test_a_name_that_is_taken_is_refused(coach: Coach, name: str) -> None:
    if name == "bed time":
        coach.own_files.new_routine(name)
    with pytest.raises(BadInputError, match="taken"):
        coach.own_files.new_routine(name)


def test_a_routine_arrives_as_one_file(coach: Coach, tmp_path: Path) -> None:
    taken = coach.own_files.bring_in(sent(tmp_path, ROUTINE, "From Physio.toml"))
    assert (taken.kind, taken.id, taken.name) == ("routine", "from-physio", "From the physio")
    assert coach.sessions.routine("from-physio").own
    assert taken.path.read_text(encoding="utf-8") == ROUTINE


def test_a_move_arrives_as_one_file_and_a_routine_may_use_it(coach: Coach, tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "content" / "moves" / "toe-pull-chair.toml"
    taken = coach.own_files.bring_in(sent(tmp_path, shipped.read_text(encoding="utf-8"), "my-pull.toml"))
    assert (taken.kind, taken.id) == ("move", "my-pull")
    coach.own_files.bring_in(sent(tmp_path, ROUTINE.replace("toe-pull-chair", "my-pull")))
    assert coach.sessions.routine("from-physio").moves


def test_the_same_file_twice_overwrites_nothing(coach: Coach, tmp_path: Path) -> None:
    taken = coach.own_files.bring_in(sent(tmp_path, ROUTINE))
    with pytest.raises(BadInputError, match="taken"):
        coach.own_files.bring_in(sent(tmp_path, ROUTINE.replace("physio", "doctor")))
    assert "physio" in taken.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("colour = 1", "neither a routine nor a move"),
        (ROUTINE.replace("toe-pull-chair", "toe-pul-chair"), "no move 'toe-pul-chair'"),
        (ROUTINE.replace('move = "toe-pull-chair"', 'move = "toe-pull-chair"\nhold_s = -5'), "hold_s"),
        (ROUTINE.replace('"weak"', '"certain"'), "evidence"),
        (ROUTINE.replace("name =", "title ="), "title"),
        (ROUTINE + '\nwithhold_if = ["gout"]', "withhold_if"),
        (ROUTINE.replace("[[steps]]", 'withhold_if = ["gout"]\n[[steps]]'), "no condition 'gout'"),
        (ROUTINE + "[[\nname", r"line \d+"),
        (ROUTINE.replace("Mornings", "Morn\x1bings"), "line 3"),
        (ROUTINE + "# " + "x" * 2_000_000, "larger than 1 MB"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_is_written(
    coach: Coach, tmp_path: Path, text: str, named: str
) -> None:
    with pytest.raises((BadInputError, ContentError), match=named):
        coach.own_files.bring_in(sent(tmp_path, text))
    assert not list(coach.places.own_content.glob("routines/*"))


def test_a_link_that_goes_round_in_a_circle_is_named(coach: Coach, tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    with pytest.raises(ContentError, match=r"loop\.toml"):
        coach.own_files.bring_in(loop)
