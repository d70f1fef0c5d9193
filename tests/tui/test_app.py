"""The app itself: themes, the palette, leaving, and a session that waits."""

from __future__ import annotations

import pytest

from coach.errors import StorageError
from coach.service.coach import Coach
from coach.service.sessions import SessionService
from coach.tui.app import CoachApp
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")


async def test_a_theme_of_textual_suits_every_mode(coach: Coach) -> None:
    coach.settings.set("theme", "nord")
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for key, shows in (("2", "Dehydration"), ("3", "STEPS"), ("4", "Everything"), ("1", "FOOD")):
            await pilot.press(key)
            await wait_for(pilot, lambda shows=shows: shows in screen_text(app))  # type: ignore[misc]


async def test_a_theme_of_the_settings_is_worn_and_an_unknown_one_is_not(coach: Coach) -> None:
    coach.settings.set("theme", "nord")
    assert CoachApp(coach).theme == "nord"
    coach.settings.set("theme", "no-such-theme")
    assert CoachApp(coach).theme == "coach-dark"


async def test_the_palette_finds_an_action_by_its_name(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "STRETCH AND POSTURE" in screen_text(app))
        await pilot.press("ctrl+p", *"usual", "space", *"vessel")
        await wait_for(pilot, lambda: "Drink the usual vessel" in screen_text(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Water       250 ml" in screen_text(app))


async def test_a_session_that_waits_is_named_in_every_mode(coach: Coach) -> None:
    app = CoachApp(coach, routine="chair")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        for key in "142":
            await pilot.press(key)
            await wait_for(pilot, lambda: "‖ Chair only waits" in screen_text(app))
        await pilot.press("3")
        await wait_for(pilot, lambda: "waits" not in screen_text(app).splitlines()[0])
        assert "PAUSED" in screen_text(app)


async def test_a_second_session_is_not_begun_over_one_under_way(coach: Coach) -> None:
    app = CoachApp(coach, routine="chair")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        await app.play("bedtime")
        await wait_for(pilot, lambda: "under way" in screen_text(app))
        assert "Chair only" in screen_text(app)


async def test_a_withheld_routine_is_refused_with_its_reason(coach: Coach) -> None:
    coach.profile.set("condition.balance-problem", "yes")
    app = CoachApp(coach, routine="bedtime")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "withheld" in screen_text(app))
        assert "GET READY" not in screen_text(app)


async def test_leaving_keeps_what_was_held(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach, routine="chair")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        await pilot.press("n")
        clock.advance(1.5)
        await wait_for(pilot, lambda: "0:39" in screen_text(app) or "REPEAT" in screen_text(app))
        await pilot.press("ctrl+q")
    (session,) = coach.entries.log(kind="session")
    assert session.steps[0].held_s == pytest.approx(1.5)  # type: ignore[attr-defined]


async def test_leaving_stays_once_when_the_session_cannot_be_kept(
    coach: Coach, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageError("the disk is full: nothing was written", "make room and try again")

    monkeypatch.setattr(SessionService, "log", full)
    app = CoachApp(coach, routine="chair")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        await pilot.press("n")
        clock.advance(1.5)
        await pilot.press("ctrl+q")
        await wait_for(pilot, lambda: "the disk is full" in screen_text(app))
        assert app.is_running
        await pilot.press("ctrl+q")
    assert app.return_code == 0


@pytest.mark.parametrize("columns", [60, 76, 80, 120])
@pytest.mark.parametrize("name", ["Bed", "Bedtime", "Bedtime, all in bed, gentler", "腿" * 30])
async def test_a_long_name_that_waits_leaves_the_way_to_help_whole(coach: Coach, columns: int, name: str) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(columns, 24), notifications=True) as pilot:
        app.show_waiting(name)
        await wait_for(pilot, lambda: "waits" in screen_text(app))
        line = screen_text(app).splitlines()[0]
        assert line.rstrip().endswith(("c CRAMP NOW", "c CRAMP NOW   ? keys"))
        assert name in line or line.rstrip().endswith("NOW")
