"""Causes: a list to move in, a page to read, a word to search for, and what to do about it today."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.row_list import RowList
from tests.support.tui import screen_text, wait_for

TALL = (120, 200)
"""A screen on which a whole page stands at once."""


def cursor(app: CoachApp) -> str | None:
    return app.screen.query_one(RowList).cursor


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
        ):
            assert name in text
        for cause in coach.knowledge.causes.values():
            assert cause.title in text


async def test_every_page_says_how_sure_anyone_is_and_who_says_so(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        await pilot.press("down")
        for cause in coach.knowledge.causes.values():
            app.screen.query_one(RowList).cursor = cause.id
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
        assert cursor(app) == "dehydration"
        await pilot.press("escape", "down")
        assert cursor(app) == "overuse"


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


async def test_a_word_narrows_the_list_titles_first_and_escape_shows_all_again(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash", *"medic")
        await wait_for(pilot, lambda: "speak of medic" in screen_text(app))
        ids = [row.id for row in app.screen.query_one(RowList).rows if row.id]
        assert set(ids[:2]) == {"conditions", "medicines"}
        assert "dehydration" in ids
        assert "posture" not in ids
        await pilot.press("down", "enter", "down")
        assert cursor(app) == ids[2]
        await pilot.press("escape")
        assert "WHAT YOU CAN CHANGE" in screen_text(app)
        assert len([row for row in app.screen.query_one(RowList).rows if row.id]) > len(ids)


async def test_a_word_that_no_cause_has_is_looked_for_in_advice_and_warning_signs(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash", *"sepsis")
        await wait_for(pilot, lambda: "Warning signs" in screen_text(app))
        assert cursor(app) == "red-flags"


async def test_letters_that_mean_something_elsewhere_are_only_letters_in_the_search(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash", *"wcuq4sa")
        await wait_for(pilot, lambda: "nothing speaks of wcuq4sa" in screen_text(app))
        assert coach.entries.log(days=1) == []


async def test_what_is_typed_into_the_search_is_shown_as_typed(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash")
        for typed in ("[/]", "[@click=app.quit]x[/]", "[Mg]", "שלום", "🦵🏽", "x" * 10_000, "\x1b[31mred"):
            app.screen.query_one(Input).value = typed
            seen = typed.replace("\x1b", "")[:8]
            await wait_for(pilot, lambda: f"nothing speaks of {seen}" in screen_text(app))  # noqa: B023
            assert "\x1b" not in screen_text(app)


async def test_s_starts_the_one_routine_of_a_page(coach: Coach) -> None:
    coach.profile.set("condition.balance-problem", "yes")
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "medicines"
        await pilot.press("s")
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        assert "Bedtime, all in bed" in screen_text(app)


async def test_s_asks_which_of_several_routines(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "overuse"
        await pilot.press("s")
        await wait_for(pilot, lambda: "Which one?" in screen_text(app))
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        assert "After a run" in screen_text(app)


async def test_s_on_a_page_without_a_routine_says_so(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("s")
        await wait_for(pilot, lambda: "no routine" in screen_text(app))


async def test_a_withheld_routine_keeps_its_place_with_the_reason(coach: Coach) -> None:
    coach.profile.set("condition.balance-problem", "yes")
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "age"
        await wait_for(pilot, lambda: "are over 50" in screen_text(app))
        text = screen_text(app)
        assert "–  Bedtime   withheld: a balance problem or falls" in text
        assert "2  Bedtime, all in bed" in text


async def test_a_puts_items_back_on_the_list(coach: Coach) -> None:
    coach.day.list_item("uncrossed-legs", on=False)
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "posture"
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
        app.screen.query_one(RowList).cursor = "dehydration"
        await wait_for(pilot, lambda: "the amount your team gave you comes first" in screen_text(app))
        assert "w logs it" not in screen_text(app)


async def test_the_exclamation_mark_opens_the_warning_signs_by_urgency(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(120, 600), notifications=True) as pilot:
        await pilot.press("exclamation_mark")
        await wait_for(pilot, lambda: "CALL FOR HELP NOW" in screen_text(app))
        text = " ".join(screen_text(app).split())
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
        assert cursor(app) == "posture"
        await pilot.press("1", "2")
        assert cursor(app) == "posture"
