"""What Cramp now leaves out for someone: it is never done first and explained later, and always named."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from tests.support.questions import answer_questions
from tests.support.tui import screen_text, wait_for

SIZES = [(60, 20), (80, 24), (120, 40)]
RUB, WARM, STAND = "Rub gently", "Something warm", "Only if steady"


def flat(app: CoachApp) -> str:
    return " ".join(screen_text(app).split())


async def every_step(pilot: Pilot[int]) -> list[str]:
    """What the screen says at each step, from the first on, until there is none."""
    said = []
    while "That was the last step" not in " ".join(screen_text(pilot.app).split()):
        said.append(" ".join(screen_text(pilot.app).split()))
        assert len(said) < 20
        await pilot.press("space")
    return said


async def read_to_the_end(pilot: Pilot[int]) -> str:
    """What can be read from here on by moving down."""
    read = []
    for _ in range(8):
        read.append(screen_text(pilot.app))
        await pilot.press("down", "down")
    return " ".join("\n".join(read).split())


@pytest.mark.parametrize("size", SIZES)
async def test_unanswered_has_no_standing_rubbing_or_warmth_and_says_why(
    coach: Coach, size: tuple[int, int]
) -> None:
    app = CoachApp(coach, site="calf")
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "Light on." in flat(app))
        await pilot.press("n")
        steps = await every_step(pilot)
        assert len(steps) == 4
        assert not [said for said in steps for wrong in (RUB, WARM, STAND) if wrong in said]
        read = await read_to_the_end(pilot)
        assert "Left out: the safety questions are not answered yet." in read
        assert "Answer a few questions about your health first." in read
        for step in (RUB, WARM, STAND):
            assert f"– {step}" in read


@pytest.mark.parametrize("answer", ["n", "yn"])
async def test_rubbing_and_warmth_wait_for_the_answer_about_a_clot(
    coach: Coach, tmp_path: Path, answer: str
) -> None:
    answer_questions(tmp_path, **{"condition.raised-clot-risk": "yes"})
    assert RUB not in " ".join(step.text for step in coach.cramps.relief("calf").steps)
    app = CoachApp(coach, site="calf")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "ONE QUESTION FIRST" in screen_text(app))
        await pilot.press(*answer, "n")
        assert RUB in " ".join(await every_step(pilot))
        await pilot.press("f", "n")
        assert "Left out: a raised risk of clots" not in " ".join(await every_step(pilot))


async def test_a_sign_that_fits_brings_no_step_at_all(coach: Coach, tmp_path: Path) -> None:
    answer_questions(tmp_path, **{"condition.raised-clot-risk": "yes"})
    app = CoachApp(coach, site="calf")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("y", "space", "space")
        assert "Light on" not in screen_text(app)
        assert "Do not stretch, rub or warm that leg" in flat(app)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_done_in_another_way_says_how_beside_the_step(
    coach: Coach, tmp_path: Path, size: tuple[int, int]
) -> None:
    answer_questions(tmp_path, **{"condition.diuretic": "yes"})
    app = CoachApp(coach, site="calf")
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "Light on." in flat(app))
        await pilot.press("n")
        standing = [
            said for said in await every_step(pilot) if f"{STAND}: hold on, stand up" in said.split("Next:")[0]
        ]
        assert standing
        assert all("Stand up slowly" in said for said in standing)


@pytest.mark.parametrize("site", ["calf", "foot", "hamstring", "quadriceps", "shin", "inner-thigh"])
async def test_every_muscle_and_leg_can_be_chosen_on_the_smallest_screen(
    coach: Coach, tmp_path: Path, site: str
) -> None:
    answer_questions(tmp_path)
    app = CoachApp(coach, site=site)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await wait_for(pilot, lambda: "step 1 of" in flat(app))
        shown = screen_text(app)
        for name in coach.cramps.sites().values():
            assert f" {name}" in shown
        assert "i Inner thigh" in shown
        assert "→ right leg" in shown
        assert "enter it has let go" in flat(app)
