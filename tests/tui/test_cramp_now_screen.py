"""Cramp now: relief before any form, the safe order, and one key that logs it."""

from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot

from coach.advice.relief import for_leg, limb_named
from coach.model.entry import Cramp, Side
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.screens.cramp_now import CrampNowScreen
from coach.tui.widgets.relief_figure import ReliefFigure
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

TODAY = date(2026, 11, 22)
SIZES = [(60, 20), (120, 40)]
FIRST = "Stay in bed or sit down."


def cramps(coach: Coach) -> list[Cramp]:
    return [entry for entry in coach.diary.entries(TODAY, TODAY) if isinstance(entry, Cramp)]


def flat(app: CoachApp) -> str:
    """The screen's text as one line, for sentences that wrap."""
    return " ".join(screen_text(app).split())


async def goes_by(pilot: Pilot[int], clock: FakeClock, seconds: int, then: str) -> None:
    """Let time pass second by second, as it does before someone's eyes."""
    assert isinstance(pilot.app.screen, CrampNowScreen)
    for _ in range(seconds):
        clock.advance(1)
        pilot.app.screen._look()
    await wait_for(pilot, lambda: then in " ".join(screen_text(pilot.app).split()))


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_and_the_first_safe_step_is_there(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("c")
        shown = flat(app)
        assert FIRST in shown
        assert "step 1 of 8" in shown
        assert "of 30, slowly" in shown
        assert "swollen, hot or darker before the cramp?" in shown
        assert "! if one fits" in shown
        assert "enter it has let go" in shown
        assert "a Calf" in shown
        assert "t Thigh (front)" in shown


@pytest.mark.parametrize("site", ["calf", "foot", "hamstring", "quadriceps", "shin", "inner-thigh"])
async def test_no_step_of_any_muscle_is_cut_off(coach: Coach, site: str) -> None:
    app = CoachApp(coach, site=site)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.press("left", "n")
        steps = coach.cramps.relief(site).steps
        for number, step in enumerate(steps, 1):
            assert for_leg(step.text, Side.LEFT) in flat(app)
            assert f"step {number} of {len(steps)}" in flat(app)
            assert limb_named(coach.cramps.sites()[site], Side.LEFT).upper() in screen_text(app)
            assert "enter it has let go" in flat(app)
            await pilot.press("space")


async def test_the_muscle_of_the_last_cramp_comes_first(coach: Coach) -> None:
    coach.cramps.log(site="hamstring")
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c")
        assert "Let the knee straighten slowly" in flat(app)


async def test_letters_change_the_muscle_and_arrows_the_leg(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "f", "space")
        assert "Hold all the toes from below" in flat(app)
        await pilot.press("right")
        assert "RIGHT FOOT" in screen_text(app)
        await pilot.press("a")
        assert FIRST in flat(app)
        assert "RIGHT CALF" in screen_text(app)


async def test_a_click_does_what_its_key_does(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c")
        line = screen_text(app).splitlines()
        row = next(number for number, text in enumerate(line) if "t Thigh (front)" in text)
        await pilot.click(offset=(line[row].index("Thigh (front)"), row))
        assert "Slide the heel back" in flat(app)


async def test_time_goes_on_by_itself_and_shows_what_is_left(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c")
        await goes_by(pilot, clock, 10, "Light on")
        await goes_by(pilot, clock, 20, "step 2 of 8")
        assert "Straighten the knee slowly." in flat(app)
        await goes_by(pilot, clock, 20, "step 3 of 8")


async def test_standing_comes_only_after_the_question_was_there_for_a_step(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.press("c", "space", "space", "space", "space")
        assert "Only if steady" not in screen_text(app)
        assert "If nothing fits, it goes on by itself." in flat(app)
        await pilot.press("space")
        assert "Only if steady" not in screen_text(app)
        await goes_by(pilot, clock, 30, "Only if steady: hold on, stand up")


async def test_what_stops_the_app_stops_the_count(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c")
        await wait_for(pilot, lambda: "step 1 of 8" in screen_text(app))
        app.app_suspend_signal.publish(app)
        await pilot.pause()
        clock.advance(300)
        app.app_resume_signal.publish(app)
        await wait_for(pilot, lambda: "began 5 min ago" in screen_text(app))
        assert "step 1 of 8" in screen_text(app)


async def test_red_flags_open_by_urgency_and_want_an_answer(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "space", "exclamation_mark")
        assert "CALL FOR HELP NOW" in screen_text(app)
        assert "chest pain" in screen_text(app)
        await pilot.press("2")
        await wait_for(pilot, lambda: "One leg swollen" in screen_text(app))
        assert screen_text(app).index("TODAY") < screen_text(app).index("One leg swollen")
        clock.advance(400)
        await pilot.press("escape")
        assert "Does a sign of CALL FOR HELP NOW or of TODAY fit?" in flat(app)
        await pilot.press("space")
        assert "Does a sign" in flat(app)
        await pilot.press("n")
        assert "step 2 of 8" in flat(app)


async def test_a_red_flag_that_fits_ends_the_steps(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.press("c", "exclamation_mark", "escape", "y")
        assert "No stretch, no rubbing, no warmth" in flat(app)
        await pilot.press("space", "space")
        assert "step" not in screen_text(app)
        await pilot.press("enter")
        (cramp,) = cramps(coach)
        assert cramp.released_by == ()


@pytest.mark.parametrize("size", SIZES)
async def test_a_raised_clot_risk_is_asked_first(coach: Coach, size: tuple[int, int]) -> None:
    coach.profile.set("condition.raised-clot-risk", "yes")
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("c")
        assert "swollen, hot, darker or throbbing before this began?" in flat(app)
        assert FIRST not in flat(app)
        await pilot.press("enter", "space")
        assert FIRST not in flat(app)
        assert cramps(coach) == []
        await pilot.press("y")
        assert "TODAY" in screen_text(app)
        assert "Do not stretch, rub or warm that leg" in flat(app)
        assert FIRST not in flat(app)
        await pilot.press("n")
        assert FIRST in flat(app)


async def test_what_is_left_out_is_named_with_its_reason_at_the_end(coach: Coach) -> None:
    coach.profile.set_all({"condition.cannot-stand-safely": "yes", "condition.anticoagulant": "yes"})
    app = CoachApp(coach)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("c", "n", "space", "space", "space", "space", "space")
        shown = flat(app)
        assert "Left out: not being able to stand safely." in shown
        assert "– Only if steady: hold on, stand up" in shown
        assert "Left out: a blood thinner" in shown
        await pilot.press("enter")
        assert "Left out: a blood thinner" in flat(app)


@pytest.mark.parametrize("size", SIZES)
async def test_ten_minutes_after_it_began_the_page_of_the_day_comes_by_itself_once(
    coach: Coach, clock: FakeClock, size: tuple[int, int]
) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("c", *["minus"] * 9)
        assert "began 9 min ago" in flat(app)
        clock.advance(60)
        await wait_for(pilot, lambda: "A cramp that lasts more than 10 minutes" in flat(app))
        assert "Call a doctor or an urgent medical advice line today." in flat(app)
        await pilot.press("space")
        assert "of 8" in flat(app)
        clock.advance(60)
        await wait_for(pilot, lambda: "began 11 min ago" in flat(app))
        assert "Call a doctor" not in flat(app)


@pytest.mark.parametrize("theme", ["coach-light", "coach-dark"])
async def test_it_is_dark_whatever_the_theme_with_its_dialogs(coach: Coach, theme: str) -> None:
    (app := CoachApp(coach)).theme = theme
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c")
        await wait_for(pilot, lambda: bool(app.screen.query(ReliefFigure)))
        app.screen.query_one(ReliefFigure).display = False
        await wait_for(pilot, lambda: brightest_ground(app) <= 0x40)
        await pilot.press("exclamation_mark")
        assert brightest_ground(app) <= 0x40
        await pilot.press("escape", "n", "enter", "d")
        assert "0 to 10" in screen_text(app)
        assert brightest_ground(app) <= 0x40


async def test_the_keys_of_the_app_do_nothing_here(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "1", "4", "w", "comma", "question_mark", "c")
        assert FIRST in flat(app)
        assert sum(isinstance(screen, CrampNowScreen) for screen in app.screen_stack) == 1
        assert coach.diary.entries(TODAY, TODAY) == []


def brightest_ground(app: CoachApp) -> int:
    """The lightest channel of any background on the screen, the cursor's block excepted."""
    grounds = [
        segment.style.bgcolor.get_truecolor()
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style is not None and segment.style.bgcolor is not None and len(segment.text) > 1
    ]
    return max(max(ground) for ground in grounds)
