"""The options of a routine: turned with the arrows, kept as one action when the dialog is left."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.model.entry import Felt, Side, StepDone
from coach.model.options import OPTION_KEYS, Options, options_of, read_option
from coach.model.routine import Routine
from coach.model.setting import Scalar
from coach.service.coach import Coach
from coach.session.session import State
from coach.tui.app import CoachApp
from coach.tui.screens.stretch import StretchScreen
from coach.tui.widgets.option_rows import OPTION_ROWS, option_rows, options_said, stepped
from coach.tui.widgets.row_list import RowList
from tests.support.clock import FakeClock
from tests.support.short_routine import player
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

STEP = StepDone(move="calf-wall", side=Side.LEFT, planned_s=30, held_s=30)


def bedtime() -> Routine:
    from coach.library.library import Library
    from coach.paths import content_root

    return Library(content_root()).routines["bedtime"]


BEDTIME = bedtime()


def stored(value: object) -> Scalar:
    assert isinstance(value, get_args(Scalar))
    return value


def chosen(coach: Coach) -> dict[str, Scalar]:
    return {key: value for key, value in coach.profile.settings().items() if key.startswith("routine.")}


def put_a_file_in_the_way(coach: Coach) -> None:
    coach.places.diary.rename(coach.places.diary.with_name("away"))
    coach.places.diary.write_text("a file in the way")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_every_option_is_on_the_screen_with_the_length(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "Bedtime" in screen_text(app))
        await pilot.press("o")
        await wait_for(pilot, lambda: "begins by itself" in screen_text(app))
        text = screen_text(app)
        assert "4:45" in text
        for label in ("Dose of holds", "Rounds", "Legs", "Begins with", "To get ready", "Between moves"):
            assert label in text
        assert "Only holds change." in " ".join(text.split())
        assert "esc done" in text


async def test_turning_shows_the_new_length_and_leaving_keeps_it_as_one_action(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Bedtime" in screen_text(app))
        await pilot.press("o", "right", "down", "right")
        await wait_for(pilot, lambda: "2 times" in screen_text(app))
        assert "● yours" in screen_text(app)
        assert chosen(coach) == {}
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Your way: holds for flexibility, 2 rounds." in screen_text(app))
        assert chosen(coach) == {"routine.bedtime.dose": "flexibility", "routine.bedtime.rounds": 2}
        await pilot.press("u")
        await wait_for(pilot, lambda: "Your way" not in screen_text(app))
        assert chosen(coach) == {}


async def test_r_is_back_to_the_routine_as_written(coach: Coach) -> None:
    coach.profile.set_all({"routine.bedtime.rounds": "3", "routine.bedtime.wait": "yes"})
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Your way" in screen_text(app))
        await pilot.press("o")
        await wait_for(pilot, lambda: "3 times" in screen_text(app))
        await pilot.press("r")
        await wait_for(pilot, lambda: "● yours" not in screen_text(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Your way" not in screen_text(app))
        assert coach.person().options("bedtime") == Options()


async def test_turning_there_and_back_writes_nothing(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Bedtime" in screen_text(app))
        before = len(coach.diary.versions())
        await pilot.press("o", "right", "left", "escape")
        await wait_for(pilot, lambda: "STEPS" in screen_text(app))
        assert len(coach.diary.versions()) == before


async def test_what_cannot_be_kept_is_said_and_leaving_again_lets_it_go(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Bedtime" in screen_text(app))
        await pilot.press("o", "right")
        put_a_file_in_the_way(coach)
        await pilot.press("escape")
        await wait_for(pilot, lambda: "esc again" in screen_text(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Dose of holds" not in screen_text(app))


async def test_a_diary_that_cannot_be_read_is_told_and_the_app_goes_on(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Bedtime" in screen_text(app))
        put_a_file_in_the_way(coach)
        await pilot.press("o", "e")
        await wait_for(pilot, lambda: "Not a directory" in " ".join(screen_text(app).split()))
        assert isinstance(app.screen, StretchScreen)


async def test_the_session_heeds_the_options(coach: Coach) -> None:
    coach.profile.set_all({"routine.bedtime.start_side": "right", "routine.bedtime.lead_in_s": "30"})
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "the right leg first" in screen_text(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        first = player(app).timeline.segments[0]
        assert (first.side, first.seconds) == (Side.RIGHT, 30)


async def test_after_pain_the_card_says_so_and_g_starts_the_gentler_way(coach: Coach, clock: FakeClock) -> None:
    coach.sessions.log("bedtime", clock.now(), (STEP,), Felt.PAIN)
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Last time it hurt: g starts the gentler" in screen_text(app))
        await pilot.press("down")
        await wait_for(pilot, lambda: "Last time it hurt" not in screen_text(app))
        await pilot.press("g")
        await pilot.pause()
        assert "GET READY" not in screen_text(app)
        await pilot.press("up", "g")
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        assert player(app).timeline.name == "Bedtime, gentler"
        assert player(app).session.state is State.RUNNING


turns = st.lists(st.tuples(st.sampled_from(sorted(OPTION_KEYS)), st.sampled_from([-1, 1])), max_size=30)


@given(turns)
def test_whatever_is_turned_can_be_stored_and_said(turned: list[tuple[str, int]]) -> None:
    options = Options()
    for name, by in turned:
        options = stepped(options, BEDTIME, name, by)
    chosen = options.chosen()
    said = {name: "yes" if value is True else str(value) for name, value in chosen.items()}
    assert options_of({name: stored(read_option(name, text)) for name, text in said.items()}) == options
    assert len(option_rows(options, BEDTIME)) == OPTION_ROWS == len(OPTION_KEYS)
    assert bool(options_said(options)) == bool(chosen)


@pytest.mark.parametrize("name", sorted(OPTION_KEYS))
def test_each_option_has_more_than_one_value_and_a_way_back(name: str) -> None:
    assert OPTION_KEYS[name]
    there = stepped(Options(), BEDTIME, name, 1)
    assert there.chosen().keys() == {name}
    assert stepped(there, BEDTIME, name, -1) == Options()


async def test_the_rows_are_the_only_thing_with_a_cursor(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Bedtime" in screen_text(app))
        await pilot.press("o", "end")
        await wait_for(pilot, lambda: "so that there is no" in screen_text(app))
        assert app.screen.query_one(RowList).cursor == "wait"
        assert app.focused is app.screen.query_one(RowList)
