"""The line above the figure: where the session is, whatever the width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.session_bar import fitted
from tests.support.clock import FakeClock
from tests.support.tui import screen_text, wait_for

PLACE = "round 1 of 5, move 1 of 4"
SHORT = "round 1/5, move 1/4"


@pytest.mark.parametrize(
    ("columns", "title", "place"),
    [
        (70, "Bedtime, all in bed", f"{PLACE}  quiet hours"),
        (60, "Bedtime, all in bed", f"{SHORT}  quiet hours"),
        (52, "Bedtime, all in bed", f"{SHORT}  quiet hours"),
        (42, "Bedtime,…", f"{SHORT}  quiet hours"),
    ],
)
def test_what_is_short_of_room_is_said_shorter(columns: int, title: str, place: str) -> None:
    assert fitted("Bedtime, all in bed", PLACE, "quiet hours", columns) == (title, place)


@given(title=st.text(st.characters(exclude_categories=("C", "Z", "M")), min_size=1), columns=st.integers(40, 200))
def test_the_parts_never_push_the_time_that_is_left_off_the_screen(title: str, columns: int) -> None:
    shown, place = fitted(title, PLACE, "quiet hours", columns)
    assert cell_len(shown) + cell_len(place) < columns


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_at_night_in_five_rounds_everything_is_named(
    coach: Coach, clock: FakeClock, size: tuple[int, int]
) -> None:
    coach.profile.set("routine.bedtime-in-bed.rounds", "5")
    clock.advance(3 * 3600)
    app = CoachApp(coach, routine="bedtime-in-bed")
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: " left" in screen_text(app))
        line = screen_text(app).splitlines()[1]
        assert line.split()[0].startswith("Bedt")
        assert line.endswith(" left")
        assert "quiet hours" in line
        assert line.replace(" of ", "/").count("1/5, move 1/4") == 1
