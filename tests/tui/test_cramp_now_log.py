"""Cramp now, once it has let go: logged in one key with what is known, mended or taken back after."""

from __future__ import annotations

from datetime import date, datetime
from unittest.mock import patch

import pytest

from coach.cues.cues import Cues
from coach.model.entry import Cramp, Side
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

TODAY = date(2026, 11, 22)
HOSTILE = "[/] [@click=app.quit]x[/] [Mg] \x1b[31mred\x1b[0m שלום 🦵🏽 "


def cramps(coach: Coach) -> list[Cramp]:
    return [entry for entry in coach.diary.entries(TODAY, TODAY) if isinstance(entry, Cramp)]


def flat(app: CoachApp) -> str:
    """The screen's text as one line, for sentences that wrap."""
    return " ".join(screen_text(app).split())


async def test_enter_logs_what_is_known_and_shows_what_follows(coach: Coach, clock: FakeClock) -> None:
    clock.set(datetime(2026, 11, 23, 3, 10))
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "f", "left", "minus")
        clock.advance(90)
        await pilot.press("enter")
        (cramp,) = cramps(coach)
        assert (cramp.site, cramp.side, cramp.minutes, cramp.woke) == ("foot", Side.LEFT, 2.5, True)
        assert cramp.released_by == ("stretch",)
        assert f"{cramp.at:%d %H:%M:%S}" == "23 03:09:00"
        shown = flat(app)
        assert "Back to bed, covers loose" in shown
        assert "Never point or curl the toes down" in shown
        assert "Logged: foot, left leg, 2.5 min, woke you" in shown
        await pilot.press("enter")
        assert "1 Today" in screen_text(app)
        assert len(cramps(coach)) == 1


async def test_a_cramp_by_day_does_not_claim_to_have_woken_anyone(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "enter")
        assert [(cramp.woke, cramp.side, cramp.minutes) for cramp in cramps(coach)] == [(None, None, 0.5)]


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_leaving_logs_nothing_and_does_not_quit(coach: Coach, key: str) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "space", key)
        assert "1 Today" in screen_text(app)
        assert app.is_running
        assert cramps(coach) == []


async def test_logged_without_an_end_when_it_has_not_let_go(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c")
        clock.advance(600)
        await wait_for(pilot, lambda: "l log it and leave" in screen_text(app))
        await pilot.press("l")
        await wait_for(pilot, lambda: "1 Today" in screen_text(app))
        (cramp,) = cramps(coach)
        assert (cramp.minutes, cramp.released_by) == (None, ())
        await pilot.press("u")
        assert cramps(coach) == []


async def test_details_are_written_to_the_logged_cramp_and_faults_said_in_place(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "enter", "d", *"11", "tab", *"left", "enter")
        assert "pain cannot be '11'" in screen_text(app)
        assert "11" in screen_text(app)
        await pilot.press("backspace", *["tab"] * 9, *"new [Mg] shoes", "enter")
        (cramp,) = cramps(coach)
        assert (cramp.pain, cramp.side, cramp.note) == (1, Side.LEFT, "new [Mg] shoes")
        assert "new [Mg] shoes" in flat(app)


async def test_a_log_is_taken_back_and_can_be_written_again(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "enter", "u")
        assert cramps(coach) == []
        assert "Not logged." in screen_text(app)
        await pilot.press("l")
        assert len(cramps(coach)) == 1


async def test_a_diary_that_cannot_be_written_is_told_and_the_follow_up_is_shown(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c")
        away = coach.places.diary.rename(coach.places.data / "away")
        coach.places.diary.write_text("in the way")
        await pilot.press("enter")
        assert "Not logged." in screen_text(app)
        assert "Go easy on this leg today" in flat(app)
        coach.places.diary.unlink()
        away.rename(coach.places.diary)
        await pilot.press("l")
        assert len(cramps(coach)) == 1


async def test_a_hostile_note_is_shown_as_typed(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("c", "enter")
        coach.entries.edit(cramps(coach)[0].id, {"note": HOSTILE + "y" * 5000})
        await pilot.press("d", "tab", "tab", "tab", *"7", "enter")
        await wait_for(pilot, lambda: "7 min" in screen_text(app))
        assert "[/] [@click=app.quit]x[/] [Mg] [31mred[0m" in flat(app)
        assert "enter back" in screen_text(app)


@pytest.mark.parametrize(
    ("keys", "signs"),
    [
        (["enter"], None),
        (["n", "enter"], False),
        (["exclamation_mark", "escape", "y", "enter"], True),
        (["exclamation_mark", "escape", "y", "l"], True),
        (["enter", "n"], False),
        (["n", "enter", "y", "escape"], True),
    ],
)
async def test_what_was_answered_about_red_flags_is_kept_with_the_cramp(
    coach: Coach, keys: list[str], signs: bool | None
) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", *keys)
        assert [cramp.signs for cramp in cramps(coach)] == [signs]
        if signs and "l" not in keys:
            assert "no stretch, no rubbing, no warmth" in flat(app)
            assert "Never point" not in flat(app)
            assert "a red-flag sign fitted" in flat(app)


async def test_it_is_silent_and_goes_on_without_a_diary(coach: Coach, clock: FakeClock) -> None:
    coach.places.diary.rename(coach.places.data / "away")
    coach.places.diary.write_text("in the way")
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        with patch.object(app, "bell") as bell, patch.object(Cues, "play") as play:
            await pilot.press("c")
            assert "ONE QUESTION FIRST" in screen_text(app)
            await pilot.press("n")
            assert "Light on." in screen_text(app)
            await pilot.press("space", "exclamation_mark", "escape")
            clock.advance(700)
            await wait_for(pilot, lambda: "more than 10 minutes" in flat(app))
            await pilot.press("enter")
            assert "It has let go." in flat(app)
            assert "Not logged." in flat(app)
        bell.assert_not_called()
        play.assert_not_called()
