"""The routine editor: a shipped routine copied, changed, saved, edited again and deleted, by keys alone."""

from __future__ import annotations

import tomllib

import pytest
from textual.pilot import Pilot

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.screens.editor import EditorScreen
from coach.tui.screens.stretch import StretchScreen
from coach.tui.widgets.row_list import RowList
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

HOSTILE = "[/] [@click=app.quit]x[/] [Mg] שלום"


def flat(app: CoachApp) -> str:
    return " ".join(screen_text(app).split())


def editing(app: CoachApp) -> EditorScreen:
    assert isinstance(app.screen, EditorScreen)
    return app.screen


def moves(app: CoachApp) -> list[str]:
    return [step.move for step in editing(app).routine.steps]


async def opened(pilot: Pilot[int], app: CoachApp, routine: str = "bedtime") -> None:
    await wait_for(pilot, lambda: isinstance(app.screen, StretchScreen) and "After a run" in screen_text(app))
    app.screen.query_one(RowList).cursor = routine
    await pilot.press("e")
    await wait_for(pilot, lambda: isinstance(app.screen, EditorScreen) and "STEPS" in screen_text(app))


async def typed(pilot: Pilot[int], text: str) -> None:
    for char in text:
        await pilot.press("space" if char == " " else char)


def saved(coach: Coach, routine: str = "bedtime-mine") -> dict[str, object]:
    return tomllib.loads((coach.places.own_content / "routines" / f"{routine}.toml").read_text())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_copy_with_its_steps_and_every_key(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=size, notifications=True) as pilot:
        await opened(pilot, app)
        text = screen_text(app)
        assert "Bedtime (mine)   4:45   not saved yet" in text
        for said in ("Wall calf stretch", "3 × 10 s each leg", "legs in turn", "^s save", "esc leave"):
            assert said in text
        assert not (coach.places.own_content / "routines").exists()


async def test_add_drop_move_and_save(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, app)
        await pilot.press("a")
        await typed(pilot, "foot bed")
        await wait_for(pilot, lambda: "Foot up in bed" in screen_text(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, EditorScreen))
        assert moves(app) == ["calf-wall", "foot-up-bed", "hamstring-standing", "toe-pull-chair"]
        await pilot.press("greater_than_sign", "greater_than_sign", "greater_than_sign")
        assert moves(app) == ["calf-wall", "hamstring-standing", "toe-pull-chair", "foot-up-bed"]
        await pilot.press("less_than_sign", "ctrl+up", "shift+down", "home", "x")
        assert moves(app) == ["hamstring-standing", "foot-up-bed", "toe-pull-chair"]
        await pilot.press("o", "ctrl+s")
        await wait_for(pilot, lambda: "Bedtime (mine) is saved" in screen_text(app))
        assert isinstance(app.screen, StretchScreen)
        assert app.screen.query_one(RowList).cursor == "bedtime-mine"
        assert "order" not in saved(coach)
        assert coach.sessions.routine("bedtime-mine").moves == (
            "Standing hamstring stretch",
            "Foot up in bed",
            "Chair toe pull",
        )
        await pilot.press("enter")
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        assert "Standing hamstring stretch" in flat(app)


async def test_the_dose_is_typed_and_a_fault_is_said_where_it_is(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, app)
        await pilot.press("enter")
        await wait_for(pilot, lambda: "hold, seconds" in screen_text(app))
        await pilot.press("x", "enter")
        await wait_for(pilot, lambda: "that cannot be '10x'" in flat(app))
        await pilot.press("backspace", "backspace", "backspace")
        await typed(pilot, "22.5")
        await pilot.press("tab", "backspace", "enter")
        await wait_for(pilot, lambda: isinstance(app.screen, EditorScreen))
        assert "2 × 22.5 s each leg" in screen_text(app)
        await pilot.press("ctrl+s")
        await wait_for(pilot, lambda: isinstance(app.screen, StretchScreen))
        steps = saved(coach)["steps"]
        assert isinstance(steps, list)
        assert steps[0] == {"move": "calf-wall", "hold_s": 22.5, "rest_s": 10}


async def test_a_routine_without_steps_is_refused_in_place_and_can_be_filled(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await opened(pilot, app)
        await pilot.press("x", "delete", "x", "x", "enter", "less_than_sign")
        await wait_for(pilot, lambda: "nothing yet: a adds a move" in screen_text(app))
        await pilot.press("ctrl+s")
        await wait_for(pilot, lambda: "no steps; add a step with a move" in flat(app))
        assert "bedtime-mine" not in coach.library.routines
        await pilot.press("a", "enter")
        await wait_for(pilot, lambda: "Ankle circles" in screen_text(app))
        assert "no steps" not in screen_text(app)
        await pilot.press("ctrl+s")
        await wait_for(pilot, lambda: isinstance(app.screen, StretchScreen))
        assert "bedtime-mine" in coach.library.routines


async def test_a_hostile_name_is_shown_and_kept_as_typed(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await opened(pilot, app)
        await pilot.press("n")
        await wait_for(pilot, lambda: "What is it called?" in screen_text(app))
        await pilot.press("ctrl+u")
        await typed(pilot, HOSTILE)
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, EditorScreen) and HOSTILE in screen_text(app))
        await pilot.press("ctrl+s")
        await wait_for(pilot, lambda: f"{HOSTILE} is saved" in screen_text(app))
        assert saved(coach)["name"] == HOSTILE
        await pilot.press("o")
        await wait_for(pilot, lambda: "Rounds" in screen_text(app))
        await pilot.press("escape", "delete")
        await wait_for(pilot, lambda: f"Delete {HOSTILE}?" in screen_text(app))


