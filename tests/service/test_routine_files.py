from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coach.errors import BadInputError, ContentError, StorageError
from coach.model.entry import StepDone
from coach.model.evidence import Evidence
from coach.model.order import Order
from coach.model.routine import Routine, Step, with_dose, with_step, with_step_moved, without_step
from coach.paths import folders
from coach.service.coach import Coach
from coach.service.routine_files import as_toml
from tests.support.clock import FakeClock

HOSTILE = '[/] [@click=app.quit]x[/] [Mg] "quoted" \\back שלום 🦵🏽 # no comment'


def files(coach: Coach) -> Path:
    return coach.places.own_content / "routines"


def test_a_copy_has_its_own_id_and_name_and_claims_nothing(coach: Coach) -> None:
    copy, bedtime = coach.routine_files.draft("bedtime"), coach.library.routines["bedtime"]
    assert (copy.id, copy.name, copy.evidence, copy.sources) == (
        "bedtime-mine",
        "Bedtime (mine)",
        Evidence.WEAK,
        (),
    )
    assert copy.steps == bedtime.steps
    assert (copy.withhold_if, copy.instead) == (bedtime.withhold_if, bedtime.instead)
    assert "[S" not in f"{copy.why}{copy.note}"
    assert not files(coach).exists()


def test_a_copy_that_was_done_ticks_what_its_original_ticks(coach: Coach) -> None:
    copy = coach.routine_files.draft("bedtime")
    coach.routine_files.save(copy)
    timeline = coach.sessions.timeline(copy.id)
    steps = tuple(
        StepDone(move=one.move, side=one.side, planned_s=one.seconds, held_s=one.seconds)
        for one in timeline.planned
    )
    coach.sessions.log(copy.id, coach.now(), steps)
    view = next(item for item in coach.day.today().items if item.id == "stretch-before-bed")
    assert view.done
    assert view.routine == "bedtime"


def test_a_saved_routine_is_in_the_library_at_once_and_at_the_next_start(coach: Coach, clock: FakeClock) -> None:
    coach.sessions.routines()
    saved = coach.routine_files.save(coach.routine_files.draft("bedtime"))
    view = coach.sessions.routine("bedtime-mine")
    assert (view.own, view.name) == (True, "Bedtime (mine)")
    assert coach.sessions.timeline("bedtime-mine").routine == "bedtime-mine"
    assert not coach.sessions.routine("bedtime").own
    assert coach.knowledge.check() == []
    again = Coach(coach.places, clock)
    assert again.library.routines["bedtime-mine"] == saved
    assert again.routine_files.draft("bedtime-mine") == saved


def test_the_file_is_for_its_owner_alone_and_holds_only_what_was_given(coach: Coach) -> None:
    draft = replace(coach.routine_files.draft("chair"), steps=(Step(move="march-seated", hold_s=2.5),))
    coach.routine_files.save(draft)
    (path,) = files(coach).iterdir()
    assert (path.name, path.stat().st_mode & 0o777) == ("chair-mine.toml", 0o600)
    document = tomllib.loads(path.read_text())
    assert document["steps"] == [{"move": "march-seated", "hold_s": 2.5}]
    assert not {"id", "order", "sources", "change_side_s"} & set(document)


def test_a_second_copy_takes_another_id_even_beside_a_file_that_cannot_be_read(coach: Coach) -> None:
    coach.routine_files.save(coach.routine_files.draft("bedtime"))
    (files(coach) / "bedtime-mine-2.toml").write_text("not [ toml")
    assert coach.routine_files.draft("bedtime").id == "bedtime-mine-3"
    assert coach.routine_files.draft("bedtime").name == "Bedtime (mine) 2"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"steps": ()}, "no steps"),
        ({"steps": (Step(move="moonwalk"),)}, "no move 'moonwalk'"),
        ({"steps": (Step(move="march", hold_s=-1),)}, "hold_s"),
        ({"steps": (Step(move="march", repetitions=999),)}, "repetitions"),
        ({"steps": (Step(move="march", rest_s=9999),)}, "rest_s"),
        ({"change_side_s": 0}, "change_side_s"),
        ({"name": " \x1b "}, "needs a name"),
        ({"name": "x" * 10_000}, "too long"),
        ({"id": "bedtime"}, "'bedtime' is taken"),
        ({"id": "no id"}, "no id"),
    ],
)
def test_what_the_library_would_not_take_is_not_written(
    coach: Coach, change: dict[str, object], fault: str
) -> None:
    draft = replace(coach.routine_files.draft("bedtime"), **change)
    with pytest.raises(ContentError, match=fault):
        coach.routine_files.save(draft)
    assert not files(coach).exists()


