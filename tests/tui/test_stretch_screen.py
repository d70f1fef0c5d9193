"""Stretch: the routines as this person can do them, and what is left out for whom."""

from __future__ import annotations

import pytest

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.row_list import RowList
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

HOSTILE = "[/] [@click=app.quit]x[/] [Mg] \\u001b[31mred שלום 🦵🏽"
SEEN = "[/] [@click=app.quit]x[/] [Mg]"


def flat(app: CoachApp) -> str:
    return " ".join(screen_text(app).split())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_routines_with_their_length_and_the_card_of_the_first(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: "STEPS" in screen_text(app))
        rows = app.screen.query_one(RowList)
        assert [row.id for row in rows.rows if row.id] == [view.id for view in coach.sessions.routines()]
        for view in coach.sessions.routines():
            rows.cursor = view.id
            await wait_for(pilot, lambda name=view.name: name in screen_text(app))
        rows.cursor = "bedtime"
        await wait_for(pilot, lambda: "Every evening for six weeks" in screen_text(app))
        text = screen_text(app)
        assert "Bedtime" in text
        assert "5 min" in text
        assert "Every evening for six weeks" in text


async def test_a_card_names_steps_doses_cautions_evidence_and_reason(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(120, 80), notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "bedtime"
        await wait_for(pilot, lambda: "3 × 10 s each leg, legs in turn" in screen_text(app))
        text = flat(app)
        assert "1 Wall calf stretch" in text
        assert "Needs steady balance" in text
        assert "Contested evidence" in text
        assert "(Hallegraeff 2012)" in text
        assert "[S" not in text


async def test_a_card_speaks_of_repetitions_and_of_time_to_keep_going(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(120, 80), notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "before-run"
        await wait_for(pilot, lambda: "10 times each leg, 2 s a time" in screen_text(app))
        assert "2 min · whole leg" in screen_text(app)


async def test_a_withheld_routine_says_why_and_enter_goes_to_the_one_in_its_place(coach: Coach) -> None:
    coach.profile.set("condition.balance-problem", "yes")
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        rows = app.screen.query_one(RowList)
        rows.cursor = "bedtime"
        await wait_for(pilot, lambda: "Instead: Bedtime, all in bed" in screen_text(app))
        assert "Withheld: a balance problem" in screen_text(app)
        assert "– Bedtime" in screen_text(app)
        assert "STEPS" not in screen_text(app)
        await pilot.press("enter")
        assert rows.cursor == "bedtime-in-bed"
        await wait_for(pilot, lambda: "Bedtime is withheld" in screen_text(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        assert "Ankle pumps" in screen_text(app)


async def test_with_signs_of_a_clot_nothing_starts_and_nothing_is_offered_instead(coach: Coach) -> None:
    coach.profile.set("condition.suspected-dvt", "yes")
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Withheld: signs of a clot" in screen_text(app))
        assert "Instead" not in screen_text(app)
        await pilot.press("enter")
        await wait_for(pilot, lambda: "is withheld" in screen_text(app))
        assert "GET READY" not in screen_text(app)
        assert all(view.fitted.withheld for view in coach.sessions.routines())


async def test_a_move_that_is_left_out_is_named_with_the_gentler_one(coach: Coach) -> None:
    coach.cramps.log(site="calf")
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(120, 80), notifications=True) as pilot:
        app.screen.query_one(RowList).cursor = "before-run"
        await wait_for(pilot, lambda: "CHANGED FOR YOU" in screen_text(app))
        text = flat(app)
        assert "Standing heel raises instead: Seated heel and toe raises" in text
        assert "a bad calf cramp today" in text


async def test_the_card_can_be_scrolled_and_left(coach: Coach) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await wait_for(pilot, lambda: "STEPS" in screen_text(app))
        await pilot.press("right", "end")
        await wait_for(pilot, lambda: "non-drug" in flat(app))
        await pilot.press("left", "down")
        assert app.screen.query_one(RowList).cursor == "bedtime-in-bed"


async def test_own_routines_are_shown_as_written_and_guided(coach: Coach) -> None:
    assert coach.places.own_content is not None
    folder = coach.places.own_content / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(
        f'name = "{HOSTILE}"\nwhen = "{HOSTILE}"\nwhy = "{HOSTILE * 100}"\nnote = "{HOSTILE}"\nevidence = "weak"\n'
        'sources = ["S1"]\n[[steps]]\nmove = "march"\n',
        encoding="utf-8",
    )
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("end")
        await wait_for(pilot, lambda: screen_text(app).count(SEEN) >= 3)
        assert "\x1b" not in screen_text(app)
        await pilot.press("enter")
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        assert SEEN in screen_text(app)
