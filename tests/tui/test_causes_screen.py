"""Causes: a list to move in, a page to read, and what to do about it today."""

from __future__ import annotations

import pytest

from coach.advice.links import Shelf
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.row_list import RowList
from tests.support.tui import screen_text, wait_for
from tests.tui.causes_shown import TALL, cursor, go_to, page_text

pytestmark = pytest.mark.usefixtures("answered")


async def test_the_list_has_every_page_in_its_group(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await wait_for(pilot, lambda: "sudden, painful tightening" in screen_text(app))
        text = screen_text(app)
        for name in (
            "WHAT YOU CAN CHANGE",
            "WHAT TO RAISE WITH A CLINICIAN",
            "WHAT MAY HELP",
            "WHEN IT IS NOT A CRAMP",
            "LOOK-ALIKES",
        ):
            assert name in text
        for cause in coach.knowledge.causes.values():
            assert cause.title in text
        await pilot.press("end")
        await wait_for(pilot, lambda: "Reference intakes" in screen_text(app))
        assert "WHAT PEOPLE TRY" in screen_text(app)
        assert "TO LOOK UP" in screen_text(app)


async def test_every_page_says_how_sure_anyone_is_and_who_says_so(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        await pilot.press("down")
        for cause in coach.knowledge.causes.values():
            go_to(app, f"{Shelf.CAUSE}:{cause.id}")
            await wait_for(pilot, lambda: cause.at_risk[0] in screen_text(app))  # noqa: B023
            text = screen_text(app)
            assert f"{cause.evidence} " in text.lower()
            assert "SEE A CLINICIAN" in text
            assert "▌ Get emergency help" in text
            assert "SOURCES" in text
            assert "[S" not in text


async def test_the_pages_follow_the_cursor(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("down")
        await wait_for(pilot, lambda: "sweat heavily" in screen_text(app))
        await pilot.press("down", "down")
        await wait_for(pilot, lambda: "were told that a blood level" in screen_text(app))
        assert "sweat heavily" not in screen_text(app)


async def test_enter_goes_into_the_page_and_escape_back_to_the_list(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: "sweat heavily" in screen_text(app))
        await pilot.press("end")
        await wait_for(pilot, lambda: "NHS, water and drinks" in screen_text(app))
        assert cursor(app) == "cause:dehydration"
        await pilot.press("escape", "down")
        assert cursor(app) == "cause:overuse"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_cause_that_bears_on_the_person_is_marked_with_the_reason(
    coach: Coach, size: tuple[int, int]
) -> None:
    coach.profile.set("condition.diuretic", "yes")
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("down")
        await wait_for(pilot, lambda: "you told coach" in screen_text(app))
        marked = [line for line in screen_text(app).splitlines() if "Dehydration" in line and "you" in line]
        assert marked


async def test_s_starts_the_one_routine_of_a_page(coach: Coach) -> None:
    coach.profile.set("condition.balance-problem", "yes")
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        go_to(app, "cause:medicines")
        await pilot.press("s")
        await wait_for(
            pilot, lambda: "GET READY" in screen_text(app) and "Bedtime, all in bed" in screen_text(app)
        )


async def test_s_asks_which_of_several_routines(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        go_to(app, "cause:overuse")
        await pilot.press("s")
        await wait_for(pilot, lambda: "Which one?" in screen_text(app))
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: "GET READY" in screen_text(app) and "After a run" in screen_text(app))


async def test_s_on_a_page_without_a_routine_says_so(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("s")
        await wait_for(pilot, lambda: "no routine" in screen_text(app))


async def test_a_withheld_routine_keeps_its_place_with_the_reason(coach: Coach) -> None:
    coach.profile.set("condition.balance-problem", "yes")
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        go_to(app, "cause:age")
        await wait_for(pilot, lambda: "are over 50" in screen_text(app))
        text = screen_text(app)
        assert "–  Bedtime   withheld: a balance problem or falls" in text
        assert "1  Bedtime, all in bed" in text


async def test_a_puts_items_back_on_the_list(coach: Coach) -> None:
    coach.day.list_item("uncrossed-legs", on=False)
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        go_to(app, "cause:posture")
        await wait_for(pilot, lambda: "a puts it on your list" in screen_text(app))
        await pilot.press("a")
        await wait_for(pilot, lambda: "a puts it on your list" not in screen_text(app))
        assert coach.person().listed["uncrossed-legs"] is True
        await pilot.press("a")
        await wait_for(pilot, lambda: "on your list already" in screen_text(app))


async def test_drinks_are_not_pushed_on_someone_with_a_fluid_limit(coach: Coach) -> None:
    coach.profile.set("condition.heart-failure", "yes")
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        go_to(app, "cause:dehydration")
        await wait_for(pilot, lambda: "the amount your team gave you comes first" in screen_text(app))
        assert "w logs it" not in screen_text(app)


async def test_the_exclamation_mark_opens_the_warning_signs_by_urgency(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(120, 600), notifications=True) as pilot:
        await pilot.press("exclamation_mark")
        await wait_for(pilot, lambda: "CALL FOR HELP NOW" in screen_text(app))
        text = page_text(app)
        levels = ("any one of these is enough", "before the day is over", "SOON")
        at = [text.index(level) for level in levels]
        assert at == sorted(at)
        for flag in coach.knowledge.red_flags.values():
            assert flag.problem[1:20] in text
        assert "cancer team's own emergency line" in text


async def test_an_item_of_today_opens_the_page_of_its_cause(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Covers loose" in screen_text(app))
        app.screen.query_one(RowList).cursor = "covers-loose"
        await pilot.press("enter")
        await wait_for(pilot, lambda: "sit with crossed legs" in screen_text(app))
        assert cursor(app) == "cause:posture"
        await pilot.press("1", "2")
        assert cursor(app) == "cause:posture"