def test_hostile_text_is_read_back_as_it_was_typed(coach: Coach) -> None:
    draft = replace(coach.routine_files.draft("bedtime"), name=HOSTILE[:60], when=HOSTILE, note=HOSTILE * 100)
    saved = coach.routine_files.save(draft)
    assert (saved.when, saved.note) == (HOSTILE, (HOSTILE * 100))
    coach.routine_files.save(replace(draft, when="a\x1b[31mb\nc"))
    assert coach.library.routines["bedtime-mine"].when == "a[31mb c"


def test_a_deleted_routine_is_gone_and_its_sessions_stay(coach: Coach, clock: FakeClock) -> None:
    coach.routine_files.save(coach.routine_files.draft("bedtime"))
    coach.sessions.log("bedtime-mine", clock.now(), ())
    coach.routine_files.delete("bedtime-mine")
    assert list(files(coach).iterdir()) == []
    with pytest.raises(BadInputError):
        coach.sessions.routine("bedtime-mine")
    assert [entry.kind for entry in coach.entries.log(days=1)] == ["session"]


def test_a_shipped_routine_cannot_be_deleted(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="came with coach"):
        coach.routine_files.delete("bedtime")


def test_what_cannot_be_written_is_told_and_nothing_changes(tmp_path: Path, clock: FakeClock) -> None:
    coach = Coach(folders(tmp_path), clock)
    coach.places.own_content.parent.mkdir(parents=True)
    coach.places.own_content.write_text("a file in the way")
    with pytest.raises(StorageError):
        coach.routine_files.save(coach.routine_files.draft("bedtime"))
    assert "bedtime-mine" not in coach.library.routines


steps = st.builds(
    Step,
    move=st.sampled_from(["march", "calf-wall", "ankle-circles"]),
    hold_s=st.none() | st.floats(0.1, 3600),
    repetitions=st.none() | st.integers(1, 200),
    rest_s=st.none() | st.floats(0, 600),
)
routines = st.builds(
    Routine,
    id=st.just("mine"),
    name=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20),
    when=st.just(""),
    why=st.just(""),
    evidence=st.just(Evidence.WEAK),
    steps=st.lists(steps, min_size=1, max_size=5).map(tuple),
    order=st.sampled_from(Order),
    change_position_s=st.floats(0.5, 3600),
)


@given(routines)
def test_whatever_is_written_is_read_back_the_same(routine: Routine) -> None:
    import msgspec

    document = tomllib.loads(as_toml(routine))
    assert msgspec.convert({"id": "mine", **document}, Routine) == routine


@given(routines, st.integers(0, 4), st.integers(-9, 9))
def test_moving_a_step_keeps_all_of_them(routine: Routine, place: int, by: int) -> None:
    place %= len(routine.steps)
    moved, there = with_step_moved(routine, place, by)
    assert moved.steps[there] == routine.steps[place]
    assert without_step(moved, there) == without_step(routine, place)


def test_adding_dropping_and_dosing_touch_one_step() -> None:
    routine = routines_of("a", "b")
    assert with_step(routine, 1, Step(move="c")) == routines_of("a", "c", "b")
    assert without_step(routine, 0) == routines_of("b")
    assert with_dose(routine, 1, Step(move="b", hold_s=9)).steps[1].hold_s == 9


def routines_of(*moves: str) -> Routine:
    return Routine(
        id="mine",
        name="Mine",
        when="",
        why="",
        evidence=Evidence.WEAK,
        steps=tuple(Step(move=move) for move in moves),
    )