async def test_a_very_long_name_is_refused_in_place(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await opened(pilot, app)
        await pilot.press("n")
        await wait_for(pilot, lambda: "What is it called?" in screen_text(app))
        app.screen.query_one("PlainInput").value = "x[/]" * 2500  # type: ignore[attr-defined]
        await pilot.press("enter", "ctrl+s")
        await wait_for(pilot, lambda: "keep it to 60 characters" in flat(app))
        assert "Wall calf stretch" in screen_text(app)


async def test_leaving_asks_about_what_is_not_saved(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, app)
        await pilot.press("x", "escape")
        await wait_for(pilot, lambda: "This is not saved yet" in screen_text(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: isinstance(app.screen, EditorScreen))
        await pilot.press("q", "down", "enter")
        await wait_for(pilot, lambda: isinstance(app.screen, StretchScreen))
        assert "bedtime-mine" not in coach.library.routines
        await opened(pilot, app)
        await pilot.press("x", "escape", "enter")
        await wait_for(pilot, lambda: isinstance(app.screen, StretchScreen))
        assert len(coach.library.routines["bedtime-mine"].steps) == 2


async def test_an_own_routine_is_edited_and_left_without_a_question_and_deleted_with_one(coach: Coach) -> None:
    coach.routine_files.save(coach.routine_files.draft("bedtime"))
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, app, "bedtime-mine")
        assert "not saved yet" not in screen_text(app)
        await pilot.press("escape")
        await wait_for(pilot, lambda: isinstance(app.screen, StretchScreen))
        await pilot.press("delete")
        await wait_for(pilot, lambda: "Delete Bedtime (mine)?" in screen_text(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, StretchScreen))
        assert "bedtime-mine" in coach.library.routines
        await pilot.press("delete", "down", "enter")
        await wait_for(pilot, lambda: "is deleted" in screen_text(app))
        assert "bedtime-mine" not in coach.library.routines
        app.screen.query_one(RowList).cursor = "bedtime"
        await pilot.press("delete")
        await pilot.pause()
        assert isinstance(app.screen, StretchScreen)


async def test_a_full_or_closed_folder_is_said_and_nothing_is_lost(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, app)
        coach.places.own_content.parent.mkdir(parents=True, exist_ok=True)
        coach.places.own_content.write_text("a file in the way")
        await pilot.press("x", "ctrl+s")
        await wait_for(pilot, lambda: "nothing was written" in flat(app))
        assert moves(app) == ["hamstring-standing", "toe-pull-chair"]
        coach.places.own_content.unlink()
        await pilot.press("ctrl+s")
        await wait_for(pilot, lambda: isinstance(app.screen, StretchScreen))
        assert len(coach.library.routines["bedtime-mine"].steps) == 2


async def test_moves_are_searched_and_what_is_withheld_says_so(coach: Coach) -> None:
    coach.profile.set("condition.balance-problem", "yes")
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, app, "chair")
        await pilot.press("a")
        await typed(pilot, "wall calf")
        await wait_for(pilot, lambda: "Withheld from you: a balance problem" in screen_text(app))
        await typed(pilot, " [/]")
        await wait_for(pilot, lambda: "no move speaks of that" in screen_text(app))
        await pilot.press("enter", "down", "escape")
        await wait_for(pilot, lambda: isinstance(app.screen, EditorScreen))
        assert len(moves(app)) == 6


async def test_rounds_and_the_leg_that_begins_are_set_and_stand_in_the_file(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await opened(pilot, app)
        assert "legs in turn, left first, once" in flat(app)
        await pilot.press("r", "r", "s")
        await wait_for(pilot, lambda: "legs in turn, right first, 3 rounds" in flat(app))
        await pilot.press("ctrl+s")
        await wait_for(pilot, lambda: isinstance(app.screen, StretchScreen))
    assert (saved(coach)["rounds"], saved(coach)["start_side"]) == (3, "right")
    assert coach.sessions.timeline("bedtime-mine").segments[0].rounds == 3


async def test_after_the_most_rounds_comes_one_again(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, app)
        await pilot.press("r", "r", "r", "r", "r")
        await wait_for(pilot, lambda: "once" in flat(app))
